from fingerpost.decisions import Action, Verdict
from fingerpost.directory import Status
from fingerpost.packs import PackKind, PackSent
from fingerpost.reviewing import triage
from fingerpost.running.migrating.beside import beside
from fingerpost.suggestions import Reason

from tests.support.outcomes import outcome, statement

RING = "Ring home once the lesson is over"


def verdict(text):
    return Verdict(
        action=Action.APPROVED,
        reviewer="Ben",
        decided_on="2026-01-05T10:00:00+00:00",
        text_seen=text,
        digest="",
    )


def some():
    again = f"{RING} each day"
    return outcome(
        statement(again, status=Status.APPROVED, verdict=verdict(again)),
        statement(RING, "Radio", reasons=[Reason.NO_LABEL], one="s-1"),
    )


def pack(kind):
    return PackSent(id="k-1", person="Amira", kind=kind, sent_on="2026-01-06", rows=())


def shown(kind=None):
    made = some()
    return beside(triage(made), made, (), pack(kind) if kind else None)


def test_what_was_decided_about_others_like_it_stands_beside_a_statement():
    (one,) = shown().precedents["s-1"]

    assert (one.text, one.decision, one.person) == (f"{RING} each day", "Kept", "Ben")
    assert "Sensory and physical" in one.labels


def test_who_only_comments_sees_neither_the_past_nor_the_passage():
    assert not shown(PackKind.COMMENTS).precedents


def test_who_looks_a_second_time_sees_no_answer_about_what_they_are_asked():
    made = some()
    again = triage(
        outcome(*(statement(i.text, reasons=[Reason.NO_LABEL], one=i.id) for i in made.items))
    )
    found = beside(again, made, (), pack(PackKind.SECOND)).precedents

    assert all(not told for told in found.values())
