"""docx2txt: text and nothing else."""

from typing import Any

import docx2txt


def convert(path: str) -> str:
    return str(docx2txt.process(path))


def tell(text: str) -> dict[str, Any]:
    return {"form": "records", "texts": text.splitlines()}
