"""Curated files and a database in, one more numbered release out; releases listed and compared."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, select

from fingerpost.errors import TargetError
from fingerpost.loading import schema
from fingerpost.loading.as_loaded import Layers, layers_at, restore, versions_of, write_layers
from fingerpost.loading.changes import (
    Change,
    ChangeKind,
    beginning,
    count,
    differences,
    names_in,
)
from fingerpost.loading.contents import (
    Content,
    held_now,
    known_as,
    newest_release,
    with_tombstones,
    write_content,
)
from fingerpost.loading.curated_files import Curated, read_curated
from fingerpost.loading.edits.edits_told import Conflict, HandEdit, conflicts_told, edits_told
from fingerpost.loading.edits.hand_edits import Edit, Merged, Place, merge, still_there
from fingerpost.loading.edits.noted_edits import (
    edits_since,
    meetings_in,
    note_edits,
    standing_edits,
)
from fingerpost.loading.edits.typed_by_hand import worded_otherwise
from fingerpost.loading.misplaced import circles, dead_ends, misfits
from fingerpost.loading.numbers import chosen, listed
from fingerpost.loading.planning import Plan, check_changes, check_target, fingerprint
from fingerpost.loading.reading_back import check_written
from fingerpost.loading.stored_log import refuse_lost_answers, store_log
from fingerpost.loading.target import reading, shown, without_password, writing
from fingerpost.released import Release

_OF_STATEMENTS = ("strategies", "strategy_concepts", "strategy_resources", "replacements")
_COUNTED = tuple(kind for kind in ChangeKind if kind is not ChangeKind.SOURCED)


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadReport:
    """What loading did, or would do: `release` is the new one's number, None where none was made.

    `previous` is the number of the release before, 0 where there was none; `statements` how many
    people can find now; `signed_off_by` who agreed to what is current, empty for nobody, and
    `sign_off` what one in a workbook is worth, empty where there is none. `retired` is how many
    statements cannot be found any more, `unread` how many of them went with a document that is not
    among those that were read, by document, `edits` what somebody changed in the database by hand
    and still stands there, `conflicts` where that met another change. `restores` is the number of
    the release that was gone back to, if any. `labels` are those of all categories before and
    after, and the words of statements that stand for others; `rows_read` is how many rows were read
    back and found as they were written. `fingerprint` and `files` bind a plan to what stood there
    and to what was to be loaded. `because` says of statements that go why they do.
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
    retired: int = 0
    unread: Mapping[str, int] = field(default_factory=dict)
    edits: tuple[HandEdit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    restores: int | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    rows_read: int = 0
    fingerprint: str = ""
    files: str = ""
    because: Mapping[str, str] = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        """What a dry run found, to be carried out exactly so later."""
        return Plan(**{one.name: getattr(self, one.name) for one in fields(Plan)})


def load(
    curated: Path, url: str, by: str = "", dry_run: bool = False, plan: Plan | None = None
) -> LoadReport:
    """Make the curated files the directory's next release, in one transaction.

    Only what differs is written; where nothing does, no release is made. `by` signs it off, also
    where it was loaded before and nobody had. With `dry_run` the differences are found and nothing
    is written, not even an empty database. With `plan` that is done or nothing. Without `by` a
    sign-off in a workbook counts, if it was given for all that is accepted now and nobody put other
    words into the database by hand. Every row is read back before it counts.
    """
    files = read_curated(curated)
    sign_off = files.signed_off.told(files.accepted) if files.signed_off else ""
    if dry_run:
        with reading(url) as connection:
            if connection:
                refuse_lost_answers(connection, url, files.decisions)
            step = _next_step(connection, url, files.content)
            return replace(
                step.report(url, None),
                signed_off_by=_name_under(connection, step) if connection else "",
                sign_off=sign_off,
                dry_run=True,
                fingerprint=fingerprint(connection),
                files=files.manifest_digest,
            )
    with writing(url) as connection:
        if plan:
            now, newest = fingerprint(connection), newest_release(connection)
            check_target(plan, without_password(url), now, files.manifest_digest, newest)
        refuse_lost_answers(connection, url, files.decisions)
        store_log(connection, url, files.decisions)
        step = _next_step(connection, url, files.content)
        by = by or _agreed_by(files, step)
        report = _release(connection, url, step, by, files.manifest_digest)
        if plan:
            check_changes(plan, report.changes)
        signed = _sign_off(connection, report, by)
        return replace(report, signed_off_by=signed, sign_off=sign_off)


def _agreed_by(files: Curated, step: "_Step") -> str:
    """Return whose name a workbook puts under a release; nobody's where it has words typed since."""
    seen = not worded_otherwise(step.after.loaded, step.after.in_files)
    return files.agreed_by if seen else ""


def _sign_off(connection: Connection, report: LoadReport, by: str) -> str:
    """Put a name to the current release where it has none; return the name it has then."""
    current = report.release or report.previous
    table = schema.releases
    unsigned = (table.c.number == current) & (table.c.signed_off_by == "")
    if by:
        connection.execute(table.update().where(unsigned).values(signed_off_by=by))
    name = connection.scalar(select(table.c.signed_off_by).where(table.c.number == current))
    return name or ""


def _name_under(connection: Connection, step: "_Step") -> str:
    """Return who signed off what stands there, where nothing else is to."""
    number = step.previous
    return "" if step.differs or not number else listed(connection)[number].signed_off_by


def rollback(
    url: str, release: int, by: str = "", stays: Container[str] = frozenset()
) -> LoadReport:
    """Make an earlier release's content current again, as a new release; edits by hand stay.

    So do the statements that `stays` names: live in other words, or retired.
    """
    with reading(url) as opened:
        chosen(opened, url, release)
    with writing(url) as connection:
        digest = listed(connection)[release].manifest_digest
        then, now = (
            layers_at(connection, number).in_files
            for number in (release, newest_release(connection))
        )
        step = _next_step(connection, url, _with_what_stays(then, now, stays), release)
        report = _release(connection, url, step, by, digest)
        return replace(report, signed_off_by=_sign_off(connection, report, by))


def _with_what_stays(then: Content, now: Content, stays: Container[str]) -> Content:
    """Return an earlier content in which some statements are as they are now."""
    tables = {name: dict(rows) for name, rows in then.tables.items()}
    for name in _OF_STATEMENTS:
        kept = {key: row for key, row in tables[name].items() if key[0] not in stays}
        staying = {key: row for key, row in now.tables[name].items() if key[0] in stays}
        tables[name] = {**kept, **staying}
    live = (row for row in Content(tables).of("strategies").values() if row["state"] == schema.LIVE)
    used = {row["source"] for row in live} | {key[1] for key in tables["strategy_resources"]}
    for name in ("documents", "resources"):
        needed = {key: row for key, row in now.tables[name].items() if key[0] in used}
        tables[name] = needed | tables[name]
    if {key[-1] for key in tables["strategy_concepts"]} - {key[0] for key in tables["concepts"]}:
        tables["concepts"] = {**now.tables["concepts"], **tables["concepts"]}
    return Content(tables)


def changes(url: str, since: int | None = None, until: int | None = None) -> tuple[Change, ...]:
    """List what differs between two releases, by default between the last two; 0 is before all."""
    with reading(url) as opened:
        connection, first, last = _between(opened, url, since, until)
        before, after = (layers_at(connection, number).loaded for number in (first, last))
        return differences(before, after)


def conflicts(url: str, since: int | None = None, until: int | None = None) -> tuple[Conflict, ...]:
    """List where edits by hand met other changes between two releases, as `changes` does."""
    with reading(url) as opened:
        connection, first, last = _between(opened, url, since, until)
        return conflicts_told(meetings_in(connection, first, last), held_now(connection))


def releases(url: str) -> tuple[Release, ...]:
    """List all releases, oldest first; none where nothing was loaded yet."""
    with reading(url) as connection:
        return tuple(listed(connection).values()) if connection else ()


def labels_of(url: str) -> Mapping[str, str]:
    """Return how people know every category there is or was, and what ever stood for a statement.

    An address leads to the title that what is behind it had last.
    """
    with reading(url) as opened:
        connection, newest = chosen(opened, url, None)
        titles = _last_known_as(connection, newest, "resources", by="url")
        labels = titles | _last_known_as(connection, newest, "concepts")
        standing = {key[1] for key in versions_of(connection, "replacements", newest)}
        if not standing - set(labels):
            return labels
        texts = _last_known_as(connection, newest, "strategies")
        return labels | {one: beginning(texts[one]) for one in standing & set(texts)}


def _last_known_as(connection: Connection, newest: int, table: str, by: str = "") -> dict[str, str]:
    """Return the last words of each row, by its id or by one of its columns."""
    found = {}
    for key, versions in versions_of(connection, table, newest).items():
        for one in filter(None, (each.values for each in versions)):
            found[one[by] if by else key[0]] = known_as(table, one)
    return found


def _between(
    opened: Connection | None, url: str, since: int | None, until: int | None
) -> tuple[Connection, int, int]:
    """Return an open directory and the numbers of two releases of it, or 0 for before all."""
    connection, newest = chosen(opened, url, None)
    last = newest if until is None else until
    first = last - 1 if since is None else since
    for number in (last,) if since is None else filter(None, (first, last)):
        chosen(connection, url, number)
    return connection, first, last


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What is to become the next release, if it differs: `restores` names the one brought back."""

    previous: int
    before: Layers
    after: Layers
    merged: Merged
    restores: int | None

    @property
    def differs(self) -> bool:
        """Whether people will find anything else."""
        return self.before.loaded != self.after.loaded

    def report(self, url: str, number: int | None) -> LoadReport:
        """Say what it does, under the number that it gets."""
        found = differences(self.before.loaded, self.after.loaded)
        return LoadReport(
            target=without_password(url),
            release=number,
            previous=self.previous,
            statements=self.after.loaded.live,
            changes=found,
            nothing_to_load=not self.differs,
            retired=count(found, ChangeKind.RETIRED),
            unread=_gone_with_documents(found, self.after.loaded),
            edits=edits_told(self.merged.edits.values(), self.after.loaded),
            conflicts=conflicts_told(self.merged.meetings.values(), self.after.loaded),
            restores=self.restores,
            labels=names_in(self.before.loaded) | names_in(self.after.loaded),
        )


def _gone_with_documents(found: Iterable[Change], after: Content) -> Mapping[str, int]:
    """Count the statements that are retired while the document they stood in was not read."""
    strategies, documents = after.of("strategies"), after.tables["documents"]
    gone = (each.id for each in found if each.kind is ChangeKind.RETIRED)
    sources = (strategies[item,]["source"] for item in gone if (item,) in strategies)
    return dict(Counter(name for name in sources if name and (name,) not in documents))


def _next_step(
    connection: Connection | None, url: str, wanted: Content, restores: int | None = None
) -> _Step:
    """Bring together what was loaded, what was changed by hand since, and what is wanted.

    Raises:
        TargetError: naming what somebody put where something else belongs.
    """
    if connection is None:
        return _Step(
            previous=0,
            before=Layers(),
            after=Layers(wanted, wanted),
            merged=Merged({}),
            restores=None,
        )
    previous = newest_release(connection)
    before, held = layers_at(connection, previous), held_now(connection)
    merged = merge(before.loaded, held, wanted, _known(connection, held, restores))
    if wrong := (*misfits(held, merged.touched), *_edited_astray(merged)):
        raise TargetError(f"{shown(url)}: {'; '.join(wrong)}. Put that right, then try again.")
    after = Layers(merged.content, with_tombstones(before.in_files, wanted))
    return _Step(previous=previous, before=before, after=after, merged=merged, restores=restores)


def _edited_astray(merged: Merged) -> Iterator[str]:
    """Name the categories that lead nowhere, or round in a circle, since somebody edited them."""
    edited = {key for table, key, _ in merged.edits if table == "concepts"}
    faults = {**dead_ends(merged.content), **circles(merged.content)} if edited else {}
    return (fault for one, fault in faults.items() if (one,) in edited)


def _known(connection: Connection, held: Content, restores: int | None) -> dict[Place, Edit]:
    standing = standing_edits(connection)
    if restores is None:
        return standing
    return still_there(edits_since(connection, restores), held) | standing


def _release(connection: Connection, url: str, step: _Step, by: str, digest: str) -> LoadReport:
    number = step.previous + 1 if step.differs else None
    report = step.report(url, number)
    restore(connection, step.merged.touched)
    if number:
        release = Release(
            number=number,
            created_at=datetime.now(UTC).isoformat(timespec="seconds"),
            signed_off_by=by,
            manifest_digest=digest,
            restores=step.restores,
            statements=report.statements,
            **{kind.value: count(report.changes, kind) for kind in _COUNTED},
        )
        connection.execute(schema.releases.insert().values(**asdict(release)))
        write_content(connection, number, step.before.loaded, step.after.loaded)
        write_layers(connection, number, step.before, step.after)
    note_edits(connection, number or step.previous, step.merged)
    return replace(report, rows_read=check_written(connection, url, step.after.loaded))
