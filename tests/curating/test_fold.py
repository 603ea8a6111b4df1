"""What stands after a log: later answers win, people who differ are named, undone lines are gone."""

from dataclasses import replace

import pytest
from fingerpost.curating import fold
from fingerpost.decisions import Action, Decision, Resource, Skimmed
from fingerpost.taxonomy import Concept, Facet, Taxonomy

from tests.curating.lines import MONDAY, TEXT, TUESDAY, WEDNESDAY, answer, heading, log_of, undone

AREA = Facet.AREA
SEMH = ("semh",)
LEARNING = ("cognition-and-learning",)


def product(item, action, replacement=""):
    return (
        Decision(
            seq=0,
            resource_id=item,
            resource_type=Resource.STRATEGY,
            last_action_date=MONDAY,
            last_action_type=action,
            replacement_value=replacement,
            updated_by="fingerpost",
        ),
    )


def test_an_empty_log_decides_nothing():
    standing = fold(())
    assert (standing.verdicts, standing.answers, standing.retired) == ({}, {}, frozenset())


def test_an_answer_carries_words_labels_note_and_the_text_that_was_judged():
    lines = log_of(answer("s-1", wording="Say one thing.", labels={AREA: SEMH}, note="Good"))
    verdict = fold(lines).verdicts["s-1"]
    assert verdict.action is Action.APPROVED
    assert (verdict.reviewer, verdict.decided_on) == ("Ann", MONDAY)
    assert (verdict.text_seen, verdict.digest) == (TEXT, "d1")
    assert (verdict.wording, verdict.labels, verdict.note) == (
        "Say one thing.",
        {AREA: SEMH},
        "Good",
    )
    assert verdict.disagreement == ""


def test_a_wording_equal_to_the_word_text_is_no_rewording():
    assert fold(log_of(answer("s-1", wording=TEXT))).verdicts["s-1"].wording == ""


def test_words_typed_without_a_decision_are_no_decision():
    lines = answer("s-1", wording="Say one thing.", note="Hm")[:-1]
    assert fold(log_of(lines)).verdicts == {}


def test_the_same_person_may_think_again():
    lines = log_of(
        answer("s-1", Action.REJECTED, labels={AREA: SEMH}),
        answer("s-1", at=TUESDAY, pack="again.xlsx#1"),
    )
    verdict = fold(lines).verdicts["s-1"]
    assert (verdict.action, verdict.labels, verdict.disagreement) == (Action.APPROVED, {}, "")


def test_two_people_who_agree_are_both_named():
    lines = log_of(answer("s-1", by="Bob"), answer("s-1", by="Ann", at=TUESDAY))
    verdict = fold(lines).verdicts["s-1"]
    assert (verdict.reviewer, verdict.decided_on) == ("Ann, Bob", TUESDAY)
    assert verdict.disagreement == ""


def test_people_who_changed_different_fields_are_joined():
    lines = log_of(
        answer("s-1", by="Ann", wording="Say one thing.", note="Shorter"),
        answer("s-1", by="Bob", labels={AREA: SEMH}, note="Moved"),
    )
    verdict = fold(lines).verdicts["s-1"]
    assert (verdict.wording, verdict.labels) == ("Say one thing.", {AREA: SEMH})
    assert verdict.note == "Ann: Shorter; Bob: Moved"
    assert verdict.disagreement == ""


def test_keep_against_reject_is_a_disagreement_in_words():
    lines = log_of(answer("s-1", by="Bob"), answer("s-1", Action.REJECTED, by="Ann", at=TUESDAY))
    assert fold(lines).verdicts["s-1"].disagreement == (
        "They differ on what to do with it. Ann: reject; Bob: keep."
    )


def test_what_somebody_would_change_is_told_beside_who_rejects_it():
    lines = log_of(
        answer("s-1", by="Ann", wording="Say one thing.", labels={AREA: SEMH}),
        answer("s-1", Action.REJECTED, by="Bob"),
    )
    assert fold(lines).verdicts["s-1"].disagreement == (
        "They differ on what to do with it. "
        "Ann: change to “Say one thing.”, the area: semh; Bob: reject."
    )


def test_two_wordings_are_a_disagreement_in_words():
    lines = log_of(answer("s-1", by="Bob", wording="B"), answer("s-1", by="Ann", wording="A"))
    assert fold(lines).verdicts["s-1"].disagreement == (
        "They differ on the wording. Ann: “A”; Bob: “B”."
    )


