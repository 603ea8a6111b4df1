"""How often a promise is tried on examples drawn by chance in, how often in this tier out."""

from hypothesis import settings

USUAL = 100


def times(whole: int) -> int:
    """Return the number for the whole tier as it is, and for the quick one its share of it."""
    return max(5, whole * settings().max_examples // USUAL)
