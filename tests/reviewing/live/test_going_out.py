"""The workbook of a directory in use shows all that is live, and where somebody must look."""

from dataclasses import replace
from datetime import date

import pytest
from fingerpost.curating import arrange, settle
from fingerpost.decisions import Action, Standing, Verdict
from fingerpost.directory import Status
from fingerpost.reviewing.columns import LIVE
from fingerpost.upkeep import (
    AddedStatement,
    ReaderReport,
    ReportKind,
    ResourceFacts,
    Upkeep,
    resource_id,
)

from tests.reviewing.live.directories import (
    BOOKS,
    CALMS,
    HEARS,
    LOOKS,
    TODAY,
    rows,
    sent,
    some,
    usual,
)
from tests.support.outcomes import LEEDS, outcome, statement
from tests.support.workbooks import decided, fixed_rows, opened

NEVER = (
    "run",
    "flow",
    "facet",
    "ledger",
    "locator",
    "artifact",
    "curated",
    "manifest",
    "tombstone",
)


def kept_up(**upkeep):
    return replace(some(), standing=Standing(upkeep=upkeep))


def test_its_sheets_stand_in_the_order_in_which_people_need_them():
    assert opened(usual()).sheetnames == [
        "Start here",
        "Statements",
        "Add",
        "Resources",
        "No resource yet",
        "Overdue",
        "Sent",
    ]
    assert opened(usual())["Sent"].sheet_state == "veryHidden"


def test_every_live_statement_stands_there_and_no_other():
    waiting = statement("Ring home", status=Status.REVIEW)
    made = replace(some(), items=(*some().items, waiting))
    assert [row["Wording"] for row in rows(sent(made), "Statements")] == [
        "Check hearing aids daily",
        "Offer Calm Club on Mondays",
        "Face the pupil",
        "Use a talking frame",
    ]


def test_what_readers_say_stands_beside_a_statement_so_that_whoever_changes_it_has_answered():
    """An answer that knew of a report settles it, so nobody may answer without having read it."""
    told = ReaderReport(kind=ReportKind.OUT_OF_DATE, text="We have tablets now")
    items = [replace(one, reports=(told,) * (one.id == LOOKS)) for one in some().items]
    found = rows(sent(replace(some(), items=tuple(items))), "Statements")
    assert {row["Wording"]: row["Readers say"] for row in found if row["Readers say"]} == {
        "Face the pupil": (
            "A reader of the directory says that it is out of date: “We have tablets now”"
        )
    }


def test_the_same_directory_on_the_same_day_gives_the_same_bytes():
    assert sent(some()) == sent(some())


def test_rows_grow_with_what_is_typed_and_fit_what_is_sorted_into_them():
    assert fixed_rows(usual(), number=2) == [1]
    assert opened(usual())["Statements"].row_dimensions[2].height > 0


def test_each_column_has_one_drop_down_that_reaches_every_row():
    book = opened(usual())
    for name in LIVE:
        rules = book[name].data_validations.dataValidation
        letters = [str(rule.sqref)[0] for rule in rules]
        assert letters
        assert all(str(rule.sqref).count(":") == 1 for rule in rules)
        assert all(str(rule.sqref).endswith(str(book[name].max_row)) for rule in rules)


def test_what_a_drop_down_offers_is_there():
    book = opened(usual())
    rules = [rule for name in LIVE for rule in book[name].data_validations.dataValidation]
    lists = {rule.formula1 for rule in rules if rule.type == "list"}
    assert lists <= set(book.defined_names)
    assert {"ToDo", "AreaLabels", "Phases", "ResourceTitles"} <= lists


