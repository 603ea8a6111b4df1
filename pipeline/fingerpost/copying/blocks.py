"""Blocks of the document model in, HTML that shows them as Word does, each at its place, out.

Labels of lists, numbers of notes and the names of boxes stand in attributes, so that the words of
an element are the words of its paragraph and nothing else.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import quote

from fingerpost.copying.letters import write_letters
from fingerpost.copying.looks import Looks
from fingerpost.copying.marks import Marks
from fingerpost.documents import (
    AltKind,
    AltText,
    Block,
    Cell,
    Heading,
    ListItem,
    Paragraph,
    Row,
    Span,
    StoryKind,
    Table,
    TextBox,
)
from fingerpost.pages import visible

_DEEPEST_HEADING = 6
_BESIDE = {
    AltKind.DESCRIPTION: "Picture",
    AltKind.WORD_ART: "WordArt",
    AltKind.CHOICE: "Chosen in a form",
    AltKind.INSERTED_FILE: "From a file inside this document",
}
_NOTES = (StoryKind.FOOTNOTE.value, StoryKind.ENDNOTE.value, StoryKind.COMMENT.value)


@dataclass(slots=True, kw_only=True)
class Sheet:
    """What is written, and what must be known to write it.

    `heading` is the level of the heading written last, so that no level is skipped; `tables` counts
    those that stand by themselves; `placed` are the locators that are somewhere on the sheet.
    """

    marks: Marks
    looks: Mapping[str, Looks]
    lines: list[str] = field(default_factory=list)
    heading: int = 1
    tables: int = 0
    placed: set[str] = field(default_factory=set)
    nested: int = 0

    def write_blocks(self, blocks: Iterable[Block]) -> None:
        """Write blocks one below the other, list items as nested lists."""
        lists = _Lists(self.lines)
        for block in blocks:
            match block:
                case ListItem():
                    lists.begin_item(block)
                    self._paragraph("p", block, "" if block.typed else block.label)
                case TextBox() | AltText():
                    self._hang(block)
                case _:
                    lists.close()
                    self._stand(block)
        lists.close()

    def _hang(self, block: TextBox | AltText) -> None:
        """Write what belongs to the paragraph before, inside the list item if it is one."""
        if isinstance(block, AltText):
            self._beside(block)
            return
        self.lines.append(f'<div class="box"{self._place(block.locator)}>')
        self.write_blocks(block.blocks)
        self.lines.append("</div>")

    def _beside(self, alt: AltText) -> None:
        """Write words beside the text; they have a place of their own where nothing else has it."""
        words = write_letters((Span(alt.text, alt.fate),), (), ())
        name = _BESIDE.get(alt.kind, alt.kind.capitalize())
        self.lines.append(
            f'<p class="beside"{self._place(alt.locator)} data-label="{name}:">{words}</p>'
        )

    def _place(self, locator: str) -> str:
        """Return the attribute that makes an element the one at a place, for the first one there."""
        if locator in self.placed:
            return ""
        self.placed.add(locator)
        return f' id="{escape(locator)}"'

    def _stand(self, block: Block) -> None:
        match block:
            case Table():
                self._table(block)
            case Heading():
                self.heading = min(max(block.level, 1), self.heading, _DEEPEST_HEADING - 1) + 1
                self._paragraph(f"h{self.heading}", block, block.label)
            case Paragraph():
                self._paragraph("p", block, "")
            case _:
                pass

    def _paragraph(self, tag: str, paragraph: Paragraph, label: str) -> None:
        locator = paragraph.locator
        words = write_letters(
            paragraph.spans, self.marks.get(locator, ()), self.looks.get(locator, ())
        )
        notes = "".join(map(_note_mark, paragraph.anchors))
        shown = f' data-label="{escape(visible(label))}"' if label else ""
        classes = _classes(paragraph)
        self.lines.append(f"<{tag}{self._place(locator)}{classes}{shown}>{words}{notes}</{tag}>")

    def _table(self, table: Table) -> None:
        region = ""
        if not self.nested:
            self.tables += 1
            region = f' class="wide" tabindex="0" role="region" aria-label="Table {self.tables}"'
        self.nested += 1
        self.lines.append(f"<div{self._place(table.locator)}{region}><table><tbody>")
        merged = _merged(table)
        for row in table.rows:
            self._row(row, merged)
        self.lines.append("</tbody></table></div>")
        self.nested -= 1

    def _row(self, row: Row, merged: Mapping[str, list[Cell]]) -> None:
        self.lines.append("<tr>")
        column = 0
        for cell in row.cells:
            if cell.column > column:
                self.lines.append(f'<td class="gap" colspan="{cell.column - column}"></td>')
            column = cell.column + cell.column_span
            if not cell.continues:
                self._cell(cell, merged.get(cell.locator, []))
        self.lines.append("</tr>")

    def _cell(self, cell: Cell, below: Iterable[Cell]) -> None:
        """Write a cell, and after its words those of the cells that are merged into it."""
        spans = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
        spans += f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
        self.lines.append(f"<td{spans}>")
        for each in (cell, *below):
            self.write_blocks(each.blocks)
        self.lines.append("</td>")


@dataclass(slots=True)
class _Lists:
    """The lists that are open at one place, outermost first, by an item of each."""

    lines: list[str]
    open: list[ListItem] = field(default_factory=list)

    def begin_item(self, item: ListItem) -> None:
        """Close what is deeper or another list, then go on with the list or begin one."""
        while self.open and self._ends_before(item):
            self._close_one()
        if self.open and self.open[-1].level == item.level:
            self.lines.append("</li>")
        else:
            self.open.append(item)
            self.lines.append(f'<{_tag(item)} class="list">')
        self.lines.append("<li>")

    def _ends_before(self, item: ListItem) -> bool:
        last = self.open[-1]
        return last.level > item.level or (
            last.level == item.level and (last.series, last.ordered) != (item.series, item.ordered)
        )

    def close(self) -> None:
        """Close all."""
        while self.open:
            self._close_one()

    def _close_one(self) -> None:
        self.lines.append(f"</li></{_tag(self.open.pop())}>")


def _tag(item: ListItem) -> str:
    return "ol" if item.ordered else "ul"


def _classes(paragraph: Paragraph) -> str:
    names = [
        *(["contents"] if paragraph.contents else []),
        *(["centred"] if paragraph.look.centred else []),
    ]
    return f' class="{" ".join(names)}"' if names else ""


def _note_mark(anchor: str) -> str:
    """Link to a note or comment; its number is shown and is no word of the paragraph."""
    kind, _, number = anchor.partition("/")[0].partition("[")
    if kind not in _NOTES:
        return ""
    number = escape(number.rstrip("]"))
    story = quote(anchor.partition("/")[0])
    return (
        f'<a class="note" href="#{story}" aria-label="{kind.capitalize()} {number}" '
        f'data-label="{number if kind == StoryKind.FOOTNOTE else f"{kind} {number}"}"></a>'
    )


def _merged(table: Table) -> dict[str, list[Cell]]:
    """Find the cells that go on from a cell above, by the place of that cell."""
    found: dict[str, list[Cell]] = {}
    above: dict[int, str] = {}
    for cell in _cells(table):
        if cell.continues and cell.column in above:
            found.setdefault(above[cell.column], []).append(cell)
        else:
            above[cell.column] = cell.locator
    return found


def _cells(table: Table) -> Iterator[Cell]:
    for row in table.rows:
        yield from row.cells
