"""Curated files and a database in, one more numbered release out; releases listed and compared."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from fingerpost.decisions import Decision
from fingerpost.errors import TargetError
from fingerpost.loading import schema
from fingerpost.loading.changes import Change, ChangeKind, count, differences
from fingerpost.loading.contents import (
    Content,
    content_at,
    newest_release,
    with_tombstones,
    write_content,
)
from fingerpost.loading.curated_files import read_curated
from fingerpost.loading.target import reading, shown, writing
from fingerpost.released import Release

_COUNTED = tuple(kind for kind in ChangeKind if kind is not ChangeKind.SOURCED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What loading did, or would do: `release` is the new one's number, None where none was made.

    `previous` is the number of the release before, 0 where there was none; `statements` how many
    people can find now; `signed_off_by` who agreed to what is current, empty for nobody, and
    `sign_off` what one in a workbook is worth, empty where there is none.
    """

    target: str
    release: int | None
    previous: int
    statements: int
    changes: tuple[Change, ...]
    nothing_to_load: bool
    signed_off_by: str = ""
    sign_off: str = ""
    dry_run: bool = False


def load(curated: Path, url: str, by: str = "", dry_run: bool = False) -> LoadReport:
    """Make the curated files the directory's next release, in one transaction.

    Only what differs is written; where nothing does, no release is made. `by` signs it off, also
    where it was loaded before and nobody had. With `dry_run` the differences are found and nothing
    is written, not even an empty database. Without `by` a sign-off in a workbook counts, if it was
    given for all that is accepted now.
    """
    files = read_curated(curated)
    by = by or files.agreed_by
    sign_off = files.signed_off.told(files.accepted) if files.signed_off else ""
    if dry_run:
        with reading(url) as connection:
            return replace(_compared(connection, url, files.content), sign_off=sign_off)
    with writing(url) as connection:
        _store_decisions(connection, files.decisions)
        report = _release(connection, url, files.content, by, files.manifest_digest)
        signed = _sign_off(connection, report, by)
        return replace(report, signed_off_by=signed, sign_off=sign_off)


def _sign_off(connection: Connection, report: LoadReport, by: str) -> str:
    """Put a name to the current release where it has none; return the name it has then."""
    current = report.release or report.previous
    table = schema.releases
    unsigned = (table.c.number == current) & (table.c.signed_off_by == "")
    if by:
        connection.execute(table.update().where(unsigned).values(signed_off_by=by))
    name = connection.scalar(select(table.c.signed_off_by).where(table.c.number == current))
    return name or ""


def rollback(url: str, release: int, by: str = "") -> LoadReport:
    """Make an earlier release's content current again, as a new release."""
    with reading(url) as connection:
        _check_release(connection, url, release)
    with writing(url) as connection:
        wanted = content_at(connection, release)
        digest = _listed(connection)[release].manifest_digest
        return _release(connection, url, wanted, by, digest, restores=release)


def changes(url: str, since: int | None = None, until: int | None = None) -> tuple[Change, ...]:
    """List what differs between two releases, by default between the last two; 0 is before all."""
    with reading(url) as connection:
        newest = _newest(connection, url)
        last = newest if until is None else until
        first = last - 1 if since is None else since
        before, after = (_content_of(connection, url, number) for number in (first, last))
        return differences(before, after)


def releases(url: str) -> tuple[Release, ...]:
    """List all releases, oldest first; none where nothing was loaded yet."""
    with reading(url) as connection:
        return tuple(_listed(connection).values()) if connection else ()


def _compared(connection: Connection | None, url: str, wanted: Content) -> LoadReport:
    previous = newest_release(connection) if connection else 0
    before = content_at(connection, previous) if connection else Content()
    after = with_tombstones(before, wanted)
    return LoadReport(
        target=shown(url),
        release=None,
        previous=previous,
        statements=after.live,
        changes=differences(before, after),
        nothing_to_load=before == after,
        dry_run=True,
    )


def _release(
    connection: Connection,
    url: str,
    wanted: Content,
    by: str,
    digest: str,
    restores: int | None = None,
) -> LoadReport:
    previous = newest_release(connection)
    before = content_at(connection, previous)
    after = with_tombstones(before, wanted)
    found = differences(before, after)
    number = None if before == after else previous + 1
    if number:
        release = Release(
            number=number,
            created_at=datetime.now(UTC).isoformat(timespec="seconds"),
            signed_off_by=by,
            manifest_digest=digest,
            restores=restores,
            statements=after.live,
            **{kind.value: count(found, kind) for kind in _COUNTED},
        )
        connection.execute(schema.releases.insert().values(**asdict(release)))
        write_content(connection, number, before, after)
    return LoadReport(
        target=shown(url),
        release=number,
        previous=previous,
        statements=after.live,
        changes=found,
        nothing_to_load=number is None,
    )


def _store_decisions(connection: Connection, decisions: Sequence[Decision]) -> None:
    """Keep the log in the database as it stands beside the files that are loaded."""
    table = schema.decisions
    stored = [tuple(row) for row in connection.execute(select(table).order_by(table.c.seq))]
    names = table.columns.keys()
    wanted = [tuple(getattr(each, name) for name in names) for each in decisions]
    if stored != wanted[: len(stored)]:
        connection.execute(table.delete())
        stored = []
    new = [dict(zip(names, map(_plain, row), strict=True)) for row in wanted[len(stored) :]]
    if new:
        connection.execute(table.insert(), new)


def _plain(value: Any) -> int | str:
    return value if isinstance(value, int) else str(value)


def _newest(connection: Connection | None, url: str) -> int:
    newest = newest_release(connection) if connection else 0
    if not newest:
        raise TargetError(f"{shown(url)}: nothing was loaded yet. Run: fingerpost load")
    return newest


def _content_of(connection: Connection | None, url: str, release: int) -> Content:
    if release == 0 or connection is None:
        return Content()
    return content_at(connection, _check_release(connection, url, release))


def _check_release(connection: Connection | None, url: str, release: int) -> int:
    newest = _newest(connection, url)
    if not 1 <= release <= newest:
        raise TargetError(
            f"{shown(url)}: there is no release {release}. There are releases 1 to {newest}."
        )
    return release


def _listed(connection: Connection) -> dict[int, Release]:
    table = schema.releases
    rows = connection.execute(select(table).order_by(table.c.number)).mappings()
    return {row["number"]: Release(**row) for row in rows}
