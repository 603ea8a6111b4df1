"""What stands of a directory in use: who added what, what is known of a resource, who looks after it."""

from dataclasses import replace

import pytest
from fingerpost.curating import fold, undo_file, undo_item, undo_last
from fingerpost.decisions import Action
from fingerpost.errors import LogError
from fingerpost.logbook import chain, parse, render
from fingerpost.naming import added_id, digest_of
from fingerpost.taxonomy import Facet
from fingerpost.upkeep import AddedStatement, ReaderReport, ReportKind, ResourceFacts, Upkeep

from tests.curating.lines import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    added,
    answer,
    attached,
    detached,
    fact,
    log_of,
    reported,
    undone,
)

BY = {"by": "Cy", "at": WEDNESDAY}
NEW = "Ask one thing at a time."
SEMH = {Facet.AREA: ("semh",)}


def item_of(lines):
    return lines[0].resource_id


def taken_back(log, lines):
    return fold((*log, *chain(log, lines)))


# Statements that people add -------------------------------------------------------------------


def test_an_added_statement_stands_with_who_added_it_when_and_its_labels():
    lines = added(NEW, lead_in="In lessons:", labels=SEMH)
    standing = fold(log_of(lines))
    assert standing.added == {
        item_of(lines): AddedStatement(
            text=NEW, lead_in="In lessons:", added_by="Ann", added_on=MONDAY
        )
    }
    verdict = standing.verdicts[item_of(lines)]
    assert (verdict.action, verdict.labels, verdict.text_seen) == (Action.APPROVED, SEMH, NEW)
    assert (verdict.wording, verdict.digest) == ("", digest_of(NEW, "In lessons:"))


def test_nobody_looked_at_it_until_somebody_answers_about_it():
    lines = added(NEW)
    ours = digest_of(NEW)
    later = answer(item_of(lines), by="Bob", at=TUESDAY, saw=MONDAY, digest=ours)
    assert fold(log_of(lines)).verdicts[item_of(lines)].only_added
    assert not fold(log_of(lines, later)).verdicts[item_of(lines)].only_added
    assert not fold(log_of(answer("s-1"))).verdicts["s-1"].only_added


def test_the_same_row_in_the_next_weeks_file_adds_no_second_statement():
    first = added(NEW, pack="one.xlsx#1")
    again = added(NEW, pack="two.xlsx#2", at=TUESDAY)
    log = log_of(first, again)
    assert fold(log) == fold(log_of(first))
    assert taken_back(log, undo_file(log, "one.xlsx", **BY)).added == fold(log_of(first)).added


def test_an_added_statement_is_taken_back_like_any_answer():
    log = log_of(answer("s-1", by="Bob"), added(NEW, at=TUESDAY))
    item = log[-1].resource_id
    for lines in (
        undo_item(log, item, **BY),
        undo_item(log, str(log[-1].seq), **BY),
        undo_file(log, "Ann.xlsx", **BY),
        undo_last(log, **BY),
    ):
        assert taken_back(log, lines) == fold(log_of(answer("s-1", by="Bob")))


def test_a_later_wording_and_a_rejection_hold_for_it_as_for_any_statement():
    lines = added(NEW, labels=SEMH)
    item, ours = item_of(lines), digest_of(NEW)
    worded = answer(item, by="Bob", at=TUESDAY, saw=MONDAY, digest=ours, wording="Ask once.")
    gone = answer(item, Action.REJECTED, by="Cy", at=WEDNESDAY, saw=TUESDAY, digest=ours)
    assert fold(log_of(lines, worded)).verdicts[item].wording == "Ask once."
    assert fold(log_of(lines, worded, gone)).verdicts[item].action is Action.REJECTED


def test_labels_given_with_an_addition_stand_until_somebody_changes_them():
    lines = added(NEW, labels={**SEMH, Facet.NEED: ("semh-anxiety",)})
    item, how = item_of(lines), {"digest": digest_of(NEW), "by": "Bob"}
    worded = answer(item, at=TUESDAY, saw=MONDAY, wording="Ask once.", **how)
    moved = answer(item, at=WEDNESDAY, saw=TUESDAY, labels={Facet.NEED: ()}, **how)
    assert fold(log_of(lines, worded)).verdicts[item].labels == {
        **SEMH,
        Facet.NEED: ("semh-anxiety",),
    }
    assert fold(log_of(lines, worded, moved)).verdicts[item].labels == {**SEMH, Facet.NEED: ()}


