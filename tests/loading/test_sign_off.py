"""A sign-off in a workbook, and the releases that carry the name, or say what changed since."""

import pytest
from fingerpost.cli.releases import describe
from fingerpost.decisions import Action, Decision, Resource
from fingerpost.directory import accepted_marks
from fingerpost.loading import load
from fingerpost.signing import RELEASE_KEY, digest_of, to_text

from tests.curating.lines import MONDAY, TUESDAY, answer
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.loading.databases import by_hand
from tests.loading.edited import set_text


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'directory.db'}"


def sign_off(*classified):
    marks = accepted_marks(outcome_of(classified).items)
    line = Decision(
        seq=0,
        resource_id=RELEASE_KEY,
        resource_type=Resource.RELEASE,
        last_action_date=MONDAY,
        last_action_type=Action.SIGNED_OFF,
        field_name="accepted",
        replacement_value=to_text(marks),
        updated_by="Ann",
        source_digest=digest_of(marks),
        pack="one.xlsx#00000000",
    )
    return (line,)


def test_the_next_release_carries_the_name_of_who_signed_off_in_the_workbook(curated, url):
    first, second = statement("s-1"), statement("s-2")
    report = load(curated(first, second, decisions=sign_off(first, second)), url)
    assert (report.release, report.signed_off_by) == (1, "Ann")


def test_what_a_person_decided_since_needs_no_new_sign_off(curated, url):
    first, second = statement("s-1"), statement("s-2")
    curated(first, second, decisions=sign_off(first, second))
    folder = curated(first, second, decisions=answer("s-1", at=TUESDAY, wording="Better"))
    assert load(folder, url).signed_off_by == "Ann"


def test_after_a_change_of_what_was_accepted_the_release_says_before_how_many(curated, url):
    first = statement("s-1")
    folder = curated(first, statement("s-2"), statement("s-3"), decisions=sign_off(first))
    report = load(folder, url)
    assert report.signed_off_by == ""
    assert (
        "Signed off by Ann on 2025-03-03 before 2 changes of accepted statements. To sign off what is "
        'new too: fingerpost load --signed-off-by "NAME"'
    ) in describe(report)


def test_who_signs_off_while_loading_comes_first(curated, url):
    first = statement("s-1")
    assert load(curated(first, decisions=sign_off(first)), url, "Bo").signed_off_by == "Bo"


def test_a_sign_off_in_a_workbook_is_none_of_words_put_in_by_hand(curated, url):
    both = statement("s-1"), statement("s-2")
    folder = curated(*both, decisions=sign_off(*both))
    assert load(folder, url).signed_off_by == "Ann"
    by_hand(url, set_text("s-2", "Nobody has seen this."))
    assert load(folder, url).signed_off_by == ""
    assert load(folder, url, "Bo").signed_off_by == "Bo"
    assert load(curated(both[0]), url).signed_off_by == "Ann", "what is withdrawn needs no name"


def test_the_name_under_a_release_stays_whoever_loads_the_same_again(curated, url):
    folder = curated(statement("s-1"))
    assert load(folder, url, "Ann").signed_off_by == "Ann"
    assert load(folder, url, "Bo").signed_off_by == "Ann"
