"""all2md: Markdown, with the comments it can give when asked."""

from typing import Any

import all2md
from all2md.options.docx import DocxOptions
from all2md.options.markdown import MarkdownRendererOptions

OPTIONS = DocxOptions(include_comments=True)
SHOWN = MarkdownRendererOptions(comment_mode="blockquote")


def convert(path: str) -> str:
    return str(all2md.to_markdown(path, parser_options=OPTIONS, renderer_options=SHOWN))


def tell(markdown: str) -> dict[str, Any]:
    return {"form": "markdown", "content": markdown}
