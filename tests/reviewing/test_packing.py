"""Packs as people get them: their names, their first sheet, their words to send, and what is in them."""

import re
from dataclasses import replace

import pytest
from fingerpost.errors import PackError
from fingerpost.packs import PackKind
from fingerpost.reviewing import Beside, Wanted, covering_note, plan_packs, review_page, triage
from fingerpost.reviewing.packs.packing import find_area
from fingerpost.reviewing.workbook.covering import file_name
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import TAXONOMY, statement
from tests.support.team import MONDAY, TUESDAY, packs, stands, taken, typed
from tests.support.workbooks import opened, read

STATEMENTS = [
    statement("Wear the radio aid", "Radio", reasons=[Reason.NO_LABEL], one="s-1"),
    statement(
        "Breathe slowly together", "Calm", reasons=[Reason.NO_LABEL], area=("semh",), one="s-2"
    ),
    statement("Sit near", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=(), one="s-3"),
    statement("Face the pupil", "Hearing > Strategies", one="s-4"),
    statement("Name the feeling", "Calm > Strategies", area=("semh",), one="s-5"),
]
DEVICES = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))}


def first_sheet(data):
    lines = opened(data)["Start here"].iter_rows(values_only=True)
    return [str(line[0]) for line in lines if line[0]]


@given(st.text(max_size=80), st.sampled_from(PackKind))
def test_every_name_of_a_file_is_one_that_windows_takes(person, kind):
    name = file_name(person, kind, "2026-03-02")
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert name == name.strip(" .")
    assert name.casefold() not in DEVICES
    assert 10 < len(name) <= 80
    assert name.endswith("2026-03-02")


def test_names_say_whose_and_of_which_kind():
    assert file_name("Ann O'Shea", PackKind.SHARE, "2026-03-02") == "ann-o-shea-2026-03-02"
    assert file_name("", PackKind.SHARE, "2026-03-02") == "share-2026-03-02"
    assert file_name("Ben", PackKind.SECOND, "2026-03-02") == "ben-second-look-2026-03-02"
    assert file_name("", PackKind.MEETING, "2026-03-02") == "meeting-2026-03-02"


def test_the_first_sheet_says_whose_share_it_is_how_much_and_how_long():
    (ann,), _ = packs(STATEMENTS, (), people=("Ann",))
    lines = first_sheet(ann.workbook(stands(STATEMENTS)))
    assert lines[0] == "Leeds: Ann's share, 1 heading and 2 statements, about 2 minutes"
    assert not any("Skim" in line for line in lines)


def test_whoever_a_pack_is_for_need_not_type_their_name():
    (ann,), _ = packs(STATEMENTS, (), people=("Ann",))
    (shared,), _ = packs(STATEMENTS, ())
    assert first_sheet(ann.workbook(stands(STATEMENTS)))[3] == (
        "Leave the yellow cell empty if you are Ann; anybody else types their name."
    )
    assert first_sheet(shared.workbook(stands(STATEMENTS)))[3].startswith("Type it once")


def test_sheets_of_a_pack_that_ask_nothing_are_out_of_sight():
    (ann,), _ = packs(STATEMENTS, (), people=("Ann",), area="semh")
    book = opened(ann.workbook(stands(STATEMENTS)))
    states = {sheet.title: sheet.sheet_state for sheet in book}
    assert states["Queue"] == "visible"
    assert states["Headings"] == states["Skim"] == "hidden"


def test_a_pack_knows_itself_when_it_comes_back():
    (ann,), log = packs(STATEMENTS, (), people=("Ann",))
    now = stands(STATEMENTS, log)
    data = typed(ann.workbook(now), "Queue", {"s-1": {"Decision": "Keep"}})
    assert read(data, now).sent_as == ann.pack.id
    _, found = taken(data, now, log, TUESDAY)
    assert {line.updated_by for line in found.lines} == {"Ann"}


