"""A loaded directory and the workbooks that schools filled in, in; their next audits, as files, out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from pathlib import Path

from fingerpost.classifying import personal_words
from fingerpost.errors import ReturnRefused, WorkspaceError
from fingerpost.files import unwritable
from fingerpost.publishing.audit import (
    Filled,
    SchoolAudit,
    audit_of,
    carried,
    read_filled,
    write_document,
    write_workbook,
)
from fingerpost.reviewing.returning.containers import container_fault
from fingerpost.rulebook import load_rulebook
from fingerpost.running.directory.publishing import Wanted, site_of
from fingerpost.running.directory.taken_off import Why
from fingerpost.running.directory.withholding import Withheld
from fingerpost.workspace import Workspace

_WRITERS: dict[str, Callable[[SchoolAudit], bytes]] = {
    ".xlsx": write_workbook,
    ".docx": lambda school: write_document(school.audit),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One audit as a file; made from a filled one where `carried_from` names it."""

    file: Path
    carried_from: str = ""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Audits:
    """What was written and what was refused; `withheld` are statements that nobody may be shown.

    `restores` is the number of the release whose content `release` brought back, if any;
    `changed_by_hand` counts what was changed in the database since it was loaded, `taken_off` what
    people have taken off, by why.
    """

    release: int
    restores: int | None
    draft: bool
    asked: int
    has_levels: bool
    written: tuple[Written, ...]
    refused: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    changed_by_hand: int = 0
    taken_off: Mapping[Why, int] = field(default_factory=dict)


def write_audits(
    workspace: Workspace, url: str, filled: Sequence[Path], out: Path | None
) -> Audits:
    """Write an empty audit, or one for each filled workbook, with its answers carried over.

    Nothing that is there is written over: the next free name is taken. A workbook that cannot be
    read is named, and the others are carried over all the same.
    """
    target = out or workspace.audits
    _check(target, filled)
    rulebook = load_rulebook(workspace.rules)
    made = site_of(workspace, rulebook, Wanted(url=url))
    site = made.site

    def fit_to_quote(item: str, words: str) -> bool:
        return made.said.may_quote(item, words) and not personal_words(words, rulebook.names)

    audit = audit_of(site.released, site.settings, site.place)
    written: list[Written] = []
    refused: list[str] = []
    for old in filled:
        try:
            school = carried(audit, _read(old), site.released, fit_to_quote)
            name = old.with_suffix(".xlsx").name
            written.append(_saved(school, target, name, carried_from=str(old)))
        except ReturnRefused as error:
            refused.append(str(error))
    if not filled:
        written.append(_saved(SchoolAudit(audit=audit), target, "audit.xlsx"))
    return Audits(
        release=audit.release.number,
        restores=audit.release.restores,
        draft=audit.is_draft,
        asked=audit.asked,
        has_levels=bool(audit.levels),
        written=tuple(written),
        refused=tuple(refused),
        withheld=made.withheld,
        changed_by_hand=site.released.changed_by_hand,
        taken_off=made.taken_off,
    )


def _check(out: Path, filled: Sequence[Path]) -> None:
    """Refuse a name that cannot be meant, before anything is read."""
    if _is_folder(out):
        return
    if out.suffix.casefold() not in _WRITERS:
        raise WorkspaceError(f"{out}: name a file that ends in .xlsx or .docx, or a folder.")
    if filled and out.suffix.casefold() != ".xlsx":
        raise WorkspaceError(f"{out}: answers are carried over in a workbook; name a file .xlsx.")
    if len(filled) > 1:
        raise WorkspaceError(f"{out}: several workbooks need a folder; name one with --out.")


def _is_folder(out: Path) -> bool:
    return out.is_dir() or not out.suffix


def _read(old: Path) -> Filled:
    data = old.read_bytes()
    if fault := container_fault(data):
        raise ReturnRefused(old.name, (fault,))
    return read_filled(old.name, data)


def _saved(school: SchoolAudit, out: Path, name: str, carried_from: str = "") -> Written:
    wanted = out / name if _is_folder(out) else out
    data = _WRITERS[wanted.suffix.casefold()](school)
    file = _put(data, wanted)
    return Written(file=file, carried_from=carried_from, told=school.told)


def _put(data: bytes, wanted: Path) -> Path:
    """Write a file under the first name that is free, such as audit.xlsx or audit-1.xlsx."""
    numbered = (wanted.with_stem(f"{wanted.stem}-{number}") for number in count(1))
    path = next(one for one in chain([wanted], numbered) if not one.exists())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(data)
    except OSError as error:
        raise unwritable(path, error) from error
    return path
