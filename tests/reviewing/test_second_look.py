"""A second person decides about a sample without knowing anything of what the first one said."""

import io
import zipfile
from dataclasses import replace
from math import ceil

import pytest
from fingerpost.curating import arrange
from fingerpost.directory import Status
from fingerpost.errors import PackError
from fingerpost.lots import is_on_trial
from fingerpost.packs import PackKind
from fingerpost.reviewing import Beside
from fingerpost.reviewing.packs.second import second_look
from fingerpost.suggestions import Reason

from tests.support.outcomes import statement
from tests.support.team import TUESDAY, WEDNESDAY, packs, says, stands, taken, typed
from tests.support.workbooks import opened

COUNT = 24
STATEMENTS = [
    statement(
        f"Place the work card {n} on the desk", "Radio", reasons=[Reason.NO_LABEL], one=f"s-{n}"
    )
    for n in range(COUNT)
]
FIRST = {
    "Decision": "Change",
    "Wording": "Zanzibar wording by the first",
    "Area": "Cognition and learning",
    "Need": "Memory and organisation",
    "Note": "Quixotic reason",
}


@pytest.fixture(scope="module")
def decided():
    """Annunziata decides about all but the last four."""
    answers = {f"s-{n}": FIRST for n in range(COUNT - 4)}
    return says(STATEMENTS, (), "Annunziata", answers)


def second(log, person="Ben", share=0.5, **more):
    return packs(STATEMENTS, log, kind=PackKind.SECOND, people=(person,), share=share, **more)


def test_the_sample_is_a_share_of_what_others_decided(decided):
    (plan,), _ = second(decided, share=0.3)
    assert len(plan.pack.rows) == ceil(0.3 * (COUNT - 4))
    assert set(plan.pack.rows) <= {f"s-{n}" for n in range(COUNT - 4)}
    assert plan.pack.person == "Ben"


def test_the_sample_comes_first_from_what_the_program_never_learns(decided):
    now = stands(STATEMENTS, decided)
    on_trial = {
        item.id
        for item in now.items
        if item.verdict and is_on_trial(item.classified.strategy.digest)
    }
    share = len(on_trial) / (COUNT - 4)
    rows = {row.item.id for row in second_look(now, "Ben", share).queue}
    assert rows == on_trial


def test_nothing_of_the_first_answer_is_in_the_pack_or_its_page(decided):
    (plan,), _ = second(decided, share=1)
    now = stands(STATEMENTS, decided)
    book = plan.workbook(now)
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        parts = [package.read(name).decode(errors="replace") for name in package.namelist()]
    pages = [plan.page(now, Beside())]
    for text in (*parts, *pages):
        for secret in ("Annunziata", "Zanzibar", "Quixotic", decided[0].last_action_date):
            assert secret not in text
    cells = [cell.value for row in opened(book)["Queue"].iter_rows(min_row=2) for cell in row]
    assert "Memory and organisation" not in cells
    assert "Cognition and learning" not in cells
    assert "Place the work card 3 on the desk" in cells


def test_the_labels_are_the_programs_own(decided):
    (plan,), _ = second(decided)
    for row in plan.review.queue:
        assert row.item.labels == STATEMENTS[0].labels
        assert row.item.verdict is None


def test_what_comes_back_is_an_answer_of_its_own(decided):
    (plan,), log = second(decided, share=0.1)
    one, other = plan.pack.rows
    now = stands(STATEMENTS, log)
    data = typed(plan.workbook(now), "Queue", {one: {"Decision": "Keep"}, other: FIRST})
    log, found = taken(data, now, log, WEDNESDAY, "ben.xlsx")
    assert found.answers == 2
    assert {line.updated_by for line in found.lines} == {"Ben"}
    items = {item.id: item for item in stands(STATEMENTS, log).items}
    assert "They differ on" in items[one].verdict.disagreement
    assert items[other].verdict.disagreement == ""


def test_nobody_gets_a_second_look_at_what_they_decided_themselves(decided):
    with pytest.raises(PackError, match="Nobody else has decided"):
        second(decided, "annunziata")


