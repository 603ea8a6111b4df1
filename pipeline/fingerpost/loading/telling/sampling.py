"""A release in, ten of its statements picked by lot, the same ones each time, out."""

from random import Random

from fingerpost.released import Release, Released, Statement

SAMPLES = 10


def seed_of(release: Release) -> str:
    """Return what the lot is drawn with: the release's number and what it was loaded from."""
    return f"{release.number}-{release.manifest_digest[:12]}"


def sampled(released: Released, number: int = SAMPLES) -> tuple[Statement, ...]:
    """Return statements picked by lot, in the order in which they stand."""
    places = range(len(released.statements))
    chosen = Random(seed_of(released.release)).sample(places, min(number, len(places)))
    return tuple(released.statements[place] for place in sorted(chosen))
