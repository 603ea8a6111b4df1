"""The spans of a paragraph, its marks and how its letters look in, HTML with the same words out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter

from fingerpost.copying.looks import CAPITALS, Look, Looks
from fingerpost.copying.marks import Mark, find_stretches
from fingerpost.documents import PROMPT, Fate, Span
from fingerpost.pages import safe_link, visible

_PLAIN = frozenset[str]()
_BOXES = frozenset("☐☑☒")
_HYPHENS = {"\u2011": "-"}
_UNSEEN = {
    Fate.DELETED: ('<del class="gone">', "</del>"),
    Fate.HIDDEN: ('<span class="unseen">', "</span>"),
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Letters that belong to one span, one mark and one look."""

    text: str
    span: Span
    mark: Mark | None
    look: Look


def write_letters(spans: Sequence[Span], marks: Sequence[Mark], looks: Looks) -> str:
    """Write the words of a paragraph as they stand; a line end stays a line end."""
    if not marks and not looks:
        return "".join(_dressed(_Piece(span.text, span, None, _PLAIN)) for span in spans)
    pieces = _pieces(spans, marks, _fitting(spans, looks))
    return "".join(
        _marked(mark, "".join(map(_dressed, inside)))
        for mark, inside in groupby(pieces, key=lambda piece: piece.mark)
    )


def _pieces(
    spans: Sequence[Span], marks: Sequence[Mark], look_at: Sequence[Look]
) -> Iterator[_Piece]:
    """Cut the spans wherever a mark or a look begins or ends."""
    mark_at = _marks_by_letter(spans, marks)
    begin = 0
    for span in spans:
        end = begin + len(span.text)
        letters = zip(span.text, mark_at[begin:end], look_at[begin:end], strict=True)
        for (mark, look), run in groupby(letters, key=itemgetter(1, 2)):
            yield _Piece("".join(letter for letter, _, _ in run), span, mark, look)
        begin = end


def _marks_by_letter(spans: Sequence[Span], marks: Sequence[Mark]) -> list[Mark | None]:
    """Say for each letter of all spans what it belongs to; only words that are seen are marked."""
    found: list[Mark | None] = [None] * sum(len(span.text) for span in spans)
    text = "".join(span.text for span in spans if span.fate is Fate.VISIBLE)
    seen: Sequence[int] = range(len(found))
    if len(text) < len(found):
        seen = [n for n, span in _letters(spans) if span.fate is Fate.VISIBLE]
    for stretch in find_stretches(text, marks):
        for n in seen[stretch.start : stretch.end]:
            found[n] = stretch.mark
    return found


def _letters(spans: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    yield from enumerate(span for span in spans for _ in span.text)


def _fitting(spans: Sequence[Span], looks: Looks) -> list[Look]:
    """Give each letter its look, if the looks were read from the same letters; else none."""
    found = [_PLAIN] * sum(len(span.text) for span in spans)
    kept = [n for n, span in _letters(spans) if span.fate is not Fate.DELETED]
    there = "".join(span.text for span in spans if span.fate is not Fate.DELETED)
    here = [(n, letter) for n, letter in zip(kept, there, strict=True) if _counts(letter)]
    each = [(look, letter) for text, look in looks for letter in text if _counts(letter)]
    if [_HYPHENS.get(letter, letter) for _, letter in here] != [
        _HYPHENS.get(letter, letter) for _, letter in each
    ]:
        return found
    for (n, _), (look, _) in zip(here, each, strict=True):
        found[n] = look
    return _with_blanks(found, "".join(span.text for span in spans))


def _counts(letter: str) -> bool:
    """Say whether a letter is one for Mammoth too: blanks and boxes of forms are not."""
    return not letter.isspace() and letter not in _BOXES


def _with_blanks(looks: list[Look], text: str) -> list[Look]:
    """Let a blank look like its neighbours where they look the same."""
    for n, letter in enumerate(text[1:-1], start=1):
        if letter.isspace() and looks[n - 1] == looks[n + 1]:
            looks[n] = looks[n - 1]
    return looks


def _dressed(piece: _Piece) -> str:
    """Put a piece into the elements that show how it looks and what became of it."""
    text = escape(visible(piece.text))
    for opening, closing in _elements(piece):
        text = f"{opening}{text}{closing}"
    return text


def _elements(piece: _Piece) -> Iterator[tuple[str, str]]:
    span = piece.span
    for name in sorted(piece.look):
        yield (
            (f'<span class="{name}">', "</span>")
            if name in CAPITALS
            else (f"<{name}>", f"</{name}>")
        )
    if span.bold:
        yield "<strong>", "</strong>"
    if span.struck:
        yield "<s>", "</s>"
    if span.field == PROMPT:
        yield '<span class="prompt">', "</span>"
    if span.revised and span.fate is Fate.VISIBLE:
        yield "<ins>", "</ins>"
    address = safe_link(span.href) if span.href and piece.text.strip() else ""
    if address:
        yield f'<a href="{escape(address)}">', "</a>"
    if span.fate in _UNSEEN:
        yield _UNSEEN[span.fate]


def _marked(mark: Mark | None, inside: str) -> str:
    if mark is None:
        return inside
    part = f' data-part="{mark.part}"' if mark.part else ""
    return f'<mark data-place="{escape(mark.place)}"{part}>{inside}</mark>'
