"""Two wordings in, what differs between them word by word, and the same in plain text, out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

_TOKENS = re.compile(r"\s*(?:\w+(?:['’‑-]\w+)*|[^\w\s])")
_LEVEL = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-", "\u00a0": " "})
_LEAST_ALIKE = 0.3
"""Below this share of common words two wordings are told one after the other, whole."""

_LETTERS_OF_AN_ISLAND = 3
"""A lone word as short as this between two changes is told as part of them."""


class Kind(StrEnum):
    """What became of some words."""

    KEPT = "kept"
    ADDED = "added"
    TAKEN_OUT = "taken out"


@dataclass(frozen=True, slots=True)
class Change:
    """Words that stand in both wordings, only in the new one, or only in the old one."""

    kind: Kind
    text: str


def word_difference(old: str, new: str) -> tuple[Change, ...]:
    """Return the words of two wordings in reading order, those taken out before those added.

    All words but those added, joined, are the old wording on one line; all but those taken out are
    the new one. Quotes and dashes that a word processor changes by itself make no difference. The
    comparison is that of Python's difflib (Ratcliff and Obershelp), on words and punctuation marks.
    """
    before, after = _tokens(old), _tokens(new)
    matcher = SequenceMatcher(
        None, [*map(_essence, before)], [*map(_essence, after)], autojunk=False
    )
    if matcher.ratio() < _LEAST_ALIKE:
        return tuple(_told(before, after))
    steps = [
        _Step(before[a:b], after[c:d], tag == "equal") for tag, a, b, c, d in matcher.get_opcodes()
    ]
    alike = [step.same and not _is_island(steps, place) for place, step in enumerate(steps)]
    found: list[Change] = []
    for same, run in groupby(zip(alike, steps, strict=True), key=lambda pair: pair[0]):
        parts = [step for _, step in run]
        gone = [token for step in parts for token in step.gone]
        come = [token for step in parts for token in step.come]
        found += [Change(Kind.KEPT, _kept(gone, come))] if same else _told(gone, come)
    return tuple(found)


def marked(changes: Iterable[Change]) -> str:
    """Return a difference as plain text: "Show the [taken out: small] [added: large] clock"."""
    shown = (one.text if one.kind is Kind.KEPT else _in_brackets(one) for one in changes)
    return "".join(shown).replace("][", "] [").strip()


@dataclass(frozen=True, slots=True)
class _Step:
    """Words of the old wording and those of the new one in their place."""

    gone: list[str]
    come: list[str]
    same: bool


def _tokens(text: str) -> list[str]:
    """Return words and marks, each with the space before it."""
    return _TOKENS.findall(" ".join(text.split()))


def _essence(token: str) -> str:
    return token.strip().translate(_LEVEL)


def _is_island(steps: list[_Step], place: int) -> bool:
    """Whether words in common are too few to read by themselves between what changed."""
    words = [token for token in map(_essence, steps[place].come) if token[:1].isalnum()]
    is_between = 0 < place < len(steps) - 1
    return is_between and len("".join(words)) <= _LETTERS_OF_AN_ISLAND


def _kept(gone: list[str], come: list[str]) -> str:
    """Return words as they stand now, apart from what went before if they ever were."""
    apart = gone[0].startswith(" ") and not come[0].startswith(" ")
    return (" " if apart else "") + "".join(come)


def _told(gone: list[str], come: list[str]) -> Iterator[Change]:
    if gone:
        yield Change(Kind.TAKEN_OUT, "".join(gone))
    if come:
        yield Change(Kind.ADDED, "".join(come))


def _in_brackets(change: Change) -> str:
    space = " " if change.text.startswith(" ") else ""
    return f"{space}[{change.kind}: {change.text.strip()}]"
