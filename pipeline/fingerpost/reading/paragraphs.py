"""A w:p in; a heading, list item or paragraph out, and after it the boxes that hang on it."""

from dataclasses import dataclass, replace
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import (
    AltText,
    Block,
    Fate,
    Heading,
    ListItem,
    Look,
    Paragraph,
    Span,
    TextBox,
)
from fingerpost.reading.fields import Fields
from fingerpost.reading.inlines import read_inlines
from fingerpost.reading.lines import Line
from fingerpost.reading.measures import children, is_on, value
from fingerpost.reading.namespaces import CONFLICTS, W, local_name
from fingerpost.reading.numbering import DEEPEST
from fingerpost.reading.pictures import BOX, Words
from fingerpost.reading.scope import ReadBlocks, Scope
from fingerpost.reading.styles import (
    P_PR,
    R_PR,
    TITLE,
    ParagraphStyle,
    Shape,
    shape_of,
    shape_over,
)

_STYLE: Final = f"{W}pStyle"
_MARK_REVISIONS: Final = frozenset(
    (*(W + name for name in ("ins", "del", "moveFrom", "moveTo")), *CONFLICTS)
)
_ENDS_GONE: Final = frozenset((f"{W}del", f"{W}moveFrom", CONFLICTS[1]))
_HIDDEN: Final = (f"{W}vanish", f"{W}specVanish")
_TELLING: Final = frozenset((*_MARK_REVISIONS, *_ENDS_GONE, *_HIDDEN))
_NUMBERING: Final = f"{W}numPr"
_INSERTED: Final = f"{W}ins"
_HEADINGS: Final = range(TITLE, DEEPEST + 1)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """The list a paragraph belongs to, with the mark it has there."""

    series: str
    depth: int
    label: str
    ordered: bool


@dataclass(frozen=True, slots=True)
class _Ending:
    """The end of a paragraph: whether a tracked change touched it, and whether it is deleted or hidden."""

    revised: bool = False
    gone: bool = False


_PLAIN_ENDING: Final = _Ending()


def read_paragraph(element: Element, scope: Scope, read_blocks: ReadBlocks) -> list[Block]:
    """Read a paragraph and what hangs on it."""
    locator = scope.step("p")
    said = children(next(element.iterchildren(P_PR), None))
    line = _begin(scope, scope.stream.styles.paragraph(value(said.get(_STYLE))))
    scope.stream.descend()
    read_inlines(element, line)
    scope.stream.ascend()
    return [_finish(locator, line, said), *_read_extras(locator, line, read_blocks)]


def read_stray(element: Element, scope: Scope, read_blocks: ReadBlocks) -> list[Block]:
    """Read a run or link that stands among blocks, where only damaged files have one."""
    locator = scope.step(local_name(element))
    line = _begin(scope, scope.stream.styles.paragraph(""))
    read_inlines((element,), line)
    return [_finish(locator, line, {}), *_read_extras(locator, line, read_blocks)]


def _begin(scope: Scope, style: ParagraphStyle) -> Line:
    return Line(
        scope=scope,
        stream=scope.stream,
        style=style,
        ink=scope.stream.styles.ink(style.id, "", in_head=scope.bold),
        revised=int(scope.revised),
        touched=scope.revised or scope.fate is Fate.DELETED,
        contents=scope.contents or style.contents,
        prompts=int(scope.prompt),
        anchors=dict.fromkeys(scope.stream.commented.open),
    )


def _finish(locator: str, line: Line, said: dict[str, Element]) -> Block:
    direct = shape_of(said)
    ending = _read_ending(said)
    spans = line.finish()
    numbered = _number(line, direct, spans)
    joined = _joined(line, ending, spans)
    paragraph = Paragraph(
        locator=locator,
        spans=spans,
        look=_look(line, direct, spans),
        contents=line.contents or _ends_in_page_number(spans),
        revised=joined or line.touched or ending.revised,
        joined=joined,
        anchors=tuple(line.anchors),
    )
    return _classify(paragraph, _outline(line.style, direct), numbered)


def _outline(style: ParagraphStyle, direct: Shape) -> int | None:
    return style.outline if direct.outline is None else direct.outline


def _classify(paragraph: Paragraph, outline: int | None, numbered: _Numbered | None) -> Block:
    is_heading = outline is not None and outline in _HEADINGS
    if numbered is None and not is_heading:
        return paragraph
    if paragraph.contents or not paragraph.text.strip():
        return paragraph
    if outline is not None and is_heading:
        return _heading(paragraph, outline + 1, numbered.label if numbered else "")
    return paragraph if numbered is None else _list_item(paragraph, numbered)


def _heading(paragraph: Paragraph, level: int, label: str) -> Heading:
    return Heading(
        locator=paragraph.locator,
        spans=paragraph.spans,
        look=paragraph.look,
        revised=paragraph.revised,
        joined=paragraph.joined,
        anchors=paragraph.anchors,
        level=level,
        label=label,
    )


def _list_item(paragraph: Paragraph, numbered: _Numbered) -> ListItem:
    return ListItem(
        locator=paragraph.locator,
        spans=paragraph.spans,
        look=paragraph.look,
        revised=paragraph.revised,
        joined=paragraph.joined,
        anchors=paragraph.anchors,
        level=numbered.depth,
        label=numbered.label,
        ordered=numbered.ordered,
        series=numbered.series,
    )


