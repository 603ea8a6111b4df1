"""A folder of Word files in, what their copies cost beside reading them out.

Run: .venv/bin/python benchmarks/copying/measure.py [FOLDER]
The default is the samples. What Mammoth costs for the same files, whole, is shown beside.
"""

import argparse
import io
import time
from collections import Counter
from pathlib import Path

import mammoth
from fingerpost.copying import copy, marks_of
from fingerpost.errors import DocumentRefused
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read
from fingerpost.rulebook import load_rulebook

ROOT = Path(__file__).parents[2]


def measured(path: Path, meanings: Meanings, spent: Counter[str]) -> None:
    """Add what one file costs, in nanoseconds of processor, and how big its copy is."""
    data = path.read_bytes()
    marks = [time.process_time_ns()]
    document = read(path.name, data)
    extraction = extract(document, meanings)
    marks.append(time.process_time_ns())
    page = copy(path.name, data, document, marks_of(extraction), "Leeds")
    marks.append(time.process_time_ns())
    try:
        mammoth.convert_to_html(io.BytesIO(data))
    except Exception:  # noqa: BLE001 - it raises what it likes
        spent["files that Mammoth cannot take"] += 1
    marks.append(time.process_time_ns())
    spent["files"] += 1
    spent["letters of the pages"] += len(page)
    for name, begin, end in zip(("read", "copy", "Mammoth"), marks, marks[1:], strict=False):
        spent[name] += end - begin


def main(folder: Path) -> None:
    """Measure all files of a folder that can be read."""
    spent: Counter[str] = Counter()
    meanings = Meanings(load_rulebook(ROOT / "rules").headings)
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        try:
            measured(path, meanings, spent)
        except DocumentRefused:
            spent["refused"] += 1
    for name in ("files", "refused", "letters of the pages", "files that Mammoth cannot take"):
        print(f"{name:40} {spent[name]:>12,}")
    for name, words in (
        ("read", "read and extract"),
        ("copy", "copy"),
        ("Mammoth", "Mammoth alone, each file whole"),
    ):
        print(f"{words + ', seconds of processor':40} {spent[name] / 1e9:>12.2f}")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description="Measure what the marked copies cost.")
    asked.add_argument("folder", nargs="?", type=Path, default=ROOT / "data" / "raw")
    main(asked.parse_args().folder)
