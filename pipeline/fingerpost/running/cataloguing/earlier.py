"""Files of rules to be changed in, the change made and remembered so that it can be undone."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fingerpost.errors import RulesError
from fingerpost.files import replace_file, sole_writer, unwritable
from fingerpost.manifest import digest

EARLIER = "earlier"
"""The folder below the rules that keeps files as they were."""

_NOTE = "change.json"
_FILES = "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """One change that was taken back: what made it, and the files that are as they were."""

    made_by: str
    files: tuple[str, ...]


def change_rules(rules: Path, files: Mapping[str, bytes], made_by: str) -> Path:
    """Keep the files as they are, then write the new ones; return where the old ones are kept."""
    with sole_writer(rules / EARLIER):
        return _change(rules, files, made_by)


def _change(rules: Path, files: Mapping[str, bytes], made_by: str) -> Path:
    folder = rules / EARLIER / f"{_last(rules) + 1:04d}"
    note = {}
    for name, content in sorted(files.items()):
        old = _bytes(rules / name)
        if old is not None:
            replace_file(folder / _FILES / name, old)
        note[name] = {"before": digest(old) if old is not None else "", "after": digest(content)}
    told = json.dumps({"made_by": made_by, "files": note}, ensure_ascii=False, indent=2)
    replace_file(folder / _NOTE, f"{told}\n".encode())
    for name, content in sorted(files.items()):
        replace_file(rules / name, content)
    return folder


def before_last(rules: Path) -> dict[str, bytes | None]:
    """Return the files of the last change as they were before it; None for one that was not there."""
    folder = _last_folder(rules)
    return {name: _bytes(folder / _FILES / name) for name in _read(folder / _NOTE)["files"]}


def undo_rules(rules: Path) -> Undone:
    """Put back the files of the last change; refuses where any was edited since.

    Raises:
        RulesError: where there is nothing to undo, or undoing would lose somebody's edit.
    """
    with sole_writer(rules / EARLIER):
        return _undo(rules)


def _undo(rules: Path) -> Undone:
    folder = _last_folder(rules)
    note, kept = _read(folder / _NOTE), before_last(rules)
    _refuse_edited(rules, note["files"], kept)
    for name, old in kept.items():
        if old is None:
            (rules / name).unlink(missing_ok=True)
        else:
            replace_file(rules / name, old)
    _forget(folder)
    return Undone(made_by=note["made_by"], files=tuple(kept))


def _refuse_edited(
    rules: Path, files: Mapping[str, Mapping[str, str]], kept: Mapping[str, bytes | None]
) -> None:
    faults = []
    for name, was in files.items():
        old, now = kept[name], _bytes(rules / name)
        if (digest(old) if old is not None else "") != was["before"]:
            faults.append(
                f"{rules.name}/{EARLIER}: the copy of {name} was changed; put back a copy of yours."
            )
        elif (digest(now) if now is not None else "") not in was.values():
            faults.append(
                f"{rules.name}/{name}: was edited since, and undoing would lose that. "
                f"Take the edit back first, or change the file by hand."
            )
    if faults:
        raise RulesError("\n".join(faults))


def _last_folder(rules: Path) -> Path:
    number = _last(rules)
    if not number:
        raise RulesError(
            f"{rules.name}/{EARLIER}: no change is kept here, so there is none to undo."
        )
    return rules / EARLIER / f"{number:04d}"


def _last(rules: Path) -> int:
    """Return the number of the last change that is kept whole; 0 where none is."""
    notes = (rules / EARLIER).glob(f"*/{_NOTE}")
    return max((int(n.parent.name) for n in notes if n.parent.name.isdecimal()), default=0)


def _read(note: Path) -> dict[str, Any]:
    try:
        read: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
        return {"made_by": str(read["made_by"]), "files": dict(read["files"])}
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise RulesError(
            f"{note}: cannot be read ({fault}). The files as they were are in the folder {_FILES} "
            "beside it; put them back by hand."
        ) from None


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _forget(folder: Path) -> None:
    """Take away the copies, so that the rules are byte for byte as they were."""
    try:
        shutil.rmtree(folder)
        if not any(folder.parent.iterdir()):
            folder.parent.rmdir()
    except OSError as error:
        raise unwritable(folder, error) from error
