"""Labelled statements of public guidance in, how often first labels are right and how fast out.

Run from the checkout: python benchmarks/classification/measure.py [--misses FACET]
It reads the gold files in the folder `shared` beside the checkout and says so where there is none.
"""

import argparse
import csv
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from fingerpost.classifying import Evaluation, GoldRow, Prediction, evaluate, read_gold
from fingerpost.rulebook import Rulebook, load_rulebook
from fingerpost.taxonomy import Facet

CHECKOUT = Path(__file__).resolve().parents[2]
GOLD = CHECKOUT.parent / "shared" / "gold"
SPEED = """
import time
from dataclasses import replace
from fingerpost.classifying import classify
from fingerpost.meanings import Meanings
from fingerpost.rulebook import load_rulebook
from fingerpost.strategies import Strategy
from pathlib import Path
book = load_rulebook(Path({rules!r}))
words = "Provide visual prompts, simplify language and check that each learner has understood"
texts = [f"{{words}} in group {{n}} before the next step." for n in range({count})]
items = [Strategy(text=t, source_text=t, digest="", source="", locator="") for t in texts]
begun = time.process_time()
classify(items, book, Meanings(book.headings))
print(f"{{time.process_time() - begun:.2f}}")
"""


def gold(name: str, rulebook: Rulebook) -> tuple[tuple[GoldRow, ...], tuple[str, ...]]:
    path = GOLD / name
    with path.open(encoding="utf-8-sig", newline="") as file:
        councils = tuple(row["id"].split("-")[0] for row in csv.DictReader(file))
    return read_gold(path, rulebook.taxonomy), councils


def show(title: str, found: Evaluation) -> None:
    print(f"\n{title}")
    for score in found.facets:
        if score.scored:
            print(
                f"  {score.facet:20} first label right {score.accuracy:.3f}"
                f"  macro-F1 {score.macro_f1:.3f}  n {score.scored}"
            )


def right(prediction: Prediction, facet: Facet) -> bool:
    wanted, found = prediction.row.labels[facet], prediction.classified.concepts(facet)
    return found[0] in wanted if found else not wanted


def spread(predictions: Iterable[Prediction], councils: Iterable[str], facet: Facet) -> None:
    by_council: dict[str, list[bool]] = defaultdict(list)
    for prediction, council in zip(predictions, councils, strict=True):
        if facet in prediction.row.labels:
            by_council[council].append(right(prediction, facet))
    parts = (f"{c} {sum(h) / len(h):.2f} ({len(h)})" for c, h in sorted(by_council.items()))
    print(f"  {facet} by council: {', '.join(parts)}")


def misses(predictions: Iterable[Prediction], facet: Facet) -> None:
    pairs: Counter[tuple[str, str]] = Counter()
    for prediction in predictions:
        if facet in prediction.row.labels and not right(prediction, facet):
            wanted = prediction.row.labels[facet]
            found = prediction.classified.concepts(facet)
            pairs["|".join(wanted) or "none", "|".join(found) or "none"] += 1
            votes = [s for s in prediction.classified.suggestions if s.facet is facet]
            top = sorted(votes, key=lambda s: -s.score)[:4]
            why = "; ".join(f"{s.concept} {s.score:.2f} “{s.evidence.quote}”" for s in top)
            print(
                f"  {'|'.join(wanted) or 'none'} ← {'|'.join(found) or 'none'}: {prediction.row.text}\n      {why}"
            )
    for (wanted, found), count in pairs.most_common(25):
        print(f"  {count:3} wanted {wanted}, found {found}")


def seconds(count: int) -> str:
    code = SPEED.format(rules=str(CHECKOUT / "rules"), count=count)
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure classification on the shared gold.")
    parser.add_argument("--misses", type=Facet, help="print the rows of one facet that are wrong")
    parser.add_argument("--speed", action="store_true", help="measure time instead")
    chosen = parser.parse_args()
    if chosen.speed:
        print(f"640 statements: {seconds(640)} s of CPU; 10,000: {seconds(10_000)} s")
        return
    if not GOLD.is_dir():
        print("skipped: there is no folder `shared` with gold beside the checkout")
        return
    measure(load_rulebook(CHECKOUT / "rules"), chosen.misses)


def measure(rulebook: Rulebook, facet: Facet | None) -> None:
    rows, councils = gold("labelled_dev.csv", rulebook)
    alone = evaluate([replace(row, heading_path="") for row in rows], rulebook)
    show("labelled_dev, text alone", alone)
    for each in Facet:
        spread(alone.predictions, councils, each)
    if facet:
        misses(alone.predictions, facet)
    rows, councils = gold("statements_dev.csv", rulebook)
    placed = evaluate(rows, rulebook)
    show("statements_dev, with headings", placed)
    spread(placed.predictions, councils, Facet.AREA)
    words = evaluate([replace(row, heading_path="") for row in rows], rulebook)
    for name, found in (("with headings", placed), ("text alone", words)):
        gate = found.gate
        print(
            f"  gate {name}: AUC {gate.auc or 0:.3f}; {gate.flagged} of {gate.others} others"
            f" doubted, {gate.held} of {gate.strategies} strategies doubted"
        )


if __name__ == "__main__":
    main()
