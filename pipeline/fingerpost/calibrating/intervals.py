"""Counts of answers in, what they say about all the others out; exact, and pure."""

import math
from functools import lru_cache

import numpy as np

_EXPECTED = 0.25
"""The prior is Beta(1/4, 1/(4 risk)): its mean is near the risk, and it is sharp where few are wrong."""


@lru_cache(maxsize=4096)
def most_wrong(whole: int, drawn: int, wrong: int, doubt: float, risk: float) -> int:
    """Return how many of a whole may be wrong, if `wrong` of `drawn` by lot without return are.

    With a chance of at most `doubt` more are, however often one looks while the lots are drawn: it
    is a confidence sequence by the ratio of prior and posterior (Waudby-Smith and Ramdas, 2020).
    The prior is centred near the risk, where the answer matters; any prior keeps the promise.
    """
    from scipy.special import betaln

    first, second = _EXPECTED, _EXPECTED / risk
    known = _log_factorials(whole)
    guesses = np.arange(wrong, whole - (drawn - wrong) + 1)
    ratio = (
        _ways(known, whole, guesses)
        - _ways(known, whole - drawn, guesses - wrong)
        + betaln(first + wrong, second + drawn - wrong)
        - betaln(first, second)
    )
    return int(guesses[ratio < -math.log(doubt)].max())


def _ways(known: "np.ndarray", whole: int, chosen: "np.ndarray") -> "np.ndarray":
    """Return the logarithms of the numbers of ways to choose so many of a whole."""
    ways: np.ndarray = known[whole] - known[chosen] - known[whole - chosen]
    return ways


@lru_cache(maxsize=8)
def _log_factorials(largest: int) -> "np.ndarray":
    """Return the logarithms of 0!, 1!, and so on up to the largest."""
    from scipy.special import gammaln

    factorials: np.ndarray = gammaln(np.arange(1, largest + 2))
    return factorials
