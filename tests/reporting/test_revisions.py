"""The project manager reads what was done with tracked changes, in one sentence."""

import pytest
from fingerpost.documents import Revisions, TrackedChanges
from fingerpost.reporting.revisions import tracked_changes_told


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        ("flag", "read as if accepted, and every statement they touch waits for a person."),
        ("accept", "read as if accepted, as the council's settings ask, without a question."),
        ("reject", "read as if rejected, as the council's settings ask: the words before them."),
    ],
)
def test_every_policy_is_named(policy, said):
    found = tracked_changes_told(Revisions(insertions=1, policy=TrackedChanges(policy)))
    assert found == f"Tracked changes: 1 insertion, {said}"


def test_the_kinds_are_counted_in_words():
    told = tracked_changes_told(Revisions(insertions=1200, deletions=1, moves=2))
    assert told.startswith("Tracked changes: 1,200 insertions, 1 deletion and 2 moves, ")


def test_changes_of_look_are_told_apart():
    told = tracked_changes_told(Revisions(looks=1))
    assert told == "1 tracked change of formatting only, which change no words."


def test_nothing_is_said_where_nothing_was_tracked():
    assert tracked_changes_told(Revisions()) == ""
