"""Scores in, the same as plain values for programs out."""

from collections.abc import Iterable
from typing import Any

from fingerpost.classifying.evaluating.gate import GateScore
from fingerpost.classifying.evaluating.intervals import Measure, Share
from fingerpost.classifying.evaluating.scoring import (
    ConceptScore,
    Evaluation,
    FacetScore,
    Group,
    Pairs,
)
from fingerpost.classifying.evaluating.trust import RISKS, Trust

_DIGITS = 4


def metrics(evaluation: Evaluation) -> dict[str, Any]:
    """Return all scores as numbers, lists and names."""
    return {
        "statements": len(evaluation.predictions),
        "facets": [_facet(score) for score in evaluation.facets],
        "gate": _gate(evaluation.gate),
        "groups": [_group(group) for group in evaluation.groups],
    }


def _facet(score: FacetScore) -> dict[str, Any]:
    return {
        "facet": score.facet.value,
        "scored": score.scored,
        "right": score.right,
        "accuracy": _rounded(score.accuracy),
        "accuracy_interval": _interval(score.first.interval),
        "macro_f1": _rounded(score.macro_f1),
        "macro_f1_interval": _interval((score.f1.low, score.f1.high)),
        "shortlist": _share(score.shortlist),
        "concepts": [_concept(one) for one in score.concepts],
        "mistakes": _pairs(score.mistakes),
        "confusion": _pairs(score.confusion),
        **_trust(score.trust),
    }


def _concept(one: ConceptScore) -> dict[str, Any]:
    return {
        "concept": one.concept,
        "precision": _share(one.precision),
        "recall": _share(one.recall),
        "f1": _rounded(one.f1),
        "accepted": _share(one.accepted),
    }


def _pairs(pairs: Pairs) -> list[dict[str, Any]]:
    return [{"wanted": wanted, "given": given, "times": times} for (wanted, given), times in pairs]


def _trust(trust: Trust) -> dict[str, Any]:
    bands = [
        {"least": band.least, "most": band.most, "sure": _rounded(band.sure), **_share(band.held)}
        for band in trust.bands
    ]
    return {
        "calibration": {"error": _rounded(trust.error), "bands": bands},
        "kept": {str(risk): _rounded(trust.kept(risk)) for risk in RISKS},
    }


def _gate(gate: GateScore) -> dict[str, Any]:
    return {
        "strategies": gate.strategies,
        "others": gate.others,
        **_area(gate.area),
        "flagged": gate.flagged,
        "held": gate.held,
        "accepted": gate.accepted,
        "roles": [
            {
                "role": told.role,
                "texts": told.texts,
                "flagged": told.flagged,
                "accepted": told.accepted,
                **_area(told.area),
            }
            for told in gate.roles
        ],
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "column": group.column,
        "value": group.value,
        "rows": group.rows,
        "facets": {facet.value: _share(share) for facet, share in group.facets},
        **_area(group.area),
    }


def _area(measure: Measure | None) -> dict[str, Any]:
    if measure is None:
        return {"auc": None, "auc_interval": None}
    return {
        "auc": _rounded(measure.value),
        "auc_interval": _interval((measure.low, measure.high)),
    }


def _share(share: Share) -> dict[str, Any]:
    return {
        "right": share.right,
        "of": share.of,
        "share": _rounded(share.value) if share.of else None,
        "interval": _interval(share.interval),
    }


def _interval(ends: Iterable[float]) -> list[float]:
    return [_rounded(end) for end in ends]


def _rounded(value: float) -> float:
    return round(value, _DIGITS)
