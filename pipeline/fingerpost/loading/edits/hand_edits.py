"""What was loaded, what stands there now and what is wanted in; what is to stand there next out.

A three-way merge, field by field: what the product had written when somebody changed it is the
base. What the files do not change stays as it was put by hand; where both changed it, what was put
by hand stays and is told; but what the files withdraw is withdrawn.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from fingerpost.loading.contents import Content, Key, Row, with_tombstones
from fingerpost.loading.schema import BY_RELEASE, LIVE, RETIRED, values_of

WHOLE_ROW = ""
"""The field of an edit that puts a row in or takes one away."""

Place = tuple[str, Key, str]
Values = dict[str, Any]

_STATEMENTS = "strategies"
_RESOURCES = "resources"
_PARTS = ("strategy_concepts", "strategy_resources")
"""Tables whose rows each belong to a statement."""

_POINTED_TO = ("concepts", "documents")
"""Tables that statements lead to: a row of theirs cannot be taken away by deleting it."""


class Ending(StrEnum):
    """Why an edit by hand is none any more."""

    PUT_BACK = "put-back"
    IN_FILES = "in-files"
    CHANGED_AGAIN = "changed-again"


class Kept(StrEnum):
    """Which of two changes that met was kept."""

    BY_HAND = "by-hand"
    IN_FILES = "in-files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One field changed by hand, or one whole row: `base` was loaded, `value` is what stands there.

    For a whole row they are its values by name, or None where there was, or is, no such row.
    `noticed_in` is the release that first had it, None for one that is new.
    """

    table: str
    key: Key
    field: str
    base: Any
    value: Any
    noticed_in: int | None = None

    @property
    def place(self) -> Place:
        """What it changes."""
        return self.table, self.key, self.field


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """An edit by hand that met another change, the three values, and which was kept."""

    edit: Edit
    in_files: Any
    kept: Kept


@dataclass(slots=True)
class Merged:
    """What is to stand there, the edits in it, those that ended, and where two changes met.

    `touched` are the rows that do not stand as the product wrote them.
    """

    rows: dict[str, dict[Key, Row]]
    edits: dict[Place, Edit] = field(default_factory=dict)
    ended: list[tuple[Edit, Ending]] = field(default_factory=list)
    meetings: dict[Place, Meeting] = field(default_factory=dict)
    touched: set[tuple[str, Key]] = field(default_factory=set)

    @property
    def content(self) -> Content:
        """All of what is to stand there."""
        return Content(self.rows)


def merge(loaded: Content, held: Content, wanted: Content, known: Mapping[Place, Edit]) -> Merged:
    """Bring together what was loaded, what stands there now, and what is wanted."""
    unedited = with_tombstones(loaded, wanted).tables
    merged = Merged({name: dict(unedited[name]) for name in BY_RELEASE})
    of_row: dict[tuple[str, Key], dict[str, Edit]] = {}
    for edit in known.values():
        of_row.setdefault((edit.table, edit.key), {})[edit.field] = edit
    for name in BY_RELEASE:
        merged.touched |= {(name, key) for key in _differing(name, loaded, held)}
    for name, key in sorted({*merged.touched, *of_row}):
        _RowMerge(
            table=name,
            key=key,
            loaded=_values(name, loaded.tables[name].get(key)),
            held=_values(name, held.tables[name].get(key)),
            wanted=_values(name, wanted.tables[name].get(key)),
            known=of_row.get((name, key), {}),
            is_of_files=name not in _PARTS or key[:1] in wanted.tables[_STATEMENTS],
            into=merged,
        ).done()
    _drop_loose_ends(merged, loaded)
    return merged


def still_there(known: Mapping[Place, Edit], held: Content) -> dict[Place, Edit]:
    """Keep those edits whose value is what stands there now."""
    return {place: edit for place, edit in known.items() if _standing(edit, held) == edit.value}


