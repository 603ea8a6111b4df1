"""MarkItDown as it comes, with its extra for Word: Markdown."""

from typing import Any

from markitdown import MarkItDown

CONVERTER = MarkItDown()


def convert(path: str) -> str:
    return str(CONVERTER.convert(path).markdown)


def tell(markdown: str) -> dict[str, Any]:
    return {"form": "markdown", "content": markdown}
