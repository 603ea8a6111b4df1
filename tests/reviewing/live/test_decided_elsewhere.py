"""What somebody changes in the directory's workbook never overwrites what others said meanwhile."""

from dataclasses import replace

import pytest
from fingerpost.curating import arrange, fold, settle
from fingerpost.directory import Status
from fingerpost.errors import ReturnRefused
from fingerpost.logbook import chain
from fingerpost.reviewing import holds_unread_changes
from fingerpost.strategies import Join
from fingerpost.suggestions import Reason
from fingerpost.upkeep import resource_id

from tests.reviewing.live.directories import GAMES, LOOKS, rows, sent, some, typed
from tests.support.outcomes import TAXONOMY, outcome, statement
from tests.support.workbooks import decided, edited, opened, saved
from tests.support.workbooks import sent as review_of

EARLY, LATE = "2026-03-01T09:00:00+00:00", "2026-03-02T09:00:00+00:00"


def after(log, made):
    """Return what a run finds once the log says this."""
    standing = fold(log, TAXONOMY)
    items, replaced = arrange(settle([item.classified for item in made.items], standing))
    return replace(made, items=items, replaced=replaced, standing=standing)


def add(log, data, made, at=EARLY, name="back.xlsx"):
    return (*log, *chain(log, decided(data, made, at=at, log=log, name=name).lines))


def change(data, person, **cells):
    named = {name.replace("_", " ").capitalize(): value for name, value in cells.items()}
    return typed(data, ("Statements", "Face the pupil", {**named, "Reviewer": person}))


def test_two_wordings_given_without_knowing_of_each_other_go_to_a_person():
    made = some()
    log = add((), change(sent(made), "Ada", wording="Face them"), made)
    log = add(log, change(sent(made), "Ben", wording="Look at them"), after(log, made), LATE)
    (item,) = [one for one in after(log, made).items if one.id == LOOKS]
    assert (item.status, item.reasons[0]) == (Status.REVIEW, Reason.REVIEWERS_DISAGREE)
    assert "Face them" in item.verdict.disagreement
    assert "Look at them" in item.verdict.disagreement


def test_who_saw_the_others_wording_may_change_it():
    made = some()
    log = add((), change(sent(made), "Ada", wording="Face them"), made)
    now = after(log, made)
    data = typed(
        sent(now, log), ("Statements", "Face them", {"Wording": "Look", "Reviewer": "Ben"})
    )
    (item,) = [one for one in after(add(log, data, now, LATE), made).items if one.id == LOOKS]
    assert (item.text, item.status) == ("Look", Status.APPROVED)


def test_of_two_owners_given_without_knowing_of_each_other_somebody_is_told():
    made = some()
    log = add((), change(sent(made), "Ada", owner="Ada"), made)
    found = decided(change(sent(made), "Ben", owner="Ben"), made, at=LATE, log=log)
    assert found.undecided == (
        "Statements, row 4, column Owner: you say “Ben”; meanwhile Ada said “Ada”, and neither knew "
        "of the other. The one given later counts: look at it in the next workbook.",
    )
    assert found.answers == 1


def test_two_spellings_of_one_owner_are_one_person_and_two_nameless_people_are_two():
    made = some()
    log = add((), change(sent(made), "Ada", owner="Ada Example"), made)
    same = decided(change(sent(made), "Ben", owner="ada  example"), made, at=LATE, log=log)
    assert same.undecided == ()
    log = add((), change(sent(made), "", owner="Ada"), made)
    (told,) = decided(change(sent(made), "", owner="Ben"), made, at=LATE, log=log).undecided
    assert "you say “Ben”; meanwhile somebody else said “Ada”" in told


@pytest.mark.parametrize(
    ("column", "one", "other", "shown"),
    [
        ("Phase", "KS1", "Primary", ("Key Stage 1; Key Stage 2", "Key Stage 1")),
        ("Date checked", "1/5/2026", "2/5/2026", ("02/05/2026", "01/05/2026")),
        ("Publisher", None, "Trust B", ("Trust B", "Trust A")),
    ],
)
def test_what_differs_is_told_as_the_cells_show_it(column, one, other, shown):
    def says(person, value):
        cells = {column: value, "Reviewer": person}
        return typed(sent(some()), ("Resources", "Hearing aids", cells))

    log = add((), says("Ada", one or "Trust A"), some())
    (told,) = decided(says("Ben", other), some(), at=LATE, log=log).undecided
    assert "you say “{}”; meanwhile Ada said “{}”".format(*shown) in told


def test_who_saw_the_other_owner_or_names_the_same_is_told_nothing():
    made = some()
    log = add((), change(sent(made), "Ada", owner="Ada"), made)
    same = decided(change(sent(made), "Ben", owner="Ada"), made, at=LATE, log=log)
    seen = change(sent(after(log, made), log), "Ben", owner="Ben")
    knowing = decided(seen, after(log, made), at=LATE, log=log)
    assert (same.undecided, knowing.undecided) == ((), ())


