"""The rules' files as they are and entries as they are to be in, the files that change out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from fingerpost.catalogue import Entry
from fingerpost.cataloguing.yaml_text import (
    NotEditable,
    Settings,
    Value,
    add_entry,
    add_pair,
    drop,
    edit,
)
from fingerpost.errors import RulesError
from fingerpost.taxonomy import Facet

TAXONOMY = "taxonomy"

_SWITCHED_OFF = (
    "'{}' is there, of a kind of label that this council has switched off; switch it on, or leave "
    "its row out."
)
_SHARED = {
    "parent": "parent",
    "framework": "framework",
    "label": "label",
    "definition": "definition",
    "alternates": "alternates",
    "examples": "examples",
    "exclusion": "not",
    "hidden": "hidden",
    "folds_into": "folds_into",
    "retired": "retired",
    "replaced_by": "replaced_by",
    "change_note": "change_note",
}
_OWN = {**_SHARED, "facet": "facet", "maps_to": "maps_to", "order": "order"}
_OVERLAY = {
    "council_label": "label",
    "council_parent": "parent",
    "council_alternates": "alt_in",
    "order": "order",
    "council_hidden": "hidden",
    "council_folds_into": "folds_into",
}

Texts = Mapping[str, str]
"""The text of each file by its path below the folder of rules."""


@dataclass(frozen=True, slots=True)
class _Step:
    """What one entry was and is to be; None where it is not there."""

    old: Entry | None
    new: Entry | None

    def settings(self, names: Mapping[str, str]) -> Settings:
        """Return what differs, by setting; None takes a setting away."""
        pairs = (
            (key, _value(self.old, name), _value(self.new, name)) for name, key in names.items()
        )
        return {key: new for key, old, new in pairs if old != new}


def changed_files(
    texts: Texts, labels_file: str, before: Sequence[Entry], after: Sequence[Entry]
) -> dict[str, str]:
    """Return the new text of each file that is to change; all others stay as they are.

    `labels_file` is the council's overlay. Raises `RulesError` for a file that is written in a way
    in which single settings cannot be changed.
    """
    old = {entry.id: entry for entry in before}
    new = {entry.id: entry for entry in after}
    made = dict(texts)
    for concept_id in dict.fromkeys((*new, *old)):
        step = _Step(old.get(concept_id), new.get(concept_id))
        if step.old and step.new and step.old.own != step.new.own:
            _apply(made, labels_file, _Step(step.old, None))
            step = _Step(None, step.new)
        if step.old != step.new:
            _apply(made, labels_file, step)
    return {name: text for name, text in made.items() if text != texts.get(name)}


def _apply(made: dict[str, str], labels_file: str, step: _Step) -> None:
    known = step.new or step.old
    assert known is not None
    if known.own:
        _change(made, labels_file, lambda text: _own(text, step, known))
        return
    file = _file_of(made, known)
    _change(made, file, lambda text: _shared(text, step, known))
    _change(made, labels_file, lambda text: _overlay(text, step, known))


def _change(made: dict[str, str], name: str, change: Callable[[str], str]) -> None:
    """Change one file, its kind of line ends and its mark of encoding kept."""
    text = made.get(name, "")
    mark = text[: text.startswith("\ufeff")]
    plain = text.removeprefix(mark).replace("\r\n", "\n")
    plain = plain if not plain or plain.endswith("\n") else plain + "\n"
    try:
        changed = change(plain)
    except NotEditable as fault:
        raise RulesError(f"rules/{name}: {fault}") from None
    if changed != plain:
        made[name] = mark + (changed.replace("\n", "\r\n") if "\r\n" in text else changed)


def _shared(text: str, step: _Step, known: Entry) -> str:
    if not text:
        text = f"facet: {known.facet.value}\nconcepts: []\n"
    places = _places(text, "concepts")
    if step.new is None:
        return drop(text, ("concepts", places[known.id]))
    if step.old is None and known.id in places:
        raise NotEditable(_SWITCHED_OFF.format(known.id))
    if step.old is None:
        return add_entry(text, "concepts", {"id": known.id, **_full(step, _SHARED)})
    return edit(text, ("concepts", places[known.id]), step.settings(_SHARED))


def _own(text: str, step: _Step, known: Entry) -> str:
    places = _places(text, "own")
    if step.new is None:
        return drop(text, ("own", places[known.id]))
    if step.old is None:
        return add_entry(text, "own", {"id": known.id, **_full(step, _OWN)})
    return edit(text, ("own", places[known.id]), step.settings(_OWN))


def _overlay(text: str, step: _Step, known: Entry) -> str:
    has = known.id in (_load(text).get("labels") or {})
    settings = step.settings(_OVERLAY)
    left = [name for name in _OVERLAY if _value(step.new, name) is not None]
    if not left:
        return drop(text, ("labels", known.id)) if has and settings else text
    if has:
        return edit(text, ("labels", known.id), settings)
    return add_pair(text, "labels", known.id, settings)


def _full(step: _Step, names: Mapping[str, str]) -> Settings:
    given = ((key, _value(step.new, name)) for name, key in names.items())
    return {key: value for key, value in given if value is not None}


def _value(entry: Entry | None, name: str) -> Value | None:
    """Return a setting as it is written; None where it is not."""
    value = getattr(entry, name) if entry else None
    if isinstance(value, Facet):
        return value.value
    if value is False and name != "council_hidden":
        return None
    return value if value not in ("", ()) else None


def _file_of(texts: Texts, entry: Entry) -> str:
    """Return the file that holds a shared category, or else the first of its kind."""
    files = sorted(name for name in texts if name.startswith(f"{TAXONOMY}/"))
    holding = (name for name in files if entry.id in _places(texts[name], "concepts"))
    alike = (name for name in files if _load(texts[name]).get("facet") == entry.facet.value)
    return next(iter((*holding, *alike)), f"{TAXONOMY}/{entry.facet.value}.yaml")


def _places(text: str, name: str) -> dict[str, int]:
    return {one["id"]: place for place, one in enumerate(_load(text).get(name) or ())}


def _load(text: str) -> dict[str, Any]:
    return yaml.load(text, Loader=yaml.BaseLoader) or {}  # noqa: S506 - it makes nothing but text
