"""Labelled statements and a rulebook in, how often the first label is right out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fingerpost.classifying.classifier import classifier_for
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Head, HeadKind, Role, Strategy
from fingerpost.suggestions import Classified
from fingerpost.taxonomy import Facet

NOT_SCORED = "*"
NO_LABEL = "none"
NOT_A_STRATEGY = "not-a-strategy"
_BETWEEN = " > "


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRow:
    """One labelled statement; a facet that is missing from `labels` is not scored.

    An empty tuple means that no label is right. `strategy` is false for text that must not be
    published, `None` where the gold does not say; `role` is then what it is, if the gold says so.
    `origin` is file and line.
    """

    text: str
    heading_path: str = ""
    labels: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    strategy: bool | None = None
    role: Role | None = None
    origin: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Prediction:
    """A labelled statement and what was predicted for it."""

    row: GoldRow
    classified: Classified


@dataclass(frozen=True, slots=True)
class FacetScore:
    """How often the first label of a facet is among the right ones, over `scored` rows.

    `macro_f1` compares first label with first label, each label counting the same.
    """

    facet: Facet
    scored: int
    right: int
    macro_f1: float

    @property
    def accuracy(self) -> float:
        """The share of scored rows that are right; 0 where none is scored."""
        return self.right / self.scored if self.scored else 0.0


@dataclass(frozen=True, slots=True)
class GateScore:
    """How well strategies and other text are told apart.

    `auc` is the chance that a strategy gets a higher probability than other text, `None` where
    the gold holds only one of the two. `flagged` is how many of the others wait for a person with
    a doubt about what they are, `held` how many strategies do.
    """

    strategies: int
    others: int
    auc: float | None
    flagged: int
    held: int


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of all facets and of the gate, and every prediction in the gold's order."""

    facets: tuple[FacetScore, ...]
    gate: GateScore
    predictions: tuple[Prediction, ...]


def evaluate(rows: Sequence[GoldRow], rulebook: Rulebook) -> Evaluation:
    """Classify the gold's statements as if each stood in a document, and score them."""
    strategies = tuple(_strategy(row) for row in rows)
    found = classifier_for(rulebook).classify(strategies, Meanings(rulebook.headings))
    predictions = tuple(map(Prediction, rows, found))
    facets = tuple(_facet_score(facet, predictions) for facet in Facet)
    return Evaluation(facets, _gate_score(predictions), predictions)


def _strategy(row: GoldRow) -> Strategy:
    steps = row.heading_path.split(_BETWEEN) if row.heading_path else ()
    heads = tuple(Head(step, HeadKind.HEADING, "") for step in steps)
    return Strategy(
        text=row.text, source_text=row.text, digest="", heads=heads, source="", locator=""
    )


def _facet_score(facet: Facet, predictions: Iterable[Prediction]) -> FacetScore:
    scored = tuple(p for p in predictions if facet in p.row.labels)
    right = sum(_is_right(p.classified.concepts(facet), p.row.labels[facet]) for p in scored)
    firsts = tuple(
        (_first(p.row.labels[facet]), _first(p.classified.concepts(facet))) for p in scored
    )
    return FacetScore(facet, len(scored), right, _macro_f1(firsts))


def _first(labels: Sequence[str]) -> str:
    return labels[0] if labels else NO_LABEL


def _is_right(predicted: Sequence[str], wanted: Sequence[str]) -> bool:
    return predicted[0] in wanted if predicted else not wanted


def _macro_f1(firsts: Sequence[tuple[str, str]]) -> float:
    if not firsts:
        return 0.0
    from sklearn.metrics import f1_score

    wanted, predicted = zip(*firsts, strict=True)
    return float(f1_score(wanted, predicted, average="macro", zero_division=0.0))


def _gate_score(predictions: Iterable[Prediction]) -> GateScore:
    known = tuple(p for p in predictions if p.row.strategy is not None)
    good = tuple(p.classified for p in known if p.row.strategy)
    others = tuple(p.classified for p in known if not p.row.strategy)
    return GateScore(
        strategies=len(good),
        others=len(others),
        auc=_auc(good, others),
        flagged=sum(map(_is_doubted, others)),
        held=sum(map(_is_doubted, good)),
    )


def _is_doubted(classified: Classified) -> bool:
    return any(reason.value.startswith("may-") for reason in classified.reasons)


def _auc(good: Sequence[Classified], others: Sequence[Classified]) -> float | None:
    if not good or not others:
        return None
    from sklearn.metrics import roc_auc_score

    truth = [1] * len(good) + [0] * len(others)
    return float(roc_auc_score(truth, [c.strategy_probability for c in (*good, *others)]))
