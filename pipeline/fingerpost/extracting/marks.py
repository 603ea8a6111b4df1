"""A line of text in, its typed list mark told apart from its words out."""

import re

# Dots, squares, arrows, ticks, boxes, dashes and the private-use places of the symbol fonts.
_GLYPHS = "•‣⁃∙·●○◦▪▫■□▶►➢➤➔→⇒»§¤✓✔✅✗✘✕✖❌❎🚫☐☑☒❖◆◇★☆⭐🔹🔸🔷🔶👉📌❑❒➜➡➣⮚\uf000-\uf0ff"
_GLYPH_MARK = re.compile(rf"^\s*(?:[{_GLYPHS}]\ufe0f?\s*|[-–—*>o+]\s+)+(?=\S)")
_CROSS = re.compile(r"^\s*[✗✘✕✖❌❎🚫\uf0fb]")
_BOX_MARK = re.compile(r"^\s*\[(?: |x|X|✓)?\]\s*(?=\S)")
_TYPED_MARK = re.compile(r"^\s*(?:\(?\d{1,2}\)|\((?:[a-h]|[ivx]{1,4})\)|[a-h]\))\s+(?=\S)")
_NUMBER_MARK = re.compile(
    r"^\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z])[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?)\s+(?=\S)"
)


def has_mark(line: str) -> bool:
    """Say whether a line starts with a typed bullet (numbers and letters do not count)."""
    return _GLYPH_MARK.match(line) is not None


def is_crossed(line: str) -> bool:
    """Say whether a line begins with a cross, as what is not to be done does in a list of ticks and crosses."""
    return _CROSS.match(line) is not None


def is_numbered(line: str) -> bool:
    """Say whether an item of a list starts with a typed number or letter in brackets as well."""
    return _TYPED_MARK.match(line) is not None


def without_mark(line: str, *, typed: bool = False) -> str:
    """Strip typed bullets; where the whole mark is known to be typed, typed numbers and letters too."""
    bare = _BOX_MARK.sub("", _GLYPH_MARK.sub("", line))
    return _NUMBER_MARK.sub("", bare) if typed and bare == line else bare
