import csv
from pathlib import Path

from fingerpost.decisions import Action, Verdict
from fingerpost.directory import Status
from fingerpost.reviewing.asking.precedents import precedents
from fingerpost.suggestions import Reason

from tests.support.outcomes import AREA, NEED, TAXONOMY, statement

GOLD = Path(__file__).parents[1] / "gold" / "strategies.csv"
DECISIONS = 100


def said(action=Action.APPROVED, reviewer="Ann", **more):
    return Verdict(
        action=action,
        reviewer=reviewer,
        decided_on="2026-01-01T00:00:00+00:00",
        text_seen=more.pop("text_seen", ""),
        digest="",
        **more,
    )


def decided(text, *, one="", **more):
    return statement(
        text, one=one, status=Status.APPROVED, verdict=said(**more), need=["sp-hearing"]
    )


def waits(text, one=""):
    return statement(text, one=one, reasons=[Reason.NO_LABEL])


def test_the_likest_decision_comes_first_with_who_made_it_and_the_councils_words():
    item = waits("Use a visual timer for changes.")
    known = [
        decided("Seat the pupil near a timer."),
        decided("Use visual timers for every change."),
    ]
    found = precedents([item], known, TAXONOMY)[item.id]
    assert [one.text for one in found] == [
        "Use visual timers for every change.",
        "Seat the pupil near a timer.",
    ]
    assert (found[0].decision, found[0].person) == ("Kept", "Ann")
    assert found[0].labels == ("Sensory and physical", "Hearing", "TS5 Adapt teaching")


def test_no_more_than_three_are_shown():
    item = waits("Use a timer.")
    known = [decided(f"Use timer number {n}.") for n in range(9)]
    assert len(precedents([item], known, TAXONOMY)[item.id]) == 3


def test_each_decision_is_told_in_words():
    relabelled = {"labels": {AREA: ("semh",)}, "proposed": {AREA: ("sensory-and-physical",)}}
    confirmed = {"labels": {NEED: ("sp-hearing",)}, "proposed": {NEED: ("sp-hearing",)}}
    told = {
        "Kept": confirmed,
        "Changed": relabelled,
        "Rejected": {"action": Action.REJECTED},
        "Good advice, but no category fits": {"action": Action.UNFITTING},
    }
    item = waits("Use a timer.")
    for words, verdict in told.items():
        (found,) = precedents([item], [decided("Use the timer", **verdict)], TAXONOMY)[item.id]
        assert found.decision == words
        assert bool(found.labels) == (words in ("Kept", "Changed"))


def test_new_words_are_shown_and_parts_on_one_line():
    item = waits("Use a timer.")
    known = [decided("Use the timer", wording="Set a timer.\nUse a bell.")]
    (found,) = precedents([item], known, TAXONOMY)[item.id]
    assert (found.text, found.decision) == ("Set a timer. / Use a bell.", "Changed")


def test_what_is_open_or_disputed_is_no_precedent():
    item = waits("Use a timer.")
    known = [
        decided("Use the timer", action=Action.NOT_SURE),
        decided("Use one timer", action=Action.PARKED),
        decided("Use timers", disagreement="They differ."),
        statement("Use every timer"),
    ]
    assert precedents([item], known, TAXONOMY) == {item.id: ()}


def test_an_item_is_never_its_own_precedent():
    item = waits("Use a timer.", one="s-1")
    known = [decided("Use a timer.", one="s-1"), decided("Use the timer", one="s-2")]
    assert [one.item for one in precedents([item], known, TAXONOMY)["s-1"]] == ["s-2"]


def test_the_order_of_the_decisions_changes_nothing():
    item = waits("Use a visual timer for changes.")
    known = [decided(f"Use a visual timer in room {n}.") for n in range(6)]
    assert precedents([item], known, TAXONOMY) == precedents([item], known[::-1], TAXONOMY)


def test_with_a_hundred_decisions_nearly_every_item_has_one_to_look_at():
    with GOLD.open(encoding="utf-8") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    spread = texts[:: len(texts) // DECISIONS][:DECISIONS]
    known = [decided(text) for text in spread]
    items = [waits(text) for text in texts if text not in set(spread)]
    found = precedents(items, known, TAXONOMY)
    shown = sum(bool(found[item.id]) for item in items)
    assert shown >= 0.95 * len(items)
