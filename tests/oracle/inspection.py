"""The XML of a body in, the words that the oracle sees or counts as lost out."""

from tests.oracle.parcel import Parcel, Part
from tests.oracle.words import Reading, read


def reading(body: str, *parts: Part) -> Reading:
    """Read a package made of a body and other parts."""
    return read(Parcel(body, parts).zipped())


def seen(body: str, *parts: Part) -> list[str]:
    """Return the visible words, sorted."""
    return sorted(reading(body, *parts).words().elements())


def lost(body: str, fate: str, *parts: Part) -> list[str]:
    """Return the words of another fate, sorted."""
    return sorted(reading(body, *parts).words(fate).elements())
