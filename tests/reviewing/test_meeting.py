"""A meeting gets all and only what people differ on or left open, and what it settles stays settled."""

from dataclasses import replace

import pytest
from fingerpost.decisions import Action
from fingerpost.directory import Status
from fingerpost.errors import PackError, ReturnRefused
from fingerpost.logbook import chain
from fingerpost.packs import PackKind
from fingerpost.reviewing import Beside
from fingerpost.reviewing.columns import SAID
from fingerpost.reviewing.refs import heading_ref
from fingerpost.suggestions import Reason

from tests.support.outcomes import AREA, LEEDS, statement
from tests.support.team import (
    TUESDAY,
    WEDNESDAY,
    meeting,
    packs,
    says,
    stands,
    taken,
    typed,
)
from tests.support.workbooks import opened, read, without_sheet

TEXTS = {
    "s-alike": "Use a visual timetable",
    "s-area": "Wear the radio aid in assembly",
    "s-words": "Ring the family each Friday",
    "s-fate": "Let the pupil leave five minutes early",
    "s-park": "Offer a quiet place at lunch",
    "s-unsure": "Show pictures of each step",
    "s-alone": "Check that hearing aids are on",
    "s-open": "Give one instruction at a time",
}
STATEMENTS = [
    statement(text, "Radio", reasons=[Reason.NO_LABEL], one=one) for one, text in TEXTS.items()
]
HEADING = heading_ref("mystery").id
OTHERS = [
    statement("Sit near", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=(), one="s-waits")
]
ALL = [*STATEMENTS, *OTHERS]
SEMH = "Social, emotional and mental health"


@pytest.fixture(scope="module")
def differing():
    """Ann and Ben answer the same workbook, neither seeing the other's answers."""
    ann = {
        "s-alike": {"Decision": "Keep"},
        "s-area": {"Decision": "Change", "Area": SEMH, "Note": "It is about nerves"},
        "s-words": {"Decision": "Change", "Wording": "Telephone home on Fridays"},
        "s-fate": {"Decision": "Keep"},
        "s-park": {"Decision": "For the meeting", "Note": "Ask Cleo"},
        "s-unsure": {"Decision": "Not sure"},
        "s-alone": {"Decision": "Keep"},
    }
    ben = {
        "s-alike": {"Decision": "Keep"},
        "s-area": {"Decision": "Change", "Area": "Cognition and learning"},
        "s-words": {"Decision": "Change", "Wording": "Write home on Fridays"},
        "s-fate": {"Decision": "Reject", "Note": "Unsafe"},
    }
    log = says(ALL, (), "Ann", ann)
    log = says(ALL, log, "Ben", ben, at=TUESDAY)
    log = says(ALL, log, "Ann", {HEADING: {"This means": "Signs of need"}}, sheet="Headings")
    return says(ALL, log, "Ben", {HEADING: {"This means": "Advice"}}, sheet="Headings", at=TUESDAY)


def settled(log, answers, at=WEDNESDAY):
    data = typed(meeting(ALL, log, at=at), "Meeting", answers)
    return taken(data, stands(ALL, log), log, at, "meeting.xlsx")


def item(log, one):
    return next(i for i in stands(ALL, log).items if i.id == one)


def test_the_meeting_gets_all_and_only_what_is_open_between_people(differing):
    (plan,), _ = packs(ALL, differing, kind=PackKind.MEETING)
    assert set(plan.pack.rows) == {HEADING, "s-area", "s-words", "s-fate", "s-park", "s-unsure"}
    assert len(plan.pack.rows) == 6
    assert plan.pack.person == "the meeting"


def test_each_row_says_what_everybody_said(differing):
    sheet = opened(meeting(ALL, differing))["Meeting"]
    header, *rows = sheet.iter_rows(values_only=True)
    cells = {
        row[header.index("Ref")].split()[0]: dict(zip(header, row, strict=True)) for row in rows
    }
    area, heading, parked = cells["s-area"], cells[HEADING], cells["s-park"]
    assert area["What the first says"] == (
        f"Ann: Keep\nArea: {SEMH}\nStandard: TS5 Adapt teaching\nNote: It is about nerves"
    )
    assert area["What the second says"].startswith("Ben: Keep\nArea: Cognition and learning")
    assert "What the third says" not in header
    assert heading["What the first says"] == "Ann: Signs of need"
    assert heading["What the second says"] == "Ben: Advice"
    assert parked["What the first says"] == "Ann: For the meeting\nNote: Ask Cleo"
    assert parked["What the second says"] is None
    assert cells["s-fate"]["What the second says"] == "Ben: Reject\nNote: Unsafe"
    assert area["Reviewer"] == "the meeting"


