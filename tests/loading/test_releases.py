"""Loading, listing, comparing and bringing back releases, on each kind of database."""

from dataclasses import replace

import pytest
from fingerpost.cli.releases import describe, describe_changes
from fingerpost.decisions import Action
from fingerpost.directory import Replaced
from fingerpost.errors import TargetError
from fingerpost.exporting import write_curated
from fingerpost.loading import ChangeKind, changes, labels_of, load, releases, rollback
from fingerpost.strategies import Link
from fingerpost.taxonomy import Facet, Taxonomy

from tests.curating.lines import TUESDAY, answer
from tests.curating.statements import statement
from tests.exporting.outcomes import TAXONOMY, document, outcome_of
from tests.loading.databases import by_hand, rows

AREA = Facet.AREA
GUIDE = Link("https://example.org/guide", "Guide")


def told(found):
    """Return what changed in short: kind, id, field, before, after."""
    return [(each.kind.value, each.id, each.field, each.before, each.after) for each in found]


def about_statements(found):
    return [each for each in told(found) if each[1].startswith("s-")]


def test_the_first_release_holds_what_the_files_say(curated, target):
    folder = curated(
        statement("s-1", links=(GUIDE,), labels=((AREA, ("cognition-and-learning", "semh")),)),
        statement("s-2", source="areas/two.docx", phases=("ks1",)),
        decisions=answer("s-1", wording="New words."),
    )
    report = load(folder, target, "Jo")
    assert (report.release, report.previous, report.statements) == (1, 0, 2)
    assert rows(target, "SELECT id, text, status, state, reviewed_by, phase FROM strategies") == [
        ("s-1", "New words.", "approved", "live", "Ann", ""),
        ("s-2", "Give one instruction at a time.", "accepted", "live", "", "ks1"),
    ]
    assert rows(
        target,
        "SELECT strategy_id, facet, concept_id, is_primary, evidence FROM current_strategy_concepts"
        " WHERE strategy_id = 's-1' ORDER BY place",
    ) == [
        ("s-1", "area_of_need", "cognition-and-learning", True, "headings: Talk"),
        ("s-1", "area_of_need", "semh", False, "headings: Talk"),
    ]
    assert rows(target, "SELECT url, title, host FROM resources") == [
        ("https://example.org/guide", "Guide", "example.org")
    ]
    assert rows(target, "SELECT strategy_id FROM strategy_resources") == [("s-1",)]
    assert rows(target, "SELECT source FROM documents ORDER BY source") == [
        ("areas/one.docx",),
        ("areas/two.docx",),
    ]
    assert len(rows(target, "SELECT id FROM concepts")) == len(TAXONOMY.concepts)
    assert rows(target, "SELECT seq, last_action_type FROM decisions ORDER BY seq") == [
        (1, "seen"),
        (2, "reworded"),
        (3, "given"),
        (4, "approved"),
    ]
    (release,) = releases(target)
    assert (release.number, release.signed_off_by, release.statements, release.added) == (
        1,
        "Jo",
        2,
        2,
    )
    assert len(release.manifest_digest) == 64


def as_sure(one, share):
    surer = tuple(replace(each, confidence=share) for each in one.assignments)
    return replace(one, assignments=surer)


def test_that_the_program_is_surer_of_a_label_is_stored_and_no_change_that_people_are_told(
    curated, target
):
    """Every answer that tests the program moves how sure it is of all labels at once."""
    one = statement()
    load(curated(as_sure(one, 0.9)), target)
    report = load(curated(as_sure(one, 0.91)), target)
    assert rows(target, "SELECT confidence FROM current_strategies") == [(0.91,)]
    assert {each.kind for each in report.changes} == {ChangeKind.SOURCED}
    assert releases(target)[-1].changed == 0


def test_loading_the_same_files_again_is_nothing_to_load(curated, target):
    folder = curated(statement(links=(GUIDE,)), decisions=answer("s-1"))
    load(folder, target, "Jo")
    again = load(folder, target, "Jo")
    assert (again.release, again.previous, again.changes) == (None, 1, ())
    assert again.nothing_to_load
    assert len(releases(target)) == 1


