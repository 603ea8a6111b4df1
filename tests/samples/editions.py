"""An earlier edition's outline text and a list of edits in, the later edition's text out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Edits:
    of: str
    settings: Mapping[str, str]
    changes: tuple[Mapping[str, str], ...]


def read_edits(source: str) -> Edits | None:
    raw: dict[str, Any] = yaml.safe_load(source)
    if "edition_of" not in raw:
        return None
    return Edits(raw["edition_of"], raw["settings"], tuple(raw["changes"]))


def later_edition(source: str, edits: Edits) -> str:
    """The source with each change made to its own line; a line that is not there once is an error of the author's."""
    lines = source.splitlines()
    for change in edits.changes:
        lines = _CHANGES[change["change"]](lines, change)
    settings = yaml.safe_load("\n".join(lines)) | dict(edits.settings)
    return str(yaml.safe_dump(settings, allow_unicode=True, sort_keys=False, width=1000))


def _place(lines: list[str], text: str) -> int:
    places = [at for at, line in enumerate(lines) if line.strip() == text]
    if len(places) != 1:
        raise ValueError(f"{text!r} stands {len(places)} times in the earlier edition, not once")
    return places[0]


def _edited(lines: list[str], change: Mapping[str, str]) -> list[str]:
    at = _place(lines, change["was"])
    return [*lines[:at], lines[at].replace(change["was"], change["text"]), *lines[at + 1 :]]


def _deleted(lines: list[str], change: Mapping[str, str]) -> list[str]:
    at = _place(lines, change["was"])
    return [*lines[:at], *lines[at + 1 :]]


def _added(lines: list[str], change: Mapping[str, str]) -> list[str]:
    at = _place(lines, change["after"])
    indent = lines[at][: len(lines[at]) - len(lines[at].lstrip())]
    return [*lines[: at + 1], indent + change["text"], *lines[at + 1 :]]


def _moved(lines: list[str], change: Mapping[str, str]) -> list[str]:
    return _added(_deleted(lines, change), {"after": change["after"], "text": change["was"]})


_CHANGES = {"edited": _edited, "deleted": _deleted, "added": _added, "moved": _moved}
