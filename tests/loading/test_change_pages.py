"""The pages about what loading changes: worst first, in words, and readable however much it is."""

import csv
import io
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from fingerpost.cli.releases import describe_changes
from fingerpost.curating import append
from fingerpost.directory import Replaced
from fingerpost.exporting import write_curated
from fingerpost.loading import (
    Change,
    ChangeKind,
    Conflict,
    Kept,
    LoadReport,
    ReleaseTold,
    Subject,
    changes_csv,
    load,
    plan_page,
    release_page,
    released,
    sample_of,
    sampled,
)
from fingerpost.loading.telling.change_pages import MOST_ROWS
from fingerpost.loading.telling.grounds import because
from fingerpost.taxonomy import Facet

from tests.curating.lines import answer
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.loading.databases import by_hand


def folder_of(folder, *classified, replaced=()):
    append(folder / "decisions.csv", ())
    write_curated(replace(outcome_of(classified), replaced=replaced), folder)
    return folder


LABELS = {"semh": "Feelings", "cl-memory": "Memory"}
HOSTILE = "<script>alert(1)</script>"
COMMAND = "fingerpost load --plan reports/plan.json"


def change(kind: ChangeKind, item: str = "s-1", **fields) -> Change:
    return Change(
        **{"subject": Subject.STRATEGY, "text": f"Text of {item}.", **fields}, kind=kind, id=item
    )


def report(*changes: Change, **fields) -> LoadReport:
    known = {"target": "sqlite:///directory.db", "release": None, "previous": 3, "statements": 10}
    return LoadReport(
        **{**known, **fields}, changes=changes, nothing_to_load=not changes, labels=LABELS
    )


