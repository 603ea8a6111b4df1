"""Predictions before and after a change in, the concepts that are given less rightly than before out."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

from fingerpost.classifying.evaluating import GoldRow, Prediction
from fingerpost.classifying.proving.firing import fire
from fingerpost.classifying.proving.measured import GATE, is_right, kind_of, of_gold
from fingerpost.rulebook import Rulebook

TOLERANCE = 0.02
"""A concept's precision may fall by so much."""
_KEY = 12
NO_ADVICE = "no-advice"
"""Stands for every role that is none."""


@dataclass(frozen=True, slots=True)
class Given:
    """On how many statements a concept was given, on how many rightly; `wrong` are the others' keys."""

    given: int
    right: int
    wrong: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """The share that is right; 0 where it was never given."""
        return self.right / self.given if self.given else 0.0


@dataclass(frozen=True, slots=True)
class Baseline:
    """How each concept stood on one gold, by way of giving it, kind and concept."""

    gold: str
    standings: Mapping[tuple[str, str, str], Given]


@dataclass(frozen=True, slots=True)
class Fall:
    """A concept that is given less rightly than before, and the statements newly wrong."""

    way: str
    kind: str
    concept: str
    before: Given
    now: Given
    rows: tuple[GoldRow, ...]


def key_of(row: GoldRow) -> str:
    """Name a statement by its words, wherever it stands in a file."""
    return sha256(row.text.encode()).hexdigest()[:_KEY]


def gold_digest(rows: Iterable[GoldRow]) -> str:
    """Name a gold by its statements and labels, in any order."""
    told = sorted(f"{row.text}\t{sorted(row.labels.items())}\t{row.strategy}" for row in rows)
    return sha256("\n".join(told).encode()).hexdigest()


def standings(way: str, predictions: Iterable[Prediction]) -> Mapping[tuple[str, str, str], Given]:
    """Count for each concept where it was given and where rightly, and for the gate what was doubted."""
    return _counted(
        (way, kind, concept, prediction.row)
        for prediction in predictions
        for kind, concept in _given(prediction)
    )


def cue_standings(
    way: str, rulebook: Rulebook, rows: Sequence[GoldRow]
) -> Mapping[tuple[str, str, str], Given]:
    """Count for each concept and role where some cue for it that may decide fired, and where rightly."""
    deciding = tuple(cue for cue in rulebook.cues if not cue.weak)
    cues = {cue.id: (kind_of(cue, rulebook.taxonomy), cue.value) for cue in deciding}
    fired = fire(deciding, tuple(map(of_gold, rows)))
    once = dict.fromkeys((*cues[each.cue], each.statement) for each in fired)
    return _counted((way, kind, value, rows[number]) for kind, value, number in once)


def _counted(
    told: Iterable[tuple[str, str, str, GoldRow]],
) -> Mapping[tuple[str, str, str], Given]:
    """Count what was said of statements: way, kind, concept and the statement."""
    verdicts: dict[tuple[str, str, str], list[tuple[str, bool]]] = {}
    for way, kind, concept, row in told:
        right = is_right(kind, concept, of_gold(row))
        if right is not None:
            verdicts.setdefault((way, kind, concept), []).append((key_of(row), right))
    return {
        thing: Given(
            given=len(found),
            right=sum(right for _, right in found),
            wrong=tuple(sorted(key for key, right in found if not right)),
        )
        for thing, found in verdicts.items()
    }


def _given(prediction: Prediction) -> Iterator[tuple[str, str]]:
    """Every label, and the doubt whether it is advice."""
    for assignment in prediction.classified.assignments:
        yield from ((assignment.facet.value, concept) for concept in assignment.concepts)
    if any(reason.value.startswith("may-") for reason in prediction.classified.reasons):
        yield GATE, NO_ADVICE


def falls(before: Baseline, now: Baseline, rows: Sequence[GoldRow]) -> tuple[Fall, ...]:
    """Return what fell by more than the tolerance, or is not given at all any more, worst first."""
    found = tuple(_falls(before, now, {key_of(row): row for row in rows}))
    return tuple(sorted(found, key=lambda fall: fall.now.precision - fall.before.precision))


def _falls(before: Baseline, now: Baseline, rows: Mapping[str, GoldRow]) -> Iterator[Fall]:
    for thing, was in before.standings.items():
        found = now.standings.get(thing, Given(0, 0))
        if was.right and found.precision < was.precision - TOLERANCE:
            newly = (key for key in found.wrong if key not in was.wrong and key in rows)
            yield Fall(*thing, before=was, now=found, rows=tuple(rows[key] for key in newly))


def written(baseline: Baseline) -> str:
    """Write a baseline as JSON, a concept a line, so that a difference can be read."""
    lines = [
        json.dumps({"way": way, "kind": kind, "concept": concept, **asdict(given)})
        for (way, kind, concept), given in sorted(baseline.standings.items())
    ]
    entries = ",\n".join(f"  {line}" for line in lines)
    return f'{{\n"gold": "{baseline.gold}",\n"standings": [\n{entries}\n]\n}}\n'


def baseline_of(content: Mapping[str, Any]) -> Baseline:
    """Make a baseline of the JSON it was written as.

    Raises:
        KeyError, TypeError: where something else was written.
    """
    return Baseline(
        gold=str(content["gold"]),
        standings={
            (one["way"], one["kind"], one["concept"]): Given(
                int(one["given"]), int(one["right"]), tuple(one["wrong"])
            )
            for one in content["standings"]
        },
    )
