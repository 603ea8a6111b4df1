"""What people decided becomes lessons; what is open or in dispute does not."""

import pytest
from fingerpost.decisions import Action, Standing, Verdict
from fingerpost.exemplars import Exemplar
from fingerpost.learning import decided, together
from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet

from tests.learning.exemplars import CI, SP, advice


def verdict(text="Sing the register.", action=Action.APPROVED, **more):
    usual = {"reviewer": "Jo", "decided_on": "2026-05-01T10:00:00Z", "digest": "d"}
    return Verdict(action=action, text_seen=text, **{**usual, **more})


def taught(**verdicts):
    return decided(Standing(verdicts=verdicts))


def test_an_approved_statement_teaches_the_labels_people_left_or_gave():
    (one,) = taught(a=verdict(labels={Facet.AREA: (CI,), Facet.NEED: ()}))
    assert one.labels == {Facet.AREA: (CI,), Facet.NEED: ()}
    assert (one.text, one.role) == ("Sing the register.", Role.STRATEGY)
    assert "Jo" in one.origin


def test_what_a_person_reworded_teaches_by_the_persons_words_and_not_by_those_in_word():
    """A sign of need turned into advice is still a sign of need; a name taken out stays out."""
    sign, advice_ = "Rosa cannot find words.", "Give time to find words."
    (one,) = taught(a=verdict(sign, wording=advice_, labels={Facet.AREA: (CI,)}))
    assert (one.text, one.role, one.labels) == (advice_, Role.STRATEGY, {Facet.AREA: (CI,)})


def test_each_part_of_a_statement_that_was_parted_teaches():
    parts = taught(
        a=verdict(wording="Sing the register.\nPoint to names.", labels={Facet.AREA: (CI,)})
    )
    assert [one.text for one in parts] == ["Sing the register.", "Point to names."]


def test_a_rejected_statement_teaches_only_that_it_is_no_advice():
    (one,) = taught(a=verdict(action=Action.REJECTED, labels={Facet.AREA: (CI,)}))
    assert one.role is not Role.STRATEGY
    assert not one.labels


def test_what_was_in_use_and_is_wanted_no_longer_teaches_nothing():
    assert taught(a=verdict(action=Action.WITHDRAWN, labels={Facet.AREA: (CI,)})) == ()


@pytest.mark.parametrize(
    "open_", [{"action": Action.NOT_SURE}, {"disagreement": "They differ."}, {"text": ""}]
)
def test_what_is_open_or_in_dispute_teaches_nothing(open_):
    assert taught(a=verdict(**open_)) == ()


def test_of_equal_texts_the_one_decided_last_counts():
    early = verdict(labels={Facet.AREA: (CI,)})
    late = verdict(labels={Facet.AREA: (SP,)}, decided_on="2026-06-01T10:00:00Z")
    for verdicts in ({"a": early, "b": late}, {"b": late, "a": early}):
        assert [one.labels[Facet.AREA] for one in taught(**verdicts)] == [(SP,)]


def test_people_have_the_last_word_on_an_exemplar():
    ours, theirs = advice("Sing the register.", CI), advice("Sing the register.", SP)
    assert together((ours, advice("Another.", CI)), (theirs,)) == (advice("Another.", CI), theirs)
    assert isinstance(theirs, Exemplar)
