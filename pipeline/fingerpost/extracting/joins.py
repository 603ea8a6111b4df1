"""Statements of one document in order in, those that may be pieces of one whole marked, out."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from fingerpost.extracting.doubts import NOT_WHOLE
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
    """Give a statement that the next one seems to go on from the proposal to make them one.

    Neither is settled by itself: "Avoid asking the learner to" - "read aloud" tells why.
    """
    proposed = list(strategies)
    for place, (one, after) in enumerate(pairwise(strategies)):
        if _seems_to_go_on(one, after):
            proposed[place] = _doubted(_joined(proposed[place], after))
            proposed[place + 1] = _doubted(after)
    return tuple(proposed)


def continued(one: Strategy, locator: str, words: str) -> Join:
    """Remember the pieces of a statement that the layout lets go on in a further paragraph."""
    pieces = one.join.pieces if one.join else (one.source_text,)
    locators = one.join.locators if one.join else (one.locator,)
    return Join(
        pieces=(*pieces[:-1], f"{pieces[-1]}\n", words),
        locators=(*locators, locator),
        text=publishable(f"{one.text} {words}"),
        reason="a paragraph below the item goes on from it",
        done=True,
    )


def whole_of(pieces: Sequence[str], locator: str) -> Join:
    """Remember the paragraph of which the sentences are statements of their own."""
    whole = publishable("".join(pieces))
    return Join(tuple(pieces), (locator,), whole, "sentences of one paragraph in a cell")


def _doubted(one: Strategy) -> Strategy:
    return replace(one, doubts=tuple(dict.fromkeys((*one.doubts, NOT_WHOLE))))


def _joined(one: Strategy, after: Strategy) -> Strategy:
    join = Join(
        pieces=(f"{one.source_text}\n", after.source_text),
        locators=(one.locator, after.locator),
        text=publishable(f"{one.text} {after.text}"),
        reason="the second seems to go on from the first",
    )
    return replace(one, join=join)


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