def test_what_one_person_said_is_taken_as_it_was(differing):
    log, found = settled(
        differing,
        {
            "s-area": {"Decision": "First", "Note": "Ann is right"},
            "s-words": {"Decision": "second"},
            "s-fate": {"Decision": "Second"},
        },
    )
    assert found.answers == 3
    area, words, fate = (item(log, one) for one in ("s-area", "s-words", "s-fate"))
    assert (area.status, area.concepts(AREA)) == (Status.APPROVED, ("semh",))
    assert (area.verdict.reviewer, area.verdict.note) == ("the meeting", "Ann is right")
    assert (words.status, words.text) == (Status.APPROVED, "Write home on Fridays")
    assert fate.status is Status.REJECTED


def test_a_meeting_that_retires_as_one_person_did_does_not_call_it_no_advice(differing):
    lines = [
        replace(line, last_action_type=Action.WITHDRAWN)
        if line.last_action_type is Action.REJECTED
        else line
        for line in differing
    ]
    log, _ = settled(chain((), lines), {"s-fate": {"Decision": "Second"}})
    fate = item(log, "s-fate")
    assert (fate.status, fate.verdict.action) == (Status.REJECTED, Action.WITHDRAWN)


def test_neither_closes_the_matter(differing):
    log, _ = settled(
        differing,
        {
            "s-area": {"Decision": "Neither: leave out"},
            HEADING: {"Decision": "Neither: leave out"},
            "s-park": {"Decision": "Doesn't fit"},
        },
    )
    assert item(log, "s-area").status is Status.REJECTED
    assert item(log, "s-park").verdict.action is Action.UNFITTING
    standing = stands(ALL, log).standing
    assert standing.answers["mystery"].meaning == "not-advice"
    assert not standing.contested


def test_what_is_typed_in_the_row_can_be_kept(differing):
    log, _ = settled(
        differing,
        {
            "s-words": {"Decision": "Keep as typed here", "Wording": "Call or write on Fridays"},
            "s-unsure": {"Decision": "Keep as typed here", "Area": SEMH, "Reviewer": "Cleo"},
            HEADING: {"Decision": "Keep as typed here", "This means": "Advice"},
        },
    )
    assert item(log, "s-words").text == "Call or write on Fridays"
    unsure = item(log, "s-unsure")
    assert (unsure.status, unsure.concepts(AREA)) == (Status.APPROVED, ("semh",))
    assert unsure.verdict.reviewer == "Cleo"
    assert stands(ALL, log).standing.answers["mystery"].meaning == "advice"


def test_a_heading_means_what_one_person_said(differing):
    log, _ = settled(differing, {HEADING: {"Decision": "First"}})
    assert stands(ALL, log).standing.answers["mystery"].meaning == "signs-of-need"


def test_what_a_meeting_settled_stands_whoever_else_said_otherwise_before(differing):
    log, _ = settled(differing, {"s-area": {"Decision": "First"}})
    assert not item(log, "s-area").verdict.disagreement
    log, _ = settled(log, {})
    (plan,), _ = packs(ALL, log, kind=PackKind.MEETING)
    assert "s-area" not in plan.pack.rows


@pytest.mark.parametrize("decision", ["", "Not decided"])
def test_what_is_not_decided_stays_open(differing, decision):
    log, found = settled(differing, {"s-area": {"Decision": decision}})
    assert (found.lines, found.undecided) == ((), ())
    assert log == differing


@pytest.mark.parametrize("decision", ["", "Not decided"])
def test_a_note_on_what_was_not_decided_is_told(differing, decision):
    answers = {"s-area": {"Decision": decision, "Note": "Ask the teacher of the deaf"}}
    _, found = settled(differing, answers)
    (told,) = found.undecided
    assert "edited but has no Decision" in told
    assert "“Ask the teacher of the deaf”" in told


def test_an_unedited_meeting_changes_nothing(differing):
    _, found = settled(differing, {})
    assert (found.lines, found.set_aside, found.undecided) == ((), (), ())


@pytest.mark.parametrize(
    ("one", "cells", "says_so"),
    [
        ("s-park", {"Decision": "First"}, "Ann had not decided"),
        ("s-park", {"Decision": "Second"}, "nobody is the second here"),
        (HEADING, {"Decision": "Keep as typed here"}, "choose under “This means”"),
        (HEADING, {"Decision": "Doesn't fit"}, "is no answer to this"),
    ],
)
def test_a_choice_that_says_nothing_is_set_aside_with_what_to_do(differing, one, cells, says_so):
    _, found = settled(differing, {one: cells})
    assert found.lines == ()
    assert says_so in found.set_aside[0]


