"""Who has what since when: nobody is asked for what is settled, and nothing sent out is forgotten."""

from datetime import date

import pytest
from fingerpost.curating import returned_line, undo_item
from fingerpost.errors import PackError
from fingerpost.logbook import chain
from fingerpost.packs import PackKind
from fingerpost.reviewing import Answers, came_back, describe_packs, triage, who_has_what
from fingerpost.reviewing.refs import heading_ref
from fingerpost.suggestions import Reason

from tests.support.outcomes import statement
from tests.support.team import MONDAY, TUESDAY, WEDNESDAY, packs, says, stands, taken, typed

STATEMENTS = [
    *(
        statement(f"Put card {n} on the desk", "Radio", reasons=[Reason.NO_LABEL], one=f"s-{n}")
        for n in range(4)
    ),
    statement("Sit near", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=(), one="s-waits"),
    statement("Face the pupil", "Hearing > Strategies", one="s-live"),
]


def sent_to(*people, log=(), at=MONDAY, **more):
    return packs(STATEMENTS, log, at=at, people=people, **more)


def out(log, day=date(2026, 3, 4)):
    now = stands(STATEMENTS, log)
    return who_has_what(now, triage(now), log, day)


def comes_back(plan, log, answers, sheet="Queue", at=TUESDAY):
    """Take a pack in, as the command does."""
    now = stands(STATEMENTS, log)
    name = f"{plan.pack.id} back.xlsx"
    log, found = taken(typed(plan.workbook(now), sheet, answers), now, log, at, name)
    link = returned_line(plan.pack, found.lines[0].pack, by="office", at=at)
    return (*log, *chain(log, [link]))


def test_everything_is_left_until_something_comes_back():
    (ann, ben), log = sent_to("Ann", "Ben")
    asked = {*ann.pack.rows, *ben.pack.rows}
    assert asked == {"s-0", "s-1", "s-2", "s-3", heading_ref("mystery").id}
    found = {one.pack.person: one for one in out(log)}
    assert {one: len(found[one].left) for one in found} == {
        "Ann": len(ann.pack.rows),
        "Ben": len(ben.pack.rows),
    }
    assert found["Ann"].days == 2


def test_what_came_back_is_not_chased_whoever_signed_it():
    (ann,), log = sent_to("Ann")
    answers = {"s-0": {"Decision": "Keep"}, "s-1": {"Decision": "Not sure", "Reviewer": "A. S."}}
    log = comes_back(ann, log, answers)
    (found,) = out(log)
    assert found.answered == 2
    assert set(found.left) == set(ann.pack.rows) - {"s-0", "s-1"}
    assert came_back(ann.pack, Answers.of(log)) == (
        "Ann: share of 2 March 2026: 2 of 5 answered; 3 left."
    )


def test_what_somebody_else_settled_is_not_chased():
    (ann,), log = sent_to("Ann")
    log = says(STATEMENTS, log, "Ben", {"s-2": {"Decision": "Keep"}}, at=TUESDAY)
    (found,) = out(log)
    assert found.answered == 0
    assert set(found.left) == set(ann.pack.rows) - {"s-2"}
    assert "0 of 5 answered, 1 settled by other answers, 4 left" in str(found)


def test_what_its_owner_answered_elsewhere_counts():
    (_,), log = sent_to("Ann")
    log = says(STATEMENTS, log, "ANN", {"s-2": {"Decision": "Not sure"}}, at=TUESDAY)
    assert out(log)[0].answered == 1


def test_an_answer_taken_back_is_left_again():
    (ann,), log = sent_to("Ann")
    log = comes_back(ann, log, {"s-0": {"Decision": "Keep"}})
    log = (*log, *chain(log, undo_item(log, "s-0", by="office", at=WEDNESDAY)))
    assert "s-0" in out(log)[0].left


def test_a_pack_that_is_done_is_on_no_list():
    (ann,), log = sent_to("Ann", minutes=1)
    heading = ann.pack.rows[0]
    log = comes_back(ann, log, {heading: {"This means": "Advice"}}, sheet="Headings")
    rest = {one: {"Decision": "Keep"} for one in ann.pack.rows[1:]}
    assert out(comes_back(ann, log, rest, at=WEDNESDAY) if rest else log) == ()


def test_a_pack_taken_back_is_on_no_list_and_its_questions_are_free():
    (ann,), log = sent_to("Ann")
    with pytest.raises(PackError, match="nobody has been sent yet"):
        sent_to("Ben", log=log, at=TUESDAY)
    log = comes_back(ann, log, {"s-0": {"Decision": "Keep"}})
    log = (*log, *chain(log, undo_item(log, ann.pack.id, by="office", at=WEDNESDAY)))
    assert out(log) == ()
    (ben,), _ = sent_to("Ben", log=log, at=WEDNESDAY)
    assert set(ben.pack.rows) == set(ann.pack.rows) - {"s-0"}


def test_what_somebody_has_goes_to_nobody_else_unless_asked():
    (ann,), log = sent_to("Ann", minutes=1)
    (ben,), log = sent_to("Ben", log=log, at=TUESDAY)
    assert not set(ann.pack.rows) & set(ben.pack.rows)
    (cleo,), _ = sent_to("Cleo", log=log, at=WEDNESDAY, again=True)
    assert set(cleo.pack.rows) == {*ann.pack.rows, *ben.pack.rows}


def test_after_a_week_a_sentence_to_send_stands_beside_it():
    (ann,), log = sent_to("Ann")
    on_time, late = out(log, date(2026, 3, 9)), out(log, date(2026, 3, 10))
    assert not on_time[0].overdue
    assert late[0].overdue
    assert list(describe_packs(late)) == [
        "Who has what:",
        "  Ann: share, since 2 March 2026 (8 days), overdue: 0 of 5 answered, 5 left "
        f"(ann-2026-03-02.xlsx, {ann.pack.id})",
        "    To send: Ann, could you send back ann-2026-03-02.xlsx, finished or not? We sent it on "
        "2 March 2026; 5 of 5 questions are left.",
    ]


def test_a_request_for_comments_is_done_once_any_comment_came_back():
    (ask,), log = sent_to("A parent", kind=PackKind.COMMENTS)
    assert ask.pack.rows == ("s-live",)
    assert "nothing came back yet" in str(out(log)[0])
    log = comes_back(ask, log, {"s-live": {"Comment": "This helps at home too"}}, "Comments")
    assert out(log) == ()
    assert came_back(ask.pack, Answers.of(log)) == (
        "A parent: request for comments of 2 March 2026: 1 comment."
    )
