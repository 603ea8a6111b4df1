"""Reviews made by chance in, in what share of them "you can stop" was true out.

Run from the checkout: python -m benchmarks.review.stopping
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from fingerpost.calibrating.auditing import Counts, is_enough, told
from fingerpost.rulebook import Aim
from scipy.stats import hypergeom

AIM = Aim(at_most=0.05, assurance=0.95)
SIZES = (40, 120, 300, 600)
SHARES = (0.0, 0.02, None, 0.08, 0.2)
"""Shares of wrong ones; None stands for the worst case, one more than the aim allows."""
REVIEWS = 2000
SEED = 2021

Bound = Callable[[int, int, int], tuple[int, bool]]
"""Leads from whole, drawn and wrong to how many others are said to be wrong, and whether to stop."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one review that looked after every answer.

    `read` is when people were told to stop, `held` whether it was true then, and `always` whether
    what was said was true at every look, also of those who read on.
    """

    size: int
    share: float | None
    read: int
    held: bool
    always: bool


@cache
def ours(whole: int, drawn: int, wrong: int) -> tuple[int, bool]:
    """The product's own bound."""
    counts = Counts(
        whole=whole,
        drawn=drawn,
        wrong=wrong,
        known_wrong=wrong,
        known_right=drawn - wrong,
        accepted=whole - drawn,
    )
    found = told(counts, AIM)
    return found.at_most, is_enough(found)


@cache
def single(whole: int, drawn: int, wrong: int) -> tuple[int, bool]:
    """The exact bound for one look at a number fixed before, taken at every look."""
    guesses = np.arange(wrong, whole - (drawn - wrong) + 1)
    likely = hypergeom.cdf(wrong, whole, guesses, drawn) > 1 - AIM.assurance
    left = min(int(guesses[likely].max()) - wrong, whole - drawn)
    return left, left <= AIM.at_most * (whole - wrong)


def reviews(count: int = REVIEWS) -> Iterator[tuple[int, float | None, np.ndarray]]:
    """Yield reviews: the size, the share and, in the order of the lots, which ones are wrong."""
    chance = np.random.default_rng(SEED)
    kinds = [(size, share) for size in SIZES for share in SHARES]
    for number in range(count):
        size, share = kinds[number % len(kinds)]
        allowed = int(AIM.at_most * size)
        truth = allowed + 1 if share is None else round(share * size)
        wrong = np.zeros(size, dtype=bool)
        wrong[chance.permutation(size)[:truth]] = True
        yield size, share, wrong


def fate(size: int, share: float | None, wrong: np.ndarray, bound: Bound) -> Fate:
    """Look after every answer; stop as soon as that is said, and look on to see what else is."""
    found = np.concatenate([[0], np.cumsum(wrong)])
    left = int(found[-1]) - found
    said = [bound(size, drawn, int(bad)) for drawn, bad in enumerate(found)]
    true = [most >= remaining for (most, _), remaining in zip(said, left, strict=True)]
    read = next(drawn for drawn, (_, stop) in enumerate(said) if stop)
    return Fate(size, share, read, true[read], all(true))


def fates(bound: Bound, count: int = REVIEWS) -> list[Fate]:
    return [fate(size, share, wrong, bound) for size, share, wrong in reviews(count)]


def share_of(said: list[bool]) -> float:
    return sum(said) / len(said)


ROW = "| {:>10} | {:>12} | {:>9} | {:>12} | {:>15} | {:>14} | {:>19} |"
HEAD = ROW.format(
    "statements",
    "wrong",
    "read",
    "true at stop",
    "true every look",
    "plain: at stop",
    "plain: every look",
)


def _row(size: str, share: str, mine: list[Fate], plain: list[Fate]) -> str:
    return ROW.format(
        size,
        share,
        f"{np.median([one.read for one in mine]):.0f}",
        f"{share_of([one.held for one in mine]):.3f}",
        f"{share_of([one.always for one in mine]):.3f}",
        f"{share_of([one.held for one in plain]):.3f}",
        f"{share_of([one.always for one in plain]):.3f}",
    )


def main() -> None:
    mine, plain = fates(ours), fates(single)
    print(f"{REVIEWS} reviews, aim {AIM.at_most:.0%} with {AIM.assurance:.0%} assurance\n{HEAD}")
    for size in SIZES:
        for share in SHARES:
            kept = [
                [one for one in each if (one.size, one.share) == (size, share)]
                for each in (mine, plain)
            ]
            named = "one too many" if share is None else f"{share:.0%}"
            print(_row(str(size), named, *kept))
    print(_row("all", "", mine, plain))


if __name__ == "__main__":
    main()
