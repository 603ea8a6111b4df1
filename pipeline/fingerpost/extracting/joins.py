"""Statements of one document in order in, those that may be pieces of one whole marked, out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from fingerpost.extracting.marks import without_mark
from fingerpost.extracting.wording import one_line, publishable, vocabulary
from fingerpost.strategies import Join, Strategy

# After one of these words a statement cannot end.
_HANGING = vocabulary("""
    a an as at be been being by can could from had has have his her if in into is its my of onto our shall should than
    that the their these those to was were when where which while who whose will with would your
    """)
_GOES_ON = re.compile(r"(?:and|or|but|which|because|so that|in order to|rather than|whilst)\b")
_ENDS = (".", "!", "?", ":", ";")


def propose_joins(strategies: Sequence[Strategy]) -> tuple[Strategy, ...]:
    """Give a statement that the next one seems to go on from the proposal to make them one."""
    proposed = [
        _joined(one, after) if _seems_to_go_on(one, after) else one
        for one, after in pairwise(strategies)
    ]
    return (*proposed, *strategies[-1:])


def join_of(texts: Sequence[str], locators: Sequence[str], reason: str, *, done: bool) -> Join:
    """Make one of pieces as they stand; a line end closes each but the last."""
    pieces = (*(f"{text}\n" for text in texts[:-1]), texts[-1])
    return Join(pieces, tuple(locators), publishable("".join(pieces)), reason, done)


def _joined(one: Strategy, after: Strategy) -> Strategy:
    join = join_of(
        (one.source_text, after.source_text),
        (one.locator, after.locator),
        "the second seems to go on from the first",
        done=False,
    )
    words = publishable(f"{one.text} {after.text}")
    return replace(one, join=replace(join, text=words))


def _seems_to_go_on(one: Strategy, after: Strategy) -> bool:
    """Say whether a list item breaks off and the next one, right below it, ends its sentence."""
    if not _are_neighbours(one, after) or one.join:
        return False
    first, second = one_line(one.text), one_line(without_mark(after.text))
    if not first or first.endswith(_ENDS):
        return False
    if first.count("(") > first.count(")") and second.count(")") > second.count("("):
        return True
    if not second[:1].islower():
        return False
    hangs = first.rpartition(" ")[2] in _HANGING
    return hangs or (first[:1].isupper() and _GOES_ON.match(second) is not None)


def _are_neighbours(one: Strategy, after: Strategy) -> bool:
    """Say whether nothing stands between two statements of the same heads and introduction."""
    if (one.heads, one.lead_in) != (after.heads, after.lead_in) or one.part or after.part:
        return False
    return bool(one.after) and one_line(after.source_text).startswith(one.after)
