"""Two contents of a directory in, what differs between them out, field by field."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from textwrap import shorten
from typing import Any

from fingerpost.loading.contents import Content, known_as
from fingerpost.loading.schema import LIVE
from fingerpost.tables import JOINER
from fingerpost.taxonomy import Facet


class ChangeKind(StrEnum):
    """What happened to something.

    SOURCED is a change that nobody sees: of its origin in Word, of what its labels rest on, or of
    how sure the program is, which every answer that tests it moves for all of them.
    """

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    RELABELLED = "relabelled"
    RETIRED = "retired"
    REVIVED = "revived"
    SOURCED = "sourced"


class Subject(StrEnum):
    """What changed."""

    STRATEGY = "strategy"
    CONCEPT = "concept"
    RESOURCE = "resource"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference. `text` says what it is about in words; labels are ids, joined by `|`.

    `field`, `before` and `after` are empty where the whole thing came or went.
    """

    kind: ChangeKind
    subject: Subject
    id: str
    text: str
    field: str = ""
    before: str = ""
    after: str = ""


_UNSEEN_FIELDS = ("source", "locator", "evidence", "confidence")
_REPLACED_BY = "replaced_by"
_BEGINNING = 80
"""Letters by which people know a statement again."""
_TABLES = ((Subject.CONCEPT, "concepts"), (Subject.RESOURCE, "resources"))


def differences(before: Content, after: Content) -> tuple[Change, ...]:
    """List what differs, statements first, each kind of thing in its own order."""
    return (
        *_strategy_changes(before, after),
        *(change for kind in _TABLES for change in _other_changes(*kind, before, after)),
        *_document_changes(before, after),
        *_replacement_changes(before, after),
    )


def count(changes: Iterable[Change], kind: ChangeKind) -> int:
    """Count the statements something happened to; what stands for one is no change of it."""
    found = (each for each in changes if each.field != _REPLACED_BY)
    return len({each.id for each in found if (each.subject, each.kind) == (Subject.STRATEGY, kind)})


def names_in(content: Content) -> dict[str, str]:
    """Return what people know by a name: categories, and statements that stand for others.

    An address leads to the title of what is behind it.
    """
    labels = {key[0]: row["label"] for key, row in content.of("concepts").items()}
    standing = {by for _, by in content.tables["replacements"]}
    texts = {key[0]: row["text"] for key, row in content.of("strategies").items()}
    titles = {row["url"]: known_as("resources", row) for row in content.of("resources").values()}
    return titles | labels | {one: beginning(texts[one]) for one in sorted(standing & {*texts})}


def beginning(text: str) -> str:
    """Return the words by which people know a statement again."""
    return f"“{shorten(text, _BEGINNING, placeholder=' …')}”"


