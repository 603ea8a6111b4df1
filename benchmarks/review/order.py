"""Gold in, how many of the wrong labels stand in the first part of the queue, out.

Run from the checkout: python -m benchmarks.review.order [--share 0.3] [--speed]
The queue is the product's own, made by `triage` of a migration that holds just these statements and
no answer. It is compared with the same statements put in order by what is usual where a program
asks people: least confidence, margin and entropy of its beliefs in the area, and with chance.
"""

import argparse
import hashlib
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from fingerpost.calibrating import calibrate
from fingerpost.classifying import read_gold
from fingerpost.classifying.evaluating import Prediction, predict
from fingerpost.classifying.evaluating.intervals import Share
from fingerpost.decisions import Standing
from fingerpost.directory import Item, Status
from fingerpost.documents import Revisions
from fingerpost.learned import Judgement
from fingerpost.meanings import Meanings
from fingerpost.outcome import Outcome
from fingerpost.reviewing import triage
from fingerpost.reviewing.asking.alike import clusters
from fingerpost.reviewing.asking.likeness import nearest, weighed
from fingerpost.rulebook import Rulebook, load_rulebook
from fingerpost.running.rules.learner import Learner
from fingerpost.strategies import Extraction
from fingerpost.suggestions import Classified
from fingerpost.taxonomy import CORE_FACETS, Facet

from benchmarks.classification.cases import of_exemplars, workload

CHECKOUT = Path(__file__).resolve().parents[2]
OWN = CHECKOUT / "tests" / "gold" / "strategies.csv"
SHARED = CHECKOUT.parent / "shared" / "gold"
DRAWS = 2000
SEED = 20_260_101
SOURCE = "gold"
ROW = "  {:34} {:>26} {:>26}"
Wrong = Callable[[Prediction], bool]


@dataclass(frozen=True, slots=True)
class Queue:
    """Statements of one gold, and their places in the order in which people would meet them.

    `plain` is the order without lots; `by_lot` counts what the program asks about by lot.
    """

    name: str
    rows: tuple[Prediction, ...]
    order: tuple[int, ...]
    plain: tuple[int, ...]
    by_lot: int


def queue(
    name: str, path: Path, rulebook: Rulebook, knows: Judgement, *, placed: bool = False
) -> Queue:
    """Judge a gold and put it in order; without its headings unless `placed`."""
    rows = read_gold(path, rulebook.taxonomy)
    if not placed:
        rows = tuple(replace(row, heading_path="") for row in rows)
    found = predict(rows, rulebook, knows)
    outcome = _outcome(found, rulebook)
    promise = outcome.calibration.promise
    without = replace(outcome, calibration=replace(outcome.calibration, promise=None))
    by_lot = len(promise.asked) if promise else 0
    return Queue(name, found, _order(outcome), _order(without), by_lot)


def _order(outcome: Outcome) -> tuple[int, ...]:
    places = {item.id: place for place, item in enumerate(outcome.items)}
    return tuple(places[row.item.id] for row in triage(outcome).queue)


def _outcome(found: Sequence[Prediction], rulebook: Rulebook) -> Outcome:
    items = tuple(_item(place, one.classified) for place, one in enumerate(found))
    strategies = tuple(item.classified.strategy for item in items)
    document = Extraction(
        source=SOURCE,
        digest="",
        title="",
        edition="",
        revisions=Revisions(),
        strategies=strategies,
        ledger=(),
        heads=tuple(head for one in strategies for head in one.heads),
    )
    return Outcome(
        rulebook=rulebook,
        meanings=Meanings(rulebook.headings),
        standing=Standing(),
        extractions=(document,),
        items=items,
        documents=(),
        refusals=(),
        calibration=calibrate(items, (), rulebook.council),
    )


def _item(place: int, found: Classified) -> Item:
    digest = hashlib.sha256(found.strategy.text.encode()).hexdigest()
    strategy = replace(found.strategy, id=f"s-{place:05}", digest=digest, source=SOURCE)
    return Item(
        id=strategy.id,
        text=strategy.text,
        status=Status.REVIEW if found.reasons else Status.ACCEPTED,
        labels=tuple((one.facet, one.concepts) for one in found.assignments if one.concepts),
        reasons=found.reasons,
        classified=replace(found, strategy=strategy),
    )


def first_area(one: Prediction) -> bool:
    """Whether it is no advice, or its first area is none of the right ones."""
    return one.row.strategy is False or _is_wrong(one, Facet.AREA)


def any_label(one: Prediction) -> bool:
    """Whether it is no advice, or the first label of any kind is none of the right ones."""
    return one.row.strategy is False or any(_is_wrong(one, facet) for facet in CORE_FACETS)


