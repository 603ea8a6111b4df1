"""docling: its own document, headers, footers, notes and comments (its other layers) included."""

from collections.abc import Iterable
from typing import Any

from docling.datamodel.base_models import InputFormat
from docling.document_converter import DocumentConverter
from docling_core.types.doc.document import (
    DoclingDocument,
    InlineGroup,
    ListGroup,
    ListItem,
    RichTableCell,
    SectionHeaderItem,
    TableItem,
    TextItem,
    TitleItem,
)

CONVERTER = DocumentConverter(allowed_formats=[InputFormat.DOCX])


def convert(path: str) -> DoclingDocument:
    return CONVERTER.convert(path).document


def tell(document: DoclingDocument) -> dict[str, Any]:
    teller = Teller(document)
    teller.walk(document.body.children, 0)
    teller.walk(document.furniture.children, 0)
    told = {"texts": teller.texts, "items": teller.items, "headings": teller.headings}
    return {"form": "records", **told, "links": teller.links}


class Teller:
    """Walks the tree; the pieces of a paragraph with links or looks stand in an inline group."""

    def __init__(self, document: DoclingDocument) -> None:
        self.texts: list[str] = []
        self.items: list[list[Any]] = []
        self.headings: list[list[Any]] = []
        self.links: list[str] = []
        self._document = document

    def walk(self, references: Iterable[Any], depth: int) -> None:
        for reference in references:
            node = reference.resolve(self._document)
            if isinstance(node, TableItem):
                self._table(node)
                self.walk(node.captions, 0)
            elif isinstance(node, InlineGroup):
                self.texts.append(self._joined(node))
            elif isinstance(node, TextItem):
                self._text(node, depth)
            else:
                self.walk(node.children, depth + isinstance(node, ListGroup))

    def _text(self, node: TextItem, depth: int) -> None:
        children = list(node.children)
        text = self._with_link(node)
        if not text and children:
            first = children[0].resolve(self._document)
            if isinstance(first, InlineGroup):
                text = self._joined(first)
                children = children[1:]
        self.texts.append(text)
        if isinstance(node, ListItem):
            self.items.append([text, max(depth - 1, 0)])
        elif isinstance(node, SectionHeaderItem | TitleItem):
            level = node.level if isinstance(node, SectionHeaderItem) else 1
            self.headings.append([text, level])
        self.walk(children, depth)

    def _joined(self, group: InlineGroup) -> str:
        pieces = [reference.resolve(self._document) for reference in group.children]
        return " ".join(self._with_link(each) for each in pieces if isinstance(each, TextItem))

    def _with_link(self, node: TextItem) -> str:
        if node.hyperlink:
            self.links.append(str(node.hyperlink))
        return node.text

    def _table(self, table: TableItem) -> None:
        for cell in table.data.table_cells:
            if isinstance(cell, RichTableCell):
                self.walk([cell.ref], 0)
            else:
                self.texts.append(cell.text)
