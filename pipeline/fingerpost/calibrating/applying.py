"""Items and a calibration in, the items with what they are worth and what it accepts out; pure."""

from collections.abc import Sequence
from dataclasses import replace

from fingerpost.calibrating.answers import belief_in, is_eligible, may_be_accepted, score_of
from fingerpost.calibration import Calibration
from fingerpost.directory import Item, Status
from fingerpost.suggestions import Assignment, Reason


def apply(items: Sequence[Item], calibration: Calibration) -> tuple[Item, ...]:
    """Give labels their confidence, and accept what the promise covers and nobody has judged."""
    return tuple(_applied(item, calibration) for item in items)


def _applied(item: Item, calibration: Calibration) -> Item:
    assignments = tuple(
        replace(one, confidence=_confidence(item, one, calibration))
        for one in item.classified.assignments
    )
    known = replace(item, classified=replace(item.classified, assignments=assignments))
    if not _is_covered(item, calibration):
        return known
    asked = (Reason.READER_REPORT,) if item.reports else ()
    return replace(known, status=Status.ACCEPTED, reasons=asked)


def _confidence(item: Item, assignment: Assignment, calibration: Calibration) -> float | None:
    """Return what a belief is worth, of a label that still stands as it was proposed."""
    belief = belief_in(item.classified, assignment)
    stands = item.concepts(assignment.facet)[:1] == assignment.concepts[:1]
    if belief is None or not stands or item.status is Status.REJECTED:
        return None
    return calibration.worth(assignment.facet, by_headings=assignment.settled, belief=belief)


def _is_covered(item: Item, calibration: Calibration) -> bool:
    promise = calibration.promise
    if promise is None or promise.threshold is None:
        return False
    if not may_be_accepted(item):
        return False
    score = score_of(item.classified)
    return score is not None and score >= promise.threshold and is_eligible(item.classified)
