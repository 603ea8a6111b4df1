"""Settled items in, what people's answers say of the program's proposals out; pure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from fingerpost.calibrating.promising import Candidate
from fingerpost.decisions import Action, Verdict
from fingerpost.directory import Item, Status
from fingerpost.lots import is_on_trial, lot
from fingerpost.strategies import Role
from fingerpost.suggestions import Assignment, Classified, Reason
from fingerpost.taxonomy import Facet

_HARMLESS = frozenset({Reason.HEADING_NOT_SETTLED, Reason.LOW_CONFIDENCE, Reason.INFERRED_HEADING})
"""Doubts of where to file a statement, and of nothing else: a wrong one is filed wrongly."""
_TIERS = frozenset({"targeted tier", "specialist tier"})
"""What the words of a statement may say of its tier, as fields' evidence names it."""
_OTHER_ROLES = frozenset(role.value for role in Role if role is not Role.STRATEGY)
"""What words or headings may say that a text is instead of advice, as the gate's evidence names it."""
_MISFILED = (Action.REJECTED, Action.UNFITTING)
"""Answers that say of no label of the program's that it is right."""
_DECIDED = (Action.APPROVED, *_MISFILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A belief in the first label of a facet, and whether a person's answer bore it out.

    `chosen` is the label the person gave first, "" for none; `ranked` the program's likeliest ones
    with its beliefs in them.
    """

    facet: Facet
    by_headings: bool
    lot: str
    belief: float
    right: bool
    chosen: str
    ranked: tuple[tuple[str, float], ...]


def candidates_of(items: Iterable[Item], taken: Collection[str]) -> Iterator[Candidate]:
    """Yield what the program might accept; `taken` are items that people joined to others.

    Whether it might is judged as if nobody had answered, so that answers change no item's place;
    what is wanted no longer has none.
    """
    for item in items:
        score = score_of(item.classified)
        if score is not None and is_eligible(item.classified) and not is_withdrawn(item):
            yield Candidate(
                id=item.id,
                lot=lot(item.id),
                score=score,
                on_trial=is_on_trial(item.classified.strategy.digest),
                wrong=True if item.id in taken else _is_wrong(item),
                free=may_be_accepted(item),
            )


def is_eligible(classified: Classified) -> bool:
    """Whether only its filing is in doubt, and nothing harmful is or speaks of more than for all.

    Nothing below a heading of something else than advice is, however much it reads like advice:
    the share that may be wrong is meant for statements filed wrongly.
    """
    doubts = frozenset(classified.reasons)
    told = {name for name, _ in classified.field_evidence}
    return bool(doubts) and doubts <= _HARMLESS and told.isdisjoint(_TIERS | _OTHER_ROLES)


def may_be_accepted(item: Item) -> bool:
    """Whether nobody has said anything of it: what people spoke of once, they decide."""
    return item.verdict is None and item.status is Status.REVIEW and not item.held_back


def score_of(classified: Classified) -> float | None:
    """Return the raw belief that a person would keep it under its first area."""
    return belief_in(classified, _area(classified))


def belief_in(classified: Classified, assignment: Assignment | None) -> float | None:
    """Return the raw belief in the first label given; of an area, that it is advice at all besides."""
    if assignment is None or not assignment.concepts:
        return None
    known = {one.concept: one.probability for one in assignment.ranked}
    belief = known.get(assignment.concepts[0])
    if belief is not None and assignment.facet is Facet.AREA:
        belief *= classified.strategy_probability
    return None if belief is None else round(belief, 4)


def answers_of(items: Iterable[Item]) -> Iterator[Answer]:
    """Yield each standing answer on trial, facet by facet; only of areas is a rejection one."""
    for item in items:
        verdict = standing(item)
        if verdict is None or verdict.disagreement or verdict.action not in _DECIDED:
            continue
        if not is_on_trial(verdict.digest):
            continue
        for assignment in item.classified.assignments:
            belief = belief_in(item.classified, assignment)
            chosen = _chosen(item, verdict, assignment)
            if belief is None or chosen is None:
                continue
            yield Answer(
                facet=assignment.facet,
                by_headings=assignment.settled,
                lot=lot(item.id),
                belief=belief,
                right=verdict.action is Action.APPROVED and chosen == assignment.concepts[0],
                chosen=chosen if verdict.action is Action.APPROVED else "",
                ranked=tuple((one.concept, one.probability) for one in assignment.ranked),
            )


def standing(item: Item) -> Verdict | None:
    """Return what people said of these very words, if they did."""
    verdict = item.verdict
    if verdict is None or verdict.digest != item.classified.strategy.digest:
        return None
    return None if verdict.unlabelled else verdict


def is_withdrawn(item: Item) -> bool:
    """Whether it is wanted no longer: it is then no error, and nobody is to read it any more."""
    verdict = standing(item)
    return verdict is not None and verdict.action is Action.WITHDRAWN


def _is_wrong(item: Item) -> bool | None:
    """Whether a person would not have let it pass: rejected, moved, unsure or disputed."""
    verdict = standing(item)
    if verdict is None:
        return None
    if verdict.disagreement or verdict.action is not Action.APPROVED:
        return True
    area = _area(item.classified)
    return area is None or _chosen(item, verdict, area) != area.concepts[0]


def _chosen(item: Item, verdict: Verdict, assignment: Assignment) -> str | None:
    """Return the person's first label; approved as it was where they said nothing of it."""
    if verdict.action in _MISFILED:
        return "" if assignment.facet is Facet.AREA else None
    labels = verdict.labels.get(assignment.facet, item.classified.concepts(assignment.facet))
    return labels[0] if labels else ""


def _area(classified: Classified) -> Assignment | None:
    return next((one for one in classified.assignments if one.facet is Facet.AREA), None)
