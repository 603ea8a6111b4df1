"""What stands inside a paragraph in; spans, and the boxes and pictures that hang on it, out."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import DROP_DOWN, AltKind, count_letters
from fingerpost.reading.controls import is_unfilled
from fingerpost.reading.fields import FIELD_MARK, with_place
from fingerpost.reading.forms import (
    CHECK_BOX,
    GAP,
    box_of,
    chosen,
    is_empty,
    ticked,
)
from fingerpost.reading.glyphs import is_symbol_font
from fingerpost.reading.lines import Line
from fingerpost.reading.namespaces import W14, M, R, W
from fingerpost.reading.pictures import BOX, Words, look_into
from fingerpost.reading.styles import R_PR

_ID: Final = f"{W}id"
_OPERATOR: Final = f"{M}naryPr/{M}chr"
_RUN: Final = f"{W}r"


Reader = Callable[[Element, Line], None]


def read_inlines(parent: Iterable[Element], line: Line) -> None:
    """Read the children of a paragraph, or of anything that stands in one."""
    for child in parent:
        INLINES.get(child.tag, look_through)(child, line)


def look_through(element: Element, line: Line) -> None:
    """A wrapper, or an element unknown today: what it holds is read, so that nothing is lost."""
    if len(element):
        line.stream.descend()
        read_inlines(element, line)
        line.stream.ascend()


def _read_run(run: Element, line: Line) -> None:
    outer = line.ink
    line.stream.descend()
    for child in run:
        tag = child.tag
        if tag == R_PR:
            line.ink = line.stream.styles.run_ink(
                child, line.style.id, outer, in_head=line.scope.bold
            )
        else:
            INLINES.get(tag, look_through)(child, line)
    line.stream.ascend()
    line.ink = outer


def _read_properties(element: Element, line: Line) -> None:
    """What a paragraph says of itself; some programs left runs with words among it."""
    for run in element.iterchildren(_RUN):
        _read_run(run, line)


def _read_text(element: Element, line: Line) -> None:
    text = element.text
    if text:
        # A line end inside w:t is only how the file is laid out; Word shows a space.
        is_laid_out = "\n" in text or "\r" in text
        line.write(_LINE_END.sub(" ", text) if is_laid_out else text)


def _read_deleted_text(element: Element, line: Line) -> None:
    line.deleted += 1
    _read_text(element, line)
    line.deleted -= 1


def _writes(text: str) -> Reader:
    def read(_element: Element, line: Line) -> None:
        line.write(text)

    return read


def _read_symbol(element: Element, line: Line) -> None:
    try:
        code = int(element.get(f"{W}char", ""), 16)
        text = chr(_in_private_use(code) if is_symbol_font(element.get(f"{W}font", "")) else code)
    except (ValueError, OverflowError):
        return
    if not "\ud800" <= text <= "\udfff":
        line.write(text)


def _in_private_use(code: int) -> int:
    """A symbol font's own characters; a low code and its twin at U+F000 are the same glyph."""
    return code + _PRIVATE_TWINS if code <= _LAST_LOW_CODE else code


def _read_inserted(element: Element, line: Line) -> None:
    line.revised += 1
    line.touched = True
    look_through(element, line)
    line.revised -= 1


def _read_deleted(element: Element, line: Line) -> None:
    line.deleted += 1
    line.touched = True
    look_through(element, line)
    line.deleted -= 1


def _read_link(element: Element, line: Line) -> None:
    link = line.stream.links.get(element.get(f"{R}id", ""))
    target = link.target if link is not None and link.external else ""
    line.hrefs.append(with_place(target, element.get(f"{W}anchor", "")))
    look_through(element, line)
    line.hrefs.pop()


def _read_control(element: Element, line: Line) -> None:
    unfilled = is_unfilled(element)
    line.prompts += unfilled
    look_through(element, line)
    line.prompts -= unfilled
    if is_empty(element):
        _read_empty_control(element, line)


def _read_empty_control(element: Element, line: Line) -> None:
    """What Word shows in a control without text: the state of its box, or the data it is bound to."""
    if box := box_of(element):
        line.write(box)
    elif (words := line.stream.stores.shown(element)) is not None:
        _leave_gap(words, line)


def _read_simple_field(element: Element, line: Line) -> None:
    fields = line.stream.fields
    fields.begin_result(element.get(f"{W}instr", ""))
    look_through(element, line)
    fields.end()


def _read_field_mark(element: Element, line: Line) -> None:
    fields = line.stream.fields
    if len(element) and element not in fields.unmatched:
        if box := ticked(element):
            fields.begin_result(CHECK_BOX)
            line.write(box)
            fields.end()
        elif words := chosen(element):
            _leave_gap(Words(AltKind.CHOICE, words), line)
    fields.mark(element)