def _standing(edit: Edit, held: Content) -> Any:
    row = _values(edit.table, held.tables[edit.table].get(edit.key))
    return row if edit.field == WHOLE_ROW else (row or {}).get(edit.field)


def _differing(name: str, loaded: Content, held: Content) -> Iterator[Key]:
    old, now = loaded.tables[name], held.tables[name]
    return (key for key in {*old, *now} if old.get(key) != now.get(key))


def _values(table: str, row: Row | None) -> Values | None:
    return None if row is None else dict(zip(values_of(BY_RELEASE[table]), row, strict=True))


@dataclass(slots=True, kw_only=True)
class _RowMerge:
    """One row as it was loaded, as it stands and as it is wanted, and the edits known of it.

    `is_of_files` says that the files have the statement that it is a part of, if it is one's.
    """

    table: str
    key: Key
    loaded: Values | None
    held: Values | None
    wanted: Values | None
    known: Mapping[str, Edit]
    is_of_files: bool
    into: Merged

    def done(self) -> None:
        """Put what is to stand there into the merged content, and note what became of edits."""
        self._retire_what_was_deleted()
        edits = self._edits()
        for name, edit in self.known.items():
            if name not in edits:
                self.into.ended.append((edit, Ending.PUT_BACK))
            elif edits[name].value != edit.value:
                self.into.ended.append((edit, Ending.CHANGED_AGAIN))
                edits[name] = replace(edits[name], noticed_in=None)
        row = self._whole(edits[WHOLE_ROW]) if WHOLE_ROW in edits else self._fields(edits)
        self.into.rows[self.table].pop(self.key, None)
        if row is not None:
            self.into.rows[self.table][self.key] = tuple(row.values())

    def _retire_what_was_deleted(self) -> None:
        """Take a statement whose row was deleted by hand for a retired one: its id must resolve."""
        if self.table == _STATEMENTS and self.held is None and self.loaded is not None:
            self.held = self.loaded | {"state": RETIRED}

    def _edits(self) -> dict[str, Edit]:
        """Return what is changed by hand now: known edits that still stand, and new ones."""
        found: dict[str, tuple[Any, Any]]
        whole = self.known.get(WHOLE_ROW)
        if whole and whole.base is None:
            gone = whole.value if self.loaded is None else None
            found = {WHOLE_ROW: (None, self.held or gone)} if self.held or gone else {}
        elif whole and self.held is None:
            found = {WHOLE_ROW: (whole.base, None)}
        elif whole:
            found = self._changed(whole.base, self.held or {})
        elif self.held is not None and self.loaded is not None:
            found = self._changed(self.loaded, self.held)
        elif self.held is None and self.loaded is None:
            found = {name: (edit.base, edit.value) for name, edit in self.known.items()}
        else:
            found = {WHOLE_ROW: (self._without_edits(), self.held)}
        return {name: self._edit(name, *values) for name, values in found.items()}

    def _changed(self, loaded: Values, held: Values) -> dict[str, tuple[Any, Any]]:
        bases = loaded | {name: edit.base for name, edit in self.known.items() if name}
        return {name: (bases[name], held[name]) for name in held if held[name] != bases[name]}

    def _without_edits(self) -> Values | None:
        """Return the row as it was loaded, with what was loaded where something was edited."""
        if self.loaded is None:
            return None
        return self.loaded | {name: edit.base for name, edit in self.known.items() if name}

    def _edit(self, name: str, base: Any, value: Any) -> Edit:
        known = self.known.get(name)
        return Edit(
            table=self.table,
            key=self.key,
            field=name,
            base=base,
            value=value,
            noticed_in=known.noticed_in if known else None,
        )

    def _whole(self, edit: Edit) -> Values | None:
        """Merge a row that was put in or taken away by hand."""
        if self.wanted == edit.value:
            self._keep(edit) if self._is_unsaid else self._settle(edit)
        elif edit.value is None and self.table in _POINTED_TO:
            self._meet(edit, self.wanted, Kept.IN_FILES)
            return self.wanted
        elif self.wanted == edit.base:
            self._keep(edit)
        elif edit.value is None or self.wanted is None:
            self._keep(edit)
            self._meet(edit, self.wanted, Kept.BY_HAND)
        else:
            self._settle(edit)
            changed = {
                name: self._edit(name, None, value)
                for name, value in edit.value.items()
                if value != self.wanted[name]
            }
            return self._merged_fields(changed, self.wanted)
        held: Values | None = edit.value
        return held

    def _fields(self, edits: Mapping[str, Edit]) -> Values | None:
        wanted = self.wanted
        if wanted is None and self.table == _STATEMENTS and self.loaded is not None:
            wanted = (self._without_edits() or {}) | {"state": RETIRED}
        if wanted is not None:
            return self._merged_fields(edits, wanted)
        for edit in edits.values():
            self._keep(edit)  # so that going back to a release that has the row brings it back
            if self.loaded is not None:
                self._meet(edit, None, Kept.IN_FILES)
        return None

    def _merged_fields(self, edits: Mapping[str, Edit], wanted: Values) -> Values:
        row = dict(wanted)
        for name, edit in edits.items():
            agreed = edit.value == wanted[name]
            if agreed and self.wanted is not None:
                self._settle(edit)
                continue
            row[name] = edit.value
            self._keep(edit)
            if not agreed and edit.base != wanted[name]:
                self._meet(edit, wanted[name], Kept.BY_HAND)
        if self._is_withdrawn(row):
            for edit in edits.values():
                self._meet(edit, None, Kept.IN_FILES)
        return row

    @property
    def _is_unsaid(self) -> bool:
        """Whether the files lack a row because they lack what it belongs to, and so settle nothing.

        What somebody took away must not come back with a document that was not read this time.
        """
        return self.wanted is None and (self.table == _RESOURCES or not self.is_of_files)

    def _is_withdrawn(self, row: Values) -> bool:
        """Whether the files retire what people can find now."""
        standing = self.held or {}
        return standing.get("state") == LIVE and row.get("state") == RETIRED

    def _keep(self, edit: Edit) -> None:
        self.into.edits[edit.place] = edit

    def _settle(self, edit: Edit) -> None:
        self.into.ended.append((edit, Ending.IN_FILES))

    def _meet(self, edit: Edit, in_files: Any, kept: Kept) -> None:
        self.into.meetings[edit.place] = Meeting(edit=edit, in_files=in_files, kept=kept)