def test_the_second_release_says_what_changed_field_by_field(curated, target):
    first = [statement(f"s-{number}") for number in (1, 2, 3, 4)]
    load(curated(*first), target)
    folder = curated(
        statement("s-1", "New words.", locator="body/p[9]"),
        statement("s-2", heads=("Playground", "Talk")),
        statement("s-3", labels=((AREA, ("cognition-and-learning",)),)),
        statement("s-6", links=(GUIDE,)),
    )
    report = load(folder, target)
    assert report.release == 2
    assert about_statements(report.changes) == [
        ("changed", "s-1", "text", "Give one instruction at a time.", "New words."),
        ("changed", "s-1", "source_text", "• Give one instruction at a time.", "• New words."),
        ("sourced", "s-1", "locator", "body/p[3]", "body/p[9]"),
        ("moved", "s-2", "heading_path", "Classroom > Talk", "Playground > Talk"),
        ("relabelled", "s-3", "area_of_need", "semh", "cognition-and-learning"),
        (
            "sourced",
            "s-3",
            "evidence",
            "semh: headings: Talk",
            "cognition-and-learning: headings: Talk",
        ),
        ("retired", "s-4", "", "", ""),
        ("added", "s-6", "", "", ""),
    ]
    assert ("added", GUIDE.label) in [(c.kind, c.text) for c in report.changes]
    assert changes(target) == report.changes
    release = releases(target)[-1]
    counts = (release.added, release.changed, release.moved, release.relabelled, release.retired)
    assert counts == (1, 1, 1, 1, 1)
    assert release.statements == 4


def test_a_resource_is_told_by_its_title_and_where_it_has_none_by_its_address(curated, target):
    bare = Link("https://example.org/bare", "")
    load(curated(statement("s-1")), target)
    report = load(curated(statement("s-1", links=(GUIDE, bare))), target)
    for labels in (report.labels, labels_of(target)):
        said = "\n".join(describe_changes(report.changes, labels))
        assert "Resources: “” → “Guide, https://example.org/bare”" in said
        assert "  added      Guide [r-" in said
        assert "  added      https://example.org/bare [r-" in said
        assert GUIDE.href not in said


def test_a_statement_put_in_above_changes_nothing_that_people_see_of_the_others(curated, target):
    load(curated(statement("s-1")), target)
    report = load(curated(statement("s-2"), statement("s-1")), target)
    assert about_statements(report.changes) == [("added", "s-2", "", "", "")]
    assert rows(target, "SELECT id FROM current_strategies ORDER BY place") == [("s-2",), ("s-1",)]


def test_a_new_label_of_a_category_is_a_change_of_the_category(curated, target):
    load(curated(statement()), target)
    renamed = (replace(TAXONOMY.concepts[0], label="Wellbeing"), *TAXONOMY.concepts[1:])
    report = load(curated(statement(), taxonomy=Taxonomy(renamed)), target)
    assert told(report.changes) == [("changed", "semh", "label", "Feelings", "Wellbeing")]
    assert rows(target, "SELECT label FROM current_concepts WHERE id = 'semh'") == [("Wellbeing",)]


def test_what_left_the_directory_stays_as_retired_and_may_come_back(curated, target):
    load(curated(statement("s-1"), statement("s-2")), target)
    assert about_statements(load(curated(statement("s-1")), target).changes) == [
        ("retired", "s-2", "", "", "")
    ]
    assert rows(target, "SELECT id FROM current_strategies") == [("s-1",)]
    assert rows(
        target, "SELECT state, text FROM strategies WHERE id = 's-2' AND to_release IS NULL"
    ) == [("retired", "Give one instruction at a time.")]
    assert load(curated(statement("s-1")), target).nothing_to_load
    back = load(curated(statement("s-1"), statement("s-2")), target)
    assert about_statements(back.changes) == [("revived", "s-2", "", "", "")]
    assert back.statements == 2


