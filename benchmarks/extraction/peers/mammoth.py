"""Mammoth: HTML, pictures left out, comments asked for."""

from pathlib import Path
from typing import Any

import mammoth

STYLES = "comment-reference => sup"
NO_PICTURES = mammoth.images.img_element(lambda _picture: {})


def convert(path: str) -> str:
    with Path(path).open("rb") as file:
        options = {"style_map": STYLES, "convert_image": NO_PICTURES}
        return str(mammoth.convert_to_html(file, **options).value)


def tell(html: str) -> dict[str, Any]:
    return {"form": "html", "content": html}
