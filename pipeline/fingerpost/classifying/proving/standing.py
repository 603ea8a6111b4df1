"""Where rules fired in, how often they were right out, with the interval that so few allow."""

from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.intervals import wilson

POOR = 0.5
"""Who is right less often than this …"""
ENOUGH = 4
"""… of at least so many does not earn its place."""


@dataclass(frozen=True, slots=True)
class Standing:
    """On how many statements something fired; on how many of those its kind is known; right on how many."""

    fired: int = 0
    scored: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """The share that is right; `None` where nothing is scored."""
        return self.right / self.scored if self.scored else None

    @property
    def is_poor(self) -> bool:
        """Whether it was tried often enough and wrong too often."""
        return self.scored >= ENOUGH and self.right < POOR * self.scored

    def interval(self) -> tuple[float, float]:
        """Return Wilson's interval of 95 % for the precision; all there is where nothing is scored."""
        return wilson(self.right, self.scored)


def standing_of(verdicts: Iterable[bool | None]) -> Standing:
    """Count verdicts, one a statement: right, wrong, or not known."""
    told = tuple(verdicts)
    scored = tuple(each for each in told if each is not None)
    return Standing(len(told), len(scored), sum(scored))