def test_a_dry_run_tells_what_loading_would_and_writes_nothing(curated, target):
    folder = curated(statement("s-1"))
    dry = load(folder, target, dry_run=True)
    assert (dry.release, dry.previous, dry.dry_run) == (None, 0, True)
    assert not dry.nothing_to_load
    assert releases(target) == ()
    assert load(folder, target).changes == dry.changes
    assert load(folder, target, dry_run=True).nothing_to_load
    folder = curated(statement("s-1", "New words."), decisions=answer("s-9"))
    dry = load(folder, target, dry_run=True)
    assert [each.field for each in dry.changes] == ["text", "source_text"]
    assert len(releases(target)) == 1
    assert rows(target, "SELECT seq FROM decisions") == []
    assert load(folder, target).changes == dry.changes


def test_a_dry_run_does_not_make_a_database(curated, tmp_path):
    load(curated(statement()), f"sqlite:///{tmp_path / 'directory.db'}", dry_run=True)
    assert not (tmp_path / "directory.db").exists()


def test_a_row_the_database_refuses_leaves_the_old_release_whole(curated, target):
    load(curated(statement("s-1")), target)
    before = rows(target, "SELECT * FROM strategies")
    folder = curated(statement("s-1", "New words."), statement("s-2"), decisions=answer("s-9"))
    by_hand(
        target,
        "CREATE UNIQUE INDEX one_only ON strategies (state, to_release)",
        "CREATE UNIQUE INDEX one_label ON strategy_concepts (concept_id)",
    )
    with pytest.raises(TargetError) as refused:
        load(folder, target)
    assert "the database refused a row (" in str(refused.value)
    assert str(refused.value).endswith(
        "Nothing was changed. Run: fingerpost migrate, then load again."
    )
    assert rows(target, "SELECT * FROM strategies") == before
    assert rows(target, "SELECT seq FROM decisions") == []
    assert len(releases(target)) == 1


def test_rolling_back_brings_earlier_content_back_as_a_new_release(curated, target):
    load(curated(statement("s-1"), statement("s-2")), target, "Jo")
    load(
        curated(
            statement("s-1", "New words.", labels=((AREA, ("cognition-and-learning",)),)),
            statement("s-3"),
        ),
        target,
        "Jo",
    )
    report = rollback(target, 1, "Sam")
    assert report.release == 3
    assert rows(target, "SELECT id, text FROM current_strategies ORDER BY id") == [
        (item, "Give one instruction at a time.") for item in ("s-1", "s-2")
    ]
    assert rows(
        target, "SELECT concept_id FROM current_strategy_concepts WHERE strategy_id = 's-1'"
    ) == [("semh",)]
    kinds = {(kind, item) for kind, item, *_ in about_statements(report.changes)}
    assert {("revived", "s-2"), ("retired", "s-3"), ("relabelled", "s-1")} <= kinds
    first, _, third = releases(target)
    assert (third.restores, third.signed_off_by, third.statements) == (1, "Sam", 2)
    assert third.manifest_digest == first.manifest_digest
    assert changes(target, 1, 3) == ()


def test_rolling_back_to_what_is_current_makes_no_release(curated, target):
    load(curated(statement()), target)
    assert rollback(target, 1).nothing_to_load
    assert len(releases(target)) == 1


def test_any_two_releases_can_be_compared(curated, target):
    for words in ("One.", "Two.", "Three."):
        load(curated(statement("s-1", words)), target)
    texts = [(c.before, c.after) for c in changes(target, 1, 3) if c.field == "text"]
    assert texts == [("One.", "Three.")]
    assert [(c.before, c.after) for c in changes(target, 3, 1) if c.field == "text"] == [
        ("Three.", "One.")
    ]
    assert about_statements(changes(target, 0, 1)) == [("added", "s-1", "", "", "")]
    assert about_statements(changes(target, 1, 0)) == [("retired", "s-1", "", "", "")]
    assert [c.after for c in changes(target, until=2) if c.field == "text"] == ["Two."]
    assert [c.before for c in changes(target, since=1) if c.field == "text"] == ["One."]


