"""Predictions in, how well advice and other text are told apart out."""

from collections.abc import Sequence
from dataclasses import dataclass

from fingerpost.classifying.evaluating.intervals import Measure, auc
from fingerpost.classifying.evaluating.rows import Prediction
from fingerpost.directory import Status


@dataclass(frozen=True, slots=True)
class Told:
    """How one kind of other text is told from advice: of `texts`, `flagged` are doubted, `accepted` not at all."""

    role: str
    texts: int
    flagged: int
    accepted: int
    area: Measure | None


@dataclass(frozen=True, slots=True)
class GateScore:
    """How well strategies and other text are told apart.

    `area` is the chance that a strategy gets a higher probability than other text, `None` where
    the gold holds only one of the two. `flagged` is how many of the others wait for a person with
    a doubt about what they are, `held` how many strategies do; `accepted` how many of the others
    would be published unseen. `roles` tells the others apart by what they are, if the gold does.
    """

    strategies: int
    others: int
    area: Measure | None
    flagged: int
    held: int
    accepted: int = 0
    roles: tuple[Told, ...] = ()

    @property
    def auc(self) -> float | None:
        """The area under the curve, without its interval."""
        return self.area.value if self.area else None


def gate_score(predictions: Sequence[Prediction]) -> GateScore:
    """Score the rows of which the gold says whether they are strategies."""
    good = tuple(one for one in predictions if one.row.strategy)
    others = tuple(one for one in predictions if one.row.strategy is False)
    roles = sorted({one.row.role.value for one in others if one.row.role})
    return GateScore(
        strategies=len(good),
        others=len(others),
        area=_area(good, others),
        flagged=sum(map(_is_doubted, others)),
        held=sum(map(_is_doubted, good)),
        accepted=sum(map(_is_accepted, others)),
        roles=tuple(_told(role, good, others) for role in roles),
    )


def _told(role: str, good: Sequence[Prediction], others: Sequence[Prediction]) -> Told:
    of_role = tuple(one for one in others if one.row.role and one.row.role.value == role)
    return Told(
        role=role,
        texts=len(of_role),
        flagged=sum(map(_is_doubted, of_role)),
        accepted=sum(map(_is_accepted, of_role)),
        area=_area(good, of_role),
    )


def _area(good: Sequence[Prediction], others: Sequence[Prediction]) -> Measure | None:
    return auc(
        [one.classified.strategy_probability for one in good],
        [one.classified.strategy_probability for one in others],
    )


def _is_doubted(prediction: Prediction) -> bool:
    return any(reason.value.startswith("may-") for reason in prediction.reasons)


def _is_accepted(prediction: Prediction) -> bool:
    return prediction.status is Status.ACCEPTED
