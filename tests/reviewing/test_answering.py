from dataclasses import replace
from datetime import UTC, datetime

import pytest
from fingerpost.decisions import Action, Answer, Decision, Resource, Skimmed
from fingerpost.logbook import chain
from fingerpost.opinions import NO_NAME
from fingerpost.strategies import Join
from fingerpost.suggestions import Reason

from tests.support.outcomes import AREA, NEED, outcome, statement
from tests.support.workbooks import decided, edited, logged, opened, sent, standing, told


def some(log=(), **more):
    found = standing(log)
    return outcome(
        statement("Face the pupil when you speak"),
        statement("Sit near the front", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()),
        statement(
            "Use a radio aid",
            "Radio",
            reasons=[Reason.NO_LABEL],
            need=("sp-msi",),
            standard=(),
            verdict=found.verdicts.get("s-radio"),
            one="s-radio",
        ),
        statement("Ring home", "Radio", reasons=[Reason.TRACKED_CHANGE], one="s-ring"),
        verdicts=found.verdicts,
        answers=found.answers,
        skimmed=found.skimmed,
        **more,
    )


def test_keep_confirms_what_was_shown_and_remembers_what_was_seen():
    found = decided(edited(sent(some()), "Queue", 3, decision="Keep", reviewer="Ann"), some())
    assert told(found) == [
        ("seen", "text", "areas/Hearing 2025.docx", "Use a radio aid"),
        ("confirmed", "area_of_need", "sensory-and-physical", "sensory-and-physical"),
        ("confirmed", "need", "sp-msi", "sp-msi"),  # kept, though people see it as Hearing
        ("confirmed", "universal", "", ""),
        ("confirmed", "teachers_standards", "", ""),
        ("approved", "status", "review", "approved"),
    ]
    line = found.lines[0]
    assert (line.updated_by, line.reason, line.resource_id) == ("Ann", "Radio", "s-radio")
    assert line.pack.startswith("returned.xlsx#")
    assert len({(one.source_digest, one.pack, one.last_action_date) for one in found.lines}) == 1
    assert (found.answers, line.seq, line.prev_hash) == (1, 0, "")


def test_change_tells_the_new_words_and_labels_and_the_note():
    data = edited(
        sent(some()),
        "Queue",
        2,
        decision="Change",
        wording="Ring the  family first",
        need="Hearing",
        note="Clearer",
    )
    assert told(decided(data, some())) == [
        ("seen", "text", "areas/Hearing 2025.docx", "Ring home"),
        ("reworded", "text", "Ring home", "Ring the family first"),
        ("relabelled", "need", "", "sp-hearing"),
        ("confirmed", "area_of_need", "sensory-and-physical", "sensory-and-physical"),
        ("confirmed", "universal", "", ""),
        ("confirmed", "teachers_standards", "ts-5", "ts-5"),
        ("noted", "note", "", "Clearer"),
        ("approved", "status", "review", "approved"),
    ]


def test_keep_with_edited_cells_counts_as_change():
    data = edited(sent(some()), "Queue", 3, decision="Keep", wording="Wear a radio aid")
    assert ("reworded", "text", "Use a radio aid", "Wear a radio aid") in told(
        decided(data, some())
    )


def test_words_typed_beside_reject_are_told_because_nobody_asks_for_them_again():
    data = edited(
        sent(some()),
        "Queue",
        2,
        decision="Reject",
        wording="Other words",
        note="No.",
        reviewer="Ann",
    )
    found = decided(data, some())
    assert found.undecided == (
        "Queue, row 2: it is rejected, so what else was changed in the row is not taken in. "
        "Wording: “Other words”.",
    )
    assert "Other words" not in str(found.lines)


def test_who_is_not_sure_about_a_heading_leaves_it_open_and_the_rest_counts():
    data = edited(sent(some()), "Headings", 2, this_means="not sure", note="Ask the team")
    found = decided(edited(data, "Queue", 2, decision="Keep", reviewer="Ann"), some())
    assert found.answers == 1
    assert found.undecided == (
        "Headings, row 2: “Not sure” leaves the question open. The note says: “Ask the team”.",
    )
    assert "Not sure" in [cell.value for column in opened(data)["Sent"].columns for cell in column]


