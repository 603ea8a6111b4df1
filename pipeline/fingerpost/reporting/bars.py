"""Numbers that make up a whole in, the pieces of one stacked bar out."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 600.0
"""Width of a whole bar, in the units of its picture."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a bar: where it starts, how long it is, and which part it stands for."""

    x: float
    width: float
    part: int


def bar(numbers: Sequence[int], longest: int) -> tuple[Piece, ...]:
    """Stack numbers side by side; a whole of `longest` fills the width."""
    scale = WIDTH / max(longest, 1)
    pieces = []
    at = 0
    for part, number in enumerate(numbers):
        if number:
            pieces.append(Piece(round(at * scale, 2), round(number * scale, 2), part))
        at += number
    return tuple(pieces)
