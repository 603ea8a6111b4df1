"""xberg: its Markdown, and the headers and footers that only its document structure has."""

import asyncio
import json
from typing import Any

from xberg import ContentFilterConfig, ExtractInput, ExtractionConfig, extract

FILTER = ContentFilterConfig(
    include_headers=True,
    include_footers=True,
    include_footnotes=True,
    strip_repeating_text=False,
)
CONFIG = ExtractionConfig(
    use_cache=False,
    output_format="markdown",
    include_document_structure=True,
    content_filter=FILTER,
)


def convert(path: str) -> Any:
    return asyncio.run(extract(ExtractInput(uri=path), CONFIG))


def tell(result: Any) -> dict[str, Any]:
    document = result.results[0]
    nodes = document.document.nodes if document.document else ()
    margins = [
        json.loads(str(node.content)).get("text", "")
        for node in nodes
        if str(node.content_layer) in {"header", "footer"}
    ]
    return {"form": "markdown", "content": document.content, "more": margins}
