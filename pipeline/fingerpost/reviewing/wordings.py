"""What was typed under Wording in, the statement or the statements it says out."""

import re
import unicodedata
from collections.abc import Mapping

from fingerpost.decisions import Action
from fingerpost.directory import Item
from fingerpost.neutral import seen
from fingerpost.reviewing.columns import VOICES
from fingerpost.suggestions import Reason

_BULLET = re.compile(r"^\s*(?:[•·▪◦*–—-]\s+)+")
_TYPED_MARK = re.compile(rf"{_BULLET.pattern}|^\s*\(?\d{{1,2}}[.)]\s+")
_LINE_END = re.compile(r"\r\n?|\n")
_SAID_AGAIN = frozenset({Reason.REWORDED, Reason.VOICES_APART, Reason.READER_REPORT})
_NOT_WORDS = re.compile(r"[\W_]+")


def lines_of(typed: str) -> tuple[str, ...]:
    """Return the statements that were typed, each tidied: one, or one for each line that holds words.

    A number before a single one may belong to its words; a bullet never does.
    """
    lines = [seen(line) for line in _LINE_END.split(typed)]
    worded = [line for line in lines if words_of(line)]
    if len(worded) > 1:
        return tuple(_TYPED_MARK.sub("", line) for line in worded)
    return (_BULLET.sub("", seen(typed)),)


def offered(item: Item) -> str:
    """Return the wording that a statement is shown with: a person's own, also once Word changed."""
    if item.verdict and is_offered_again(item):
        return item.verdict.wording
    return item.text


def is_offered_again(item: Item) -> bool:
    """Whether somebody approved words of their own that wait for another look."""
    verdict = item.verdict
    return (
        not _SAID_AGAIN.isdisjoint(item.reasons)
        and verdict is not None
        and verdict.action is Action.APPROVED
        and bool(verdict.wording)
    )


def wording_of(typed: str) -> str:
    """Return a statement on one line, or statements each on a line of its own."""
    return "\n".join(lines_of(typed))


def child_voice_of(cells: Mapping[str, str]) -> tuple[str, str]:
    """Return the child's words that a row holds and who wrote them; nobody where there are none."""
    words, by = (seen(cells.get(name, "")) for name in VOICES)
    return (words, by) if words else ("", "")


def same_words(one: str, other: str) -> bool:
    """Say whether two wordings are the same words in the same order, whatever stands between them."""
    return words_of(one) == words_of(other)


def words_of(text: str) -> str:
    """Reduce text to its words, by which the same words are known whatever stands between them."""
    return _NOT_WORDS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()
