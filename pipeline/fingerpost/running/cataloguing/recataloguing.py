"""A workspace and a table or a wish in, what would change and what that touches out; and doing it."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fingerpost.catalogue import Entry
from fingerpost.cataloguing import (
    Change,
    Row,
    TableRefused,
    Touched,
    cells_of,
    changed_files,
    changes,
    decisions_naming,
    items_with,
    read_entries,
    read_table,
    rules_naming,
    touching,
    write_table,
)
from fingerpost.cataloguing.rule_files import TAXONOMY
from fingerpost.curating import read_log
from fingerpost.errors import RulesError, WorkspaceError
from fingerpost.files import replace_file
from fingerpost.logbook import lines_of
from fingerpost.rulebook import load_rulebook
from fingerpost.running.cataloguing.earlier import (
    EARLIER,
    Undone,
    before_last,
    change_rules,
    undo_rules,
)
from fingerpost.running.migrating.questions import look
from fingerpost.running.rules.ids_in_use import check_ids_in_use
from fingerpost.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would change: category by category, file by file; and all that it touches."""

    changes: tuple[Change, ...]
    touched: Touched
    files: Mapping[str, bytes]


def export(workspace: Workspace, file: Path) -> tuple[Entry, ...]:
    """Write all categories into a file, in the form its ending says."""
    rulebook = load_rulebook(workspace.rules)
    data = write_table(file.name, rulebook.entries, rulebook.council.id)
    replace_file(file, data)
    return rulebook.entries


def plan_import(workspace: Workspace, file: Path) -> Plan:
    """Read a table and say what it would change; a bad one stops here, with every bad row named."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise WorkspaceError(
            f"{file}: cannot be read ({error.strerror}). Check the name of the file."
        ) from error
    rows = read_table(file.name, data)
    if not rows:
        raise TableRefused(file.name, (f"{file.name}: holds no category; export it anew.",))
    return _plan(workspace, file.name, rows)


def plan_change(workspace: Workspace, after: Sequence[Entry]) -> Plan:
    """Say what a change of some entries would change."""
    rows = tuple(Row(f"the category {entry.id}", cells_of(entry)) for entry in after)
    return _plan(workspace, "the change", rows)


def what_touches(workspace: Workspace, made: Sequence[Change]) -> Touched:
    """Return every item, decision and rule that some changes touch; writes nothing."""
    ids = touching(made)
    if not ids:
        return Touched()
    log = workspace.log
    lines = lines_of(log.read_bytes().decode("utf-8-sig")) if log.exists() else {}
    return Touched(
        items=items_with(look(workspace).outcome.items, ids) if _has_documents(workspace) else (),
        decisions=decisions_naming(read_log(log), lines, ids),
        rules=rules_naming(_rule_texts(workspace.rules), ids),
    )


def carry_out(workspace: Workspace, plan: Plan, made_by: str) -> Path | None:
    """Write the files of a plan, the old ones kept; return where, or None where nothing changes."""
    return change_rules(workspace.rules, plan.files, made_by) if plan.files else None


def undo(workspace: Workspace) -> Undone:
    """Take back the last change, unless an id that came with it was used since."""
    _try(workspace, before_last(workspace.rules))
    return undo_rules(workspace.rules)


def _plan(workspace: Workspace, name: str, rows: Sequence[Row]) -> Plan:
    rulebook = load_rulebook(workspace.rules)
    after, faults = read_entries(rows, rulebook.entries)
    if faults:
        raise TableRefused(name, tuple(map(str, faults)))
    labels = f"councils/{rulebook.council.id}/labels.yaml"
    texts = {
        file: _text(workspace.rules / file)
        for file in (labels, *_names(workspace.rules, f"{TAXONOMY}/*.yaml"))
    }
    new = changed_files(texts, labels, rulebook.entries, after)
    files = {file: text.encode() for file, text in new.items()}
    try:
        _try(workspace, files)
    except RulesError as fault:
        if gone := tuple(_missed(name, rulebook.entries, after, str(fault))):
            raise TableRefused(name, gone) from fault
        raise
    made = changes(rulebook.entries, after)
    return Plan(changes=made, touched=what_touches(workspace, made), files=files)


def _missed(
    name: str, before: Sequence[Entry], after: Sequence[Entry], fault: str
) -> Iterator[str]:
    """Say which rows are missing of those that stood there before and that a fault names."""
    kept = {entry.id for entry in after}
    for entry in before:
        if entry.id not in kept and f"'{entry.id}'" in fault:
            yield (
                f"{name}: the row of '{entry.id}' ({entry.label}) is missing, and rules or decisions "
                "name it; put the row back, or write yes under retired."
            )


def _try(workspace: Workspace, files: Mapping[str, bytes | None]) -> None:
    """Load the rules as they would be, aside, so that what would not load is never written."""
    with TemporaryDirectory() as aside:
        rules = Path(aside) / workspace.rules.name
        shutil.copytree(workspace.rules, rules, ignore=shutil.ignore_patterns(EARLIER))
        for name, content in files.items():
            if content is None:
                (rules / name).unlink(missing_ok=True)
            else:
                (rules / name).write_bytes(content)
        check_ids_in_use(workspace, load_rulebook(rules).taxonomy)


def _has_documents(workspace: Workspace) -> bool:
    return workspace.raw.is_dir() and any(path.is_file() for path in workspace.raw.rglob("*"))


def _rule_texts(rules: Path) -> dict[str, str]:
    names = (*_names(rules, "**/*.yaml"), *_names(rules, "exemplars/*.csv"))
    return {name: _text(rules / name) for name in names if not name.startswith(f"{EARLIER}/")}


def _names(rules: Path, pattern: str) -> list[str]:
    return sorted(path.relative_to(rules).as_posix() for path in rules.glob(pattern))


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")
