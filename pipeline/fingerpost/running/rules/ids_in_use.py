"""Rules, log and last published categories in, every id out that was used and is no more there."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from fingerpost.cataloguing import named_in
from fingerpost.curating import read_log
from fingerpost.errors import RulesError
from fingerpost.logbook import lines_of
from fingerpost.meanings import ADVICE, NOT_A_HEADING, NOT_ADVICE, SIGNS_OF_NEED
from fingerpost.taught import NO_ADVICE
from fingerpost.taxonomy import Taxonomy
from fingerpost.workspace import Workspace

_NO_CATEGORY = frozenset({ADVICE, SIGNS_OF_NEED, NOT_ADVICE, NOT_A_HEADING, NO_ADVICE})
_HOW = (
    "Put it back: what is no longer wanted stays as 'retired: true', with 'replaced_by:' if another "
    "stands for it."
)


def check_ids_in_use(workspace: Workspace, taxonomy: Taxonomy) -> None:
    """Stop where an id that a decision names, or that was published as retired, is not in the rules.

    Raises:
        RulesError: with one sentence for each such id, and where it is named first.
    """
    gone = {**dict(_published(workspace.curated / "taxonomy.csv")), **dict(_decided(workspace.log))}
    known = {*(concept.id for concept in taxonomy.concepts), *taxonomy.switched_off}
    faults = [
        f"rules/taxonomy: no category has the id '{concept}' any more, but {where}. {_HOW}"
        for concept, where in gone.items()
        if concept not in known and concept not in _NO_CATEGORY
    ]
    if faults:
        raise RulesError("\n".join(faults))


def _decided(log: Path) -> Iterator[tuple[str, str]]:
    """Yield each id that a decision names, last first, so that the first place is kept."""
    decisions = read_log(log)
    if decisions:
        lines = lines_of(log.read_bytes().decode("utf-8-sig"))
        for decision in reversed(decisions):
            for concept in named_in(decision):
                yield concept, f"{log.name} line {lines[decision.seq]} names it"


def _published(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each id that was retired when the curated files were written; a damaged file has none."""
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return
    reader = csv.DictReader(io.StringIO(text, newline=""))
    for row in reader:
        if row.get("retired") == "true":
            yield row.get("id", ""), f"{file.name} line {reader.line_num} lists it as retired"