def test_the_log_in_the_database_follows_the_log_of_the_files(curated, target):
    load(curated(statement(), decisions=answer("s-1")), target)
    rejected = answer("s-9", Action.REJECTED, at=TUESDAY)
    assert load(curated(statement(), decisions=rejected), target).release is None
    assert rows(target, "SELECT seq, resource_id FROM decisions ORDER BY seq") == [
        *((seq, "s-1") for seq in (1, 2, 3)),
        *((seq, "s-9") for seq in (4, 5, 6)),
    ]


def test_a_document_is_kept_with_its_title_whether_or_not_it_has_statements(curated, target):
    folder = curated(statement())
    made = outcome_of([statement()])
    read = (*made.documents, document("areas/empty.docx"))
    write_curated(replace(made, documents=read), folder)
    load(folder, target)
    query = "SELECT source, title, edition FROM current_documents ORDER BY source"
    assert rows(target, query) == [
        ("areas/empty.docx", "About areas/empty.docx", "2025-03-03"),
        ("areas/one.docx", "About areas/one.docx", "2025-03-03"),
    ]
    newer = replace(read[1], edition="2025-04-04", sha256="0" * 64)
    write_curated(replace(made, documents=(read[0], newer)), folder)
    assert told(load(folder, target).changes) == [
        ("changed", "areas/empty.docx", "edition", "2025-03-03", "2025-04-04"),
        ("sourced", "areas/empty.docx", "sha256", read[1].sha256, "0" * 64),
    ]


def test_statements_that_went_with_a_document_are_counted_by_document(curated, target):
    two = [statement(item, source="areas/two.docx") for item in ("s-2", "s-3")]
    load(curated(statement("s-1"), statement("s-4"), *two), target)
    folder = curated(statement("s-1"))
    report = load(folder, target, dry_run=True)
    assert (report.retired, report.unread) == (3, {"areas/two.docx": 2})
    told = describe(load(folder, target))
    assert "2 statements retired with areas/two.docx, which was not read this time." in told


def test_what_stands_for_a_statement_that_was_parted_is_kept_and_told(curated, target):
    whole, *parts = (statement(item) for item in ("s-1", "s-2", "s-3"))
    load(curated(whole), target)
    folder = curated(*parts)
    made = outcome_of(parts)
    (was,) = outcome_of([whole]).items
    write_curated(replace(made, replaced=(Replaced(item=was, by=("s-2", "s-3")),)), folder)
    report = load(folder, target)
    assert ("changed", "s-1", "replaced_by", "", "s-2|s-3") in told(report.changes)
    assert releases(target)[-1].changed == 0
    query = "SELECT id, replaced_by, reason FROM current_replacements WHERE kind = 'strategy'"
    assert sorted(rows(target, query)) == [("s-1", "s-2", "parted"), ("s-1", "s-3", "parted")]


@pytest.mark.parametrize("ask", [changes, lambda url: rollback(url, 1)])
def test_nothing_loaded_yet_is_said(target, ask):
    with pytest.raises(TargetError, match=r": nothing was loaded yet\. Run: fingerpost load$"):
        ask(target)
    assert releases(target) == ()


@pytest.mark.parametrize("release", [0, 2, -1])
def test_a_release_that_is_not_there_is_named_with_those_that_are(curated, target, release):
    load(curated(statement()), target)
    with pytest.raises(TargetError) as refused:
        rollback(target, release)
    assert str(refused.value).endswith(f": there is no release {release}. There is only release 1.")

    with pytest.raises(TargetError):
        changes(target, release or 5, 1)
    load(curated(statement("s-1"), statement("s-2")), target)
    with pytest.raises(TargetError, match=r"no release 9\. There are releases 1 to 2\.$"):
        rollback(target, 9)


def test_a_category_that_is_hidden_is_told_in_words(curated, target):
    load(curated(statement()), target)
    hidden = replace(TAXONOMY.concepts[2], hidden=True, folds_into="semh")
    concepts = (*TAXONOMY.concepts[:2], hidden, *TAXONOMY.concepts[3:])
    report = load(curated(statement(), taxonomy=Taxonomy(concepts)), target)
    assert told(report.changes) == [
        ("changed", "cl-memory", "hidden", "no", "yes"),
        ("changed", "cl-memory", "folds_into", "", "semh"),
    ]
