"""A workspace in, its rules out, proved on their own examples; once for rules that do not change."""

import hashlib
from contextlib import suppress
from pathlib import Path

from fingerpost.classifying import check_cues
from fingerpost.errors import RulesError
from fingerpost.rulebook import Rulebook, broken_headings, load_rulebook
from fingerpost.running.processing.cache import code_digest
from fingerpost.running.rules.ids_in_use import check_ids_in_use
from fingerpost.workspace import Workspace


def proved_rulebook(workspace: Workspace, *, keep: bool = True) -> Rulebook:
    """Load the rules that a command works by; `keep` says whether the proof may be noted.

    Raises:
        RulesError: with one sentence, file and line for each rule that fails its own example.
    """
    rulebook = load_rulebook(workspace.rules)
    check_ids_in_use(workspace, rulebook.taxonomy)
    note = workspace.state / "proved"
    key = hashlib.sha256(f"{code_digest()}\n{rulebook.digest}".encode()).hexdigest()
    if _noted(note) != key:
        if faults := (*broken_headings(rulebook), *check_cues(rulebook)):
            raise RulesError("\n".join(faults))
        if keep:
            _write(note, key)
    return rulebook


def _noted(note: Path) -> str:
    """Return the key of the rules proved last; what cannot be read counts as absent."""
    try:
        return note.read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _write(note: Path, key: str) -> None:
    """Note the proof where that can be done; without it the rules are proved again."""
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(key, encoding="ascii")
