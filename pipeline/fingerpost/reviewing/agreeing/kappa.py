"""How often two people said yes and no to the same things in, Cohen's kappa with its interval out.

Pure; the same table gives the same figures anywhere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

_DRAWS = 10_000
_SEED = 1960
_PRIOR = 0.5
_LEVEL = 0.95
_LEAST = 2
"""Of one thing nothing can be said."""


@dataclass(frozen=True, slots=True)
class Table:
    """What two people said of the same things: both yes, only the first, only the second, neither."""

    both: int = 0
    first: int = 0
    second: int = 0
    neither: int = 0

    @classmethod
    def of(cls, said: Iterable[tuple[bool, bool]]) -> "Table":
        """Count pairs of answers, the first person's before the second's."""
        pairs = tuple(said)
        return cls(*(pairs.count(kind) for kind in _KINDS))

    @property
    def count(self) -> int:
        """Of how many things both said something."""
        return self.both + self.first + self.second + self.neither


_KINDS = ((True, True), (True, False), (False, True), (False, False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kappa:
    """Agreement beyond what chance alone would bring: 1 is all of it, 0 none.

    `count` is the number of things that both judged; `low` to `high` is the 95 % interval. Where no
    figure is to be had, `why` says so in a sentence, and the three are None.
    """

    count: int
    value: float | None = None
    low: float | None = None
    high: float | None = None
    why: str = ""


def kappa(table: Table) -> Kappa:
    """Return Cohen's kappa of a table (Cohen 1960) with a 95 % interval.

    The interval is Bayesian, with Jeffreys' prior on the four cells of the table (Basu, Banerjee
    and Sen 2000), drawn with a fixed seed. The usual one by the standard error has no width where
    two people agree on everything, however little that was.
    """
    count = table.count
    if not count:
        return Kappa(count=0, why="Both judged none in common.")
    if count < _LEAST:
        return Kappa(count=count, why="Both judged only one in common, which says nothing yet.")
    if count in (table.both, table.neither):
        said = "yes" if table.both else "no"
        return Kappa(
            count=count,
            why=f"Both said {said} every time, so chance alone would agree as often.",
        )
    value = round(_value(table), 3)
    low, high = _interval(table)
    return Kappa(count=count, value=value, low=min(low, value), high=max(high, value))


def _value(table: Table) -> float:
    from sklearn.metrics import cohen_kappa_score

    times = (table.both, table.first, table.second, table.neither)
    first, second = (np.repeat([kind[who] for kind in _KINDS], times) for who in (0, 1))
    return float(cohen_kappa_score(first, second))


@lru_cache(maxsize=1024)
def _interval(table: Table) -> tuple[float, float]:
    cells = np.array([table.both, table.first, table.second, table.neither]) + _PRIOR
    drawn = np.random.default_rng(_SEED).dirichlet(cells, _DRAWS)
    both, first, second, neither = drawn.T
    alike = both + neither
    by_chance = (both + first) * (both + second) + (second + neither) * (first + neither)
    values = (alike - by_chance) / (1 - by_chance)
    low, high = np.quantile(values, [(1 - _LEVEL) / 2, (1 + _LEVEL) / 2])
    return round(float(low), 3), round(float(high), 3)
