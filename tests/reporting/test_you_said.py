from dataclasses import replace

import pytest
from fingerpost.curating import fold, undo_last
from fingerpost.decisions import Action, Verdict
from fingerpost.directory import Replaced, Status
from fingerpost.logbook import chain
from fingerpost.reporting import you_said_page
from fingerpost.reporting.heard import role_of
from fingerpost.reporting.you_said import Kind, State, you_said
from fingerpost.suggestions import Evidence, Reason

from tests.curating.lines import MONDAY, TUESDAY
from tests.support.html import assert_sound, parsed, words
from tests.support.log import answer, comment, log_of
from tests.support.outcomes import outcome, statement

WORD = "Show the clock before lunch"


def tom(text):
    """Suspect one name, wherever it stands."""
    return (Evidence("personal-data", "Tom", "name"),) if "Tom" in text else ()


def told(log, *items, **more):
    made = outcome(*items, **more)
    made = replace(made, standing=replace(made.standing, comments=fold(log).comments))
    return you_said(made, log, tom)


def verdict(action=Action.APPROVED, at=TUESDAY, note=""):
    return Verdict(
        action=action, reviewer="Ann", decided_on=at, text_seen=WORD, digest="d1", note=note
    )


def became(item, at=MONDAY):
    (one,) = told(log_of(comment("s-1", "Why?", at=at)), item)
    return one.state, one.became


def ours(text=WORD, **more):
    return statement(text, one="s-1", **more)


@pytest.mark.parametrize(
    ("item", "says"),
    [
        (
            ours("Point to the clock", word=WORD, status=Status.APPROVED, verdict=verdict()),
            "We reworded it: “Point to the clock”. It stands under Sensory and physical.",
        ),
        (
            ours(status=Status.APPROVED, need=("sp-hearing",), verdict=verdict()),
            "We kept its words. It stands under Sensory and physical and Hearing.",
        ),
        (
            ours(status=Status.REJECTED, verdict=verdict(Action.REJECTED)),
            "We left it out.",
        ),
        (
            ours(status=Status.REJECTED, verdict=verdict(Action.REJECTED, note="Tom says so")),
            "We left it out, because: “[left out] says so”",
        ),
        (ours(), "We kept its words. It stands under Sensory and physical."),
    ],
)
def test_what_became_of_a_statement_since_is_told(item, says):
    assert became(item) == (State.DONE, says)


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (Reason.TRACKED_CHANGE, "The team has not decided yet."),
        (Reason.PARKED, "It waits for the meeting."),
        (Reason.REVIEWERS_DISAGREE, "The team does not agree about it yet."),
        (
            Reason.UNFITTING,
            "No category fits it yet. It is on the list for the meeting on categories.",
        ),
    ],
)
def test_what_waits_is_still_open(reason, says):
    assert became(ours(reasons=[reason])) == (State.OPEN, says)


def test_a_comment_on_what_was_settled_before_is_listed_as_such():
    item = ours(status=Status.APPROVED, verdict=verdict(at=MONDAY))
    assert became(item, at=TUESDAY)[0] is State.BEFORE


def test_a_comment_on_what_is_gone_is_not_lost():
    (one,) = told(log_of(answer("s-9", Action.NOT_SURE), comment("s-9", "Why?")))[:1]
    assert (one.kind, one.about) == (Kind.COMMENT, "Give one instruction at a time.")
    assert one.became == "It stands in none of the documents any more."


def test_what_was_parted_or_joined_is_told_by_what_stands_for_it():
    part, other = statement("Show it", one="s-2"), statement("Say it", one="s-3")
    parted = (Replaced(item=ours(status=Status.APPROVED), by=("s-2", "s-3")),)
    (one,) = told(log_of(comment("s-1", "Two things")), part, other, replaced=parted)
    assert one.became == "We made 2 statements of it: “Show it”, “Say it”."
    joined = (Replaced(item=ours(status=Status.APPROVED), by=("s-2",)),)
    (one,) = told(log_of(comment("s-1", "A half")), part, replaced=joined)
    assert one.became == "It is part of this now: “Show it”."