@pytest.mark.parametrize("text", ["=1+1", "+44", "-Sit", "@home", "\tTab"])
def test_words_that_look_like_a_formula_are_shown_and_never_computed(text):
    book = opened(sent(outcome(statement(text))))
    cell = book["Statements"]["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_days_are_days_by_which_people_can_sort():
    made = kept_up(**{LOOKS: Upkeep(owner="Ada", next_review="2028-01-05")})
    row = rows(sent(made), "Statements")[2]
    assert (row["Owner"], row["Next review"].date()) == ("Ada", date(2028, 1, 5))


def test_what_is_no_day_stands_there_as_it_is_and_comes_back_as_nothing_new():
    made = kept_up(**{LOOKS: Upkeep(next_review="when they move up")})
    assert rows(sent(made), "Statements")[2]["Next review"] == "when they move up"
    assert decided(sent(made), made).lines == ()


def test_what_is_overdue_on_the_day_stands_under_its_owner_what_nobody_owns_first():
    made = kept_up(
        **{
            LOOKS: Upkeep(owner="Ben", next_review="2027-02-28"),
            CALMS: Upkeep(next_review="2027-01-01"),
            HEARS: Upkeep(owner="Ada", next_review="2027-03-01"),
        }
    )
    due = rows(sent(made, today=TODAY), "Overdue")
    assert [(row["Owner"], row["Statement"]) for row in due] == [
        ("Nobody yet", "Offer Calm Club on Mondays"),
        ("Ben", "Face the pupil"),
    ]
    assert rows(sent(made, today=date(2026, 1, 1)), "Overdue") == []


def test_what_has_no_resource_stands_by_area_with_what_it_names():
    found = rows(usual(), "No resource yet")
    assert [(row["Area"], row["Named in it"]) for row in found] == [
        ("Cognition and learning", None),
        ("Social, emotional and mental health", "Calm Club"),
        ("Sensory and physical", None),
    ]


def test_what_statements_name_is_offered_until_a_resource_is_about_it():
    offered = rows(usual(), "Resources")[-1]
    assert (offered["Title"], offered["Address"]) == ("Calm Club", None)
    assert offered["Used by"].startswith("Named in 1 statement without a resource.")
    facts = ResourceFacts(url=BOOKS, title="All about Calm Club")
    told = replace(some(), standing=Standing(resources={resource_id(BOOKS): facts}))
    assert [row["Title"] for row in rows(sent(told), "Resources")] == ["All about Calm Club"]


def test_what_people_said_of_a_resource_stands_there_with_how_often_it_is_used():
    facts = ResourceFacts(
        url=BOOKS,
        publisher="Example Trust",
        trusted_because="Teachers wrote it.",
        phases=("ks1", "post-16"),
        checked_on="2026-05-03",
        owner="Dee",
    )
    told = replace(some(), standing=Standing(resources={resource_id(BOOKS): facts}))
    row = rows(sent(told), "Resources")[0]
    assert row.pop("Date checked").date() == date(2026, 5, 3)
    assert list(row.values())[:-1] == [
        "Hearing aids",
        "Example Trust",
        "Teachers wrote it.",
        "Key Stage 1; Post-16",
        "Dee",
        BOOKS,
        None,
        "1 statement",
    ]


def test_two_resources_of_one_title_are_told_apart_by_their_addresses():
    told = {
        resource_id(url): ResourceFacts(url=url, title="Help")
        for url in (BOOKS, "https://other.example.org")
    }
    assert rows(sent(replace(some(), standing=Standing(resources=told))), "Statements")[0][
        "Resource 1"
    ] == (BOOKS)


def test_resources_that_nothing_uses_stand_by_address_after_those_in_use():
    urls = [f"https://{one}.example.org" for one in "dbeac"]
    told = Standing(resources={resource_id(url): ResourceFacts(url=url) for url in urls})
    shown = rows(sent(replace(some(), standing=told)), "Resources")
    assert [row["Address"] for row in shown][:6] == [BOOKS, *sorted(urls)]


def test_a_statement_that_never_stood_in_word_says_who_added_it():
    added = AddedStatement(text="Agree a signal", added_by="Ada", added_on="2026-11-22T09:00:00Z")
    made = outcome(statement("Agree a signal", "", one="s-new", source=""))
    made = replace(made, standing=Standing(added={"s-new": added}))
    row = rows(sent(made), "Statements")[0]
    assert row["Document"] == "Added to the directory by Ada on 2026-11-22"
    assert row["In Word"] is None


def test_a_statement_that_people_parted_stands_once_with_a_line_a_part():
    item = statement("Give time, and a seat", one="s-both")
    verdict = Verdict(
        action=Action.APPROVED,
        reviewer="Ada",
        decided_on="2026-03-01T09:00:00+00:00",
        text_seen=item.text,
        digest=item.classified.strategy.digest,
        wording="Give time\nGive a seat",
    )
    standing = Standing(verdicts={"s-both": verdict})
    items, replaced = arrange(settle([item.classified], standing))
    made = replace(outcome(*items), standing=standing, replaced=replaced)
    (row,) = rows(sent(made), "Statements")
    assert (row["Wording"], row["Ref"].split()[0]) == ("Give time\nGive a seat", "s-both")


def test_a_childs_words_stand_there_where_the_council_has_them():
    made = some(council=replace(LEEDS, child_voice=True))
    assert "In the child's words" in rows(sent(made), "Statements")[0]
    assert "In the child's words" not in rows(usual(), "Statements")[0]


def test_its_first_sheet_is_plain_english_with_five_steps():
    sheet = opened(usual())["Start here"]
    words = " ".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    assert "3 statements have no resource yet." in words
    assert "5.  Save the file" in words
    assert "6.  " not in words
    assert not {word.strip(".,;:“”").casefold() for word in words.split()} & set(NEVER)
