"""python-docx as tutorials use it: paragraphs, the names of their styles, then tables."""

from typing import Any

import docx


def convert(path: str) -> tuple[list[tuple[str, str]], list[list[list[str]]]]:
    document = docx.Document(path)
    paragraphs = [(p.style.name if p.style else "", p.text) for p in document.paragraphs]
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    ]
    return paragraphs, tables


def tell(converted: tuple[list[tuple[str, str]], list[list[list[str]]]]) -> dict[str, Any]:
    paragraphs, tables = converted
    texts = [text for _, text in paragraphs]
    texts += [cell for table in tables for row in table for cell in row]
    items, headings = [], []
    for style, text in paragraphs:
        kind, _, last = (style or "").rpartition(" ")
        if (style or "").startswith("List"):
            items.append([text, int(last) - 1 if last.isdigit() else 0])
        elif kind == "Heading" and last.isdigit():
            headings.append([text, int(last)])
    return {"form": "records", "texts": texts, "items": items, "headings": headings, "links": []}
