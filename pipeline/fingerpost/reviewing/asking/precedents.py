"""Items that wait and items that people decided in, the likest decisions for each out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fingerpost.decisions import Action, Verdict
from fingerpost.directory import Item
from fingerpost.reviewing.asking.likeness import nearest, weighed
from fingerpost.taxonomy import Facet, Taxonomy

_SHOWN = 3
_SETTLED = {
    Action.APPROVED: "Kept",
    Action.REJECTED: "Rejected",
    Action.UNFITTING: "Good advice, but no category fits",
}
_CHANGED = "Changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """What somebody decided about a similar statement, in words for people.

    `text` is what was decided about, or its new wording; `labels` are the categories it was given,
    in the council's words; `person` is empty where nobody gave a name.
    """

    item: str
    text: str
    decision: str
    person: str
    labels: tuple[str, ...] = ()


def precedents(
    waiting: Sequence[Item], decided: Iterable[Item], taxonomy: Taxonomy
) -> dict[str, tuple[Precedent, ...]]:
    """Return for each item that waits up to three decisions about the most similar others.

    Only what people settled and agree on counts, and an item is never its own precedent.
    """
    known = [item for item in decided if _is_settled(item)]
    told = [_told(item, taxonomy) for item in sorted(known, key=lambda item: item.id)]
    rows = weighed([*(item.text for item in waiting), *(one.text for one in told)])
    near = nearest(rows[: len(waiting)], rows[len(waiting) :], _SHOWN + 1)
    return {
        item.id: tuple(_others(item.id, (told[place] for place, _ in found)))
        for item, found in zip(waiting, near, strict=True)
    }


def _others(item: str, found: Iterator[Precedent]) -> list[Precedent]:
    return [one for one in found if one.item != item][:_SHOWN]


def _is_settled(item: Item) -> bool:
    verdict = item.verdict
    return verdict is not None and not verdict.is_open and verdict.action in _SETTLED


def _told(item: Item, taxonomy: Taxonomy) -> Precedent:
    verdict = item.verdict
    assert verdict is not None
    kept = verdict.action is Action.APPROVED
    return Precedent(
        item=item.id,
        text=" / ".join((verdict.wording or verdict.text_seen or item.text).split("\n")),
        decision=_CHANGED if kept and _is_changed(verdict) else _SETTLED[verdict.action],
        person=verdict.reviewer,
        labels=tuple(_labels(item, taxonomy)) if kept else (),
    )


def _is_changed(verdict: Verdict) -> bool:
    before, after = verdict.proposed, verdict.labels
    return bool(verdict.wording) or any(
        facet in before and before[facet] != labels for facet, labels in after.items()
    )


def _labels(item: Item, taxonomy: Taxonomy) -> Iterator[str]:
    for facet in Facet:
        yield from (taxonomy.label(one) for one in item.concepts(facet) if one in taxonomy)
