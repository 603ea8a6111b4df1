"""Answers in, how many first labels are right out: with interval, by label and by council."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scipy.stats import binomtest
from sklearn.metrics import f1_score

from benchmarks.classification.sitting import Answer

_NONE = "none"


@dataclass(frozen=True, slots=True)
class Score:
    """How often the first label of a facet is among the right ones.

    `low` and `high` are the 95 % interval after Wilson. `macro_f1` compares first label with first
    label, each label counting the same. `councils` has the share of each council.
    """

    right: int
    of: int
    low: float
    high: float
    macro_f1: float
    councils: dict[str, float]

    @property
    def share(self) -> float:
        return self.right / self.of


def score(answers: Iterable[Answer], facet: str) -> Score | None:
    """Score one facet; None where no statement says what is right."""
    scored = [one for one in answers if facet in one.case.labels]
    if not scored:
        return None
    hits = [is_right(one, facet) for one in scored]
    interval = binomtest(sum(hits), len(hits)).proportion_ci(method="wilson")
    return Score(
        right=sum(hits),
        of=len(hits),
        low=float(interval.low),
        high=float(interval.high),
        macro_f1=_macro_f1(scored, facet),
        councils=_councils(scored, hits),
    )


def is_right(answer: Answer, facet: str) -> bool:
    """Whether the label is one of the right ones, or none is given where none is right."""
    return answer.labels[facet] in (answer.case.labels[facet] or (_NONE,))


def _macro_f1(scored: Sequence[Answer], facet: str) -> float:
    wanted = [(one.case.labels[facet] or (_NONE,))[0] for one in scored]
    given = [one.labels[facet] for one in scored]
    return float(f1_score(wanted, given, average="macro", zero_division=0.0))


def _councils(scored: Sequence[Answer], hits: Sequence[bool]) -> dict[str, float]:
    found: dict[str, list[bool]] = defaultdict(list)
    for one, hit in zip(scored, hits, strict=True):
        found[one.case.council].append(hit)
    return {council: sum(some) / len(some) for council, some in sorted(found.items())}
