"""A statement in a child's words beside the staff's, from the workbook to the files and back."""

from dataclasses import replace

import pytest
from fingerpost.curating import fold, settle
from fingerpost.decisions import Voice
from fingerpost.directory import Status
from fingerpost.exporting import records
from fingerpost.item_records import addresses, strategy_columns
from fingerpost.reporting.preview import preview_page
from fingerpost.reporting.tables import from_csv, tables
from fingerpost.reviewing import holds_unfinished_answers, triage
from fingerpost.suggestions import Evidence, Reason

from tests.support.outcomes import LEEDS, outcome, statement
from tests.support.workbooks import columns, decided, edited, logged, opened, read, sent, told

CALDER = replace(LEEDS, child_voice=True)
DAYS = tuple(f"2026-03-{day:02}T09:00:00+00:00" for day in range(1, 9))


def made(log=(), *, word="Use a radio aid", council=CALDER, suspects=lambda _: ()):
    """Return the outcome as it is once everybody's answers in a log count."""
    item = statement(word, "Radio", reasons=[Reason.NO_LABEL], one="s-aaaaaaaaaaaa")
    standing = fold(log)
    (settled,) = settle([item.classified], standing, suspects)
    return outcome(settled, verdicts=standing.verdicts, council=council)


def after(log, day, *, word="Use a radio aid", **cells):
    """Return the log after one more workbook, asked with what stands, came back."""
    now = made(log, word=word)
    typed = {"decision": "Change", "reviewer": "Ann", **cells}
    names = {"voice": "in_the_child's_words", "by": "written_by"}
    data = edited(sent(now), "Queue", 2, **{names.get(n, n): value for n, value in typed.items()})
    return logged(log, decided(data, now, at=DAYS[day], log=log, name=f"{day}.xlsx"))


def verdict(log):
    return fold(log).verdicts["s-aaaaaaaaaaaa"]


def item(log, **more):
    return made(log, **more).items[0]


def test_the_queue_has_two_more_columns_at_its_end_where_the_council_writes_them():
    assert list(columns(opened(sent(made()))["Queue"]))[-3:] == [
        "Ref",
        "In the child's words",
        "Written by",
    ]
    assert "Written by" not in columns(opened(sent(made(council=LEEDS)))["Queue"])


def test_the_childs_words_and_who_wrote_them_come_back_with_an_answer():
    data = edited(
        sent(made()),
        "Queue",
        2,
        decision="Keep",
        **{"in_the_child's_words": "I hear you with my radio aid", "written_by": "Year 4"},
    )
    found = decided(data, made())
    assert ("voiced", "child voice", "", "I hear you with my radio aid") in told(found)
    log = logged((), found)
    assert (verdict(log).child_voice, verdict(log).child_voice_by) == (
        "I hear you with my radio aid",
        "Year 4",
    )


def test_childs_words_alone_are_a_change_and_without_a_decision_they_are_named():
    data = edited(
        sent(made()), "Queue", 2, decision="Change", **{"in_the_child's_words": "I hear you"}
    )
    (answer,) = read(data, made()).answers
    assert (answer.child_voice, answer.wording) == (("I hear you", ""), None)
    idle = edited(sent(made()), "Queue", 2, **{"in_the_child's_words": "I hear you"})
    assert read(idle, made()).undecided != ()
    assert holds_unfinished_answers(idle, fold(()))
    log = logged((), decided(data, made()))
    assert not holds_unfinished_answers(data, fold(log))


def test_an_unedited_childs_voice_changes_nothing_and_stays_through_other_answers():
    log = after((), 0, voice="I hear you", by="Sam")
    later = (
        after(log, 1, decision="Keep", note="again") if item(log).status is Status.REVIEW else log
    )
    assert verdict(later).child_voice == "I hear you"


