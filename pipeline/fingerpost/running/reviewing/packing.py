"""Whom to send what in, a workbook and a page for each of them out, noted in the log."""

from dataclasses import dataclass, replace
from pathlib import Path

from fingerpost.curating import append, pack_lines
from fingerpost.files import unwritable
from fingerpost.packs import PackSent
from fingerpost.reviewing import Plan, Wanted, asks, covering_note, plan_packs
from fingerpost.running.migrating.beside import beside
from fingerpost.running.migrating.questions import Looked, look
from fingerpost.running.reviewing.applying import now
from fingerpost.running.turns import person, sole_turn
from fingerpost.workspace import Workspace, check_writable


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """One pack that is ready to be sent: whose, what it asks, its files, and words to send it with."""

    id: str
    person: str
    kind: str
    asks: str
    minutes: int
    files: tuple[str, ...]
    note: str


def make_packs(workspace: Workspace, wanted: Wanted) -> tuple[Packed, ...]:
    """Write a workbook and a page for each person into reports/packs, and note it in the log.

    A file that is there already is never written over: somebody may be working in it.
    """
    check_writable(workspace)
    with sole_turn(workspace):
        looked = look(workspace, keep=True)
        log = looked.inputs.decisions
        plans = plan_packs(looked.outcome, log, wanted, now(log))
        packed = tuple(_written(workspace, plan, looked) for plan in plans)
        by = person()
        append(workspace.log, [line for pack, _ in packed for line in pack_lines(pack, by=by)])
    return tuple(told for _, told in packed)


def _written(workspace: Workspace, plan: Plan, looked: Looked) -> tuple[PackSent, Packed]:
    folder = workspace.packs
    pack = replace(plan.pack, file=_free_name(folder, Path(plan.pack.file).stem))
    ready = replace(plan, pack=pack)
    shown = beside(plan.review, looked.outcome, looked.results, pack)
    book = folder / pack.file
    page = book.with_suffix(".html")
    contents = {
        book: ready.workbook(looked.outcome),
        page: ready.page(looked.outcome, shown).encode(),
    }
    for path, content in contents.items():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            raise unwritable(path, error) from error
    return pack, Packed(
        id=pack.id,
        person=pack.person,
        kind=pack.kind.value,
        asks=asks(pack),
        minutes=pack.minutes,
        files=tuple(path.relative_to(workspace.root).as_posix() for path in contents),
        note=covering_note(pack),
    )


def _free_name(folder: Path, stem: str) -> str:
    """Return the name of a workbook beside which there is nothing of that name yet."""
    name, number = stem, 1
    while any((folder / f"{name}{ending}").exists() for ending in (".xlsx", ".html")):
        number += 1
        name = f"{stem}-{number}"
    return f"{name}.xlsx"
