"""Lines of a sample in, flat OpenDocument paragraphs, lists and tracked changes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from tests.samples.glyphs import SOFT, glyph
from tests.samples.notation import Line, Span
from tests.samples.word_xml import DATE, REVIEWER

_INFO = f"<office:change-info><dc:creator>{REVIEWER}</dc:creator><dc:date>{DATE[:-1]}</dc:date></office:change-info>"
_NOTE = (
    '<text:note text:note-class="{kind}"><text:note-citation>1</text:note-citation>'
    "<text:note-body><text:p>{{}}</text:p></text:note-body></text:note>"
)
_WRAPPERS = {
    "b": '<text:span text:style-name="Strong">{}</text:span>',
    "hid": '<text:span text:style-name="Unseen">{}</text:span>',
    "fn": _NOTE.format(kind="footnote"),
    "en": _NOTE.format(kind="endnote"),
    "com": (
        f"<office:annotation><dc:creator>{REVIEWER}</dc:creator>"
        "<text:p>{}</text:p></office:annotation>"
    ),
}
_SYMBOL_STYLES = {"Wingdings": "Winged", "Symbol": "Greek"}


@dataclass(slots=True)
class Revisions:
    """The tracked changes met so far, in the form that stands before the text."""

    regions: list[str] = field(default_factory=list)

    def add(self, content: str) -> str:
        name = f"change{len(self.regions)}"
        self.regions.append(
            f'<text:changed-region xml:id="{name}" text:id="{name}">{content}</text:changed-region>'
        )
        return name


def inline(spans: Iterable[Span], revisions: Revisions) -> str:
    return "".join(_span(span, revisions) for span in spans)


def _span(span: Span, revisions: Revisions) -> str:
    text = words(span.text)
    if span.kind in ("ins", "del"):
        return _revision(span.kind, text, revisions)
    if span.kind in ("link", "flink"):
        return f'<text:a xlink:type="simple" xlink:href={quoteattr(span.target)}>{text}</text:a>'
    return _WRAPPERS.get(span.kind, "{}").format(text)


def _revision(kind: str, text: str, revisions: Revisions) -> str:
    if kind == "del":
        name = revisions.add(f"<text:deletion>{_INFO}<text:p>{text}</text:p></text:deletion>")
        return f'<text:change text:change-id="{name}"/>'
    name = revisions.add(f"<text:insertion>{_INFO}</text:insertion>")
    start = f'<text:change-start text:change-id="{name}"/>'
    return f'{start}{text}<text:change-end text:change-id="{name}"/>'


def words(text: str) -> str:
    return escape(text).replace("\t", "<text:tab/>")


def paragraphs(lines: Iterable[Line], revisions: Revisions) -> Iterator[str]:
    """Paragraphs and lists; neighbouring items of one look make one list, or one paragraph with line breaks."""
    for look, group in groupby(lines, key=_group):
        if look.startswith(SOFT):
            yield _paragraph(
                "Standard", "<text:line-break/>".join(_typed(line, revisions) for line in group)
            )
        elif look in ("Bulleted", "Numbered"):
            yield _list(list(group), look, revisions)
        else:
            yield from (_line(line, revisions) for line in group)


def _group(line: Line) -> str:
    if line.mark != "-" or line.look == "own-style":
        return ""
    if glyph(line.look):
        return line.look if line.look.startswith(SOFT) else ""
    return "Numbered" if "number" in line.look else "Bulleted"


def _line(line: Line, revisions: Revisions) -> str:
    content = inline(line.spans, revisions)
    match line.mark:
        case "%":
            return _paragraph("Title", content)
        case "#" if line.look == "style":
            return f'<text:h text:style-name="Heading_20_{line.level}" text:outline-level="{line.level}">{content}</text:h>'
        case "#":
            return _paragraph(f"Bold{line.level}", content)
        case "=":
            return _paragraph("Bold3", content)
        case "-":
            typed = line.look != "own-style"
            return _paragraph("Typed" if typed else "Guidance_20_Bullet", _typed(line, revisions))
    return _paragraph("Standard", _labelled(line) + content)


def _paragraph(style: str, content: str) -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def _labelled(line: Line) -> str:
    label = line.notes.get("label")
    return f'<text:span text:style-name="Strong">{escape(label)}: </text:span>' if label else ""


def _typed(line: Line, revisions: Revisions) -> str:
    typed = glyph(line.look)
    content = _labelled(line) + inline(line.spans, revisions)
    if not typed:
        return content
    style = _SYMBOL_STYLES.get(typed.font)
    mark = f'<text:span text:style-name="{style}">{typed.mark}</text:span>' if style else typed.mark
    return mark + words(typed.after) + content


def _list(lines: list[Line], style: str, revisions: Revisions) -> str:
    return f'<text:list text:style-name="{style}">{_items(lines, 0, revisions)}</text:list>'


def _items(lines: list[Line], depth: int, revisions: Revisions) -> str:
    """List items of one depth, each holding the deeper ones that follow it."""
    made = []
    starts = [at for at, line in enumerate(lines) if line.level <= depth]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        inner = lines[start + 1 : end]
        below = f"<text:list>{_items(inner, depth + 1, revisions)}</text:list>" if inner else ""
        made.append(
            f"<text:list-item>{_paragraph('Standard', _typed(lines[start], revisions))}{below}</text:list-item>"
        )
    return "".join(made)
