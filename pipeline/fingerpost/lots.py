"""An item's id in, its place in a drawing of lots out: fair, and the same at every run."""

import hashlib

_DRAWING = "fingerpost: by lot"
_AUDIT = "fingerpost: audit"
_SECOND = "fingerpost: second look"
_SIGNS = 16


def lot(item: str) -> str:
    """Return an item's lot; items in order of their lots are in an order that nothing else decides."""
    return _drawn(_DRAWING, item)


def audit_lot(item: str) -> str:
    """Return an item's lot in the drawing of what is read of all that was accepted.

    It is a drawing of its own: what was accepted rests on answers to the other one.
    """
    return _drawn(_AUDIT, item)


def second_lot(item: str) -> str:
    """Return an item's lot in the drawing of what a second person decides about."""
    return _drawn(_SECOND, item)


def _drawn(drawing: str, item: str) -> str:
    return hashlib.sha256(f"{drawing}\n{item}".encode()).hexdigest()[:_SIGNS]


def is_on_trial(words: str) -> bool:
    """Whether answers about these words (by their digest) test the program, which never learns them.

    Half of all are, by lot. What was learned from an answer is right about it for that reason
    alone, which would say nothing of the statements that nobody has looked at. Equal words share a
    lot, so that none is learned from a twin.
    """
    return lot(words) < "8"
