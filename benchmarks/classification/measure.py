"""Labelled statements in, how often first labels are right, and how sure that is, out.

Run from the checkout: python benchmarks/classification/measure.py [--misses FACET] [--encoder NAME]
It measures the project's own gold, and public guidance in the folder `shared` where it is beside
the checkout. The program knows its rules and exemplars, and no answer of any council.
"""

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fingerpost.classifying import Evaluation, GoldRow, Prediction, read_gold
from fingerpost.classifying.evaluating import predict, score
from fingerpost.classifying.evaluating.wording import FACETS, measured, percent, told
from fingerpost.decisions import Standing
from fingerpost.learned import UNTAUGHT, Judgement
from fingerpost.rulebook import Rulebook, load_rulebook
from fingerpost.running.rules.learner import Learner
from fingerpost.taxonomy import CORE_FACETS, Facet

CHECKOUT = Path(__file__).resolve().parents[2]
OWN = CHECKOUT / "tests" / "gold"
SHARED = CHECKOUT.parent / "shared" / "gold"
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


@dataclass(frozen=True)
class Reader:
    """The program as it ships: its rules and what exemplars taught it."""

    rulebook: Rulebook
    judgement: Judgement

    def gold(self, path: Path, *, text_alone: bool = True) -> tuple[Prediction, ...]:
        rows = tuple(map(_with_council, read_gold(path, self.rulebook.taxonomy)))
        if text_alone:
            rows = tuple(replace(row, heading_path="") for row in rows)
        return predict(rows, self.rulebook, self.judgement)


def _with_council(row: GoldRow) -> GoldRow:
    """Name the council by the start of the row's id where the file has no such column."""
    council = row.columns.get("council") or row.columns.get("id", "").partition("-")[0]
    return replace(row, columns={**row.columns, "council": council})


def reader(encoder: str, *, taught: bool) -> Reader:
    rulebook = load_rulebook(CHECKOUT / "rules")
    if encoder:
        rulebook = replace(rulebook, encoder=encoder)
    learner = Learner(CHECKOUT / "rules", CHECKOUT / ".fingerpost")
    knows = learner.judgement(rulebook, Standing()) if taught else UNTAUGHT
    print(f"encoder {rulebook.encoder}; learned from exemplars: {'yes' if knows.learned else 'no'}")
    return Reader(rulebook, knows)


def show(title: str, predictions: Sequence[Prediction]) -> Evaluation:
    """Print facets, the rows with sure labels, and the spread over councils."""
    found = score(predictions, ("council",))
    sure = score([one for one in predictions if one.row.columns.get("sure") == "yes"])
    print(f"\n{title}")
    for facet, of_sure in zip(found.facets, sure.facets, strict=True):
        if facet.scored:
            kept = ", ".join(
                f"{percent(facet.trust.kept(r))} at {percent(r)}" for r in (0.02, 0.05, 0.1)
            )
            print(
                f"  {FACETS[facet.facet]:12} n {facet.scored:3}  first right {told(facet.first)}"
                f"  sure rows {told(of_sure.first)} n {of_sure.scored}\n"
                f"{'':22}one of two {told(facet.shortlist)}  macro-F1 {measured(facet.f1)}\n"
                f"{'':22}beliefs off by {facet.trust.error:.3f}; kept with so many wrong: {kept}"
            )
    spread(found)
    return found


def spread(found: Evaluation) -> None:
    for facet in CORE_FACETS:
        shares = [(g.value, dict(g.facets)[facet]) for g in found.groups if facet in dict(g.facets)]
        if len(shares) > 1:
            parts = ", ".join(f"{name} {s.value:.2f} ({s.of})" for name, s in shares)
            low, high = min(s.value for _, s in shares), max(s.value for _, s in shares)
            print(f"  {FACETS[facet]} by council, {low:.2f} to {high:.2f}: {parts}")


def gate(title: str, predictions: Sequence[Prediction]) -> None:
    found = score(predictions).gate
    print(
        f"  advice or not, {title}: AUC {measured(found.area)};"
        f" doubted {found.flagged} of {found.others} others, {found.held} of {found.strategies}"
        f" strategies; others accepted: {found.accepted}"
    )
    for one in found.roles:
        print(f"    {one.role:18} n {one.texts:3}  AUC {measured(one.area)}  doubted {one.flagged}")


def misses(predictions: Iterable[Prediction], facet: Facet) -> None:
    pairs: Counter[tuple[str, str]] = Counter()
    for prediction in predictions:
        if facet in prediction.row.labels and not prediction.is_right(facet):
            wanted = "|".join(prediction.row.labels[facet]) or "none"
            found = "|".join(prediction.classified.concepts(facet)) or "none"
            pairs[wanted, found] += 1
            votes = [s for s in prediction.classified.suggestions if s.facet is facet]
            top = sorted(votes, key=lambda s: -s.score)[:4]
            why = "; ".join(f"{s.concept} {s.score:.2f} “{s.evidence.quote}”" for s in top)
            print(f"  {wanted} ← {found}: {prediction.row.text}\n      {why}")
    for (wanted, found), count in pairs.most_common(25):
        print(f"  {count:3} wanted {wanted}, found {found}")


def seconds(count: int) -> str:
    code = SPEED.format(rules=str(CHECKOUT / "rules"), count=count)
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def own(judge: Reader) -> tuple[Prediction, ...]:
    """Measure the project's own gold; return its texts that are no advice."""
    strategies, others = judge.gold(OWN / "strategies.csv"), judge.gold(OWN / "not_advice.csv")
    show("the project's own gold, text alone", strategies)
    gate("text alone", (*strategies, *others))
    return others


def public(judge: Reader, others: Sequence[Prediction], facet: Facet | None) -> None:
    """Measure statements of public guidance."""
    alone = judge.gold(SHARED / "labelled_dev.csv")
    show("public guidance (labelled_dev), text alone", alone)
    if facet:
        misses(alone, facet)
    placed = judge.gold(SHARED / "statements_dev.csv", text_alone=False)
    words = judge.gold(SHARED / "statements_dev.csv")
    show("public guidance (statements_dev), with headings", placed)
    gate("with headings", placed)
    gate("with headings, and the project's own other texts, which have none", (*placed, *others))
    gate("text alone", words)
    gate("text alone, and the project's own other texts", (*words, *others))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure labels on gold.")
    parser.add_argument(
        "--misses", type=Facet, help="print the public rows of one facet that are wrong"
    )
    parser.add_argument("--encoder", default="", help="measure with another encoder, such as none")
    parser.add_argument("--rules-alone", action="store_true", help="without what exemplars taught")
    parser.add_argument("--speed", action="store_true", help="measure the rules' time instead")
    chosen = parser.parse_args()
    if chosen.speed:
        print(f"640 statements: {seconds(640)} s of CPU; 10,000: {seconds(10_000)} s")
        return
    judge = reader(chosen.encoder, taught=not chosen.rules_alone)
    others = own(judge)
    if SHARED.is_dir():
        public(judge, others, chosen.misses)
    else:
        print("\nskipped: there is no folder `shared` with public statements beside the checkout")


if __name__ == "__main__":
    main()
