"""A folder of a converter's own test files in, how far the oracle reads the same words out.

Run as `python -m tests.oracle.goldens FOLDER …`; each folder is a clone, or a part of one, of
pandoc (`test/docx`), docling (`tests/data/docx`) or pydocx (`tests/fixtures`).
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.oracle.others import docling_text, html_text, native_text
from tests.oracle.package import UnreadableError
from tests.oracle.story import DELETED, HIDDEN, VISIBLE
from tests.oracle.words import Reading, count_words, read

_READ: Final = ("body", "footnote", "endnote")

KNOWN: Final = {
    ("pandoc", "diagram.docx"): "pandoc writes DIAGRAM for a diagram",
    ("pandoc", "track_changes_scrubbed_metadata.docx"): "pandoc joins a comment to the next word",
    ("docling", "list_after_num_headers.docx"): "docling writes the numbers of headings as words",
    (
        "docling",
        "unit_test_headers_numbered.docx",
    ): "docling writes the numbers of headings as words",
    ("docling", "table_with_equations.docx"): "docling writes formulas in cells as LaTeX",
    ("docling", "textbox.docx"): "docling leaves out some of the boxes of a drawing",
}


@dataclass(frozen=True, slots=True)
class Converter:
    """A converter with goldens: where one lies, how it is read, and what it drops or adds.

    `drops` are traits of paragraphs whose words it may lack, `adds` what it may show besides.
    """

    name: str
    golden: Callable[[Path], Path]
    text: Callable[[str], str]
    drops: frozenset[str] = frozenset()
    adds: tuple[str, ...] = ()


CONVERTERS: Final = (
    Converter(
        "pandoc",
        lambda path: path.with_suffix(".native"),
        native_text,
        frozenset({"equation"}),
        (HIDDEN, DELETED, "comment"),
    ),
    Converter(
        "docling",
        lambda path: path.parents[1] / "groundtruth" / f"{path.name}.json",
        docling_text,
        frozenset({"equation"}),
    ),
    Converter("pydocx", lambda path: path.with_suffix(".html"), html_text, adds=(HIDDEN,)),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What one golden says: `same`, `parted` (the same letters, parted into words elsewhere),
    `by rule` (only what the converter drops or adds differs), `known`, `unreadable`, `differs`."""

    converter: str
    file: str
    outcome: str
    detail: str = ""


def compare(converter: Converter, file: str, data: bytes, golden: str) -> Comparison:
    """Compare the oracle's words with those of a golden."""
    try:
        reading = read(data)
    except UnreadableError as error:
        return Comparison(converter.name, file, "unreadable", str(error))
    ours = reading.words(VISIBLE, *_READ)
    theirs = count_words([converter.text(golden)])
    missing, added = ours - theirs, theirs - ours
    outcome = _outcome(converter, reading, missing, added)
    detail = f"only oracle: {_shown(missing)}; only {converter.name}: {_shown(added)}"
    if outcome == "differs" and (converter.name, file) in KNOWN:
        return Comparison(converter.name, file, "known", KNOWN[converter.name, file])
    return Comparison(converter.name, file, outcome, "" if outcome == "same" else detail)


def _outcome(
    converter: Converter, reading: Reading, missing: Counter[str], added: Counter[str]
) -> str:
    if not missing and not added:
        return "same"
    if _letters(missing) == _letters(added):
        return "parted"
    missing, added = missing - _dropped(converter, reading), added - _added(converter, reading)
    return "by rule" if _letters(missing) == _letters(added) else "differs"


def _dropped(converter: Converter, reading: Reading) -> Counter[str]:
    """Count the words of the paragraphs that the converter gives otherwise or not at all."""
    return count_words(
        paragraph.visible for paragraph in reading.paragraphs if paragraph.traits & converter.drops
    )


def _added(converter: Converter, reading: Reading) -> Counter[str]:
    found: Counter[str] = Counter()
    for kind in converter.adds:
        found += reading.words(VISIBLE, kind) if kind == "comment" else reading.words(kind)
    return found


def _letters(counted: Counter[str]) -> Counter[str]:
    return Counter("".join(counted.elements()))


def _shown(counted: Counter[str]) -> str:
    return " ".join(sorted(counted.elements())[:12]) or "-"


def pairs(folder: Path) -> Iterator[tuple[Converter, Path, Path]]:
    """Find the Word files of a folder that have a golden."""
    for path in sorted(folder.rglob("*.docx")):
        for converter in CONVERTERS:
            golden = converter.golden(path)
            if golden.is_file():
                yield converter, path, golden


def page(found: Sequence[Comparison]) -> Iterator[str]:
    """Lay out the counts, then each golden that says something else."""
    counts = Counter((each.converter, each.outcome) for each in found)
    yield f"goldens {len(found)}"
    for (converter, outcome), count in sorted(counts.items()):
        yield f"{converter:<8} {outcome:<10} {count:>4}"
    for each in found:
        if each.outcome != "same":
            yield f"{each.converter} {each.file}: {each.outcome}\n  {each.detail}"


def main(arguments: Sequence[str]) -> int:
    """Print the page; 1 where a golden differs unexplained, 2 where there is none."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle.goldens", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="+")
    folders = parser.parse_args(arguments).folder
    found = [
        compare(converter, path.name, path.read_bytes(), golden.read_text(encoding="utf-8"))
        for folder in folders
        for converter, path, golden in pairs(folder)
    ]
    if not found:
        print(
            f"no goldens in {' '.join(map(str, folders))}: give the folder of a clone of pandoc, "
            "docling or pydocx, whose tests hold Word files beside what they become",
            file=sys.stderr,
        )
        return 2
    print("\n".join(page(found)))
    return int(any(each.outcome == "differs" for each in found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
