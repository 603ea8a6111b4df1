"""What was sent in, a sheet nobody sees that remembers it out, and back."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fingerpost.packs import PackKind, PackSent
from fingerpost.reviewing.columns import (
    ANSWERS,
    ASKED_AFTER,
    FURTHER,
    HELD,
    LIVE,
    REF,
    SAID,
    SHOWN,
    Sheet,
)
from fingerpost.reviewing.labels import Labels
from fingerpost.reviewing.workbook.sheets import Grid
from fingerpost.taxonomy import Facet

SHEET = "Sent"
VERSION = "1"

_ELSEWHERE = frozenset(n for sheet in ANSWERS if sheet not in LIVE for n in ANSWERS[sheet])
_SOMETIMES = (
    *FURTHER,
    *ANSWERS[Sheet.COMMENTS],
    SAID,
    *dict.fromkeys(n for sheet in LIVE for n in ANSWERS[sheet] if n not in _ELSEWHERE),
    HELD,
    SHOWN,
)
"""Columns that are only there where a row has something in them."""

_ALWAYS = tuple(
    dict.fromkeys(n for names in ANSWERS.values() for n in names if n not in _SOMETIMES)
)
_COLUMNS = (*_ALWAYS, ASKED_AFTER)
_LABEL = "Label"
_ID = "Id"
_KIND = "Kind of label"
_WHOLE = "Shown by itself"
_ABOUT = "About"
_VALUE = "Value"
_FACETS = frozenset(facet.value for facet in Facet)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a workbook held when it was sent.

    `rows` leads from a row's key to its answer cells; `labels` are the categories it offered.
    `pack_id`, `person` and `blind` are those of the pack that it was sent as, if it was one; who
    answers a blind one sees nothing of what others said. `accepted` is the digest of what stood
    accepted, where it could be signed off; `shown` has marks of the rows and lines that only show.
    """

    council: str
    pack_id: str = ""
    person: str = ""
    blind: bool = False
    accepted: str = ""
    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    labels: Labels = field(default_factory=lambda: Labels(()))
    shown: frozenset[str] = frozenset()

    @property
    def pack(self) -> str:
        """A name for exactly these questions."""
        digest = hashlib.sha256(self.council.encode())
        for ref, cells in self.rows.items():
            digest.update("\n".join((ref, *cells.values())).encode())
        return digest.hexdigest()[:12]


def sent(grids: Iterable[Grid], labels: Labels, council: str, pack: PackSent | None = None) -> Sent:
    """Gather what is about to be sent, to everybody or as one person's pack."""
    rows = {ref: cells for grid in grids for ref, cells in grid.sent()}
    return Sent(
        council=council,
        pack_id=pack.id if pack else "",
        person=pack.person if pack else "",
        blind=pack is not None and pack.kind is PackKind.SECOND,
        rows=rows,
        labels=labels,
    )


def to_columns(sent_now: Sent) -> dict[str, list[str]]:
    """Lay out what is sent as columns by name, each with its own length."""
    rows = sent_now.rows.items()
    columns = {REF: [ref for ref, _ in rows]}
    further = (name for name in _SOMETIMES if any(name in cells for _, cells in rows))
    for name in (*_COLUMNS, *further):
        columns[name] = [cells.get(name, "") for _, cells in rows]
    columns[_KIND] = [facet.value for facet, _, _ in sent_now.labels.entries]
    columns[_LABEL] = [label for _, label, _ in sent_now.labels.entries]
    columns[_ID] = [one for _, _, one in sent_now.labels.entries]
    if sent_now.shown:
        columns[_WHOLE] = sorted(sent_now.shown)
    about = {
        "version": VERSION,
        "council": sent_now.council,
        "pack": sent_now.pack,
        "pack id": sent_now.pack_id,
        "person": sent_now.person,
        "blind": "yes" if sent_now.blind else "",
        "accepted": sent_now.accepted,
    }
    columns[_ABOUT] = list(about)
    columns[_VALUE] = list(about.values())
    return columns


def from_columns(columns: Mapping[str, Sequence[str]]) -> Sent:
    """Read the columns back; a column that is missing counts as empty."""
    about = dict(zip(columns.get(_ABOUT, ()), columns.get(_VALUE, ()), strict=False))
    kinds, names, ids = (columns.get(name, ()) for name in (_KIND, _LABEL, _ID))
    entries = zip(kinds, names, ids, strict=False)
    return Sent(
        council=about.get("council", ""),
        pack_id=about.get("pack id", ""),
        person=about.get("person", ""),
        blind=bool(about.get("blind", "")),
        accepted=about.get("accepted", ""),
        rows=dict(_rows(columns)),
        labels=Labels(tuple((Facet(k), label, one) for k, label, one in entries if k in _FACETS)),
        shown=frozenset(filter(None, columns.get(_WHOLE, ()))),
    )


def _rows(columns: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, dict[str, str]]]:
    for place, ref in enumerate(columns.get(REF, ())):
        if ref:
            yield (
                ref,
                {
                    name: columns[name][place]
                    for name in (*_COLUMNS, *_SOMETIMES)
                    if name in columns
                },
            )
