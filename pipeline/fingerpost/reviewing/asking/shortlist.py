"""An item in doubt in, the two likeliest labels with what speaks for each, in words, out."""

from collections.abc import Iterator

from fingerpost.directory import Item
from fingerpost.pages import plural
from fingerpost.suggestions import Assignment, Ranked, Suggestion
from fingerpost.taxonomy import Facet, Taxonomy

_NEAR = 1 / 3
"""The second label is worth showing from this share of the first one's probability on …"""
_CLEAR = 0.85
"""… unless the first is as likely as this."""
_KINDS = {Facet.AREA: "Area", Facet.NEED: "Need"}
_LONGEST_QUOTE = 60


def shortlist(item: Item, taxonomy: Taxonomy) -> str:
    """Ask which of two near labels it is, area and need by turns; empty where none are near.

    What headings settle or a person decided is not asked.
    """
    return " ".join(_questions(item, taxonomy))


def near(assignment: Assignment) -> tuple[Ranked, Ranked] | None:
    """Return the two likeliest labels where it could well be either."""
    if not assignment.ranked[1:]:
        return None
    first, second = assignment.ranked[:2]
    is_near = second.probability >= _NEAR * first.probability and first.probability < _CLEAR
    return (first, second) if is_near and first.concept and second.concept else None


def _questions(item: Item, taxonomy: Taxonomy) -> Iterator[str]:
    said = item.verdict.labels if item.verdict else {}
    for assignment in item.classified.assignments:
        kind = _KINDS.get(assignment.facet)
        pair = near(assignment)
        if kind and pair and not assignment.settled and assignment.facet not in said:
            one, other = (_told(ranked, item, assignment.facet, taxonomy) for ranked in pair)
            yield f"{kind}: {one} or {other}?"


def _told(ranked: Ranked, item: Item, facet: Facet, taxonomy: Taxonomy) -> str:
    tenths = min(max(round(10 * ranked.probability), 1), 9)
    quote = _telling(item, facet, ranked.concept)
    because = f", for its words “{quote}”" if quote else ""
    return f"{taxonomy.label(ranked.concept)} ({plural(tenths, 'chance')} in 10{because})"


def _telling(item: Item, facet: Facet, concept: str) -> str:
    """Return the surest words for a label, those of rules first; none where all words are meant."""
    votes = [vote for vote in item.classified.suggestions if _speaks(vote, facet, concept)]
    text = item.classified.strategy.text
    short = [vote for vote in votes if _is_part(vote.evidence.quote, text)]
    best = max(short, key=_order, default=None)
    return best.evidence.quote if best else ""


def _speaks(vote: Suggestion, facet: Facet, concept: str) -> bool:
    return vote.facet is facet and vote.concept == concept


def _is_part(quote: str, text: str) -> bool:
    return quote not in ("", text) and len(quote) <= _LONGEST_QUOTE


def _order(vote: Suggestion) -> tuple[bool, float, str]:
    return vote.evidence.matcher == "patterns", vote.score, vote.evidence.quote
