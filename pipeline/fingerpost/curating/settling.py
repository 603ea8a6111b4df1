"""Classified strategies and what people decided in, items with final words, labels and status out."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from fingerpost.curating.readers import reported
from fingerpost.decisions import Action, Standing, Verdict
from fingerpost.directory import Item, Status
from fingerpost.suggestions import PERSONAL, Classified, Evidence, Reason
from fingerpost.taxonomy import Facet

_STILL_OPEN = {
    Action.NOT_SURE: Reason.NOT_SURE,
    Action.PULLED_OUT: Reason.NOT_SURE,
    Action.PARKED: Reason.PARKED,
}

_NOT_SHOWN = (Reason.PERSONAL_DATA, Reason.NEAR_DUPLICATE)
"""Doubts that whoever adds a statement to the directory is not shown; somebody must look once."""

_OF_DOCUMENTS = frozenset({Reason.HEADING_NOT_SETTLED, Reason.NO_LABEL})
"""Doubts that only headings and labels which were proposed can raise."""

Suspects = Callable[[str], tuple[Evidence, ...]]
"""Finds in words what may identify a person."""


def _nothing(_: str) -> tuple[Evidence, ...]:
    return ()


def settle(
    classified: Sequence[Classified], standing: Standing, suspects: Suspects = _nothing
) -> tuple[Item, ...]:
    """Give each strategy its final status; a decision counts only for the wording it was about.

    Words that a person typed are looked through by `suspects`: what they add and Word does not
    hold has been seen by nobody else. What readers of the directory reported is asked about.
    """
    verdicts = standing.verdicts
    settled = [_item(one, verdicts.get(one.strategy.id), suspects) for one in classified]
    return reported(settled, standing)


def _item(classified: Classified, verdict: Verdict | None, suspects: Suspects) -> Item:
    if verdict is None:
        status = Status.REVIEW if classified.reasons else Status.ACCEPTED
        return _made(classified, status, classified.reasons)
    added = _added(classified, verdict, suspects)
    doubt = _doubt(classified, verdict) or (Reason.PERSONAL_DATA if added else None)
    if doubt:
        reasons = (doubt, *(one for one in _applicable(classified) if one is not doubt))
        told = replace(classified, field_evidence=(*classified.field_evidence, *added))
        return _made(told, Status.REVIEW, reasons, verdict)
    approved = verdict.action is Action.APPROVED
    return _made(classified, Status.APPROVED if approved else Status.REJECTED, (), verdict)


def _applicable(classified: Classified) -> tuple[Reason, ...]:
    """Return what is doubted, of which headings are no part where there can be none."""
    if not classified.strategy.was_added:
        return classified.reasons
    return tuple(one for one in classified.reasons if one not in _OF_DOCUMENTS)


def _added(
    classified: Classified, verdict: Verdict, suspects: Suspects
) -> tuple[tuple[str, Evidence], ...]:
    """Return what may identify a person in the wording that was approved and not in Word."""
    if verdict.action is not Action.APPROVED:
        return ()
    typed = (*verdict.wording.split("\n"), verdict.child_voice, verdict.child_voice_by)
    seen = {evidence.quote for name, evidence in classified.field_evidence if name == PERSONAL}
    found = (one for line in typed if line for one in suspects(line))
    return tuple((PERSONAL, one) for one in found if one.quote not in seen)


def _doubt(classified: Classified, verdict: Verdict) -> Reason | None:
    """Return why a verdict does not settle the matter, if it does not."""
    if verdict.disagreement:
        return Reason.REVIEWERS_DISAGREE
    if verdict.action in _STILL_OPEN:
        return _STILL_OPEN[verdict.action]
    if verdict.action is Action.APPROVED:
        return _doubt_of_approval(classified, verdict)
    if verdict.digest != classified.strategy.digest:
        return Reason.REWORDED
    return Reason.UNFITTING if verdict.action is Action.UNFITTING else None


def _doubt_of_approval(classified: Classified, verdict: Verdict) -> Reason | None:
    if verdict.unlabelled:
        return Reason.NO_LABEL
    if verdict.digest != classified.strategy.digest:
        return Reason.REWORDED
    if verdict.changed_alone:
        return Reason.VOICES_APART
    if _kept_in_passing(classified, verdict):
        return Reason.PERSONAL_DATA
    unseen = _NOT_SHOWN if verdict.only_added else ()
    return next((one for one in unseen if one in classified.reasons), None)


def _kept_in_passing(classified: Classified, verdict: Verdict) -> bool:
    """Whether words that may identify a person were left standing, and nobody noted why they may."""
    found = [evidence.quote for name, evidence in classified.field_evidence if name == PERSONAL]
    if verdict.wording:
        found = [quote for quote in found if quote in verdict.wording]
    return bool(found) and not verdict.note


def _made(
    classified: Classified,
    status: Status,
    reasons: tuple[Reason, ...],
    verdict: Verdict | None = None,
) -> Item:
    wording = verdict.wording if verdict and status is Status.APPROVED else ""
    return Item(
        id=classified.strategy.id,
        text=wording or classified.strategy.text,
        status=status,
        labels=_labels(classified, verdict),
        reasons=reasons,
        classified=classified,
        verdict=verdict,
    )


def _labels(
    classified: Classified, verdict: Verdict | None
) -> tuple[tuple[Facet, tuple[str, ...]], ...]:
    """Take a person's labels where there are any; they stay as the proposal for a changed text."""
    decided = verdict.labels if verdict else {}
    chosen = {facet: decided.get(facet, classified.concepts(facet)) for facet in Facet}
    return tuple((facet, concepts) for facet, concepts in chosen.items() if concepts)