def test_two_people_who_differ_about_an_added_statement_are_named():
    lines = added(NEW)
    other = answer(item_of(lines), Action.REJECTED, by="Bob", digest=digest_of(NEW))
    said = fold(log_of(lines, other)).verdicts[item_of(lines)].disagreement
    assert said == "They differ on what to do with it. Ann: keep; Bob: reject."


def test_the_id_of_an_addition_is_made_of_its_words_and_never_one_in_use():
    digest = digest_of(NEW)
    one = added_id(digest)
    assert one == added_id(digest)
    second = added_id(digest, {one})
    assert len({one, second, added_id(digest, {one, second}), added_id(digest_of(NEW, "So:"))}) == 4


def test_of_two_who_add_the_same_words_the_first_is_named_whichever_file_came_in_first():
    first, second = added(NEW, by="Zoe", at=TUESDAY), added(NEW, by="Bob", moment=TUESDAY)
    for log in (log_of(first, second), log_of(second, first)):
        (found,) = fold(log).added.values()
        assert (found.added_by, found.added_on) == ("Zoe", MONDAY)


# Facts ----------------------------------------------------------------------------------------


def test_what_is_known_of_a_resource_is_put_together_from_what_several_people_said():
    log = log_of(
        fact("r-1", "url", "https://example.org/a"),
        fact("r-1", "title", "Calm corners"),
        fact("r-1", "phase", "ks1|ks2", by="Bob"),
        fact("r-1", "checked_on", "2025-03-01", by="Bob"),
        fact("r-1", "trusted_because", "A trial in 12 schools.", by="Cy"),
    )
    assert fold(log).resources == {
        "r-1": ResourceFacts(
            url="https://example.org/a",
            title="Calm corners",
            trusted_because="A trial in 12 schools.",
            phases=("ks1", "ks2"),
            checked_on="2025-03-01",
        )
    }


def test_of_two_facts_the_one_given_later_stands_whichever_came_in_first():
    old = fact("s-1", "owner", "Ada Example", given=MONDAY, by="Bob", at=TUESDAY)
    new = fact("s-1", "owner", "Ben Example", given=TUESDAY, at=MONDAY)
    for log in (log_of(old, new), log_of(new, old)):
        assert fold(log).upkeep == {"s-1": Upkeep(owner="Ben Example")}
        assert fold(log).added == {}


def test_who_was_shown_a_fact_and_changed_it_is_right_whatever_the_clock_says():
    shown = fact("s-1", "owner", "Ada Example", given=WEDNESDAY)
    knew = fact("s-1", "owner", "Ben Example", by="Bob", given=MONDAY, at=TUESDAY, saw=MONDAY)
    assert fold(log_of(shown, knew)).upkeep["s-1"].owner == "Ben Example"


def test_facts_of_one_moment_are_settled_by_their_words():
    one, other = fact("r-1", "title", "A"), fact("r-1", "title", "B", by="Bob")
    for log in (log_of(one, other), log_of(other, one)):
        assert fold(log).resources["r-1"].title == "B"


def test_a_cell_that_was_emptied_empties_the_fact():
    log = log_of(
        fact("s-1", "next_review", "2026-01-01"),
        fact("s-1", "next_review", "", at=TUESDAY),
    )
    assert fold(log).upkeep == {}


def test_resources_stand_in_the_order_they_were_given_and_may_be_taken_away():
    log = log_of(
        (*attached("s-1", "r-9"), *attached("s-1", "r-1")[1:]),
        attached("s-1", "r-5", given=TUESDAY),
        attached("s-2", "r-9"),
    )
    assert fold(log).attached == {"s-1": ("r-9", "r-1", "r-5"), "s-2": ("r-9",)}
    standing = fold(log_of(log, detached("s-1", "r-1", at=WEDNESDAY)))
    assert standing.attached["s-1"] == ("r-9", "r-5")
    assert standing.detached == {"s-1": ("r-1",)}


def test_a_fact_taken_back_leaves_the_one_before():
    log = log_of(
        fact("r-1", "title", "Old"),
        fact("r-1", "title", "New", by="Bob", at=TUESDAY, saw=MONDAY),
    )
    assert taken_back(log, undo_item(log, "r-1", **BY)).resources["r-1"].title == "Old"


def test_of_two_facts_the_one_given_later_holds_whichever_came_in_first():
    sooner = fact("s-1", "owner", "Zoe Example", by="Ann", given=MONDAY)
    later = fact("s-1", "owner", "Ada Example", by="Bob", given=TUESDAY)
    for log in (log_of(sooner, later), log_of(later, sooner)):
        assert fold(log).upkeep["s-1"].owner == "Ada Example"