def _leave_gap(words: Words, line: Line) -> None:
    """Mark the place of words that a form shows there and no run of text holds."""
    line.stream.fields.begin_result(DROP_DOWN)
    line.write(GAP)
    line.stream.fields.end()
    line.hang(words)


def _read_code(element: Element, line: Line) -> None:
    line.stream.fields.add_code(element.text or "")


def _read_apart(element: Element, line: Line) -> None:
    """Text that stands above, below or beside its neighbours and is no word with them."""
    line.write(" ")
    look_through(element, line)
    line.write(" ")


def _read_cells(element: Element, line: Line) -> None:
    """The cells of a matrix row, or the lines of an array of equations."""
    for cell in element:
        _read_apart(cell, line)


def _read_operator(element: Element, line: Line) -> None:
    """A sum, an integral and the like: the sign is a setting of its equation, by default ∫."""
    stated = element.find(_OPERATOR)
    sign = "∫" if stated is None else stated.get(f"{M}val", "")
    if not count_letters(sign):
        line.write(sign)
    look_through(element, line)


def _read_drawing(element: Element, line: Line) -> None:
    for found in look_into(element, line.stream.around):
        line.hang(found)


def _read_subdocument(element: Element, line: Line) -> None:
    link = line.stream.links.get(element.get(f"{R}id", ""))
    for words in line.stream.inserted.lines(link):
        line.hang(Words(AltKind.INSERTED_FILE, words, "" if link is None else link.target))


def _keep_block(element: Element, line: Line) -> None:
    """A paragraph or table inside a paragraph, which only damaged files have."""
    line.hang(element)


def _read_note_mark(kind: str) -> Reader:
    def read(element: Element, line: Line) -> None:
        locator = line.stream.notes.get((kind, element.get(_ID, "")))
        if locator:
            line.anchors[locator] = None

    return read


def _begin_comment(element: Element, line: Line) -> None:
    if locator := line.stream.begin_comment(element):
        line.anchors[locator] = None


def _end_comment(element: Element, line: Line) -> None:
    line.stream.end_comment(element)


def _read_comment_mark(element: Element, line: Line) -> None:
    """The mark follows the words that the comment is about, wherever their end is marked."""
    line.stream.end_comment(element)
    _read_note_mark("comment")(element, line)


def _ignore(_element: Element, _line: Line) -> None:
    return


_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_LAST_LOW_CODE: Final = 0xFF
_PRIVATE_TWINS: Final = 0xF000
_NAMES_WITHOUT_TEXT: Final = (
    "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "proofErr",
    "bookmarkStart", "bookmarkEnd", "permStart",
    "permEnd", "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "annotationRef",
    "delInstrText", "fldData", "ffData",
)  # fmt: skip

INLINES: Final[dict[str, Reader]] = {
    **{W + name: _ignore for name in _NAMES_WITHOUT_TEXT},
    f"{W}pPr": _read_properties,
    _RUN: _read_run,
    f"{M}r": _read_run,
    f"{W}t": _read_text,
    f"{M}t": _read_text,
    f"{W}delText": _read_deleted_text,
    f"{W}tab": _writes("\t"),
    f"{W}ptab": _writes("\t"),
    f"{W}br": _writes("\n"),
    f"{W}cr": _writes("\n"),
    f"{W}noBreakHyphen": _writes("-"),
    f"{W}softHyphen": _writes("\u00ad"),
    f"{W}sym": _read_symbol,
    f"{W}ins": _read_inserted,
    f"{W}moveTo": _read_inserted,
    f"{W}del": _read_deleted,
    f"{W}moveFrom": _read_deleted,
    f"{W14}conflictIns": _read_inserted,
    f"{W14}conflictDel": _read_deleted,
    f"{W}sdt": _read_control,
    f"{W}hyperlink": _read_link,
    f"{W}fldSimple": _read_simple_field,
    FIELD_MARK: _read_field_mark,
    f"{W}instrText": _read_code,
    f"{W}rt": _read_apart,
    **{M + name: _read_apart for name in ("num", "den", "oMathPara")},
    f"{M}nary": _read_operator,
    **{M + name: _read_cells for name in ("mr", "eqArr")},
    f"{W}drawing": _read_drawing,
    f"{W}pict": _read_drawing,
    f"{W}object": _read_drawing,
    f"{W}subDoc": _read_subdocument,
    BOX: _keep_block,
    f"{W}p": _keep_block,
    f"{W}tbl": _keep_block,
    f"{W}footnoteReference": _read_note_mark("footnote"),
    f"{W}endnoteReference": _read_note_mark("endnote"),
    f"{W}commentReference": _read_comment_mark,
    f"{W}commentRangeStart": _begin_comment,
    f"{W}commentRangeEnd": _end_comment,
}
