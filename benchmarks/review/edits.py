"""Answers and a few edits at a time in, how many statements that nobody touched have other labels out.

Run: python -m benchmarks.review.edits [--draws N] [--encoder NAME] [--curve]
The sample documents are migrated, 100 statements answered by chance in three workbooks, and seven
edited at a time; beside it, with --curve, how often first labels are right by how many answers teach.
"""

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fingerpost.classifying import GoldRow, classify, read_gold
from fingerpost.classifying.evaluating import predict
from fingerpost.curating import fold
from fingerpost.decisions import Action, Decision, Resource
from fingerpost.directory import Item, Status
from fingerpost.exemplars import Exemplar
from fingerpost.learned import Judgement
from fingerpost.learning import teaching_lines
from fingerpost.logbook import chain
from fingerpost.running.migrating.assembly import assemble
from fingerpost.running.migrating.inputs import Inputs, gather
from fingerpost.running.processing.batches import DocumentResult, process
from fingerpost.running.rules.learner import Learner
from fingerpost.taxonomy import CORE_FACETS, Facet
from fingerpost.workspace import Workspace

from benchmarks.review.left_out import RULES
from tests.support.program import workspace

SHARES = {"at every run": 0.0, "a tenth": 0.1, "a quarter": 0.25}
"""When it is learned anew: once answers have come that are such a share of those learned from."""
WORKBOOKS = (50, 30, 20)
ACCEPTED = 20
"""Of the answers, so many are about statements that nobody had to decide."""
ROUNDS = 4
EDITS = ("reword", "reword", "reword", "reword", "relabel", "relabel", "reject")
ANSWERS, ODDS = ("keep", "relabel", "reject"), (80, 15, 5)
TAUGHT = (0, 40, 80, 120, 160, 200, 250)

Log = tuple[Decision, ...]
Labels = dict[str, dict[Facet, tuple[str, ...]]]


@dataclass(frozen=True)
class Samples:
    """The sample documents, read once, and what a migration makes of them by now."""

    inputs: Inputs
    results: tuple[DocumentResult, ...]

    def items(self, log: Log, share: float) -> tuple[Item, ...]:
        taxonomy = self.inputs.rulebook.taxonomy
        learner = Learner(self.inputs.workspace.rules, self.inputs.workspace.state)
        taught = fold(teaching_lines(log, share), taxonomy)
        judgement = learner.judgement(self.inputs.rulebook, taught)
        inputs = replace(
            self.inputs, decisions=log, standing=fold(log, taxonomy), judgement=judgement
        )
        judged = [self._judged(one, judgement) for one in self.results]
        return assemble(inputs, judged).outcome.items

    def _judged(self, one: DocumentResult, judgement: Judgement) -> DocumentResult:
        if one.extraction is None:
            return one
        strategies, inputs = one.extraction.strategies, self.inputs
        found = classify(strategies, inputs.rulebook, inputs.meanings, judgement)
        return replace(one, classified=found)


def samples(folder: Path, encoder: str) -> Samples:
    """Read the sample documents in a workspace of their own."""
    made = workspace(folder, encoder=encoder)
    inputs = gather(Workspace(made.root))
    results = (process(raw, inputs.rulebook, inputs.meanings) for raw in inputs.documents)
    return Samples(inputs, tuple(results))


def answer(item: Item, kind: str, at: str, chance: random.Random) -> Iterator[Decision]:
    """Yield the lines of one answer: a word more, the next likeliest label, a rejection or no change."""
    about = Decision(
        seq=0,
        resource_id=item.id,
        resource_type=Resource.STRATEGY,
        last_action_date=at,
        last_action_type=Action.SEEN,
        field_name="text",
        replacement_value=item.classified.strategy.text,
        updated_by="Ann",
        source_digest=item.classified.strategy.digest,
        pack=at,
    )

    def line(action: Action, field: str, value: str) -> Decision:
        return replace(about, last_action_type=action, field_name=field, replacement_value=value)

    yield about
    if kind == "reword":
        yield line(Action.REWORDED, "text", f"{item.text} {chance.choice(('Daily.', 'Calmly.'))}")
    moved = chance.choice((Facet.AREA, Facet.NEED)) if kind == "relabel" else None
    for facet in CORE_FACETS:
        action = Action.RELABELLED if facet is moved else Action.CONFIRMED
        labels = _next_likeliest(item, facet) if facet is moved else item.concepts(facet)
        yield line(action, facet, "|".join(labels))
    yield line(Action.GIVEN, "given", at)
    verdict = Action.REJECTED if kind == "reject" else Action.APPROVED
    yield line(verdict, "status", verdict)


