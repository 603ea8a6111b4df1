"""Counts in, what they say about a share in the long run out."""


def wilson(right: int, of: int) -> tuple[float, float]:
    """Return the 95 % interval of a share, after Wilson; all is possible where nothing was counted."""
    if not of:
        return 0.0, 1.0
    from scipy.stats import binomtest

    found = binomtest(right, of).proportion_ci(method="wilson")
    return float(found.low), float(found.high)