def test_an_unedited_pack_changes_nothing():
    (ann,), log = packs(STATEMENTS, (), people=("Ann",))
    now = stands(STATEMENTS, log)
    _, found = taken(ann.workbook(now), now, log, TUESDAY)
    assert (found.lines, found.set_aside, found.undecided) == ((), (), ())


def test_the_page_of_a_pack_carries_its_id_and_its_owner():
    (ann,), _ = packs(STATEMENTS, (), people=("Ann",))
    page = ann.page(stands(STATEMENTS), Beside())
    assert f'"pack":"{ann.pack.id}"' in page
    assert '"person":"Ann"' in page


def test_no_page_of_a_pack_leads_to_files_that_do_not_travel_with_it():
    now = replace(stands(STATEMENTS), copies=frozenset({"areas/Hearing 2025.docx"}))
    (plan,) = plan_packs(now, (), Wanted(people=("Ann",)), MONDAY)
    assert "copies/" in review_page(triage(now), TAXONOMY, now.rulebook.council)
    assert "copies/" not in plan.page(now, Beside())


def test_a_pack_of_an_area_is_named_by_its_label_or_its_id():
    for area in (
        "semh",
        "Social, emotional and mental health",
        "social, emotional and mental health",
    ):
        (ann,), _ = packs(STATEMENTS, (), people=("Ann",), area=area)
        assert ann.pack.rows == ("s-2",)


def test_an_area_that_is_none_is_met_with_those_it_may_have_been():
    with pytest.raises(PackError, match="“Sensory and physical”") as error:
        find_area("Sensory & physical needs", TAXONOMY)
    assert "Cognition" not in str(error.value)
    with pytest.raises(PackError, match="There are: “Communication and interaction”"):
        find_area("zzzz", TAXONOMY)


def test_several_people_get_equal_parts_and_none_gets_another_s():
    plans, _ = packs(STATEMENTS, (), people=("Ann", "Ben"))
    rows = [row for plan in plans for row in plan.pack.rows]
    assert len(rows) == len(set(rows)) == 3


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ({"people": ("Ann", "Ann")}, "given twice"),
        ({"kind": PackKind.MEETING, "people": ("Ann", "Ben")}, "one pack"),
    ],
)
def test_what_does_not_go_together_is_said(wanted, says):
    with pytest.raises(PackError, match=says):
        packs(STATEMENTS, (), **wanted)


def test_people_who_comment_get_what_is_accepted_and_nothing_to_decide():
    (ask,), _ = packs(STATEMENTS, (), kind=PackKind.COMMENTS, people=("A parent",), area="semh")
    now = stands(STATEMENTS)
    book = opened(ask.workbook(now))
    assert book.sheetnames == ["Start here", "Comments", "Sent"]
    assert list(book["Comments"].iter_rows(values_only=True)) == [
        ("Statement", "Under", "Comment", "Your name (optional)", "Ref"),
        ("Name the feeling", "Calm > Strategies", None, None, book["Comments"]["E2"].value),
    ]
    assert '"comments":true' in ask.page(now, Beside())
    assert "Please do not name any child." in " ".join(first_sheet(ask.workbook(now)))


def test_words_to_send_a_pack_with_say_what_to_do():
    (ann,), _ = packs(STATEMENTS, (), people=("Ann",), at=MONDAY)
    assert covering_note(ann.pack) == (
        "Hello Ann, could you please answer 1 heading and 2 statements, about 2 minutes? Rows left "
        "empty simply wait. Open ann-2026-03-02.xlsx in Excel (or ann-2026-03-02.html in any "
        "browser), save it and send it back, finished or not. Thank you."
    )
    (ask,), _ = packs(STATEMENTS, (), kind=PackKind.COMMENTS, people=("Cleo",), at=MONDAY)
    assert covering_note(ask.pack).startswith(
        "Hello Cleo, could you please tell us what you think of 2 statements, of as many or as few "
        "as you like? Open cleo-comments-2026-03-02.xlsx"
    )