def _is_wrong(one: Prediction, facet: Facet) -> bool:
    return facet in one.row.labels and not one.is_right(facet)


def rivals(found: Queue) -> dict[str, tuple[int, ...]]:
    """Put the same statements in the usual orders of doubt."""
    doubts: dict[str, Callable[[Sequence[float]], float]] = {
        "least confidence": lambda shares: -shares[0],
        "margin": lambda shares: shares[1] - shares[0],
        "entropy": lambda shares: -sum(one * math.log(one) for one in shares if one > 0),
    }
    shares = {place: _shares(found.rows[place]) for place in found.order}
    return {
        name: tuple(sorted(found.order, key=lambda place: (-doubt(shares[place]), place)))
        for name, doubt in doubts.items()
    }


def _shares(one: Prediction) -> list[float]:
    ranked = next(a.ranked for a in one.classified.assignments if a.facet is Facet.AREA)
    known = [it.probability for it in ranked]
    return [*known, *([0.0] * (2 - len(known))), max(0.0, 1.0 - sum(known))]


def tell(found: Queue, share: float) -> None:
    first, size = round(share * len(found.order)), len(found.order)
    print(f"\n{found.name}: {len(found.rows)} statements, {size} in the queue, of which {first}")
    print(f"  are the first {share:.0%}; the program asks about {found.by_lot} by lot")
    print(ROW.format("", "first area wrong", "any kind of label wrong"))
    orders = {"the queue": found.order, "the same, nothing by lot": found.plain, **rivals(found)}
    for name, order in orders.items():
        print(ROW.format(name, *(_told(found, order[:first], wrong) for wrong in KINDS)))
    print(ROW.format("by chance", *(f"{_by_chance(found, first, wrong):.3f}" for wrong in KINDS)))
    print(ROW.format("as many as there can be", *(_most(found, first, wrong) for wrong in KINDS)))


KINDS: tuple[Wrong, ...] = (first_area, any_label)


def _told(found: Queue, first: Sequence[int], wrong: Wrong) -> str:
    share = Share(sum(wrong(found.rows[place]) for place in first), sum(map(wrong, found.rows)))
    low, high = share.interval
    return f"{share.value:.3f} ({low:.3f}–{high:.3f})"


def _by_chance(found: Queue, first: int, wrong: Wrong) -> float:
    """The mean of draws, each a queue in an order by chance."""
    flags = np.array([wrong(found.rows[place]) for place in found.order])
    chance = np.random.default_rng(SEED)
    drawn = [chance.permutation(flags)[:first].sum() for _ in range(DRAWS)]
    return float(np.mean(drawn)) / sum(map(wrong, found.rows))


def _most(found: Queue, first: int, wrong: Wrong) -> str:
    number = sum(map(wrong, found.rows))
    return f"{min(first, number) / number:.3f} of {number}"


def speed(rulebook: Rulebook, count: int, decisions: int) -> None:
    """Time the parts on statements made for it, of which no two are the same; processor seconds."""
    texts = workload(of_exemplars(rulebook.exemplars), count)
    for name, work in (
        (f"clusters of {count:,}", lambda: clusters({str(n): t for n, t in enumerate(texts)})),
        (f"the likest three of {decisions:,} for {count:,}", lambda: _likest(texts, decisions)),
    ):
        begun = time.process_time()
        work()
        print(f"  {name}: {time.process_time() - begun:.1f} s", flush=True)


def _likest(texts: Sequence[str], decisions: int) -> None:
    rows = weighed(texts)
    for _ in nearest(rows, rows[:decisions], 3):
        pass


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--share", type=float, default=0.3, help="the first part of the queue")
    reader.add_argument("--speed", action="store_true", help="time clusters and precedents instead")
    asked = reader.parse_args()
    rulebook = load_rulebook(CHECKOUT / "rules")
    if asked.speed:
        speed(rulebook, 100_000, 10_000)
        return
    knows = Learner(CHECKOUT / "rules", CHECKOUT / ".fingerpost").judgement(rulebook, Standing())
    tell(queue("own gold, text alone", OWN, rulebook, knows), asked.share)
    if not SHARED.is_dir():
        print("\nskipped: there is no folder `shared` with public statements beside the checkout")
        return
    public = SHARED / "labelled_dev.csv"
    tell(queue("public, text alone", public, rulebook, knows), asked.share)
    public = SHARED / "statements_dev.csv"
    tell(queue("public, with headings", public, rulebook, knows, placed=True), asked.share)


if __name__ == "__main__":
    main()