def test_who_was_not_sure_is_told_what_others_decided_later():
    log = log_of(
        answer("s-1", Action.NOT_SURE, by="Ann", note="Is it ours?"),
        answer("s-1", by="Ben", at=TUESDAY, saw=MONDAY, given=TUESDAY),
    )
    (one,) = told(log, ours(status=Status.APPROVED, verdict=verdict()))
    assert (one.kind, one.words, one.state) == (Kind.QUESTION, "Is it ours?", State.DONE)
    assert one.who == "Somebody from the team"


def test_who_asked_for_a_category_that_is_there_now_is_told_so():
    log = log_of(answer("s-1", Action.UNFITTING, note="New category: anxiety & mood"))
    (one,) = told(log, ours(reasons=[Reason.UNFITTING]))
    assert one.kind is Kind.PROPOSAL
    assert one.became.startswith("There is a category “Anxiety and mood” now. No category fits")


def test_an_answer_that_only_decides_is_not_on_the_list():
    assert told(log_of(answer("s-1", note="Clear")), ours(status=Status.APPROVED)) == ()


def test_what_was_taken_back_is_not_on_the_list():

    log = log_of(answer("s-1", Action.NOT_SURE))
    lines = undo_last(log, by="Ann", at=TUESDAY)
    assert told((*log, *chain(log, lines)), ours()) == ()


def test_nobody_is_named_and_what_may_name_somebody_is_left_out():
    log = log_of(
        comment("s-1", "My Tom Tom, he needs\nTom time", by="Aisha Example, mother"),
        answer("s-1", Action.NOT_SURE, by="Ben Sample", note="Ask Tom"),
    )
    made = outcome(ours("Show Tom the clock", reasons=[Reason.PERSONAL_DATA]))
    made = replace(made, standing=replace(made.standing, comments=fold(log).comments))
    page = you_said_page(made, log, tom)
    assert not any(name in page for name in ("Tom", "Aisha", "Example", "Ben", "Sample"))
    assert "A parent or carer commented: “My [left out], he needs [left out] time”" in " ".join(
        words(page).split()
    )
    assert parsed(page).h3.text == "Show [left out] the clock"


@pytest.mark.parametrize(
    ("person", "role"),
    [
        ("a parent", "A parent or carer"),
        ("Parents' forum", "A parent or carer"),
        ("Year 9 student", "A young person"),
        ("Aisha Example", "A reader"),
        ("", "A reader"),
        ("SENCo", "Somebody who works in a school"),
    ],
)
def test_people_are_told_by_what_they_spoke_as_and_never_by_what_they_typed(person, role):
    assert role_of(person) == role


def test_the_page_tells_what_was_done_before_what_is_open():
    log = log_of(
        comment("s-1", "Why?"), comment("s-2", "When?"), comment("s-2", "By whom?", by="b")
    )
    made = outcome(ours(reasons=[Reason.TRACKED_CHANGE]), statement("Ring home", one="s-2"))
    made = replace(made, standing=replace(made.standing, comments=fold(log).comments))
    page = you_said_page(made, log, tom)
    assert_sound(page)
    soup = parsed(page)
    assert [h.text for h in soup.select("h2")] == ["What we did", "What is still open"]
    assert [h.text for h in soup.select("h3")] == ["Ring home", WORD]
    assert len(soup.select("article")[0].select("li")) == 2
    assert "3 things were said" in words(page)
    assert not soup.select("nav")


def test_the_page_is_sound_where_nobody_said_anything():
    page = you_said_page(outcome(ours()), (), tom)
    assert_sound(page)
    assert "Nobody has commented yet" in words(page)


def test_nobody_of_several_who_left_it_out_is_named():
    left_out = (
        answer("s-1", Action.REJECTED, by=by, note=note)
        for by, note in (("Ann", "Unsafe"), ("Ann Lee", "Old"), ("", "No: too long"))
    )
    verdict = fold(log_of(*left_out)).verdicts["s-1"]
    assert "Ann Lee: Old" in verdict.note
    _, says = became(ours(status=Status.REJECTED, verdict=verdict))
    assert "Ann" not in says
    assert "No name given" not in says
    assert all(words in says for words in ("Unsafe", "Old", "No: too long"))