def test_changing_the_staffs_words_later_asks_for_another_look_at_the_childs():
    log = after((), 0, decision="Not sure")
    log = after(log, 1, voice="I hear you", by="Sam", wording="Use a radio aid in class")
    assert (item(log).status, verdict(log).changed_alone) == (Status.APPROVED, None)
    # The Word text is new: the row comes back, and only the staff's words are answered anew.
    log = after(log, 2, word="Use a hearing aid", wording="Use a hearing aid in class")
    now = item(log, word="Use a hearing aid")
    assert verdict(log).changed_alone is Voice.STAFF
    assert (now.status, now.reasons[0]) == (Status.REVIEW, Reason.VOICES_APART)
    (row,) = triage(made(log, word="Use a hearing aid")).queue
    assert row.why.startswith(
        "The staff's words were changed, and the child's were not: “I hear you”."
    )
    # Looked at and kept as it is, it is settled, with the words the staff chose.
    log = after(log, 3, word="Use a hearing aid", decision="Keep")
    assert verdict(log).changed_alone is None
    assert item(log, word="Use a hearing aid").text == "Use a hearing aid in class"
    assert verdict(log).child_voice == "I hear you"


def test_changing_the_childs_words_later_asks_for_another_look_at_the_staffs():
    log = after((), 0, decision="Not sure")
    log = after(log, 1, voice="I hear you", by="Sam", wording="Use a radio aid in class")
    log = after(log, 2, word="Use a hearing aid", voice="I hear you", wording="Use a hearing aid")
    log = after(log, 3, word="Use a hearing aid", voice="I hear all my friends", decision="Change")
    assert verdict(log).changed_alone is Voice.CHILD
    assert item(log, word="Use a hearing aid").reasons[0] is Reason.VOICES_APART


def test_two_people_with_different_childs_words_disagree_in_plain_words():
    now = made()
    log = ()
    for name, words in (("Ann", "I hear you"), ("Bob", "I can hear")):
        data = edited(
            sent(now), "Queue", 2, decision="Keep", reviewer=name, **{"in_the_child's_words": words}
        )
        log = logged(log, decided(data, now, log=log, name=f"{name}.xlsx"))
    assert "They differ on the child's words." in verdict(log).disagreement


def test_personal_data_in_the_childs_words_waits_for_a_person():
    log = after((), 0, voice="I sit next to Priya", by="Sam")
    found = item(
        log,
        suspects=lambda text: (Evidence("names", "Priya", "a name"),) if "Priya" in text else (),
    )
    assert (found.status, found.reasons[0]) == (Status.REVIEW, Reason.PERSONAL_DATA)


@pytest.mark.parametrize("council", [CALDER, LEEDS])
def test_files_and_draft_hold_both_voices_only_where_the_council_writes_them(council):
    now = made(after((), 0, voice="I hear you", by="Year 4"), council=council)
    (row,) = from_csv(tables(now)["items.csv"])
    (loadable,) = records.strategy_rows(now.items, now.rulebook, addresses(now.items, now.standing))
    wanted = {"child_voice": "I hear you", "child_voice_by": "Year 4"} if council is CALDER else {}
    for found in (row, loadable):
        assert {
            name: value for name, value in found.items() if name.startswith("child_voice")
        } == wanted
    assert tuple(loadable) == strategy_columns(now.rulebook)
    shown = "In a child&#39;s words: “I hear you”" in preview_page(now)
    assert ("In a child's words: “I hear you”" in preview_page(now) or shown) == bool(wanted)


@pytest.mark.parametrize(
    ("decision", "status", "reasons"),
    [
        ("Reject", Status.REJECTED, ()),
        ("Doesn't fit", Status.REVIEW, (Reason.UNFITTING, Reason.NO_LABEL)),
    ],
)
def test_what_is_left_out_is_not_asked_again_for_its_childs_words(decision, status, reasons):
    log = after((), 0, voice="I wear my hearing aid.")
    log = after(log, 1, word="Use a hearing aid", decision=decision)
    now = item(log, word="Use a hearing aid")
    assert (now.status, now.reasons) == (status, reasons)
