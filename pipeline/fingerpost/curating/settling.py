"""Classified strategies and what people decided in, items with final words, labels and status out."""

from collections.abc import Sequence

from fingerpost.decisions import Action, Standing, Verdict
from fingerpost.directory import Item, Status
from fingerpost.suggestions import Classified, Reason
from fingerpost.taxonomy import Facet


def settle(classified: Sequence[Classified], standing: Standing) -> tuple[Item, ...]:
    """Give each strategy its final status; a decision counts only for the wording it was about."""
    return tuple(_item(one, standing.verdicts.get(one.strategy.id)) for one in classified)


def _item(classified: Classified, verdict: Verdict | None) -> Item:
    if verdict is None:
        status = Status.REVIEW if classified.reasons else Status.ACCEPTED
        return _made(classified, status, classified.reasons)
    doubt = _doubt(classified, verdict)
    if doubt:
        reasons = (doubt, *(reason for reason in classified.reasons if reason is not doubt))
        return _made(classified, Status.REVIEW, reasons, verdict)
    approved = verdict.action is Action.APPROVED
    return _made(classified, Status.APPROVED if approved else Status.REJECTED, (), verdict)


def _doubt(classified: Classified, verdict: Verdict) -> Reason | None:
    """Return why a verdict does not settle the matter, if it does not."""
    if verdict.disagreement:
        return Reason.REVIEWERS_DISAGREE
    if verdict.action is Action.NOT_SURE:
        return Reason.NOT_SURE
    if verdict.unlabelled and verdict.action is Action.APPROVED:
        return Reason.NO_LABEL
    return Reason.REWORDED if verdict.digest != classified.strategy.digest else None


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
