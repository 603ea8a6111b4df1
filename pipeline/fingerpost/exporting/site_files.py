"""One release, or two, and a profile in, the tables that another site's import takes out."""

import csv
import html
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fingerpost.cells import clean
from fingerpost.exporting.site_values import Held, Path, Site
from fingerpost.neutral import neutralise
from fingerpost.site_profiles import Markup, Separators, Show, SiteColumn, SiteProfile, SiteTable

_ELLIPSIS = "…"
_BYTE_ORDER_MARK = "\ufeff"
_ALIVE_IN_HTML = frozenset("[]{}\\")
"""What sites that take HTML may carry out, such as shortcodes and reference tags, or swallow."""

_LAST_OF_THREE_BYTES = "\uffff"
"""Imports written for older databases drop what is beyond, such as emoji."""

_CALLED_BY = ("id", "text", "label", "name")
"""The fields that hold an id, or the words by which a thing is called."""

Cells = Mapping[str, tuple[str, ...]]
"""The cells of each row by the id of what it is about."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file to be imported; `what` says in words what its rows are."""

    name: str
    what: str
    rows: int
    data: bytes = field(repr=False)


def everything(site: Site, profile: SiteProfile) -> tuple[SiteFile, ...]:
    """Return a file of each table with all that people can find."""
    return tuple(_everything(site, profile, table) for table in profile.tables)


def changes(before: Site, after: Site, profile: SiteProfile) -> tuple[SiteFile, ...]:
    """Return files with what was added, changed and retired between two releases, and no more.

    A row in which one cell changed stands there whole: an import whose columns come and go would
    have to be set up anew each time, and one that finds a cell empty may empty the field. Where
    nothing was added, say, there is no file of what was added.
    """
    found: list[SiteFile] = []
    for table in profile.tables:
        old, new = _cells(before, profile, table), _cells(after, profile, table)
        added = {key: row for key, row in new.items() if key not in old}
        updated = {key: row for key, row in new.items() if key in old and old[key] != row}
        retired = {key: _without_words(key, table) for key in old if key not in new}
        span = f"{table.name}-{before.released.release.number}-to-{after.released.release.number}"
        write = _told_by_column if table.changes.heading else _told_by_file
        found += write(span, (added, updated, retired), profile, table)
    return tuple(found)


_Changed = tuple[Cells, Cells, Cells]


def _without_words(identifier: str, table: SiteTable) -> tuple[str, ...]:
    """Return the row of what is retired, which may have been withdrawn for what its words say.

    Imports that want a title find the id there; those that empty fields forget the words.
    """
    return tuple(
        identifier if column.holds in _CALLED_BY else column.constant for column in table.columns
    )


def _everything(site: Site, profile: SiteProfile, table: SiteTable) -> SiteFile:
    rows = _cells(site, profile, table)
    heading: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    if table.changes.in_full:
        heading, told = (table.changes.heading,), (table.changes.add,)
    cells = [(*row, *told) for row in rows.values()]
    return _file(table.name, table.subject.value, (*_header(table), *heading), cells, profile)


def _told_by_column(
    span: str, changed: _Changed, profile: SiteProfile, table: SiteTable
) -> Iterator[SiteFile]:
    words = table.changes.add, table.changes.update, table.changes.retire
    cells = [
        (*row, word) for word, rows in zip(words, changed, strict=True) for row in rows.values()
    ]
    header = (*_header(table), table.changes.heading)
    counts = zip(("added", "changed", "retired"), map(len, changed), strict=True)
    what = f"{table.subject}, " + ", ".join(f"{count} {did}" for did, count in counts)
    if cells:
        yield _file(span, what, header, cells, profile)


def _told_by_file(
    span: str, changed: _Changed, profile: SiteProfile, table: SiteTable
) -> Iterator[SiteFile]:
    added, updated, retired = changed
    header = _header(table)
    place = header.index(table.external_id)
    tables = (
        ("add", "added", header, list(added.values())),
        ("update", "changed", header, list(updated.values())),
        ("retire", "retired", (header[place],), [(row[place],) for row in retired.values()]),
    )
    for name, did, columns, cells in tables:
        if cells:
            what = f"{table.subject} {did}"
            yield _file(f"{span}-{name}", what, columns, cells, profile)


def _header(table: SiteTable) -> tuple[str, ...]:
    return tuple(column.heading for column in table.columns)


def _cells(site: Site, profile: SiteProfile, table: SiteTable) -> dict[str, tuple[str, ...]]:
    return {
        identifier: tuple(
            _cell(column, held[column.holds](column.show), profile)
            if column.holds
            else column.constant
            for column in table.columns
        )
        for identifier, held in site.rows(table.subject)
    }


def _cell(column: SiteColumn, held: Held, profile: SiteProfile) -> str:
    if column.show is Show.LINKS:
        return _list_of_links(held.values)
    signs = profile.separators
    values = [signs.path.join(_steps(path, held, signs)) for path in held.values]
    return signs.values.join(_written(value, column) for value in values)


def _steps(path: Path, held: Held, signs: Separators) -> Path:
    """Return the steps of a path without the signs that stand between values and steps."""
    if held.several or signs.in_every_cell:
        path = tuple(step.replace(signs.values, signs.values_inside) for step in path)
    if held.several:
        sign = signs.path.strip() or signs.path
        path = tuple(step.replace(sign, signs.path_inside) for step in path)
    return path


def _list_of_links(links: Sequence[Path]) -> str:
    items = (f'<li><a href="{_inert(url)}">{_inert(title)}</a></li>' for title, url in links)
    return f"<ul>{''.join(items)}</ul>" if links else ""


def _written(words: str, column: SiteColumn) -> str:
    """Cut what is too long between words, and make markup inert where the site would obey it."""
    if column.longest and len(words) > column.longest:
        kept = words[: column.longest - 1]
        words = (kept.rpartition(" ")[0] or kept).rstrip() + _ELLIPSIS
    return words if column.markup is Markup.PLAIN else _inert(words)


def _inert(words: str) -> str:
    return "".join(
        f"&#{ord(sign)};" if sign in _ALIVE_IN_HTML or sign > _LAST_OF_THREE_BYTES else sign
        for sign in html.escape(words)
    )


def _file(
    name: str,
    what: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    profile: SiteProfile,
) -> SiteFile:
    """Write a table with every cell in quotation marks, which every reader of CSV understands alike.

    Excel spills what is too long for a cell into the next, where it may begin with a formula.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(
        text,
        delimiter=profile.delimiter,
        lineterminator=profile.line_end,
        quoting=csv.QUOTE_ALL,
    )
    for row in (header, *rows):
        writer.writerow([clean(neutralise(cell)) for cell in row] if profile.neutralised else row)
    mark = _BYTE_ORDER_MARK if profile.byte_order_mark else ""
    return SiteFile(f"{name}.csv", what, len(rows), (mark + text.getvalue()).encode())
