"""Files of labelled statements in, exemplars out, each label one that exists.

They are CSV files in the format of a gold file, with a column `role` more: spreadsheets open them.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.exemplars import Exemplar
from fingerpost.rulebook.faults import unknown
from fingerpost.strategies import Role
from fingerpost.tables import JOINER, csv_rows
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet, Taxonomy

_NOT_SAID = "*"
_NO_LABEL = "none"
_NOT_ADVICE = "not-a-strategy"
_ROLE = "role"
_TEXT = "text"
_ROLES = tuple(role.value for role in Role)


@dataclass(frozen=True, slots=True)
class _Row:
    """One line of a file: where it stands, and its cells by column."""

    at: str
    cells: Mapping[str, str]


def read_exemplars(folder: Path, taxonomy: Taxonomy, faults: list[str]) -> tuple[Exemplar, ...]:
    """Return the exemplars of all files of a folder, in order; faults are added to the list.

    A folder that is not there holds none: a council may do without.
    """
    found: dict[str, Exemplar] = {}
    allowed = {facet: _allowed(facet, taxonomy) for facet in Facet}
    for file in sorted(folder.glob("*.csv")):
        for row in _rows(file, f"{folder.parent.name}/{folder.name}/{file.name}", faults):
            wrong = tuple(_faults(row, allowed, found))
            faults.extend(f"{row.at}: {fault}" for fault in wrong)
            if not wrong:
                found[row.cells[_TEXT]] = _exemplar(row)
    return tuple(found.values())


def _rows(file: Path, name: str, faults: list[str]) -> Iterator[_Row]:
    try:
        lines = tuple(csv_rows(file.read_bytes().decode("utf-8-sig")))
    except UnicodeDecodeError:
        faults.append(f"{name} line 1: is not UTF-8 text; save it as 'CSV UTF-8'.")
        return
    except csv.Error as fault:
        faults.append(f"{name} line 1: is no CSV file ({fault}); save it as 'CSV UTF-8'.")
        return
    header = lines[0][1] if lines else ()
    missing = [column for column in (_TEXT, _ROLE) if column not in header]
    if missing:
        faults.append(f"{name} line 1: the column '{missing[0]}' is missing; add it.")
        return
    for line, cells in lines[1:]:
        if len(cells) == len(header):
            yield _Row(f"{name} line {line}", dict(zip(header, cells, strict=True)))
        else:
            faults.append(
                f"{name} line {line}: has {len(cells)} cells and the header {len(header)};"
                " put a text that holds a comma in quotation marks."
            )


def _faults(
    row: _Row, allowed: Mapping[Facet, Sequence[str]], known: Mapping[str, Exemplar]
) -> Iterator[str]:
    text, role = row.cells[_TEXT].strip(), row.cells[_ROLE]
    if not text:
        yield "the text is empty; fill it in or take the line away."
    elif text in known:
        yield f"the same text stands in {known[text].origin}; keep one of them."
    if role not in _ROLES:
        yield unknown("role", role, _ROLES)
    for facet, labels in allowed.items():
        for label in _labels(row.cells.get(facet.value, _NOT_SAID)):
            if label not in labels:
                yield unknown(f"label of the column {facet.value}", label, labels)


def _allowed(facet: Facet, taxonomy: Taxonomy) -> tuple[str, ...]:
    concepts = tuple(concept.id for concept in taxonomy.concepts if concept.facet is facet)
    return (*concepts, UNIVERSAL_AREA) if facet is Facet.AREA else concepts


def _labels(cell: str) -> Sequence[str]:
    """The labels of a cell, without the words that say something about the cell itself."""
    parts = (part.strip() for part in cell.split(JOINER))
    return tuple(p for p in parts if p not in ("", _NO_LABEL, _NOT_SAID, _NOT_ADVICE))


def _exemplar(row: _Row) -> Exemplar:
    cells = {facet: row.cells.get(facet.value, _NOT_SAID).strip() for facet in Facet}
    said = {facet: cell for facet, cell in cells.items() if cell not in (_NOT_SAID, _NOT_ADVICE)}
    return Exemplar(
        text=row.cells[_TEXT].strip(),
        labels={facet: tuple(_labels(cell)) for facet, cell in said.items()},
        role=Role(row.cells[_ROLE]),
        origin=row.at,
    )
