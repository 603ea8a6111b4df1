"""all2md: Markdown, with the comments it can give when asked."""

from typing import Any

import all2md
from all2md.options.docx import DocxOptions

OPTIONS = DocxOptions(include_comments=True)


def convert(path: str) -> str:
    return str(all2md.to_markdown(path, parser_options=OPTIONS))


def tell(markdown: str) -> dict[str, Any]:
    return {"form": "markdown", "content": markdown}
