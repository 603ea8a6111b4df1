"""Draws by lot in, how often the promise held and how much was accepted out, beside a plain threshold.

Run from the checkout: python -m benchmarks.acceptance.simulate [made] [looks] [samples] [gold]
"""

import argparse
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from fingerpost.calibrating.promising import Terms

from benchmarks.acceptance.judging import Rule, Tally, fate, naive, promised, tally
from benchmarks.acceptance.populations import KINDS, Drawing, Truth, at_the_edge, drawn, made
from benchmarks.acceptance.statements import Found, of_gold, of_samples

CHECKOUT = Path(__file__).resolve().parents[2]
RISKS = (0.02, 0.05, 0.10)
ASSURANCE = 0.9
SIZES = ((200, 80), (600, 200), (2000, 400))
EDGE = "edge: one more than allowed is wrong"
LOOK_EVERY = 30
STEP = 1
STEEP = "steep: wrong where unsure"
LOOKS = (
    (STEEP, "none", 0),
    (EDGE, "none", 0),
    (EDGE, "right ones first", -1),
    (EDGE, "wrong ones first", 1),
)
"""Populations, and what people answer besides what lots pick: right ones, wrong ones or none."""
LOOKED_AT = 300
ROW = "| {:38} | {:>5} | {:>7} | {:>4} | {:>6} | {:>8} | {:>10} | {:>14} |"
HEAD = ROW.format("", "of", "answers", "risk", "held", "accepted", "naive held", "naive accepted")


def populations(kind: str, size: int, risk: float, seed: int, draws: int) -> Iterator[Drawing]:
    chance = np.random.default_rng(seed)
    for _ in range(draws):
        truth = at_the_edge(size, risk, chance) if kind == EDGE else made(kind, size, chance)
        yield drawn(truth, chance)


def lots_of(truth: Truth, seed: int, draws: int) -> Iterator[Drawing]:
    chance = np.random.default_rng(seed)
    for _ in range(draws):
        yield drawn(truth, chance)


def both(drawings: Callable[[], Iterator[Drawing]], answers: int, risk: float) -> list[Tally]:
    terms = Terms(risk, ASSURANCE)
    return [
        tally((fate(one, one.trial_order[:answers], rule, terms) for one in drawings()), risk)
        for rule in (promised, naive)
    ]


def show(name: str, size: int, answers: int, risk: float, found: Sequence[Tally]) -> None:
    ours, plain = found
    print(
        ROW.format(
            name,
            size,
            answers,
            f"{risk:.0%}",
            f"{ours.held:.3f}",
            f"{ours.accepted:.3f}",
            f"{plain.held:.3f}",
            f"{plain.accepted:.3f}",
        ),
        flush=True,
    )


def of_made(draws: int) -> None:
    """Statements made by chance, of which the share of wrong ones is known."""
    print(f"\nMade by chance, {draws} draws each\n{HEAD}")
    for risk in RISKS:
        for seed, kind in enumerate((*KINDS, EDGE)):
            for size, answers in SIZES:

                def drawings(
                    kind: str = kind, size: int = size, risk: float = risk, seed: int = seed
                ) -> Iterator[Drawing]:
                    return populations(kind, size, risk, seed, draws)

                show(kind, size, answers, risk, both(drawings, answers, risk))


def of_looks(draws: int) -> None:
    """Look every few answers, while others are answered as people please: is it ever broken?"""
    print(f"\nLooked at every {LOOK_EVERY} answers, {draws} draws: held at every look")
    for risk in RISKS:
        for kind, besides, pick in LOOKS:
            ours, plain = (
                sum(
                    _ever_broken(one, pick, rule, Terms(risk, ASSURANCE))
                    for one in populations(kind, LOOKED_AT, risk, 11, draws)
                )
                for rule in (promised, naive)
            )
            print(
                f"  risk {risk:.0%}, {kind}; answered besides: {besides}:"
                f" held {1 - ours / draws:.3f}, naive {1 - plain / draws:.3f}",
                flush=True,
            )


def _ever_broken(drawing: Drawing, pick: int, rule: Rule, terms: Terms) -> bool:
    """Look again and again; `pick` says which others people answer: 1 wrong, -1 right, 0 none."""
    lots = drawing.trial_order
    others = np.flatnonzero(~drawing.on_trial)
    wanted = others[np.argsort(-pick * drawing.truth.wrong[others], kind="stable")]
    for answers in range(LOOK_EVERY, len(lots), LOOK_EVERY):
        besides = wanted[: answers // 2] if pick else wanted[:0]
        answered = [*lots[:answers].tolist(), *besides.tolist()]
        if fate(drawing, answered, rule, terms).breaks(terms.risk):
            return True
    return False


def of_statements(found: Found, draws: int) -> None:
    """Statements of documents or gold: some answered by lot, the others judged."""
    size, wrong = len(found.truth.scores), int(found.truth.wrong.sum())
    print(
        f"\n{found.name}: {found.all} statements, {found.settled} settled by headings,"
        f" {size} that the program may accept, {wrong} of them wrong; {draws} draws\n{HEAD}"
    )
    half = size // 2
    for risk in RISKS:
        for answers in sorted({half // 2, 3 * half // 4, half}):
            tallies = both(lambda: lots_of(found.truth, 21, draws), answers, risk)
            show(found.name, size, answers, risk, tallies)
            settled = found.settled + tallies[0].accepted * (size - answers)
            if found.settled:
                _share(settled, answers, found)
        _until_accepted(found, risk, draws)


def _until_accepted(found: Found, risk: float, draws: int) -> None:
    """Ask by lot, as the product does, until something is accepted or nobody is left to ask about."""
    terms, fates, asked = Terms(risk, ASSURANCE), [], []
    for drawing in lots_of(found.truth, 22, draws):
        lots = drawing.trial_order
        for answers in range(STEP, len(lots) + STEP, STEP):
            last = fate(drawing, lots[:answers], promised, terms)
            if last.accepted:
                break
        fates.append(last)
        asked.append(min(answers, len(lots)))
    ours, size = tally(fates, risk), len(found.truth.scores)
    accepted = float(np.mean([one.accepted for one in fates]))
    print(
        f"  asked until accepted, risk {risk:.0%}: held {ours.held:.3f}, something accepted in"
        f" {ours.ever:.3f}, after {np.mean(asked):.0f} answers on average, {accepted / size:.3f} of"
        f" what may be accepted; with headings {(found.settled + accepted) / found.all:.1%} of all",
        flush=True,
    )


def _share(settled: float, answers: int, found: Found) -> None:
    print(
        f"  settled by headings or accepted: {settled / found.all:.1%} of all, and"
        f" {answers / found.all:.1%} answered by lot"
    )


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    parts = ("made", "looks", "samples", "gold")
    reader.add_argument("parts", nargs="*", default=parts)
    reader.add_argument("--draws", type=int, default=1000)
    asked = reader.parse_args()
    if "made" in asked.parts:
        of_made(asked.draws)
    if "looks" in asked.parts:
        of_looks(asked.draws)
    if "samples" in asked.parts:
        of_statements(of_samples(CHECKOUT), asked.draws)
    if "gold" in asked.parts:
        of_statements(of_gold(CHECKOUT), asked.draws)


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
