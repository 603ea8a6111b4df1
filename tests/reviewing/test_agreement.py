"""Answers of several people in, whether they agreed who did not know of each other, out."""

from fingerpost.decisions import Action
from fingerpost.reviewing.agreeing.agreement import KEEP_OR_NOT, agreements, describe_agreement
from fingerpost.taxonomy import Facet

from tests.curating.lines import MONDAY, TUESDAY, WEDNESDAY, answer, log_of
from tests.support.outcomes import TAXONOMY

HEARING = {Facet.AREA: ("sensory-and-physical",)}
LEARNING = {Facet.AREA: ("cognition-and-learning",)}
BOTH = {Facet.AREA: ("sensory-and-physical", "cognition-and-learning")}


def found(*answers):
    return agreements(log_of(*answers), TAXONOMY)


def one(*answers):
    (only,) = found(*answers)
    return only


def test_two_who_decided_alike_agreed():
    said = one(answer("s-1", kept=HEARING), answer("s-1", by="Ben", kept=HEARING))
    assert (said.people, said.both, said.agreed, said.differed) == (("Ann", "Ben"), 1, 1, ())


def test_it_is_told_in_plain_words_with_what_they_differed_on():
    several = [
        pair
        for number in range(46)
        for pair in (
            answer(f"s-{number}", kept=HEARING),
            answer(f"s-{number}", by="Ben", kept=HEARING),
        )
    ]
    apart = [
        answer("t-1", kept=HEARING),
        answer("t-1", by="Ben", labels=LEARNING),
        answer("t-2", kept=HEARING),
        answer("t-2", by="Ben", labels=LEARNING),
        answer("t-3", kept=HEARING),
        answer("t-3", Action.REJECTED, by="Ben"),
        answer("t-4", labels=BOTH),
        answer("t-4", by="Ben", kept=HEARING),
    ]
    assert str(one(*several, *apart)) == (
        "Ann and Ben each decided about 50 statements without seeing the other's answer, and agreed "
        "on 46 of 50. They differed on the area 3 times, what to do once."
    )


def test_who_was_shown_the_others_answer_did_not_decide_on_their_own():
    assert found(answer("s-1"), answer("s-1", by="Ben", at=TUESDAY, saw=MONDAY)) == ()


def test_what_both_said_first_counts_and_not_how_they_settled_it():
    said = one(
        answer("s-1", kept=HEARING),
        answer("s-1", by="Ben", at=TUESDAY, labels=LEARNING),
        answer("s-1", at=WEDNESDAY, labels=LEARNING, saw=TUESDAY),
    )
    assert (said.both, said.agreed) == (1, 0)


def test_who_thought_better_of_it_on_their_own_is_taken_at_the_later_word():
    said = one(
        answer("s-1", Action.REJECTED),
        answer("s-1", at=TUESDAY, saw=MONDAY),
        answer("s-1", by="Ben", at=WEDNESDAY),
    )
    assert said.agreed == 1


def test_the_order_in_which_files_came_in_does_not_matter():
    first = (answer("s-1", kept=HEARING), answer("s-1", by="Ben", labels=LEARNING))
    assert found(*first) == found(*first[::-1])


def test_somebody_without_a_name_may_be_anybody():
    assert found(answer("s-1"), answer("s-1", by="")) == ()
    assert found(answer("s-1"), answer("s-1", by="no name given")) == ()


def test_who_was_not_sure_or_parked_it_decided_nothing():
    for action in (Action.NOT_SURE, Action.PARKED, Action.PULLED_OUT):
        assert found(answer("s-1"), answer("s-1", action, by="Ben")) == ()


def test_who_retires_what_was_in_use_says_nothing_of_whether_it_was_advice():
    assert found(answer("s-1"), answer("s-1", Action.WITHDRAWN, by="Ben")) == ()


def test_answers_about_other_words_are_about_another_statement():
    assert found(answer("s-1"), answer("s-1", by="Ben", digest="d2", at=TUESDAY)) == ()


def test_two_who_both_reject_agree_whatever_the_labels():
    said = one(
        answer("s-1", Action.REJECTED, kept=HEARING),
        answer("s-1", Action.REJECTED, by="Ben", labels=LEARNING),
    )
    assert said.agreed == 1


def test_other_words_for_the_same_advice_are_counted_apart():
    said = one(answer("s-1", wording="Talk less."), answer("s-1", by="Ben"))
    assert (said.agreed, said.reworded) == (1, 1)


def test_the_order_of_further_labels_does_not_matter_but_which_is_first_does():
    three = ("sensory-and-physical", "cognition-and-learning", "semh")
    for other, agreed in (
        (("sensory-and-physical", "semh", "cognition-and-learning"), 1),
        (three[::-1], 0),
    ):
        said = one(
            answer("s-1", labels={Facet.AREA: three}),
            answer("s-1", by="Ben", labels={Facet.AREA: other}),
        )
        assert said.agreed == agreed


def test_each_two_of_several_people_are_compared():
    said = found(answer("s-1"), answer("s-1", by="Ben"), answer("s-1", by="Cy"), answer("s-2"))
    assert [each.people for each in said] == [("Ann", "Ben"), ("Ann", "Cy"), ("Ben", "Cy")]


def test_kappa_is_of_each_category_that_somebody_gave_and_of_the_decision():
    """Of ten kept: both give Hearing 4 times, Ann alone twice, Ben alone once, none 3 times."""
    given = [(1, 1)] * 4 + [(1, 0)] * 2 + [(0, 1)] + [(0, 0)] * 3
    answers = [
        answer(f"s-{number}", by=who, labels=HEARING if yes else LEARNING)
        for number, pair in enumerate(given)
        for who, yes in zip(("Ann", "Ben"), pair, strict=True)
    ]
    measured = {each.name: each.kappa for each in one(*answers).measured}
    assert list(measured) == [KEEP_OR_NOT, "Cognition and learning", "Sensory and physical"]
    # agree 7 of 10; by chance .6 * .5 + .4 * .5 = .5, so .2 / .5
    assert measured["Sensory and physical"].value == 0.4
    assert measured["Sensory and physical"].count == 10
    assert measured[KEEP_OR_NOT].why.startswith("Both said yes every time")


def test_for_those_who_ask_each_kappa_comes_with_its_interval_and_number():
    answers = [
        answer(f"s-{number}", action, by=who)
        for number, pair in enumerate(["kk"] * 20 + ["kr"] * 5 + ["rk"] * 10 + ["rr"] * 15)
        for who, said in zip(("Ann", "Ben"), pair, strict=True)
        for action in ([Action.APPROVED] if said == "k" else [Action.REJECTED])
    ]
    assert list(describe_agreement(())) == [
        "No two people with a name have decided about the same statement without seeing each "
        "other's answer, so nothing can be said of how they agree."
    ]
    told = list(describe_agreement(found(*answers)))
    assert told[1] == "  Keep it or not: kappa 0.40, 95 % interval 0.13 to 0.61, of 50 statements"