def page(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html.parser")


def words(found: BeautifulSoup) -> str:
    return " ".join(found.get_text(" ").split())


def test_what_goes_comes_first_and_what_is_new_last():
    kinds = (
        change(ChangeKind.ADDED, "s-9"),
        change(ChangeKind.MOVED, "s-5", field="heading_path", before="A > B", after="A"),
        change(ChangeKind.CHANGED, "s-3", field="text", before="Old words.", after="New words."),
        change(ChangeKind.CHANGED, "s-3", field="source_text", before="x", after="y"),
        change(ChangeKind.RELABELLED, "s-4", field="need", before="semh", after="cl-memory|semh"),
        change(ChangeKind.RETIRED, "s-2"),
        change(ChangeKind.SOURCED, "s-6", field="locator", before="a", after="b"),
    )
    found = page(plan_page(report(*kinds), 10, "Council", COMMAND))

    assert [one.get_text() for one in found.select("main section h2")][1:] == [
        "Statements that go: 1",
        "Statements in other words: 1",
        "Statements under other categories: 1",
        "Statements that moved in Word: 1",
        "New statements: 1",
    ]
    assert "Need [before: Feelings ] → [after: Memory, Feelings ]" in words(found)
    assert [one.get_text() for one in found.select(".difference del, .difference ins")] == [
        "[taken out: Old]",
        "[added: New]",
    ]
    assert "10 statements now + 1 new − 1 gone = 10 statements in release 4." in words(found)


def test_five_thousand_new_statements_stay_readable():
    many = [change(ChangeKind.ADDED, f"s-{number}") for number in range(5000)]
    shown = plan_page(report(*many, statements=5000, previous=0), 0, "Council", COMMAND)
    found = page(shown)

    assert len(found.select("main section li")) == MOST_ROWS
    assert "0 statements now + 5,000 new = 5,000 statements in release 1." in words(found)
    assert "All 5,000 are in the file of all changes" in words(found)
    assert len(shown.encode()) < 100_000
    rows = list(csv.DictReader(io.StringIO(changes_csv(many, {}).decode("utf-8-sig"), newline="")))
    assert len(rows) == 5000
    assert (rows[0]["what"], rows[0]["happened"]) == ("statement", "added")


def test_hostile_words_are_inert_on_the_page_and_in_the_file():
    bad = change(ChangeKind.CHANGED, text=HOSTILE, field="text", before="=1+1", after=HOSTILE)
    met = Conflict(
        subject=Subject.STRATEGY,
        id="s-1",
        text=HOSTILE,
        field="text",
        base=HOSTILE,
        by_hand=HOSTILE,
        in_files="",
        kept=Kept.BY_HAND,
    )
    found = page(plan_page(report(bad, conflicts=(met,)), 10, HOSTILE, COMMAND))

    assert found.find("script") is None
    assert HOSTILE in words(found)
    assert "'=1+1" in changes_csv([bad], {}).decode("utf-8-sig")


def test_where_edits_met_other_changes_the_three_texts_stand_first():
    met = Conflict(
        subject=Subject.STRATEGY,
        id="s-1",
        text="By hand.",
        field="text",
        base="Loaded.",
        by_hand="By hand.",
        in_files="In Word.",
        kept=Kept.BY_HAND,
    )
    found = page(
        plan_page(report(change(ChangeKind.ADDED), conflicts=(met,)), 9, "Council", COMMAND)
    )

    assert found.select("main section h2")[1].get_text().startswith("Where edits by hand met")
    told = words(found)
    assert "Was loaded before Loaded. Changed by hand to By hand. Now in the files In Word." in told
    assert "What stands now What was put by hand" in told


def relabelled(before: str, after: str, was: str, stands: str) -> tuple[Change, Change]:
    kind = ChangeKind.RELABELLED
    return (
        change(kind, field=Facet.NEED.value, before=before, after=after),
        change(ChangeKind.SOURCED, field="evidence", before=was, after=stands),
    )


@pytest.mark.parametrize(
    ("noted", "told"),
    [
        ("person: Ada Example; headings: Talk", "because Ada Example chose it"),
        ("person: ", "because somebody chose it"),
        (
            "headings: Talk; and listen, Words; patterns: tell",
            "because of its heading “Talk; and listen, Words”",
        ),
        ("patterns: word mats; learned: mats … topic", "because of the words “word mats”"),
        (
            "learned: wait … turn; patterns: wait",
            "because of statements like it that were placed there (like in “wait … turn”)",
        ),
        ("implications: Talk", "because of another of its labels"),
        ("colours: Green", "because of its colour"),
        ("", ""),
        ("learned: ", ""),
        ("typed by hand: Talk", ""),
    ],
)
def test_what_a_label_rests_on_most_is_said_in_plain_words(noted: str, told: str):
    assert because(noted) == told


def test_what_only_rests_on_something_else_is_not_said_to_have_moved_in_word():
    (_, rests) = relabelled("semh", "semh", "semh: headings: Calm", "semh: headings: Quiet")

    assert describe_changes([rests], LABELS)[-1] == (
        "  … and 1 of which only the place in Word, or on what and how surely labels rest, changed "
        "(--json lists them)"
    )


def test_a_statement_that_moves_to_another_category_says_why_on_every_page_and_list():
    moved = relabelled(
        "semh",
        "cl-memory",
        "semh: headings: Calm | quiet|ci: learned: a … b",
        "cl-memory: learned: wait … turn; patterns: wait",
    )
    why = (
        "Memory: because of statements like it that were placed there (like in “wait … turn”). "
        "Feelings was there because of its heading “Calm | quiet|ci: learned: a … b”."
    )

    shown = words(page(plan_page(report(*moved), 10, "Council", COMMAND)))
    assert why in shown
    assert "the program learns from them anew, and such labels may change together" in shown
    assert why in "\n".join(describe_changes(moved, LABELS))
    rows = list(csv.DictReader(io.StringIO(changes_csv(moved, LABELS).decode("utf-8-sig"))))
    assert rows[0]["because"] == why
    assert "learned:" not in rows[1]["after"]


def test_a_new_order_of_labels_says_why_the_first_one_leads():
    swapped = relabelled(
        "semh|cl-memory",
        "cl-memory|semh",
        "semh: headings: Calm|cl-memory: learned: a",
        "cl-memory: person: Ada Example|semh: headings: Calm",
    )
    found = words(page(plan_page(report(*swapped), 10, "Council", COMMAND)))

    assert "Memory: because Ada Example chose it." in found
    assert "learns" not in found
    assert "was there" not in found


def test_no_page_shows_a_code_or_an_id_where_there_are_words_for_it(tmp_path):
    url = f"sqlite:///{tmp_path / 'directory.db'}"
    load(folder_of(tmp_path, statement("s-1"), statement("s-old")), url)
    was = replace(outcome_of((statement("s-old"),)).items[0], id="s-old")
    folder = folder_of(
        tmp_path, statement("s-1", "Whole."), replaced=(Replaced(item=was, by=("s-1",)),)
    )
    done = load(folder, url, dry_run=True)
    codes = [
        change(ChangeKind.CHANGED, "s-7", field=field, before=before, after=after)
        for field, before, after in (
            ("status", "accepted", "approved"),
            ("tier", "universal", "specialist"),
            ("phase", "", "early-years|ks2"),
            ("actor", "ta", "all-staff"),
            ("voice", "noun-phrase", "gerund"),
            ("confidence", "", "0.9312"),
        )
    ]
    shown = words(page(plan_page(replace(done, changes=(*done.changes, *codes)), 1, "C", COMMAND)))

    assert "What stands for it now [before: nothing ] → [after: “Whole.” ]" in shown
    assert "s-1" not in shown
    assert "[before: settled without a person ] → [after: agreed by a person ]" in shown
    assert "[after: Early years, Key Stage 2 ]" in shown
    assert "[after: right about 93 times in 100 ]" in shown
    for code in ("all-staff", "gerund", "noun-phrase", "universal", "approved"):
        assert code not in shown


def test_a_release_has_the_same_samples_each_time_and_another_has_others(curated, target):
    many = [statement(f"s-{n:02}", f"Statement {n}.") for n in range(40)]
    load(curated(*many), target)
    found = released(target)
    load(curated(*many[1:]), target)

    assert sampled(found) == sampled(released(target, 1))
    assert len({one.id for one in sampled(found)}) == 10
    assert sampled(found) != sampled(released(target, 2))


def test_the_page_of_a_release_adds_up_with_what_was_done_by_hand(curated, target):
    load(curated(statement("s-1"), statement("s-2")), target)
    folder = curated(
        statement("s-1", labels=((Facet.AREA, ("semh",)), (Facet.NEED, ("cl-memory",)))),
        statement("s-3"),
        decisions=answer("s-1", wording="Other words."),
    )
    by_hand(target, "UPDATE concepts SET label = 'Minds' WHERE id = 'semh'")
    done = load(folder, target, "Sam Example")
    assert [(one.text, one.base, one.value) for one in done.edits] == [
        ("Minds", "Feelings", "Minds")
    ]
    found = released(target)
    told = ReleaseTold(
        report=done,
        release=found.release,
        samples=tuple(sample_of(one, found) for one in sampled(found)),
        before=2,
        site_told=("site/ still shows release 1",),
    )
    shown = page(release_page(told, "Council", "../"))

    assert "2 statements before + 1 new − 1 gone = 2 statements ." in words(shown)
    assert "Area of need: Minds" in words(shown)
    assert "fingerpost publish" in words(shown)
    first = shown.select_one("#samples ~ article")
    assert "What differs: [taken out:" in words(first)
    assert shown.select("nav a")[0]["href"] == "../summary.html"