def test_what_was_sent_for_a_second_look_is_not_sent_again_unless_asked(decided):
    (first,), log = second(decided, share=0.5)
    with pytest.raises(PackError, match="larger share"):
        second(log, "Cleo", share=0.5, at=WEDNESDAY)
    (more,), _ = second(log, "Cleo", share=0.8, at=WEDNESDAY)
    assert not set(more.pack.rows) & set(first.pack.rows)
    assert len(more.pack.rows) == ceil(0.8 * (COUNT - 4)) - len(first.pack.rows)
    (again,), _ = second(log, "Cleo", share=0.5, at=WEDNESDAY, again=True)
    assert again.pack.rows == first.pack.rows


def test_what_is_open_between_people_gets_no_second_look(decided):
    log = says(STATEMENTS, decided, "Ben", {"s-1": {"Decision": "Reject"}}, at=TUESDAY)
    rows = second_look(stands(STATEMENTS, log), "Cleo", 1).queue
    assert "s-1" not in {row.item.id for row in rows}


@pytest.mark.parametrize(("people", "share"), [((), 0.1), (("Ben", "Cleo"), 0.1), (("Ben",), 0)])
def test_a_second_look_names_one_person_and_a_share(decided, people, share):
    with pytest.raises(PackError, match="--for NAME --second"):
        packs(STATEMENTS, decided, kind=PackKind.SECOND, people=people, share=share)


def arranged(log, statements=STATEMENTS[:2]):
    """What stands, with parts in the place of what was parted and wholes in that of their pieces."""
    now = stands(statements, log)
    items, replaced = arrange(now.items)
    return replace(now, items=items, replaced=replaced)


def test_a_second_look_is_at_the_statement_in_word_and_not_at_its_parts():
    parts = {"s-0": {"Decision": "Change", "Wording": "Place the card 0\nOn the desk"}}
    log = says(STATEMENTS[:2], (), "Ann", parts)
    now = arranged(log)
    assert len(now.items) == 3
    (row,) = second_look(now, "Ben", 1).queue
    assert (row.ref.id, row.item.text) == ("s-0", STATEMENTS[0].text)
    (plan,), log = packs(STATEMENTS[:2], log, kind=PackKind.SECOND, people=("Ben",), share=1)
    data = typed(plan.workbook(now), "Queue", {"s-0": {"Decision": "Reject"}})
    log, _ = taken(data, now, log, WEDNESDAY, "ben.xlsx")
    assert arranged(log).items[0].status is Status.REVIEW


def test_what_people_joined_gets_no_second_look_in_pieces():
    log = says(STATEMENTS[:2], (), "Ann", {one: {"Decision": "Keep"} for one in ("s-0", "s-1")})
    whole, piece = stands(STATEMENTS[:2], log).items
    joined = replace(whole.verdict, joined=((piece.id, piece.classified.strategy.digest),))
    now = replace(stands(STATEMENTS[:2], log), items=(replace(whole, verdict=joined), piece))
    assert [row.item.id for row in second_look(now, "Ben", 1).queue] == ["s-1"]


def test_labels_left_without_knowing_do_not_overrule_others_that_were_left():
    one, other = (
        [statement("Ring home", "Radio", reasons=[Reason.NO_LABEL], one="s-0", need=(need,))]
        for need in ("sp-hearing", "cl-memory")
    )
    log = says(one, (), "Ann", {"s-0": {"Decision": "Keep"}})
    for proposed, differ in ((one, False), (other, True)):
        now = stands(proposed, log)
        (plan,), sent = packs(proposed, log, kind=PackKind.SECOND, people=("Ben",), share=1)
        data = typed(plan.workbook(now), "Queue", {"s-0": {"Decision": "Keep"}})
        after, _ = taken(data, now, sent, WEDNESDAY, "ben.xlsx")
        (item,) = stands(proposed, after).items
        assert ("Ann: Hearing; Ben: Memory and organisation" in item.verdict.disagreement) is differ
        assert (item.status is Status.REVIEW) is differ
