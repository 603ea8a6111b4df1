"""A workspace and files of labelled statements in, all that its rules can be measured on out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.classifying import GoldRow, read_gold
from fingerpost.classifying.proving import Measured, of_exemplar, of_gold
from fingerpost.directory import Item, Status
from fingerpost.errors import WorkspaceError
from fingerpost.outcome import Outcome
from fingerpost.rulebook import Rulebook
from fingerpost.running.migrating.questions import look
from fingerpost.strategies import HeadKind
from fingerpost.workspace import Workspace

_STEP = " > "


@dataclass(frozen=True, slots=True)
class Material:
    """Statements and headings to measure rules on; `counts` says how many statements are of what."""

    statements: tuple[Measured, ...]
    headings: tuple[tuple[str, HeadKind], ...]
    counts: tuple[tuple[str, int], ...]


def gold_files(workspace: Workspace, named: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files that were named, or those in the folders that were; else a checkout's own."""
    if not named:
        own = sorted((workspace.root / "tests" / "gold").glob("*.csv"))
        return tuple(map(_from_here, own))
    found = tuple(file for path in named for file in _files(path))
    if not found:
        places = ", ".join(str(path) for path in named)
        raise WorkspaceError(f"{places}: no .csv file is there. Name files of labelled statements.")
    return found


def gold_rows(files: Sequence[Path], rulebook: Rulebook) -> tuple[GoldRow, ...]:
    """Read labelled statements from several files."""
    return tuple(row for file in files for row in read_gold(file, rulebook.taxonomy))


def material(
    workspace: Workspace,
    rulebook: Rulebook,
    gold: Sequence[Path] = (),
    *,
    to_tune: bool = False,
) -> Material:
    """Gather what the authors of the rules did not write.

    Labelled are the gold files that are named, or else the exemplars, what people decided, and the
    gold of a checkout, but not `to_tune` a phrase: nothing may be tuned on that. The statements and
    headings of the documents show what fires at all.
    """
    files = () if to_tune and not gold else gold_files(workspace, gold)
    rows = gold_rows(files, rulebook)
    outcome = outcome_of(workspace)
    items = outcome.items if outcome else ()
    agreed = tuple(item for item in items if item.status is Status.APPROVED and not gold)
    exemplars = () if gold else rulebook.exemplars
    others = tuple(item for item in items if item not in agreed)
    return Material(
        statements=(
            *map(of_exemplar, exemplars),
            *map(of_gold, rows),
            *map(_agreed, agreed),
            *(Measured(strategy=item.classified.strategy) for item in others),
        ),
        headings=(*_met(outcome), *_paths(rows)),
        counts=(
            ("exemplar", len(exemplars)),
            ("gold", len(rows)),
            ("decision", len(agreed)),
            ("document", len(others)),
        ),
    )


def _from_here(path: Path) -> Path:
    """Shorten a path below the current folder, for people to read."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(path.glob("*.csv"))
    else:
        yield path


def outcome_of(workspace: Workspace) -> Outcome | None:
    """Return what stands in the documents; None where there are none yet."""
    if not workspace.raw.is_dir() or not any(workspace.raw.iterdir()):
        return None
    return look(workspace, learn=False).outcome


def _agreed(item: Item) -> Measured:
    return Measured(strategy=item.classified.strategy, labels=dict(item.labels), advice=True)


def _met(outcome: Outcome | None) -> Iterator[tuple[str, HeadKind]]:
    for extraction in outcome.extractions if outcome else ():
        yield from ((head.text, head.kind) for head in extraction.heads)
        for strategy in extraction.strategies:
            yield from ((head.text, head.kind) for head in strategy.heads)
            yield from ((words, HeadKind.TITLE) for words in strategy.context)


def _paths(rows: Iterable[GoldRow]) -> Iterator[tuple[str, HeadKind]]:
    for row in rows:
        for step in filter(None, row.heading_path.split(_STEP)):
            yield step, HeadKind.HEADING
