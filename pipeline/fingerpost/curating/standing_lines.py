"""All lines of the log in, those that nobody took back out."""

from collections.abc import Sequence

from fingerpost.decisions import Action, Decision


def standing_lines(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Leave out lines taken back, and the lines that take back; an undo may itself be undone."""
    undone: set[int] = set()
    for decision in reversed(decisions):
        if decision.last_action_type is Action.UNDONE and decision.seq not in undone:
            undone.add(int(decision.resource_id))
    return tuple(
        decision
        for decision in decisions
        if decision.seq not in undone and decision.last_action_type is not Action.UNDONE
    )