def test_facts_decide_nothing_about_a_statement():
    log = log_of(fact("s-1", "owner", "Ada Example"), attached("s-1", "r-1"))
    assert fold(log).verdicts == {}


# Readers' reports -----------------------------------------------------------------------------


def test_what_a_reader_said_twice_is_one_report_and_the_oldest_comes_first():
    log = log_of(
        reported("s-1", "link", "It is gone.", by="", at=TUESDAY),
        reported("s-1", "unclear", "Which adult?", by="Dee"),
        reported("s-1", "unclear", "Which adult?", by="dee", at=TUESDAY),
    )
    assert fold(log).reports == {
        "s-1": (
            ReaderReport(
                kind=ReportKind.UNCLEAR,
                text="Which adult?",
                reader="Dee",
                given_on=MONDAY,
                taken_in_on=MONDAY,
            ),
            ReaderReport(
                kind=ReportKind.LINK, text="It is gone.", given_on=TUESDAY, taken_in_on=TUESDAY
            ),
        )
    }


@pytest.mark.parametrize(
    ("how", "answered"),
    [
        ({"saw": MONDAY}, True),
        ({"saw": ""}, False),
        ({"saw": MONDAY, "action": Action.NOT_SURE}, False),
    ],
)
def test_a_report_is_answered_by_a_decision_that_knew_of_it(how, answered):
    log = log_of(
        reported("s-1", "harmful", "This frightens.", by="Dee"),
        answer("s-1", by="Bob", at=TUESDAY, **how),
    )
    (report,) = fold(log).reports["s-1"]
    assert report.answered is answered


THURSDAY, FRIDAY = "2025-03-06T10:00:00+00:00", "2025-03-07T10:00:00+00:00"


def test_a_report_that_was_answered_is_not_asked_again_when_it_is_taken_back_and_in_again():
    said = reported("s-1", "link", "It is gone.", by="Dee")
    log = log_of(said, answer("s-1", by="Bob", at=TUESDAY, saw=MONDAY))
    back = log_of(log, undone(1, WEDNESDAY), undone(2, WEDNESDAY))
    assert fold(back).reports == {}
    again = log_of(back, reported("s-1", "link", "It is gone.", by="Dee", at=THURSDAY))
    assert [one.answered for one in fold(again).reports["s-1"]] == [True]


def test_a_report_that_nobody_saw_before_it_was_taken_back_is_asked_when_it_is_in_again():
    log = log_of(
        reported("s-1", "link", "It is gone.", by="Dee"),
        undone(1, TUESDAY),
        undone(2, TUESDAY),
        answer("s-1", by="Bob", at=THURSDAY, saw=TUESDAY),
        reported("s-1", "link", "It is gone.", by="Dee", at=FRIDAY),
    )
    assert [one.answered for one in fold(log).reports["s-1"]] == [False]


@pytest.mark.parametrize(("given_on", "open_again"), [(MONDAY, 0), ("", 0), (WEDNESDAY, 1)])
def test_the_same_words_are_asked_about_again_only_if_a_reader_says_them_after_the_answer(
    given_on, open_again
):
    """Nobody who reports without a name may be silenced by an answer to somebody else."""
    line = replace(reported("s-1", "link", "", by="", at=THURSDAY)[1], previous_value=given_on)
    log = log_of(
        reported("s-1", "link", "", by=""),
        answer("s-1", by="Bob", at=TUESDAY, saw=MONDAY),
        (line,),
    )
    assert sum(not one.answered for one in fold(log).reports["s-1"]) == open_again


def test_a_report_taken_in_again_on_the_day_of_its_answer_is_not_asked_about_again():
    given = replace(reported("s-1", "link", "Gone.")[1], previous_value=MONDAY)
    again = replace(given, last_action_date=WEDNESDAY)
    log = log_of((given,), answer("s-1", at="2025-03-03T12:00:00+00:00", saw=MONDAY), (again,))
    assert [(one.answered, one.given_on) for one in fold(log).reports["s-1"]] == [(True, MONDAY)]
    later = replace(given, last_action_date=WEDNESDAY, previous_value=TUESDAY)
    (_, open_again) = fold(log_of(log, (later,))).reports["s-1"]
    assert (open_again.answered, open_again.given_on) == (False, TUESDAY)


def test_a_kind_of_report_that_does_not_exist_is_named_with_its_line():
    log = log_of(reported("s-1", "unclear", "Hm"))
    with pytest.raises(LogError, match=r"line 3, column field_name: “unclaer”"):
        parse(render(log).replace("unclear", "unclaer"), "decisions.csv")
