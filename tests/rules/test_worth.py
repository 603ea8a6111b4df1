"""The rules that come with the product earn their place on statements that their authors did not write."""

import pytest
from fingerpost.classifying.proving import of_exemplar, survey

from tests.rules.test_rules import RULEBOOK

pytestmark = pytest.mark.slow

TAKEN_BACK = {"gate-harm"}
"""Fires on "Avoid shouting" too, where the words before it take it back; alone it is no witness."""


@pytest.fixture(scope="module")
def measured():
    return survey(RULEBOOK, tuple(map(of_exemplar, RULEBOOK.exemplars)))


def test_every_cue_that_decides_is_right_at_least_half_of_the_time(measured):
    poor = {each.cue for each in measured.cues if each.standing.is_poor and not each.weak}
    assert poor <= TAKEN_BACK


def test_every_category_is_reached_by_some_cue(measured):
    unreached = [c.value for c in measured.coverage if c.labelled and not c.reached]
    assert unreached == []


def test_no_phrase_is_claimed_by_two_cues_that_decide(measured):
    assert [each for each in measured.conflicts if each.strong] == []


def test_nearly_every_cue_fires_on_what_others_wrote(measured):
    assert len(measured.dead_cues) <= 0.05 * len(RULEBOOK.cues), measured.dead_cues