_LEADS_TO = (
    ("strategy_concepts", 0, "strategies"),
    ("strategy_concepts", 2, "concepts"),
    ("strategy_resources", 0, "strategies"),
    ("strategy_resources", 1, "resources"),
)
"""Which part of a key names a row of which other table."""


def _drop_loose_ends(merged: Merged, loaded: Content) -> None:
    """Leave out what leads to nothing any more: what it led to was withdrawn, or never was there.

    What somebody put in by hand stays for as long as what it leads to is known at all.
    """
    live = {key for key, row in merged.content.of(_STATEMENTS).items() if row["state"] == LIVE}
    for name, part, other in _LEADS_TO:
        rows, known = merged.rows[name], merged.rows[other]
        for key in list(rows):
            target, edit = (key[part],), merged.edits.get((name, key, WHOLE_ROW))
            if target not in known:
                del rows[key]
                if edit:
                    _miss(merged, edit, loaded, was_there=target in loaded.tables[other])
            elif other == _STATEMENTS and target not in live and edit is None:
                del rows[key]


def _miss(merged: Merged, edit: Edit, loaded: Content, *, was_there: bool) -> None:
    """Tell once that a row put in by hand leads to nothing; it comes back with what it led to."""
    is_new = edit.noticed_in is None
    if is_new and not was_there:
        del merged.edits[edit.place]
    if is_new or edit.key in loaded.tables[edit.table]:
        merged.meetings[edit.place] = Meeting(edit=edit, in_files=None, kept=Kept.IN_FILES)
