"""Settled items and a council's terms in, the calibration out; pure."""

from collections.abc import Collection, Sequence

from fingerpost.calibrating.answers import answers_of, candidates_of
from fingerpost.calibrating.auditing import audit, audited_of
from fingerpost.calibrating.promising import Terms, promise
from fingerpost.calibrating.reliability import guarantees, reliabilities
from fingerpost.calibration import Calibration
from fingerpost.directory import Item
from fingerpost.rulebook import Council


def calibrate(items: Sequence[Item], taken: Collection[str], council: Council) -> Calibration:
    """Measure beliefs on people's answers, find what may be accepted, and how much of it is wrong.

    `items` are those of the documents, before any was parted or joined; `taken` names those that
    people joined to others. The order of items does not matter.
    """
    answers = tuple(answers_of(items))
    measured = tuple(reliabilities(answers))
    terms = Terms(council.risk, council.assurance)
    wanted = council.acceptance == "structure" and council.risk > 0
    promised = promise(tuple(candidates_of(items, taken)), terms) if wanted else None
    aim = council.audit
    return Calibration(
        reliabilities=measured,
        guarantees=tuple(guarantees(answers)),
        promise=promised,
        audit=audit(audited_of(items, taken, promised), aim) if aim.at_most > 0 else None,
        curves={(one.facet, one.by_headings): one.curve for one in measured if one.curve},
    )