def test_two_areas_are_a_disagreement_in_the_councils_labels():
    lines = log_of(
        answer("s-1", by="Ann", labels={AREA: LEARNING}),
        answer("s-1", by="Bob", labels={AREA: SEMH}),
        answer("s-1", by="Cy", labels={AREA: ()}),
    )
    taxonomy = Taxonomy(
        (
            Concept(id="semh", facet=AREA, label="Feelings", core_label="SEMH", definition=""),
            Concept(id=LEARNING[0], facet=AREA, label="Learning", core_label="", definition=""),
        )
    )
    assert fold(lines, taxonomy).verdicts["s-1"].disagreement == (
        "They differ on the area. Ann: Learning; Bob: Feelings; Cy: none."
    )


def test_a_label_confirmed_by_one_and_changed_by_another_is_a_disagreement():
    lines = log_of(
        answer("s-1", by="Ann", labels={AREA: LEARNING}),
        answer("s-1", by="Bob", labels={AREA: SEMH}, at=TUESDAY),
    )
    assert fold(lines).verdicts["s-1"].disagreement


def test_answers_without_a_name_from_two_files_may_disagree():
    lines = log_of(
        answer("s-1", by="", pack="one.xlsx#1"),
        answer("s-1", Action.REJECTED, by="", pack="two.xlsx#2"),
    )
    assert fold(lines).verdicts["s-1"].disagreement == (
        "They differ on what to do with it. No name given: keep; No name given: reject."
    )


def test_the_same_person_is_believed_as_of_when_they_spoke_not_when_it_came_in():
    later, sooner = (
        answer("s-1", at=MONDAY, given=WEDNESDAY, pack="fresh.xlsx#2"),
        answer("s-1", Action.REJECTED, at=TUESDAY, given=MONDAY, pack="old.xlsx#1"),
    )
    assert fold(log_of(later, sooner)).verdicts["s-1"].action is Action.APPROVED


def test_what_one_left_alone_and_another_changed_is_no_disagreement():
    ann, bob = answer("s-1", kept={AREA: LEARNING}), answer("s-1", by="Bob", labels={AREA: SEMH})
    for lines in (log_of(ann, bob), log_of(bob, ann)):
        verdict = fold(lines).verdicts["s-1"]
        assert (verdict.labels, verdict.disagreement) == ({AREA: SEMH}, "")


def test_a_later_answer_that_knew_of_a_disagreement_settles_it():
    lines = log_of(
        answer("s-1", by="Ann"),
        answer("s-1", Action.REJECTED, by="Bob"),
        answer("s-1", by="Cy", at=TUESDAY, saw=MONDAY),
    )
    verdict = fold(lines).verdicts["s-1"]
    assert (verdict.action, verdict.reviewer, verdict.disagreement) == (Action.APPROVED, "Cy", "")


def test_a_third_answer_of_the_same_apply_settles_nothing():
    lines = log_of(
        answer("s-1", by="Ann"), answer("s-1", Action.REJECTED, by="Bob"), answer("s-1", by="Cy")
    )
    assert fold(lines).verdicts["s-1"].disagreement == (
        "They differ on what to do with it. Ann: keep; Bob: reject; Cy: keep."
    )


def test_who_rejects_and_who_retires_agree_that_it_is_left_out():
    ann = answer("s-1", Action.REJECTED, by="Ann", given=MONDAY)
    bob = answer("s-1", Action.WITHDRAWN, by="Bob", given=TUESDAY)
    for lines in (log_of(ann, bob), log_of(bob, ann)):
        verdict = fold(lines).verdicts["s-1"]
        assert (verdict.action, verdict.disagreement) == (Action.WITHDRAWN, "")


def test_who_keeps_and_who_retires_without_knowing_of_each_other_are_asked():
    lines = log_of(answer("s-1", by="Ann"), answer("s-1", Action.WITHDRAWN, by="Bob"))
    said = "They differ on what to do with it. Ann: keep; Bob: retire."
    assert fold(lines).verdicts["s-1"].disagreement == said


def test_somebody_sure_settles_it_for_somebody_who_was_not():
    lines = log_of(
        answer("s-1", Action.NOT_SURE, by="Ann"),
        answer("s-1", by="Bob", at=TUESDAY),
    )
    assert fold(lines).verdicts["s-1"].action is Action.APPROVED

    assert fold(lines).verdicts["s-1"].reviewer == "Ann, Bob"


