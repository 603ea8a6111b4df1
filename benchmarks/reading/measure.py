"""A folder of Word files in; processor seconds and memory of reading, beside the floor, out.

Run: .venv/bin/python benchmarks/reading/measure.py [FOLDER] [--runs N]
The folder is ../shared/corpus unless another is named; all files below it are tried.
Each file counts with the quickest of N runs (default 3; one run is enough from 20 ms on), and only
files that all can read count.
"""

import argparse
import io
import math
import re
import resource
import runpy
import statistics
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
# Relationships, properties, the document, and whatever in it holds words, styles or lists.
READ_PARTS = re.compile(
    r"(_rels/[^/]*\.rels|(document|styles|numbering|footnotes|endnotes|comments|header|footer"
    r"|core)\d*\.xml)$",
    re.IGNORECASE,
)
LONG_ENOUGH = 0.02
WHOLE_WORKER = "worker: read, extract, classify"
READING_WORKER = "worker: read, extract"

Measure = Callable[[str, bytes], object]


def floor(_name: str, data: bytes) -> object:
    """Unzip and parse the parts that are read, and do nothing with them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = filter(READ_PARTS.search, archive.namelist())
        return [etree.fromstring(archive.read(name)) for name in names]


def naive(_name: str, data: bytes) -> object:
    """Read with python-docx as its tutorials do: paragraphs with their styles, cells."""
    import docx

    document = docx.Document(io.BytesIO(data))
    lines = [(line.style.name if line.style else "", line.text) for line in document.paragraphs]
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return lines, cells


def mammoth(_name: str, data: bytes) -> object:
    """Convert to HTML with mammoth."""
    import mammoth

    return mammoth.convert_to_html(io.BytesIO(data)).value


def reading(name: str, data: bytes) -> object:
    """Read with the product."""
    from fingerpost.reading import read

    return read(name, data)


def extracting() -> Measure:
    """Read and extract with the product, as a worker does before it classifies."""
    from fingerpost.extracting import extract
    from fingerpost.meanings import Meanings
    from fingerpost.reading import read
    from fingerpost.rulebook import load_rulebook

    meanings = Meanings(load_rulebook(ROOT / "rules").headings)
    return lambda name, data: extract(read(name, data), meanings)


def seconds(measure: Measure, name: str, data: bytes, runs: int) -> float | None:
    """Processor seconds of the quickest run; None where the file cannot be read."""
    quickest = math.inf
    for _ in range(runs):
        started = time.process_time()
        try:
            measure(name, data)
        except Exception:  # noqa: BLE001 - what a reader cannot read is left out for all
            return None
        quickest = min(quickest, time.process_time() - started)
        if quickest > LONG_ENOUGH:
            break
    return quickest


def work_through(folder: Path, *, classifying: bool) -> None:
    """Do what a worker does with all files, and print the peak memory of this process."""
    from fingerpost.meanings import Meanings
    from fingerpost.rulebook import load_rulebook
    from fingerpost.running.processing import batches

    rulebook = load_rulebook(ROOT / "rules")
    meanings = Meanings(rulebook.headings)
    measure = extracting()
    for path in files(folder):
        raw = batches.RawDocument(path.name, path.read_bytes())
        if classifying:
            batches.process(raw, rulebook, meanings)
        else:
            seconds(measure, raw.source, raw.data, 1)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def peak_memory(folder: Path, option: str) -> int:
    """Mebibytes at the peak of a process of its own; started before this one grows."""
    done = subprocess.run(
        [sys.executable, __file__, str(folder), option], check=True, capture_output=True, text=True
    )
    return int(done.stdout)


def files(folder: Path) -> list[Path]:
    """List all files below a folder, in order."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def table(found: dict[str, list[float]], calibrated: float) -> list[str]:
    """Lay out totals, means, medians and 95th percentiles, with their ratios."""
    base = sum(found["floor"])
    lines = [
        f"| {'processor seconds':24} | total | mean ms | median ms | p95 ms | floor = 1 | calibration = 1 |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for name, values in found.items():
        total, ordered = sum(values), sorted(values)
        mean, median = (1000 * figure(values) for figure in (statistics.mean, statistics.median))
        p95 = 1000 * ordered[int(0.95 * (len(ordered) - 1))]
        lines.append(
            f"| {name:24} | {total:.2f} | {mean:.2f} | {median:.2f} | {p95:.1f} "
            f"| {total / base:.2f} | {total / calibrated:.2f} |"
        )
    return lines


def measured(folder: Path, runs: int) -> tuple[dict[str, list[float]], int, float]:
    """Measure every file with every reader; the mean of the files' own ratios to the floor too."""
    named: dict[str, Measure] = {
        "floor": floor,
        "read": reading,
        "read, extract": extracting(),
        "naive python-docx": naive,
        "mammoth": mammoth,
    }
    found: dict[str, list[float]] = {name: [] for name in named}
    for path in files(folder):
        data = path.read_bytes()
        times = [seconds(measure, path.name, data, runs) for measure in named.values()]
        if None not in times:
            for name, spent in zip(named, times, strict=True):
                found[name].append(spent or 0.0)
    count = len(found["floor"])
    pairs = zip(found["read"], found["floor"], strict=True)
    return found, count, statistics.mean(ours / base for ours, base in pairs) if count else 0.0


def main(arguments: Sequence[str]) -> int:
    """Measure and print; 1 where there is nothing to measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--memory", choices=("reading", "whole"), help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if not chosen.folder.is_dir():
        print(f"Nothing measured: there is no folder {chosen.folder}. Name one with Word files.")
        return 1
    if chosen.memory:
        work_through(chosen.folder, classifying=chosen.memory == "whole")
        return 0
    memory = {
        READING_WORKER: peak_memory(chosen.folder, "--memory=reading"),
        WHOLE_WORKER: peak_memory(chosen.folder, "--memory=whole"),
    }
    calibration = runpy.run_path(str(ROOT / "benchmarks" / "migration" / "measure.py"))[
        "calibration"
    ]
    return report(chosen.folder, chosen.runs, calibration(), memory)


def report(folder: Path, runs: int, calibrated: float, memory: dict[str, int]) -> int:
    """Print the page; 1 where no file could be read by all."""
    found, count, ratio = measured(folder, runs)
    if not count:
        print(f"Nothing measured: no file below {folder} can be read by all.")
        return 1
    print(f"{count} files that all can read; calibration {calibrated:.2f} s\n")
    print("\n".join(table(found, calibrated)))
    print(f"\nread, mean of the files' own ratios to the floor: {ratio:.2f}")
    for name, mebibytes in memory.items():
        print(f"peak memory, {name}: {mebibytes} MiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