def test_a_category_changed_here_keeps_the_words_that_were_agreed():
    made = some()
    log = add((), change(sent(made), "Ada", wording="Face them"), made)
    now = after(log, made)
    data = typed(sent(now, log), ("Statements", "Face them", {"Need": "Hearing"}))
    (item,) = [one for one in after(add(log, data, now, LATE), made).items if one.id == LOOKS]
    assert (item.text, dict(item.labels)["need"]) == ("Face them", ("sp-hearing",))


def test_a_rejection_in_the_review_and_a_change_here_go_to_a_person():
    made = some()
    waiting = outcome(statement("Face the pupil", "Calm", one=LOOKS, reasons=[Reason.NO_LABEL]))
    rejected = edited(review_of(waiting), "Queue", 2, decision="Reject", reviewer="Ben")
    log = add((), rejected, waiting, name="review.xlsx")
    log = add(log, change(sent(made), "Ada", wording="Face them"), made, LATE)
    (item,) = [one for one in after(log, made).items if one.id == LOOKS]
    assert item.reasons[0] is Reason.REVIEWERS_DISAGREE


def halves():
    """Return two lines of Word, what joined them in the log, and the one statement they are now."""
    joined = Join(
        ("Give time\n", "to answer."), ("body/p[8]", "body/p[9]"), "Give time to answer.", ""
    )
    first = at(
        statement("Give time", "Talk", one="s-first", reasons=[Reason.NO_LABEL], join=joined), 8
    )
    second = at(statement("to answer.", "Talk", one="s-next", reasons=[Reason.NO_LABEL]), 9)
    made = outcome(first, second)
    answered = edited(
        review_of(made), "Queue", 2, decision="Change", wording="Give time to answer."
    )
    log = add((), answered, made, name="review.xlsx")
    return made, log, after(log, made)


def test_a_whole_that_takes_another_in_goes_on_to_do_so_whatever_its_words():
    made, log, now = halves()
    assert [item.text for item in now.items] == ["Give time to answer."]
    data = typed(
        sent(now, log), ("Statements", "Give time to answer.", {"Wording": "Wait for an answer."})
    )
    assert [item.text for item in after(add(log, data, now, LATE), made).items] == [
        "Wait for an answer."
    ]


@pytest.mark.parametrize(("other", "is_told"), [("ada example", False), ("Ben Example", True)])
def test_of_two_owners_of_what_was_joined_since_somebody_is_told(other, is_told):
    made, log, now = halves()
    live = replace(made, items=tuple(replace(one, status=Status.ACCEPTED) for one in made.items))
    data = typed(
        sent(live),
        ("Statements", "Give time", {"Owner": "Ada Example"}),
        ("Statements", "to answer.", {"Owner": other}),
    )
    found = decided(data, now, at=LATE, log=log)
    assert any("“Ada Example” and “Ben Example”" in told for told in found.undecided) is is_told


def at(item, place):
    strategy = replace(item.classified.strategy, locator=f"body/p[{place}]")
    return replace(item, classified=replace(item.classified, strategy=strategy))


def test_a_resource_put_there_and_taken_away_again_is_gone():
    made = some()
    log = add((), change(sent(made), "Ada", resource_1=GAMES), made)
    now = replace(made, standing=fold(log, TAXONOMY))
    assert rows(sent(now, log), "Statements")[2]["Resource 1"] == GAMES
    data = typed(sent(now, log), ("Statements", "Face the pupil", {"Resource 1": None}))
    standing = fold(add(log, data, now, LATE), TAXONOMY)
    assert standing.attached.get(LOOKS, ()) == ()
    assert standing.detached[LOOKS] == (resource_id(GAMES),)


def test_addresses_sorted_without_the_rest_refuse_the_file():
    made = some()
    log = add((), change(sent(made), "Ada", resource_1=GAMES), made)
    now = replace(made, standing=fold(log, TAXONOMY))
    book = opened(sent(now, log))
    sheet = book["Resources"]
    sheet["G2"].value, sheet["G3"].value = sheet["G3"].value, sheet["G2"].value
    with pytest.raises(ReturnRefused, match="column Address: the words of other rows stand here"):
        decided(saved(book), now)


def test_a_workbook_is_unfinished_until_all_that_it_says_is_taken_in():
    made = some()
    data = change(sent(made), "Ada", wording="Face them", owner="Ada")
    assert not holds_unread_changes(sent(made), made, ())
    assert holds_unread_changes(data, made, ())
    log = add((), data, made)
    assert not holds_unread_changes(data, after(log, made), log)
    more = typed(data, ("Statements", "Use a talking frame", {"Owner": "Ada"}))
    assert holds_unread_changes(more, after(log, made), log)
    assert holds_unread_changes(b"no workbook", made, ())


def test_what_is_set_aside_is_kept_until_somebody_was_told():
    made = some()
    data = typed(sent(made), ("Statements", "Face the pupil", {"Note": "Not sure about this"}))
    assert holds_unread_changes(data, made, ())
