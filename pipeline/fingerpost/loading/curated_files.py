"""A folder of curated files in, the content a directory is to have out, once they prove intact."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fingerpost.decisions import Decision, Resource
from fingerpost.directory import Status
from fingerpost.errors import LogError, WorkspaceError
from fingerpost.loading.contents import Content, Key, Row
from fingerpost.loading.schema import BY_RELEASE, LIVE, values_of
from fingerpost.logbook import broken_links, parse
from fingerpost.manifest import (
    LOG,
    MANIFEST,
    beginning,
    digest,
    log_mismatch,
    made_from,
    read_manifest,
)
from fingerpost.opinions import signed_off, standing_lines
from fingerpost.signing import SignedOff, mark
from fingerpost.tables import JOINER, csv_rows
from fingerpost.taxonomy import CORE_FACETS

STRATEGIES = "strategies.csv"
CONCEPTS = "strategy_concepts.csv"
RESOURCES = "resources.csv"
USES = "strategy_resources.csv"
DOCUMENTS = "documents.csv"
TAXONOMY = "taxonomy.csv"
REDIRECTS = "redirects.csv"

_MAY_LACK = ("child_voice", "child_voice_by")
"""Columns of councils that give each statement in two voices."""

_AGAIN = "Run: fingerpost migrate"

Record = dict[str, str]


@dataclass(frozen=True, slots=True)
class Curated:
    """What the files say, the log beside them, and the digest of the list that vouches for both.

    `signed_off` is who signed off in a workbook, if anybody did, and `accepted` has the marks of
    what stands accepted now.
    """

    content: Content
    decisions: tuple[Decision, ...]
    manifest_digest: str
    signed_off: SignedOff | None = None
    accepted: tuple[str, ...] = ()

    @property
    def agreed_by(self) -> str:
        """Whose name stands under all that is accepted now, "" for nobody's."""
        signed = self.signed_off
        return signed.by if signed and signed.covers(self.accepted) else ""


def read_curated(folder: Path) -> Curated:
    """Read the files a directory is loaded from; any that changed since is refused by name."""
    listed = read_manifest(folder)
    files = {name: _intact(folder, name, listed) for name in _NEEDED}
    records = {name: _records(name, content) for name, content in files.items()}
    decisions = _decisions(folder)
    return Curated(
        content=_content(records),
        decisions=decisions,
        manifest_digest=digest((folder / MANIFEST).read_bytes()),
        signed_off=signed_off(standing_lines(decisions)),
        accepted=tuple(_accepted_marks(records[STRATEGIES])),
    )


_NEEDED = (STRATEGIES, CONCEPTS, RESOURCES, USES, DOCUMENTS, TAXONOMY, REDIRECTS)


def _intact(folder: Path, name: str, listed: Mapping[str, str]) -> bytes:
    content = _bytes(folder / name)
    if listed.get(name) != digest(content):
        raise WorkspaceError(
            f"{folder / name}: is not as it was written ({MANIFEST} says otherwise). {_AGAIN}"
        )
    return content


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise WorkspaceError(f"{path}: is missing. {_AGAIN}") from error
    except OSError as error:
        raise WorkspaceError(
            f"{path}: cannot be read ({error.strerror}). Ask for the right to read it."
        ) from error


def _decisions(folder: Path) -> tuple[Decision, ...]:
    """Read the log, if anything was decided yet; the files must hold all that was answered in it."""
    before = made_from(folder)
    if not before:
        return ()
    content = _bytes(folder / LOG)
    decisions = parse(content.decode("utf-8-sig", "replace"), LOG)
    faults = broken_links(decisions, LOG) or filter(None, (log_mismatch(folder),))
    if told := tuple(faults):
        raise LogError("\n".join(told))
    known = parse(beginning(content, before).decode("utf-8-sig", "replace"), LOG)
    if any(line.resource_type is not Resource.PACK for line in decisions[len(known) :]):
        raise LogError(
            f"{LOG}: holds newer answers than the files beside it. {_AGAIN}, then load again."
        )
    return decisions


def _records(name: str, content: bytes) -> list[Record]:
    try:
        rows = list(csv_rows(content.decode("utf-8")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise WorkspaceError(f"{name}: cannot be read as a table ({error}). {_AGAIN}") from error
    header = rows[0][1] if rows else ()
    for line, cells in rows:
        if len(cells) != len(header):
            raise WorkspaceError(
                f"{name} line {line}: there are {len(cells)} cells where {len(header)} belong. "
                f"{_AGAIN}"
            )
    return [dict(zip(header, cells, strict=True)) for _, cells in rows[1:]]


def _accepted_marks(strategies: Iterable[Record]) -> Iterator[str]:
    for record in strategies:
        if record.get("status") == Status.ACCEPTED:
            labels = (record.get(facet, "").split(JOINER) for facet in CORE_FACETS)
            yield mark(record["id"], record["text"], labels)


def _content(records: Mapping[str, list[Record]]) -> Content:
    try:
        return Content(
            {
                "documents": _rows("documents", records[DOCUMENTS], ("source",)),
                "concepts": _concepts(records[TAXONOMY]),
                "strategies": _strategies(records[STRATEGIES]),
                "strategy_concepts": _labels(records[CONCEPTS]),
                "resources": _rows("resources", records[RESOURCES], ("id",)),
                "strategy_resources": _uses(records[USES]),
                "replacements": _rows("replacements", records[REDIRECTS], ("id", "replaced_by")),
            }
        )
    except (KeyError, ValueError) as error:
        raise WorkspaceError(
            f"The files to be loaded do not fit together ({error} is missing or wrong). {_AGAIN}"
        ) from error


def _rows(
    table: str, records: Iterable[Mapping[str, Any]], keys: tuple[str, ...]
) -> dict[Key, Row]:
    names = values_of(BY_RELEASE[table])
    rows = {}
    for record in records:
        key = tuple(record[name] for name in keys)
        if key in rows:
            raise ValueError(f"a second {' '.join(key)}")
        rows[key] = tuple(_cell(record, name) for name in names)
    return rows


def _cell(record: Mapping[str, Any], name: str) -> Any:
    return record.get(name, "") if name in _MAY_LACK else record[name]


def _concepts(records: Iterable[Record]) -> dict[Key, Row]:
    """A retired category is, for a directory, one hidden behind what replaced it."""
    typed = (
        {
            **record,
            "place": int(record["order"]),
            "hidden": "true" in (record["hidden"], record["retired"]),
            "folds_into": record["replaced_by"] or record["folds_into"],
        }
        for record in records
    )
    return _rows("concepts", typed, ("id",))


def _strategies(records: Iterable[Record]) -> dict[Key, Row]:
    places: Counter[str] = Counter()
    typed = []
    for record in records:
        places[record["source"]] += 1
        confidence = float(record["confidence"]) if record["confidence"] else None
        place = places[record["source"]]
        typed.append({**record, "state": LIVE, "confidence": confidence, "place": place})
    return _rows("strategies", typed, ("id",))


def _labels(records: Iterable[Record]) -> dict[Key, Row]:
    places: Counter[tuple[str, str]] = Counter()
    typed = []
    for record in records:
        key = record["strategy_id"], record["facet"]
        places[key] += 1
        typed.append({**record, "place": places[key], "is_primary": record["primary"] == "true"})
    return _rows("strategy_concepts", typed, ("strategy_id", "facet", "concept_id"))


def _uses(records: Iterable[Record]) -> dict[Key, Row]:
    typed = ({**record, "place": int(record["place"])} for record in records)
    return _rows("strategy_resources", typed, ("strategy_id", "resource_id"))
