"""Statements in, how many are proposed to be parted or joined, and a random sample to judge, out.

    .venv/bin/python benchmarks/splitting/measure.py [FILE …] [--sample 100] [--seed 1]

Statements are those of the sample documents, of the public Word files and of the public gold where
the folder `shared` is beside the checkout, and the lines of any text FILE that is named.
"""

import argparse
import csv
import random
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.errors import DocumentRefused
from fingerpost.extracting import extract
from fingerpost.extracting.marks import without_mark
from fingerpost.extracting.splits import split_of
from fingerpost.extracting.wording import publishable
from fingerpost.meanings import Meanings
from fingerpost.reading import read
from fingerpost.rulebook import load_rulebook
from fingerpost.strategies import Join, Split

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
GOLD = ("statements_dev.csv", "labelled_dev.csv")


@dataclass(frozen=True)
class Said:
    """One statement, where it comes from, and what is proposed."""

    origin: str
    text: str
    split: Split | None = None
    join: Join | None = None


def from_folder(origin: str, folder: Path) -> Iterator[Said]:
    book = load_rulebook(ROOT / "rules")
    meanings = Meanings(book.headings)
    for path in sorted(folder.rglob("*.doc[xm]")):
        try:
            found = extract(read(path.name, path.read_bytes()), meanings)
        except DocumentRefused:
            continue
        for one in found.strategies:
            yield Said(origin, one.source_text, one.split, one.join)


def from_lines(origin: str, lines: Iterable[str]) -> Iterator[Said]:
    for line in filter(None, map(str.strip, lines)):
        yield Said(origin, line, split_of(line, publishable(without_mark(line))))


def gathered(files: Sequence[Path]) -> Iterator[Said]:
    yield from from_folder("samples", ROOT / "data/raw")
    if not SHARED.is_dir():
        print("skipped: the public files and the gold, for want of the folder shared")
    else:
        yield from from_folder("public files", SHARED / "corpus")
        for name in GOLD:
            with (SHARED / "gold" / name).open(encoding="utf-8-sig", newline="") as file:
                yield from from_lines("gold", [row["text"] for row in csv.DictReader(file)])
    for path in files:
        yield from from_lines(path.name, path.read_text(encoding="utf-8").splitlines())


def once_each(said: Iterable[Said]) -> list[Said]:
    return list({one.text: one for one in said}.values())


def speed(said: Sequence[Said]) -> float:
    """Return the microseconds of processor that looking at one statement costs."""
    start = time.process_time()
    for one in said:
        split_of(one.text, one.text)
    return (time.process_time() - start) / max(len(said), 1) * 1e6


def report(said: Sequence[Said], sample: int, seed: int) -> None:
    print("statements  to part  to join  from")
    for origin in dict.fromkeys(one.origin for one in said):
        mine = [one for one in said if one.origin == origin]
        splits = sum(one.split is not None for one in mine)
        joins = sum(
            bool(one.join and not one.join.done and len(one.join.locators) > 1) for one in mine
        )
        print(f"{len(mine):>10}  {splits:>7}  {joins:>7}  {origin}")
    print(f"\n{speed(said):.0f} microseconds of processor a statement\n")
    parted = [one for one in said if one.split]
    random.Random(seed).shuffle(parted)
    for number, one in enumerate(parted[:sample], start=1):
        if one.split:
            print(f"{number}. [{one.origin}] {one.split.reason}")
            print("".join(f"      {part.text}\n" for part in one.split.parts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    report(once_each(gathered(asked.files)), asked.sample, asked.seed)


if __name__ == "__main__":
    main()
