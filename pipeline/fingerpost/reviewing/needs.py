"""A statement that waits and what its headings mean in, the headings whose answers settle it out.

This follows how acceptance reads headings: nearest first, each explained whole or answered, until
one promises advice; the area and the kind stated; nothing that only looks like a heading unasked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fingerpost.directory import Item
from fingerpost.meanings import Meaning, heading_key
from fingerpost.outcome import Outcome
from fingerpost.reviewing.doubts import may_wait_for_heading, waits_for_heading
from fingerpost.strategies import Head, HeadKind
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Facet, Taxonomy

_AREAS = (Facet.AREA, Facet.NEED)


@dataclass(frozen=True, slots=True)
class Step:
    """A heading above a statement, or its document's title, and what it means so far."""

    head: Head
    meaning: Meaning

    @property
    def answered(self) -> bool:
        """Whether a person has said what it means."""
        return bool(self.meaning.answered_by)

    @property
    def stated(self) -> bool:
        """Whether a person has, or a rule explains it whole."""
        return self.answered or self.meaning.whole


def needs(item: Item, outcome: Outcome) -> tuple[Head, ...]:
    """Return the headings to answer, outermost first; none where answers are not enough."""
    if not (waits_for_heading(item) or may_wait_for_heading(item)):
        return ()
    heads, names = _steps(item, outcome)
    wanted = list(_look_alikes(item, heads))
    wanted += _for_kind(heads, wanted)
    if not _has_area(item, wanted):
        wanted += _for_area(heads, names, wanted, outcome.rulebook.taxonomy)
    keys = {heading_key(step.head.text) for step in wanted} - {""}
    outermost_first = (step.head for step in (*names, *reversed(heads)))
    found = {heading_key(head.text): head for head in outermost_first}
    return tuple(head for key, head in found.items() if key in keys)


def _steps(item: Item, outcome: Outcome) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Return the headings, nearest first, and the title and names of the document."""
    strategy = item.classified.strategy
    names = (Head(text, HeadKind.TITLE, "") for text in strategy.context)
    return (
        tuple(_step(head, outcome) for head in reversed(strategy.heads)),
        tuple(_step(head, outcome) for head in names),
    )


def _step(head: Head, outcome: Outcome) -> Step:
    return Step(head, outcome.meanings.of(head.text, head.kind) or Meaning())


def _look_alikes(item: Item, heads: Sequence[Step]) -> Iterator[Step]:
    if Reason.INFERRED_HEADING in item.reasons:
        yield from (step for step in heads if step.head.inferred and not step.answered)


def _for_kind(heads: Sequence[Step], wanted: Sequence[Step]) -> tuple[Step, ...]:
    """Find what keeps the headings from promising advice."""
    for step in heads:
        if step in wanted or (step.answered and step.meaning.concepts):
            return ()
        if step.meaning.demoted:
            continue
        if not step.stated:
            return (step,)
        if step.meaning.role:
            return ()
    telling = [step for step in heads if step.meaning.concepts and not step.answered]
    return tuple(telling[:1] or [step for step in heads if not step.answered][:1])


def _has_area(item: Item, wanted: Sequence[Step]) -> bool:
    """Whether the area is settled, or will be by an answer that is asked for anyway."""
    settled = any(a.facet is Facet.AREA and a.settled for a in item.classified.assignments)
    return settled or any(not _is_plain(step) for step in wanted)


def _is_plain(step: Step) -> bool:
    """Whether a heading says something, but nothing about what its statements are about."""
    return step.stated and not step.meaning.concepts


def _for_area(
    heads: Sequence[Step], names: Sequence[Step], wanted: Sequence[Step], taxonomy: Taxonomy
) -> tuple[Step, ...]:
    """Find the heading or name that the area comes from, or could come from."""
    places = [step for step in (*heads, *names) if step not in wanted and not step.answered]
    telling = [step for step in places if _tells_area(step, taxonomy)]
    silent = [step for step in places if not step.stated and step.head.kind is not HeadKind.RUN_IN]
    return tuple((telling or silent)[:1])


def _tells_area(step: Step, taxonomy: Taxonomy) -> bool:
    return any(taxonomy[one].facet in _AREAS for one in step.meaning.concepts if one in taxonomy)
