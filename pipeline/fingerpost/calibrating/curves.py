"""Raw beliefs and whether each was right in, the curve that leads from one to the other out."""

import math
from collections.abc import Callable, Sequence

import numpy as np

from fingerpost.calibration import SURELY, Curve, Shape, odds

ENOUGH = 30
"""Fewer answers on one kind of label say nothing about beliefs."""
_ENOUGH_FOR_STEPS = 200
_HELD = 10.0
"""The sigmoid is held to leaving beliefs as they are, as firmly as some ten answers would."""
_FOLDS = 5
_PLACES = 6

Pairs = Sequence[tuple[float, bool]]


def curve_of(pairs: Pairs) -> Curve | None:
    """Draw the curve through raw beliefs and what came of them, in the order of their lots.

    A sigmoid, or where there are many answers and they are foretold better so, steps.
    """
    if len(pairs) < ENOUGH:
        return None
    if len(pairs) < _ENOUGH_FOR_STEPS:
        return _sigmoid(pairs)
    draw = min((_sigmoid, _steps), key=lambda one: _surprise(one, pairs))
    return draw(pairs)


def held_back(pairs: Pairs) -> tuple[float, ...]:
    """Judge each belief by a curve that was drawn without its own answer, nor its fold's."""
    judged = [0.0] * len(pairs)
    for fold in range(_FOLDS):
        seen = [pair for place, pair in enumerate(pairs) if place % _FOLDS != fold]
        curve = curve_of(seen) or _sigmoid(seen)
        for place in range(fold, len(pairs), _FOLDS):
            judged[place] = curve.at(pairs[place][0])
    return tuple(judged)


def _sigmoid(pairs: Pairs) -> Curve:
    """Fit slope and shift of the logarithm of odds, both held near leaving it as it is."""
    from scipy.optimize import minimize

    x = np.array([odds(belief) for belief, _ in pairs])
    y = np.array([right for _, right in pairs], dtype=float)
    start = np.array([1.0, 0.0])

    def loss(line: "np.ndarray") -> tuple[float, "np.ndarray"]:
        scores = line[0] * x + line[1]
        away = line - start
        missed = 1 / (1 + np.exp(-scores)) - y
        slopes = np.array([np.sum(missed * x), np.sum(missed)]) + away * _HELD / 4
        return float(np.sum(np.logaddexp(0, scores) - y * scores) + away @ away * _HELD / 8), slopes

    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None), (None, None)])
    slope, shift = (round(float(value), _PLACES) for value in found.x)
    return Curve(slope=slope, shift=shift)


def _steps(pairs: Pairs) -> Curve:
    from sklearn.isotonic import IsotonicRegression

    steps = IsotonicRegression(y_min=1 - SURELY, y_max=SURELY, out_of_bounds="clip")
    steps.fit([belief for belief, _ in pairs], [float(right) for _, right in pairs])
    knots = zip(steps.X_thresholds_, steps.y_thresholds_, strict=True)
    return Curve(
        shape=Shape.STEPS,
        knots=tuple((round(float(x), _PLACES), round(float(y), _PLACES)) for x, y in knots),
    )


def _surprise(draw: Callable[[Pairs], Curve], pairs: Pairs) -> float:
    """Return how badly curves of this kind foretell answers they were drawn without."""
    total = 0.0
    for fold in range(_FOLDS):
        curve = draw([pair for place, pair in enumerate(pairs) if place % _FOLDS != fold])
        for belief, right in pairs[fold::_FOLDS]:
            worth = min(max(curve.at(belief), 1 - SURELY), SURELY)
            total -= math.log(worth if right else 1 - worth)
    return round(total, _PLACES)