def _next_likeliest(item: Item, facet: Facet) -> tuple[str, ...]:
    given = next(one for one in item.classified.assignments if one.facet is facet)
    others = (one.concept for one in given.ranked if one.concept not in ("", *given.concepts))
    return tuple(others)[:1] or given.concepts


def applied(log: Log, items: Sequence[Item], kinds: Sequence[str], chance: random.Random) -> Log:
    """Return the log after one more apply."""
    day = len({line.last_action_date for line in log}) + 1
    at = f"2026-03-{day:02d}T09:00:00+00:00"
    lines = [
        line
        for item, kind in zip(items, kinds, strict=True)
        for line in answer(item, kind, at, chance)
    ]
    return (*log, *chain(log, lines))


def logs(read: Samples, seed: int) -> Iterator[tuple[Log, frozenset[str]]]:
    """Yield the log after the workbooks, and after each round of edits with what was edited."""
    chance = random.Random(seed)
    found = read.items((), 0.0)
    waiting = [one for one in found if one.status is Status.REVIEW]
    accepted = [one for one in found if one.live]
    chosen = chance.sample(waiting, sum(WORKBOOKS) - ACCEPTED) + chance.sample(accepted, ACCEPTED)
    chance.shuffle(chosen)
    log: Log = ()
    for size in WORKBOOKS:
        part, chosen = chosen[:size], chosen[size:]
        log = applied(log, part, chance.choices(ANSWERS, ODDS, k=size), chance)
    yield log, frozenset()
    live = [one for one in read.items(log, 0.0) if one.live]
    for _ in range(ROUNDS):
        edited = chance.sample(live, len(EDITS))
        log = applied(log, edited, EDITS, chance)
        yield log, frozenset(one.id for one in edited)


def moved(before: Labels, after: Labels, touched: frozenset[str]) -> tuple[int, int]:
    """Count the others with another label, and those with the same ones in another order."""
    both = [(before[one], after[one]) for one in before.keys() & after.keys() - touched]
    changed = [pair for pair in both if pair[0] != pair[1]]
    other = sum(_sets(was) != _sets(now) for was, now in changed)
    return other, len(changed) - other


def _sets(labels: dict[Facet, tuple[str, ...]]) -> dict[Facet, frozenset[str]]:
    return {facet: frozenset(several) for facet, several in labels.items()}


def restlessness(read: Samples, draws: int) -> None:
    """Print what each way of learning moves, round by round."""
    for seed in range(draws):
        steps = tuple(logs(read, seed))
        for name, share in SHARES.items():
            states = [
                {one.id: dict(one.labels) for one in read.items(log, share) if one.live}
                for log, _ in steps
            ]
            told = (
                "{}+{}".format(*moved(states[n], states[n + 1], steps[n + 1][1]))
                for n in range(ROUNDS)
            )
            print(f"draw {seed}  {name:>12}  {len(states[0])} live  {'  '.join(told)}", flush=True)


def curve(read: Samples, draws: int) -> None:
    """Print how often the first label is right in gold that was kept back."""
    book = read.inputs.rulebook
    gold = read_gold(RULES.parent / "tests" / "gold" / "strategies.csv", book.taxonomy)
    for seed in range(draws):
        rows = random.Random(seed).sample(gold, len(gold))
        pool, kept = rows[: TAUGHT[-1]], rows[TAUGHT[-1] :]
        for count in TAUGHT:
            print(f"draw {seed}  {count:>3} teach  {_right(read, pool[:count], kept)}", flush=True)


def _right(read: Samples, taught: Sequence[GoldRow], kept: Sequence[GoldRow]) -> str:
    book, place = read.inputs.rulebook, read.inputs.workspace
    more = (Exemplar(text=row.text, labels=row.labels, origin="gold") for row in taught)
    wider = replace(book, exemplars=(*book.exemplars, *more))
    knows = Learner(place.rules, place.state).judgement(wider, fold(()))
    found = predict(kept, book, knows)
    shares = []
    for facet in CORE_FACETS:
        pairs = [(one.classified.concepts(facet)[:1], one.row.labels[facet]) for one in found]
        shares.append(
            sum((given or ("",))[0] in (right or ("",)) for given, right in pairs) / len(pairs)
        )
    return "  ".join(f"{share:.3f}" for share in (*shares, sum(shares) / len(shares)))


def main() -> None:
    """Read what is asked for, and print it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--draws", type=int, default=3)
    asked.add_argument("--encoder", default="none")
    asked.add_argument("--curve", action="store_true")
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        read = samples(Path(folder), wanted.encoder)
        restlessness(read, wanted.draws)
        if wanted.curve:
            curve(read, wanted.draws)


if __name__ == "__main__":
    main()
