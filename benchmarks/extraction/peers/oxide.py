"""office-oxide: its HTML, which nests lists, also in cells, where its Markdown flattens some."""

from typing import Any

from office_oxide import Document


def convert(path: str) -> str:
    with Document.open(path) as document:
        return str(document.to_html())


def tell(html: str) -> dict[str, Any]:
    return {"form": "html", "content": html}
