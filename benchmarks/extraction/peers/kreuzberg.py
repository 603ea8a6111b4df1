"""kreuzberg: its Markdown, and the headers and footers that only its document structure has."""

from typing import Any

from kreuzberg import ContentFilterConfig, ExtractionConfig, extract_file_sync

FILTER = ContentFilterConfig(include_headers=True, include_footers=True, strip_repeating_text=False)
CONFIG = ExtractionConfig(
    use_cache=False,
    output_format="markdown",
    include_document_structure=True,
    content_filter=FILTER,
)


def convert(path: str) -> Any:
    return extract_file_sync(path, config=CONFIG)


def tell(result: Any) -> dict[str, Any]:
    nodes = (result.document or {}).get("nodes", ())
    margins = [
        node["content"].get("text", "")
        for node in nodes
        if node.get("content_layer") in {"header", "footer"}
    ]
    return {"form": "markdown", "content": result.content, "more": margins}
