"""Files and a reader in, what the reader made of each file and how it scores out."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks.extraction.outputs import Output, output_of
from benchmarks.extraction.roster import Reader
from benchmarks.extraction.scoring import Share, score
from benchmarks.support.environments import Environment
from benchmarks.support.running import Conversion, Worker
from tests.oracle.package import UnreadableError
from tests.oracle.structure import Structure, structure_of
from tests.oracle.words import read, words

SUFFIXES: Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_MOST_WORDS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds: its structure, and the words beside its text."""

    structure: Structure
    beside: Counter[str]


@dataclass(frozen=True, slots=True)
class Measure:
    """One file as one reader saw it; a file that the oracle cannot read has no shares."""

    name: str
    readable: bool
    seconds: float
    peak: int
    size: int
    failure: str
    shares: Mapping[str, Share]


@dataclass(frozen=True, slots=True)
class Run:
    """All files as one reader saw them."""

    reader: Reader
    version: str
    import_seconds: float
    measures: tuple[Measure, ...]


def word_files(folder: Path) -> list[tuple[str, Path]]:
    """List the files that say they are Word files of today, by their path below the folder."""
    paths = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    return sorted((path.relative_to(folder).as_posix(), path) for path in paths if path.is_file())


def hold(files: Sequence[tuple[str, Path]]) -> dict[str, Held | None]:
    """Ask the oracle what each file holds; None where it holds nothing that can be read."""
    return {name: _held(path) for name, path in files}


def _held(path: Path) -> Held | None:
    try:
        reading = read(path.read_bytes())
    except UnreadableError:
        return None
    return Held(structure_of(reading), sum(reading.asides.values(), Counter()))


def measure(
    reader: Reader,
    environment: Environment,
    files: Sequence[tuple[str, Path]],
    held: Mapping[str, Held | None],
    limit: float,
) -> Run:
    """Have a reader convert all files and score what it made of them."""
    with Worker(environment, reader) as worker:
        measures = tuple(_measures(conversions(worker, files, limit), held))
    return Run(reader, worker.hello.version, worker.hello.import_seconds, measures)


def conversions(
    worker: Worker, files: Sequence[tuple[str, Path]], limit: float
) -> Iterator[Conversion]:
    """Have each file converted from a copy, so that nothing can happen to the original.

    The copy is called `.docx` whatever the file was, so that no reader refuses by the name.
    """
    with tempfile.TemporaryDirectory(prefix="extraction-") as folder:
        copy = Path(folder) / "document.docx"
        for name, path in files:
            shutil.copyfile(path, copy)
            yield worker.convert(name, copy, limit)


def _measures(made: Iterator[Conversion], held: Mapping[str, Held | None]) -> Iterator[Measure]:
    for conversion in made:
        there = held[conversion.name]
        output = output_of(conversion.told) if conversion.told else Output()
        yield Measure(
            conversion.name,
            there is not None,
            conversion.seconds,
            conversion.peak,
            conversion.size,
            conversion.failure,
            score(there.structure, output, there.beside) if there and _is_scored(there) else {},
        )


def _is_scored(there: Held) -> bool:
    """Leave the very long out: they would take hours to compare and say no more."""
    return sum(len(words(passage.text)) for passage in there.structure.passages) <= _MOST_WORDS
