"""Items with people's answers in, the few answers that everything else speaks against out.

They are pointed out and never overruled: the person may well be right.
"""

from collections.abc import Iterable, Iterator

from fingerpost.decisions import Action, Verdict
from fingerpost.directory import Item
from fingerpost.suggestions import Assignment
from fingerpost.taught import SecondLook
from fingerpost.taxonomy import Facet

_SURE = 0.9
_NEXT_TO_NOTHING = 0.03
_NO_ADVICE = 0.1
_FACETS = (Facet.AREA, Facet.NEED)


def second_looks(items: Iterable[Item]) -> tuple[SecondLook, ...]:
    """Return the answers worth a second look, in the order of the items, one an item.

    That is a label in which next to nothing is believed beside another that is all but sure, or a
    statement that was kept as it is and hardly reads like advice. What two people agreed on is left
    alone.
    """
    return tuple(found for item in items for found in _of(item))


def _of(item: Item) -> Iterator[SecondLook]:
    verdict = item.verdict
    if verdict is None or verdict.action is not Action.APPROVED or not _is_of_one(verdict):
        return
    found = next(filter(None, (_other_label(item, verdict, facet) for facet in _FACETS)), None)
    if found:
        yield found
    elif not verdict.wording and item.classified.strategy_probability <= _NO_ADVICE:
        yield SecondLook(item=item.id, text=item.text, reviewer=verdict.reviewer)


def _is_of_one(verdict: Verdict) -> bool:
    return not verdict.disagreement and ", " not in verdict.reviewer


def _other_label(item: Item, verdict: Verdict, facet: Facet) -> SecondLook | None:
    chosen = verdict.labels.get(facet, ())
    believed = next((one for one in item.classified.assignments if one.facet is facet), None)
    if not chosen or believed is None or not believed.ranked:
        return None
    first = believed.ranked[0]
    is_other = first.concept and first.concept not in chosen and first.probability >= _SURE
    if not is_other or sum(_most(believed, one) for one in chosen) > _NEXT_TO_NOTHING:
        return None
    return SecondLook(
        item=item.id,
        text=item.text,
        reviewer=verdict.reviewer,
        facet=facet,
        chosen=chosen,
        likely=first.concept,
        quote=_telling(item, facet, first.concept),
    )


def _most(assignment: Assignment, concept: str) -> float:
    """Return the belief in a concept, or the most there can be where others are surer."""
    known = {one.concept: one.probability for one in assignment.ranked}
    left = max(0.0, 1.0 - sum(known.values()))
    return known.get(concept, min(left, *known.values()))


def _telling(item: Item, facet: Facet, concept: str) -> str:
    """Return the surest words for a concept, if any are only a part of the statement."""
    votes = [v for v in item.classified.suggestions if v.facet is facet and v.concept == concept]
    votes = [vote for vote in votes if vote.evidence.quote != item.classified.strategy.text]
    best = max(votes, key=lambda vote: (vote.score, vote.evidence.quote), default=None)
    return best.evidence.quote if best else ""
