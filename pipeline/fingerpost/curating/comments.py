"""What readers said in, the same with whatever in it may identify somebody out."""

from dataclasses import replace
from typing import TypeVar

from fingerpost.curating.settling import Suspects
from fingerpost.decisions import Comment, Standing
from fingerpost.upkeep import ReaderReport

Told = TypeVar("Told", Comment, ReaderReport)


def looked_through(standing: Standing, suspects: Suspects) -> Standing:
    """Note in each comment and report which words may identify a person, as in wordings people type."""
    return replace(
        standing,
        comments={
            item: tuple(_noted(one, suspects) for one in said)
            for item, said in standing.comments.items()
        },
        reports={
            item: tuple(_noted(one, suspects) for one in said)
            for item, said in standing.reports.items()
        },
    )


def _noted(told: Told, suspects: Suspects) -> Told:
    quotes = (one.quote for line in told.text.splitlines() for one in suspects(line))
    return replace(told, personal=tuple(dict.fromkeys(quotes)))