@pytest.mark.parametrize(("typed", "action"), [("Reject", "rejected"), ("Not sure", "not-sure")])
def test_reject_and_not_sure_settle_no_words_and_no_labels(typed, action):
    data = edited(sent(some()), "Queue", 3, decision=typed, need="")
    assert [one[0] for one in told(decided(data, some())) if one[0] != "noted"] == ["seen", action]


def test_a_heading_is_answered_by_its_key_with_a_note():
    data = edited(sent(some()), "Headings", 2, this_means="Hearing", note="Jo says", reviewer="Ann")
    found = decided(data, some())
    assert told(found) == [
        ("noted", "note", "", "Jo says"),
        ("answered", "meaning", "", "sp-hearing"),
    ]
    assert {(d.resource_type, d.resource_id, d.updated_by) for d in found.lines} == {
        (Resource.HEADING, "mystery", "Ann")
    }
    assert standing(logged((), found)).answers["mystery"].note == "Jo says"


def test_a_heading_answered_by_nobody_in_particular_is_answered_all_the_same():
    found = decided(edited(sent(some()), "Headings", 2, this_means="Hearing"), some())
    assert standing(logged((), found)).answers["mystery"].reviewer == NO_NAME


def test_an_answer_that_stands_already_is_not_told_again_but_another_one_is():
    answer = Answer(meaning="semh", reviewer="Ann", decided_on="2026-01-01T00:00:00+00:00")
    made = outcome(
        statement("x", "Mystery", reasons=[Reason.NO_LABEL]), answers={"mystery": answer}
    )
    assert decided(sent(made), made).lines == ()
    other = decided(edited(sent(made), "Headings", 2, this_means="Not advice"), made)
    assert told(other) == [("answered", "meaning", "semh", "not-advice")]
    (given,) = (one for one in other.lines if one.last_action_type is Action.GIVEN)
    assert given.previous_value == answer.decided_on


def test_what_somebody_said_is_no_heading_can_still_be_answered_as_it_was_sent():
    data = sent(outcome(statement("x", "Mystery", reasons=[Reason.NO_LABEL])))
    answer = Answer(meaning="not-a-heading", reviewer="Ann", decided_on="2026-01-01T00:00:00+00:00")
    since = outcome(statement("x", "Other", reasons=[Reason.NO_LABEL]), answers={"mystery": answer})
    found = decided(edited(data, "Headings", 2, this_means="Hearing"), since)
    assert told(found) == [("answered", "meaning", "not-a-heading", "sp-hearing")]
    assert found.set_aside == ()


def test_an_answer_remembers_when_the_file_was_saved():
    found = decided(edited(sent(some()), "Queue", 3, decision="Keep"), some())
    (given,) = (one for one in found.lines if one.last_action_type is Action.GIVEN)
    assert datetime.fromisoformat(given.replacement_value) > datetime(2026, 1, 1, tzinfo=UTC)


def test_all_fine_is_told_of_the_heading_path_and_of_just_these_statements():
    data = edited(sent(some()), "Skim", 2, all_fine="All fine", reviewer="Ann")
    found = decided(data, some())
    assert told(found) == [("skimmed", "status", "", "all-fine")]
    assert (found.lines[0].resource_id, len(found.lines[0].source_digest)) == (
        "Hearing > Strategies",
        8,
    )
    skimmed = Skimmed("Ann", found.lines[0].source_digest)
    assert standing(logged((), found)).skimmed == {"Hearing > Strategies": skimmed}


def test_a_statement_pulled_out_waits_again():
    found = decided(edited(sent(some()), "Skim", 3, pull_out="x"), some())
    assert [one[0] for one in told(found)] == ["seen", "pulled-out"]


def answered_once():
    data = edited(sent(some()), "Queue", 3, decision="Keep", reviewer="Ann")
    data = edited(data, "Queue", 2, decision="Reject", reviewer="Ann")
    data = edited(data, "Headings", 2, this_means="Hearing", reviewer="Ann")
    return edited(data, "Skim", 2, all_fine="All fine", reviewer="Ann")


