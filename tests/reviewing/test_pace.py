from datetime import UTC, datetime, timedelta

from fingerpost.decisions import Action, Decision, Resource
from fingerpost.reviewing import triage
from fingerpost.reviewing.asking.pace import ESTIMATED, pace
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import outcome, statement

BEGIN = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)


def answers(*seconds, person="Ann", pack="a.html", kind=Resource.STRATEGY):
    """Return the log's lines of answers given so many seconds after the first one."""
    return [
        Decision(
            seq=n,
            resource_id=f"s-{n}",
            resource_type=kind,
            last_action_date="2026-03-02T10:00:00+00:00",
            last_action_type=Action.GIVEN,
            replacement_value=(BEGIN + timedelta(seconds=after)).isoformat(),
            updated_by=person,
            pack=pack,
        )
        for n, after in enumerate(seconds)
    ]


def every(seconds, count=21):
    return [n * seconds for n in range(count)]


def test_without_enough_answers_our_estimate_stands():
    assert pace(()) == pace(answers(*every(8, count=20))) == ESTIMATED


def test_the_pace_is_the_median_time_from_one_answer_to_the_next():
    found = pace(answers(*every(8, count=30), *(300 + n for n in every(40, count=5))))
    assert (found.statement, found.heading) == (8, ESTIMATED.heading)


def test_statements_and_headings_have_a_pace_each():
    log = [*answers(*every(8)), *answers(*every(4), pack="b.html", kind=Resource.HEADING)]
    found = pace(log)
    assert (found.heading, found.statement, found.measured) == (4, 8, 40)


def test_pauses_and_answers_saved_together_say_nothing():
    with_pauses = [n + (n // 50) * 3600 for n in every(10)]
    log = answers(*with_pauses, *with_pauses, *every(10))
    assert pace(log).statement == 10
    assert pace(answers(*[0] * 40)) == ESTIMATED


def test_two_people_at_once_are_not_taken_for_one_quick_one():
    log = [*answers(*every(60)), *answers(*(n + 1 for n in every(60)), person="Bob")]
    assert pace(log).statement == 60


def test_two_files_of_one_person_are_two_sittings():
    log = [*answers(*every(60)), *answers(*(n + 1 for n in every(60)), pack="b.html")]
    assert pace(log).statement == 60


def test_moments_that_cannot_be_read_are_passed_over():
    log = answers(*every(8))
    odd = [
        Decision(**{**_fields(log[0]), "replacement_value": value})
        for value in ("", "yesterday", "2026-03-01T10:00:00")
    ]
    assert pace([*odd, *log]).statement == 8


@given(st.permutations(answers(*every(8, count=24))))
def test_the_order_of_the_log_changes_nothing(log):
    assert pace(log).statement == 8


def test_what_the_review_takes_is_told_at_the_measured_pace_and_says_so():
    items = [statement(f"x {n}", reasons=[Reason.NO_LABEL]) for n in range(6)]
    estimated, measured = triage(outcome(*items)), triage(outcome(*items), answers(*every(100)))
    assert (estimated.minutes, str(estimated.pace)) == (3, "by our estimate")
    assert (measured.minutes, str(measured.pace)) == (10, "at the pace of 20 answers so far")


def _fields(line):
    return {name: getattr(line, name) for name in Decision.__dataclass_fields__}