def test_a_doubt_of_somebody_who_saw_the_approval_reopens_it():
    doubt = answer("s-1", Action.NOT_SURE, by="Bob", at=TUESDAY, saw=MONDAY)
    verdict = fold(log_of(answer("s-1", by="Ann"), doubt)).verdicts["s-1"]
    assert (verdict.action, verdict.disagreement) == (Action.NOT_SURE, "")


@pytest.mark.parametrize("objection", [Action.PARKED, Action.PULLED_OUT])
def test_an_objection_outweighs_an_approval_without_counting_as_a_disagreement(objection):
    ann, bob = answer("s-1", by="Ann"), answer("s-1", objection, by="Bob")
    for lines in (log_of(ann, bob), log_of(bob, ann)):
        verdict = fold(lines).verdicts["s-1"]
        assert (verdict.action, verdict.disagreement) == (objection, "")


def test_an_answer_about_new_word_text_replaces_answers_about_the_old():
    lines = log_of(
        answer("s-1", Action.REJECTED, by="Ann", digest="d1"),
        answer("s-1", by="Bob", digest="d2", at=TUESDAY),
    )
    verdict = fold(lines).verdicts["s-1"]
    assert (verdict.action, verdict.digest, verdict.disagreement) == (Action.APPROVED, "d2", "")


def test_the_newest_answer_of_a_person_to_a_heading_stands():
    lines = log_of(
        heading("talk", "not-advice", given=MONDAY),
        heading("talk", "semh", at=TUESDAY, given=TUESDAY),
    )
    (answer,) = fold(lines).answers.values()
    assert (answer.meaning, answer.decided_on) == ("semh", TUESDAY)


def test_a_heading_on_which_people_differ_is_asked_again_in_whatever_order_they_answered():
    ann, bob = heading("talk", "signs-of-need"), heading("talk", "advice", by="Bob", at=TUESDAY)
    for lines in (log_of(ann, bob), log_of(bob, ann)):
        assert fold(lines).answers == {}
        told = fold(lines).contested["talk"]
        assert (told.said, told.decided_on) == ("Ann: signs-of-need; Bob: advice", TUESDAY)


def test_an_answer_given_after_people_differed_settles_the_heading():
    lines = log_of(
        heading("talk", "signs-of-need"),
        heading("talk", "advice", by="Bob", at=TUESDAY),
        heading("talk", "signs-of-need", by="Cat", at=WEDNESDAY, saw=TUESDAY, given=WEDNESDAY),
    )
    assert fold(lines).answers["talk"].meaning == "signs-of-need"


def test_an_answer_that_was_emptied_is_no_answer():
    lines = log_of(
        heading("talk", "not-advice", given=MONDAY),
        heading("talk", "", at=TUESDAY, given=TUESDAY),
    )
    assert fold(lines).answers == {}


def test_headings_found_fine_keep_who_looked_and_at_which_statements():
    (line,) = heading("Classroom > Talk", "fine", by="Bob", action=Action.SKIMMED)
    lines = log_of((replace(line, source_digest="0badcafe"),))
    assert fold(lines).skimmed == {"Classroom > Talk": Skimmed("Bob", "0badcafe")}


def test_identities_and_retirements_are_remembered():
    lines = log_of(
        product("s-1", Action.SAME_AS, "s-9"),
        product("s-2", Action.RETIRED),
        product("s-3", Action.RETIRED),
        product("s-3", Action.REVIVED),
    )
    standing = fold(lines)
    assert standing.identities == {"s-9": "s-1"}
    assert standing.retired == {"s-2"}


def test_the_newest_sign_off_stands():
    first, second = (
        (
            Decision(
                seq=0,
                resource_id="1",
                resource_type=Resource.RELEASE,
                last_action_date=at,
                last_action_type=Action.SIGNED_OFF,
                updated_by=by,
            ),
        )
        for by, at in (("Ann", MONDAY), ("Bob", TUESDAY))
    )
    assert fold(log_of(first, second)).signed_off_by == "Bob"


def test_an_undone_line_is_as_if_it_had_not_been_and_its_undoing_may_be_undone():
    lines = (*answer("s-1"), *undone(3))
    assert fold(log_of(lines)).verdicts == {}
    assert fold(log_of(lines, undone(4))).verdicts == fold(log_of(answer("s-1"))).verdicts


def test_a_note_on_a_heading_stays_with_its_answer():
    said = heading("talk", "semh")
    noted = replace(said[0], last_action_type=Action.NOTED, replacement_value="Ask Bob")
    assert fold(log_of((noted,), said)).answers["talk"].note == "Ask Bob"