def test_the_same_file_twice_adds_nothing_the_second_time():
    data = answered_once()
    log = logged((), decided(data, some()))
    assert decided(data, some(log), log=log).lines == ()


def test_the_same_answers_under_another_name_or_in_a_fuller_file_add_only_what_is_new():
    log = logged((), decided(answered_once(), some()))
    fuller = edited(answered_once(), "Skim", 3, pull_out="x", reviewer="Ann")
    found = decided(fuller, some(log), log=log, name="other.xlsx")
    assert (found.answers, found.repeated) == (1, 4)
    before, after = standing(log), standing(logged(log, found))
    new = {item for item in after.verdicts if item not in before.verdicts}
    assert {after.verdicts[item].action for item in new} == {Action.PULLED_OUT}


def test_a_second_persons_equal_answer_is_kept_as_theirs():
    log = logged((), decided(answered_once(), some()))
    theirs = edited(sent(some()), "Queue", 3, decision="Keep", reviewer="Bob")
    assert {d.updated_by for d in decided(theirs, some(log), log=log).lines} == {"Bob"}


def two_who_differ():
    ann = edited(sent(some()), "Queue", 3, decision="Keep", reviewer="Ann")
    bob = edited(sent(some()), "Queue", 3, decision="Reject", reviewer="Bob")
    log = logged((), decided(ann, some()))
    return ann, bob, logged(log, decided(bob, some(log), log=log, name="bob.xlsx"))


def test_applying_all_files_again_does_not_overrule_who_differed():
    ann, bob, log = two_who_differ()
    assert standing(log).verdicts["s-radio"].disagreement
    for data in (ann, bob):
        assert decided(data, some(log), log=log, name="again.xlsx").lines == ()


def test_an_answer_to_the_question_asked_again_settles_a_disagreement():
    _, _, log = two_who_differ()
    later = "2026-04-01T09:00:00+00:00"
    made = some(log)
    fresh = edited(sent(made), "Queue", 3, decision="Keep", reviewer="Ann")
    log = logged(log, decided(fresh, made, at=later, log=log, name="third.xlsx"))
    verdict = standing(log).verdicts["s-radio"]
    assert (verdict.action, verdict.disagreement) == (Action.APPROVED, "")


def undo(log, number):
    return Decision(
        seq=0,
        resource_id=str(log[number].seq),
        resource_type=Resource.DECISION,
        last_action_date="2026-05-01T09:00:00+00:00",
        last_action_type=Action.UNDONE,
        updated_by="Ann",
    )


def test_a_decision_taken_back_stays_taken_back_when_its_file_is_applied_again():
    data = edited(answered_once(), "Queue", 3, decision="Keep", reviewer="Ann")
    log = logged((), decided(data, some()))
    mine = [n for n, line in enumerate(log) if line.resource_id == "s-radio"]
    log = (*log, *chain(log, [undo(log, n) for n in mine]))
    assert "s-radio" not in standing(log).verdicts
    assert decided(data, some(log), log=log).lines == ()


def test_a_file_taken_back_as_a_whole_can_be_applied_again():
    log = logged((), decided(answered_once(), some()))
    log = (*log, *chain(log, [undo(log, n) for n in range(len(log))]))
    again = decided(answered_once(), some(log), log=log)
    assert again.answers == 4


@pytest.mark.parametrize("first", ["Ann", "Bob"])
def test_labels_that_somebody_changed_are_not_overruled_by_a_row_that_left_them(first):
    bob = edited(sent(some()), "Queue", 3, decision="Change", need="", reviewer="Bob")
    ann = edited(sent(some()), "Queue", 3, decision="Keep", reviewer="Ann")
    log = ()
    for data in sorted((ann, bob), key=lambda data: data is not (ann if first == "Ann" else bob)):
        log = logged(log, decided(data, some(log), log=log))
    verdict = standing(log).verdicts["s-radio"]
    assert (verdict.labels[NEED], verdict.disagreement) == ((), "")
    assert verdict.labels[AREA] == ("sensory-and-physical",)