def shown(value: object) -> str:
    """Say a value of a row as people may read it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _strategy_changes(before: Content, after: Content) -> Iterator[Change]:
    old, new = _statements(before), _statements(after)
    for item in sorted({*old, *new}, key=lambda item: _place(new.get(item) or old[item], item)):
        yield from _of_one(item, old.get(item), new.get(item))


def _statements(content: Content) -> dict[str, dict[str, Any]]:
    """Return each statement with its labels, what they rest on, and its links."""
    rows = {key[0]: row for key, row in content.of("strategies").items()}
    labels = content.of("strategy_concepts")
    urls = {key[0]: row["url"] for key, row in content.of("resources").items()}
    for facet in Facet:
        _join(
            rows,
            facet.value,
            {
                (item, concept): row | {"shown": concept}
                for (item, of, concept), row in labels.items()
                if of == facet
            },
        )
    _join(
        rows,
        "evidence",
        {
            (item, f"{facet} {concept}"): row | {"shown": f"{concept}: {row['evidence']}"}
            for (item, facet, concept), row in labels.items()
        },
    )
    _join(
        rows,
        "resources",
        {
            (item, resource): row | {"shown": urls.get(resource, "")}
            for (item, resource), row in content.of("strategy_resources").items()
        },
    )
    return rows


def _join(
    rows: Mapping[str, dict[str, Any]], field: str, parts: Mapping[tuple[str, str], dict[str, Any]]
) -> None:
    """Give each statement one field of all its parts, in their order."""
    joined: dict[str, list[str]] = {}
    for (item, _), part in sorted(parts.items(), key=lambda each: (each[1]["place"], each[0])):
        joined.setdefault(item, []).append(part["shown"])
    for item, row in rows.items():
        row[field] = JOINER.join(joined.get(item, ()))


def _place(row: Mapping[str, Any], item: str) -> tuple[str, int, str]:
    return row["source"], row["place"], item


def _of_one(
    item: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None
) -> Iterator[Change]:
    was, is_now = (row is not None and row["state"] == LIVE for row in (old, new))
    row = new or old or {}
    if was and is_now and old and new:
        yield from _field_changes(item, old, new)
    elif was != is_now:
        came = ChangeKind.REVIVED if old else ChangeKind.ADDED
        kind = came if is_now else ChangeKind.RETIRED
        yield Change(kind=kind, subject=Subject.STRATEGY, id=item, text=row["text"])


def _field_changes(item: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    about = Change(kind=ChangeKind.CHANGED, subject=Subject.STRATEGY, id=item, text=new["text"])
    for change in _differing(about, old, new):
        if change.field != "place":
            yield replace(change, kind=_kind(change.field))


def _differing(about: Change, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    for field, value in new.items():
        if old[field] != value:
            yield replace(about, field=field, before=shown(old[field]), after=shown(value))


def _kind(field: str) -> ChangeKind:
    if field in _UNSEEN_FIELDS:
        return ChangeKind.SOURCED
    if field == "heading_path":
        return ChangeKind.MOVED
    return ChangeKind.RELABELLED if field in tuple(Facet) else ChangeKind.CHANGED


def _other_changes(
    subject: Subject, table: str, before: Content, after: Content
) -> Iterator[Change]:
    old, new = before.of(table), after.of(table)
    for key in sorted({*old, *new}):
        text = known_as(table, new.get(key) or old[key])
        about = Change(kind=ChangeKind.CHANGED, subject=subject, id=key[0], text=text)
        if key in old and key in new:
            yield from _differing(about, old[key], new[key])
        else:
            yield replace(about, kind=ChangeKind.RETIRED if key in old else ChangeKind.ADDED)


def _document_changes(before: Content, after: Content) -> Iterator[Change]:
    old, new = before.of("documents"), after.of("documents")
    for key in sorted({*old, *new}):
        about = Change(kind=ChangeKind.CHANGED, subject=Subject.DOCUMENT, id=key[0], text=key[0])
        if key in old and key in new:
            for change in _differing(about, old[key], new[key]):
                unseen = change.field == "sha256"
                yield replace(change, kind=ChangeKind.SOURCED) if unseen else change
        else:
            yield replace(about, kind=ChangeKind.RETIRED if key in old else ChangeKind.ADDED)


def _replacement_changes(before: Content, after: Content) -> Iterator[Change]:
    """Yield what stands now for a statement that people once found; categories say it themselves."""
    old, new = _replacements(before), _replacements(after)
    for key, row in sorted(after.of("strategies").items()):
        then, now = old.get(key[0], ""), new.get(key[0], "")
        if then != now and key in before.tables["strategies"]:
            about = Change(
                kind=ChangeKind.CHANGED, subject=Subject.STRATEGY, id=key[0], text=row["text"]
            )
            yield replace(about, field=_REPLACED_BY, before=then, after=now)


def _replacements(content: Content) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for item, by in sorted(content.tables["replacements"]):
        found.setdefault(item, []).append(by)
    return {item: JOINER.join(by) for item, by in found.items()}
