"""Predictions in, the scores of every facet, concept, group and of the gate out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fingerpost.classifying.evaluating.gate import GateScore, gate_score
from fingerpost.classifying.evaluating.intervals import Measure, Share, macro_f1, share_of
from fingerpost.classifying.evaluating.predicting import predict
from fingerpost.classifying.evaluating.rows import GoldRow, Prediction
from fingerpost.classifying.evaluating.trust import Trust, trust
from fingerpost.learned import UNTAUGHT, Judgement
from fingerpost.rulebook import Rulebook
from fingerpost.taxonomy import CORE_FACETS, Facet

Pairs = tuple[tuple[tuple[str, str], int], ...]
"""Pairs of a wanted and a given label, with how often they occur, the most common first."""


@dataclass(frozen=True, slots=True)
class ConceptScore:
    """How one label fares as the first: given rightly, found where wanted.

    `precision` and `recall` compare first label with first label; `accepted` counts a given label
    as right where it is any of the right ones.
    """

    concept: str
    precision: Share
    recall: Share
    accepted: Share

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        occurs = self.precision.of + self.recall.of
        return 2 * self.precision.right / occurs if occurs else 0.0


@dataclass(frozen=True, slots=True)
class FacetScore:
    """How often the first label of a facet is among the right ones.

    `f1` compares first label with first label, each label counting the same; `shortlist` counts
    where one of the two likeliest is right. `confusion` says how often each pair of wanted and
    given first labels occurred, `mistakes` only where the given one is none of the right ones.
    """

    facet: Facet
    first: Share
    f1: Measure
    shortlist: Share
    concepts: tuple[ConceptScore, ...]
    confusion: Pairs
    mistakes: Pairs
    trust: Trust

    @property
    def scored(self) -> int:
        """How many rows the gold scores."""
        return self.first.of

    @property
    def right(self) -> int:
        """How many of them have a right first label."""
        return self.first.right

    @property
    def accuracy(self) -> float:
        """The share of scored rows that are right; 0 where none is scored."""
        return self.first.value

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the labels, without its interval."""
        return self.f1.value


@dataclass(frozen=True, slots=True)
class Group:
    """The rows that say the same in one column."""

    column: str
    value: str
    rows: int
    facets: tuple[tuple[Facet, Share], ...]
    area: Measure | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The scores of all facets and of the gate, by group, and every prediction in the gold's order."""

    facets: tuple[FacetScore, ...]
    gate: GateScore
    predictions: tuple[Prediction, ...]
    groups: tuple[Group, ...] = ()


def evaluate(
    rows: Sequence[GoldRow], rulebook: Rulebook, judgement: Judgement = UNTAUGHT
) -> Evaluation:
    """Classify the gold's statements as if each stood in a document, and score them."""
    return score(predict(rows, rulebook, judgement))


def score(predictions: Sequence[Prediction], by: Sequence[str] = ()) -> Evaluation:
    """Score predictions, all together and by the columns named."""
    return Evaluation(
        facets=tuple(_facet_score(facet, predictions) for facet in _scored(predictions)),
        gate=gate_score(predictions),
        predictions=tuple(predictions),
        groups=tuple(one for column in by for one in _groups(predictions, column)),
    )


def _scored(predictions: Iterable[Prediction]) -> Iterator[Facet]:
    """The kinds of label of every council, and of the others those that the gold speaks of."""
    said = {facet for one in predictions for facet in one.row.labels}
    return (facet for facet in Facet if facet in CORE_FACETS or facet in said)


def _groups(predictions: Sequence[Prediction], column: str) -> tuple[Group, ...]:
    members: dict[str, list[Prediction]] = {}
    for one in predictions:
        members.setdefault(one.row.columns.get(column, ""), []).append(one)
    return tuple(_group(column, value, members[value]) for value in sorted(members))


def _group(column: str, value: str, members: Sequence[Prediction]) -> Group:
    shares = ((facet, _first(facet, members)) for facet in Facet)
    scored = tuple((facet, share) for facet, share in shares if share.of)
    return Group(column, value, len(members), scored, gate_score(members).area)


def _first(facet: Facet, predictions: Sequence[Prediction]) -> Share:
    return share_of([one.is_right(facet) for one in predictions if facet in one.row.labels])


def _facet_score(facet: Facet, predictions: Sequence[Prediction]) -> FacetScore:
    scored = tuple(one for one in predictions if facet in one.row.labels)
    wanted = [one.wanted(facet) for one in scored]
    given = [one.given(facet) for one in scored]
    return FacetScore(
        facet=facet,
        first=_first(facet, scored),
        f1=macro_f1(wanted, given),
        shortlist=share_of([one.is_listed(facet) for one in scored]),
        concepts=tuple(_concept_score(name, facet, scored) for name in sorted({*wanted, *given})),
        confusion=_pairs(facet, scored),
        mistakes=_pairs(facet, [one for one in scored if not one.is_right(facet)]),
        trust=trust(scored, facet),
    )


def _pairs(facet: Facet, predictions: Sequence[Prediction]) -> Pairs:
    pairs = Counter((one.wanted(facet), one.given(facet)) for one in predictions)
    return tuple(sorted(pairs.items(), key=lambda one: (-one[1], one[0])))


def _concept_score(name: str, facet: Facet, scored: Sequence[Prediction]) -> ConceptScore:
    given = tuple(one for one in scored if one.given(facet) == name)
    wanted = tuple(one for one in scored if one.wanted(facet) == name)
    both = sum(one.wanted(facet) == name for one in given)
    accepted = share_of([one.is_right(facet) for one in given])
    return ConceptScore(name, Share(both, len(given)), Share(both, len(wanted)), accepted)
