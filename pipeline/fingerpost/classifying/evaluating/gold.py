"""A file of labelled statements in, rows to score out; predictions back into a file of the same rows."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from fingerpost.classifying.evaluating.rows import (
    NO_LABEL,
    NOT_A_STRATEGY,
    NOT_SCORED,
    GoldRow,
    Prediction,
)
from fingerpost.errors import FingerpostError
from fingerpost.strategies import Role
from fingerpost.taxonomy import CORE_FACETS, Facet, Taxonomy

_LARGEST = 5_000_000
"""Characters a cell may hold; the csv module stops at 131,072."""
_BESIDE = ("status", "confidence", "reasons", "strategy_probability")
_KNOWN = frozenset({"text", "heading_path", *(facet.value for facet in Facet), None})
"""Columns that are read; what stands beyond the last one has no name."""


class GoldError(FingerpostError):
    """A file of labelled statements that cannot be used; names file, line, fault and remedy."""


def read_gold(path: Path, taxonomy: Taxonomy) -> tuple[GoldRow, ...]:
    """Read a gold file; raises `GoldError` for a missing column or a label nobody defined."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GoldError(f"{path}: cannot be read ({error.strerror}). Check the path.") from error
    except UnicodeDecodeError as error:
        raise GoldError(
            f"{path}: is not UTF-8 text. Save it as 'CSV UTF-8' and try again."
        ) from error
    csv.field_size_limit(_LARGEST)
    reader = csv.DictReader(io.StringIO(text, newline=""))
    if "text" not in (reader.fieldnames or ()):
        raise GoldError(f"{path}: has no column 'text'. Name the column of statements 'text'.")
    try:
        return tuple(_row(cells, f"{path} line {reader.line_num}", taxonomy) for cells in reader)
    except csv.Error as error:
        place = f"{path} line {reader.line_num}"
        raise GoldError(f"{place}: is no CSV ({error}). Mend that line and try again.") from error


def _row(cells: Mapping[str, str | None], place: str, taxonomy: Taxonomy) -> GoldRow:
    area = (cells.get(Facet.AREA.value) or "").strip()
    known = area != NOT_SCORED and Facet.AREA.value in cells
    return GoldRow(
        text=cells.get("text") or "",
        heading_path=cells.get("heading_path") or "",
        labels=dict(_labels(cells, place, taxonomy)),
        strategy=area != NOT_A_STRATEGY if known else None,
        role=_role(cells, place),
        origin=place,
        columns={name: (cells.get(name) or "").strip() for name in cells if name not in _KNOWN},
    )


def _role(cells: Mapping[str, str | None], place: str) -> Role | None:
    cell = (cells.get("role") or "").strip()
    known = {role.value: role for role in Role}
    if cell in ("", NOT_SCORED):
        return None
    if cell not in known:
        raise GoldError(f"{place}: '{cell}' is no role; there are: {', '.join(sorted(known))}.")
    return known[cell]


def _labels(
    cells: Mapping[str, str | None], place: str, taxonomy: Taxonomy
) -> Iterator[tuple[Facet, tuple[str, ...]]]:
    for facet in Facet:
        cell = cells.get(facet.value)
        if cell is None or cell.strip() in (NOT_SCORED, NOT_A_STRATEGY):
            continue
        labels = tuple(
            part.strip() for part in cell.split("|") if part.strip() not in ("", NO_LABEL)
        )
        for label in labels:
            _check(label, facet, place, taxonomy)
        yield facet, taxonomy.all_standing(labels)


def _check(label: str, facet: Facet, place: str, taxonomy: Taxonomy) -> None:
    allowed = {concept.id for concept in taxonomy.concepts if concept.facet is facet}
    if facet is Facet.AREA:
        allowed.add("universal")
    if label not in allowed:
        raise GoldError(
            f"{place}: '{label}' is no label of the column {facet.value};"
            f" there are: {', '.join(sorted(allowed))}."
        )


def write_predictions(predictions: Iterable[Prediction], path: Path) -> None:
    """Write one row a prediction, in the gold's order; raises `GoldError` where it cannot."""
    rows = tuple(predictions)
    given = {a.facet for one in rows for a in one.classified.assignments}
    further = tuple(facet for facet in Facet if facet in given and facet not in CORE_FACETS)
    header = ("text", *CORE_FACETS, *_BESIDE, *further)
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(
                (header, *(_cells(one, further) for one in rows))
            )
    except OSError as error:
        reason = error.strerror
        raise GoldError(f"{path}: cannot be written ({reason}). Name another file.") from error


def _cells(prediction: Prediction, further: Iterable[Facet]) -> tuple[str, ...]:
    classified, sure = prediction.classified, prediction.confidence
    return (
        prediction.row.text,
        *("|".join(classified.concepts(facet)) for facet in CORE_FACETS),
        prediction.status.value,
        "" if sure is None else f"{sure:.4f}",
        "|".join(prediction.reasons),
        f"{classified.strategy_probability:.4f}",
        *("|".join(classified.concepts(facet)) for facet in further),
    )
