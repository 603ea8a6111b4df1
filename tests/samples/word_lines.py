"""Lines of a sample in, Word paragraphs in the look each line asks for out."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from tests.samples.glyphs import SOFT, Glyph, glyph
from tests.samples.notation import Line, Span
from tests.samples.word_package import BULLET_STYLE, CUSTOM_HEADINGS, Package
from tests.samples.word_runs import bold, runs
from tests.samples.word_xml import Node, element, fonts, paragraph, run

_LIST_STYLES = {"style": "ListBullet", "number": "ListNumber", "own-style": BULLET_STYLE}
_WHOLE = {"ins": "ins", "del": "del", "movefrom": "del", "moveto": "ins"}


def paragraphs(lines: Iterable[Line], package: Package) -> Iterator[Node]:
    """A paragraph a line, but for lists made with line breaks: one paragraph for the whole list."""
    for soft, group in groupby(
        lines, key=lambda line: line.mark == "-" and line.look.startswith(SOFT)
    ):
        if soft:
            yield _soft_list(list(group), package)
        else:
            yield from (node for line in group for node in _nodes(line, package))


def _nodes(line: Line, package: Package) -> Iterator[Node]:
    """The paragraph of the line, and the indented one without a mark that goes on with it."""
    yield _line(line, package)
    if "then" in line.notes:
        yield paragraph("ListContinue", [run(line.notes["then"])])


def _line(line: Line, package: Package) -> Node:
    match line.mark:
        case "%":
            return paragraph("Title", runs(line.spans, package))
        case "#":
            return _heading(line, package)
        case "-":
            return _item(line, package)
        case "=":
            return paragraph("", runs(line.spans, package, bold))
    return paragraph(
        "", [*_label(line), *runs(line.spans, package)], *_mark_properties(line, package)
    )


def _heading(line: Line, package: Package) -> Node:
    look = _HEADINGS.get(line.look, _bold_heading)
    return look(line, package)


def _styled_heading(line: Line, package: Package) -> Node:
    return paragraph(f"Heading{line.level}", runs(line.spans, package, *_colour(line)))


def _custom_heading(line: Line, package: Package) -> Node:
    return paragraph(CUSTOM_HEADINGS[line.level], runs(line.spans, package))


def _direct_heading(line: Line, package: Package) -> Node:
    return paragraph(
        "", runs(line.spans, package, bold), element("w:outlineLvl", val=line.level - 1)
    )


def _bold_heading(line: Line, package: Package) -> Node:
    size = partial(element, "w:sz", val=34 - 4 * line.level)
    return paragraph(
        "", runs(line.spans, package, bold, *_colour(line), size), element("w:keepNext")
    )


def _capital_heading(line: Line, package: Package) -> Node:
    return paragraph("", runs(line.spans, package, bold, partial(element, "w:caps")))


def _colour(line: Line) -> list[partial[Node]]:
    colour = line.notes.get("colour")
    return [partial(element, "w:color", val=colour)] if colour else []


_HEADINGS = {
    "style": _styled_heading,
    "custom": _custom_heading,
    "direct": _direct_heading,
    "bold": _bold_heading,
    "capitals": _capital_heading,
}


def _item(line: Line, package: Package) -> Node:
    content = [*_label(line), *runs(line.spans, package)]
    marks = _mark_properties(line, package)
    if typed := glyph(line.look):
        return paragraph(
            "", [*_typed(typed), *content], element("w:ind", left=360 * (line.level + 1)), *marks
        )
    if line.look in _LIST_STYLES:
        return _styled_item(line, content, marks)
    number = package.numbers if line.look == "direct-number" else package.bullets
    place = element("w:numPr", element("w:ilvl", val=line.level), element("w:numId", val=number))
    return paragraph("ListParagraph", content, place, *marks)


def _styled_item(line: Line, content: list[Node], marks: list[Node]) -> Node:
    style = _LIST_STYLES[line.look]
    if style == BULLET_STYLE:
        level = [element("w:numPr", element("w:ilvl", val=line.level))] if line.level else []
        return paragraph(style, content, *level, *marks)
    return paragraph(style + (str(line.level + 1) if line.level else ""), content, *marks)


def _typed(typed: Glyph) -> list[Node]:
    if len(typed.mark) == len("F0FC") and typed.font:
        mark = element("w:r", element("w:sym", font=typed.font, char=typed.mark))
    else:
        mark = run(typed.mark, *([fonts(typed.font)] if typed.font else []))
    return [mark, run(typed.after)]


def _soft_list(lines: list[Line], package: Package) -> Node:
    content: list[Node] = []
    for at, line in enumerate(lines):
        content.extend([element("w:r", element("w:br"))] if at else [])
        typed = glyph(line.look)
        content.extend(_typed(typed) if typed else [])
        content.extend(runs(line.spans, package))
    return paragraph("", content)


def _label(line: Line) -> list[Node]:
    label = line.notes.get("label")
    return [run(f"{label}: ", bold())] if label else []


def _mark_properties(line: Line, package: Package) -> list[Node]:
    """A paragraph that is one revision as a whole has its mark revised too."""
    whole: tuple[Span, ...] = line.spans
    kind = _WHOLE.get(whole[0].kind) if len(whole) == 1 else None
    return [element("w:rPr", element(f"w:{kind}", **package.revision()))] if kind else []