def test_a_word_that_is_no_choice_is_refused_by_its_place(differing):
    with pytest.raises(ReturnRefused, match=r"Meeting, row .*“Ann” is no answer"):
        settled(differing, {"s-area": {"Decision": "Ann"}})


def test_without_its_hidden_sheet_a_meeting_is_still_taken_as_it_is_typed(differing):
    now = stands(ALL, differing)
    data = typed(
        meeting(ALL, differing),
        "Meeting",
        {"s-fate": {"Decision": "First"}, "s-park": {"Decision": "Neither: leave out"}},
    )
    found = read(without_sheet(data, "Sent"), now)
    assert [answer.ref.id for answer in found.answers] == ["s-park"]
    assert "does not hold any more what each person said" in found.set_aside[0]


def test_the_paper_has_what_was_said_and_not_what_is_typed_afterwards(differing):
    sheet = opened(meeting(ALL, differing))["Meeting"]
    header = [cell.value for cell in sheet[1]]
    printed = "".join(filter(str.isalpha, sheet.print_area.split("!")[-1].split(":")[1]))
    assert header[: sheet[printed + "1"].column] == [
        "Decision",
        "What it is about",
        "What the first says",
        "What the second says",
        "Note",
    ]
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$1:$1"


def test_the_page_to_print_has_every_point_with_boxes_to_tick(differing):
    (plan,), _ = packs(ALL, differing, kind=PackKind.MEETING)
    page = plan.page(stands(ALL, differing), Beside())
    for one in ("s-area", "s-words", "s-fate", "s-park", "s-unsure"):
        assert TEXTS[one] in page
    for one in ("s-alike", "s-alone", "s-open"):
        assert TEXTS[one] not in page
    assert page.count('class="box"') == 6 * 4 + 4 * 2 + 2 * 1
    assert "<script" not in page


def test_where_nobody_differs_there_is_no_meeting():
    with pytest.raises(PackError, match="nothing to settle"):
        packs(ALL, says(ALL, (), "Ann", {"s-alone": {"Decision": "Keep"}}), kind=PackKind.MEETING)


def test_what_each_said_is_remembered_out_of_sight(differing):
    book = opened(meeting(ALL, differing))
    assert book["Sent"].sheet_state == "veryHidden"
    assert SAID in [cell.value for cell in book["Sent"][1]]
    assert book.sheetnames == ["Start here", "Meeting", "Categories", "Sent"]


def test_the_childs_words_go_with_whoever_is_right():
    voiced = {
        "Decision": "Change",
        "Area": SEMH,
        "In the child's words": "I like to see what comes next",
        "Written by": "Kit",
    }
    council = replace(LEEDS, child_voice=True)
    log = says(ALL, (), "Ann", {"s-area": voiced}, council=council)
    log = says(ALL, log, "Ben", {"s-area": {"Decision": "Reject"}}, at=TUESDAY, council=council)
    for decision in ("First", "Keep as typed here"):
        after, _ = settled(log, {"s-area": {"Decision": decision}})
        verdict = item(after, "s-area").verdict
        assert verdict.child_voice == "I like to see what comes next"
        assert verdict.child_voice_by == "Kit"


def test_a_change_to_words_that_a_cell_cannot_hold_is_refused_as_in_the_queue():
    long = [statement("Wait " * 7000, "Radio", reasons=[Reason.NO_LABEL], one="s-long")]
    log = says(long, (), "Ann", {"s-long": {"Decision": "For the meeting"}})
    book, now = meeting(long, log), stands(long, log)
    kept = typed(book, "Meeting", {"s-long": {"Decision": "Keep as typed here"}})
    after, _ = taken(kept, now, log, WEDNESDAY, "kept.xlsx")
    assert stands(long, after).items[0].text == long[0].text
    changed = typed(kept, "Meeting", {"s-long": {"Wording": "Wait … (cut here)"}})
    with pytest.raises(ReturnRefused, match="longer than a cell of Excel"):
        taken(changed, now, log, WEDNESDAY, "changed.xlsx")


def test_words_that_changed_places_in_the_meeting_are_refused(differing):
    words = {"s-area": TEXTS["s-park"], "s-park": TEXTS["s-area"]}
    answers = {
        one: {"Decision": "Keep as typed here", "Wording": text} for one, text in words.items()
    }
    with pytest.raises(ReturnRefused, match=r"Meeting, rows .* the words of other rows stand here"):
        settled(differing, answers)