def test_several_lines_under_wording_part_the_statement():
    typed = "1. Ring the family.\n\n  2. Write   to the school."
    data = edited(sent(some()), "Queue", 2, decision="Change", wording=typed)
    assert ("parted", "text", "Ring home", "Ring the family.\nWrite to the school.") in told(
        decided(data, some())
    )


def test_lines_that_only_break_the_words_sent_part_the_statement_too():
    data = edited(sent(some()), "Queue", 3, decision="Change", wording="Use a\nradio aid")
    assert ("parted", "text", "Use a radio aid", "Use a\nradio aid") in told(decided(data, some()))


def test_one_line_and_an_empty_one_are_one_statement():
    data = edited(sent(some()), "Queue", 3, decision="Keep", wording="Use a radio aid\n \n")
    assert not [line for line in told(decided(data, some())) if line[0] in ("parted", "reworded")]


def test_a_wording_comes_without_signs_that_nobody_sees():
    wording = "Ring\u202e the\u200b fam\u00adily.\ufeff"
    data = edited(sent(some()), "Queue", 2, decision="Change", wording=wording)
    (reworded,) = [line for line in told(decided(data, some())) if line[0] == "reworded"]
    assert reworded[-1] == "Ring the family."


def test_the_same_parts_returned_again_add_nothing():
    def parts():
        return edited(sent(some()), "Queue", 2, decision="Change", wording="Ring home\nWrite")

    log = logged((), decided(parts(), some()))
    again = decided(parts(), some(log), log=log, name="again.xlsx")
    assert (again.answers, again.repeated) == (0, 1)


def broken(log=()):
    found = standing(log)
    whole = Join(
        ("Give time\n", "to answer."), ("body/p[8]", "body/p[9]"), "Give time to answer.", ""
    )
    return outcome(
        at_place(
            statement("Give time", "Radio", reasons=[Reason.NO_LABEL], one="s-first", join=whole),
            "body/p[8]",
        ),
        statement("to answer.", "Radio", reasons=[Reason.NO_LABEL], one="s-next"),
        verdicts=found.verdicts,
    )


def at_place(item, locator):
    strategy = replace(item.classified.strategy, locator=locator)
    return replace(item, classified=replace(item.classified, strategy=strategy))


def test_the_whole_under_wording_takes_in_the_statement_that_goes_on():
    data = edited(sent(broken()), "Queue", 2, decision="Change", wording="Give time to answer")
    found = decided(data, broken())
    next_one = broken().items[1].classified.strategy
    assert ("joined", "joined", "", f"s-next {next_one.digest}") in told(found)
    assert [line.resource_id for line in found.lines if line.last_action_type == "seen"] == [
        "s-first",
        "s-next",
    ]


def test_other_words_than_the_whole_take_nothing_in():
    data = edited(sent(broken()), "Queue", 2, decision="Change", wording="Give time for answers")
    assert "joined" not in [line[0] for line in told(decided(data, broken()))]


@pytest.mark.parametrize(
    ("typed", "aside"), [({}, ()), ({"decision": "Reject"}, 1), ({"reviewer": "Bea"}, 1)]
)
def test_what_was_taken_in_before_is_known_although_its_statement_is_gone(typed, aside):
    data = edited(sent(some()), "Queue", 3, decision="Keep", reviewer="Ann")
    log = logged((), decided(data, some()))
    now = outcome(*(one for one in some().items if one.id != "s-radio"))
    copy = edited(data, "Queue", 3, **typed, note="A second copy.")

    found = decided(copy, now, log=log, name="copy.xlsx")

    assert (found.repeated, len(found.set_aside), found.lines) == (not aside, aside or 0, ())


def test_what_was_said_of_a_heading_before_is_known_although_the_heading_is_gone():
    data = edited(sent(some()), "Headings", 2, this_means="Hearing", reviewer="Ann")
    log = logged((), decided(data, some()))
    now = outcome(some().items[0])

    found = decided(edited(data, "Headings", 2, note="A copy."), now, log=log, name="copy.xlsx")

    assert (found.repeated, found.set_aside, found.lines) == (1, (), ())