def _number(line: Line, direct: Shape, spans: tuple[Span, ...]) -> _Numbered | None:
    """Count the paragraph in its list; words that are all deleted or hidden do not count."""
    series = line.style.shape.series if direct.series is None else direct.series
    if not series or series == "0":
        return None
    if spans and all(span.fate is not Fate.VISIBLE for span in spans):
        return None
    depth = _depth(line, direct, series)
    counters = line.stream.counters
    label = counters.label(series, depth).strip()
    level = counters.numbering.level(series, depth)
    kind = level.kind if level else "decimal"
    if kind == "none" and not label:
        return None
    return _Numbered(series, depth, label, kind not in {"none", "bullet"})


def _depth(line: Line, direct: Shape, series: str) -> int:
    """The list level; a style's level is the one that names the style, whatever it says itself."""
    depth = direct.level
    if depth is None and direct.series is None:
        found = line.stream.counters.numbering.series(series)
        depth = found.level_of(line.stream.styles.numbered_by(line.style.id)) if found else None
        depth = line.style.shape.level if depth is None else depth
    return min(max(depth or 0, 0), DEEPEST)


def _look(line: Line, direct: Shape, spans: tuple[Span, ...]) -> Look:
    shape = shape_over(direct, line.style.shape)
    return Look(
        style=line.style.name or line.style.id,
        indent=_left(line, direct, shape),
        size=line.size,
        bold=line.size > 0 and line.bold,
        underlined=line.size > 0 and line.underlined,
        capitals=line.size > 0 and line.capitals and _knows_capitals(spans),
        centred=bool(shape.centred),
        fill=shape.fill or "",
        colour=next(iter(line.colours)) if len(line.colours) == 1 else "",
    )


def _knows_capitals(spans: tuple[Span, ...]) -> bool:
    """Whether the words are in a script that has capitals; figures alone go with any look."""
    text = "".join(span.text for span in spans if span.fate is Fate.VISIBLE)
    return text.upper() != text.lower() or not any(map(str.isalpha, text))


def _left(line: Line, direct: Shape, shape: Shape) -> int:
    """The left edge: said on the paragraph, else by its list, else by its style."""
    series = shape.series
    if direct.left is not None or not series or series == "0":
        return shape.left or 0
    level = line.stream.counters.numbering.level(series, _depth(line, direct, series))
    of_list = level.left if level else None
    is_of_style = direct.series is None and line.style.shape.left is not None
    return (shape.left if of_list is None or is_of_style else of_list) or 0


def _ends_in_page_number(spans: tuple[Span, ...]) -> bool:
    """A line such as "Listening … 7", the number found by Word."""
    if not spans or spans[-1].field != "PAGEREF":
        return False
    return any("\t" in span.text for span in spans[:-1])


def _read_ending(said: dict[str, Element]) -> _Ending:
    """What paragraph properties, by tag, say of the end of the paragraph."""
    numbering = said.get(_NUMBERING)
    is_new = numbering is not None and numbering.find(_INSERTED) is not None
    telling = [node for node in said.get(R_PR, ()) if node.tag in _TELLING]
    if not telling and not is_new:
        return _PLAIN_ENDING
    return _Ending(
        revised=is_new or any(node.tag in _MARK_REVISIONS for node in telling),
        gone=any(
            node.tag in _ENDS_GONE or (node.tag in _HIDDEN and is_on(node)) for node in telling
        ),
    )


def _joined(line: Line, ending: _Ending, spans: tuple[Span, ...]) -> bool:
    """Whether the paragraph goes on from the one before, or the next from it; remembers the latter.

    Where the end of a paragraph is deleted or hidden, Word shows it and the next as one.
    """
    if not (line.stream.joins or ending.gone):
        return False
    shown = any(span.fate is Fate.VISIBLE and span.text.strip() for span in spans)
    line.stream.joins = shown and ending.gone
    return shown


def _read_extras(locator: str, line: Line, read_blocks: ReadBlocks) -> list[Block]:
    if not line.extras:
        return []
    inside = replace(line.scope, path=locator, counts={})
    blocks: list[Block] = []
    for extra in line.extras:
        scope = replace(
            inside,
            fate=extra.fate,
            revised=inside.revised or extra.revised,
            contents=False,
            bold=False,
        )
        if isinstance(extra.content, Words):
            blocks.append(beside(locator, extra.content, extra.fate))
        elif extra.content.tag == BOX:
            blocks.append(_read_box(extra.content, scope, read_blocks))
        else:
            blocks += read_blocks((extra.content,), scope)
    return blocks


def beside(locator: str, words: Words, fate: Fate) -> AltText:
    """Words beside the text as a block, at the place of what holds them."""
    return AltText(
        locator=locator, text=words.text, kind=words.kind, fate=fate, origin=words.origin
    )


def _read_box(box: Element, scope: Scope, read_blocks: ReadBlocks) -> TextBox:
    """Read a text box; its lists count by themselves and fields do not reach into it."""
    outer = scope.stream
    stream = replace(
        outer, counters=outer.box_counters, fields=Fields(outer.fields.unmatched), joins=False
    )
    locator = scope.step("txbx")
    stream.descend()
    blocks = read_blocks(box, replace(scope, stream=stream, path=locator, counts={}))
    return TextBox(locator=locator, blocks=tuple(blocks))
