"""Parsed parts in; the letters and digits of their text-bearing nodes out, in one flat pass.

Nothing here knows how the document model is built: what the model lost shows as a difference.
"""

from collections.abc import Iterable
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.documents import count_letters
from fingerpost.reading.glyphs import is_symbol_font
from fingerpost.reading.namespaces import M, W

_TEXT: Final = (f"{W}t", f"{W}delText", f"{M}t")
_SYMBOL: Final = f"{W}sym"


def tally(roots: Iterable[Element]) -> int:
    """Letters and digits below the roots; the roots do not contain each other."""
    nodes = (node for root in roots for node in root.iter(*_TEXT, _SYMBOL))
    pieces = (_symbol(node) if node.tag == _SYMBOL else node.text for node in nodes)
    return count_letters("".join(filter(None, pieces)))


def _symbol(node: Element) -> str:
    """The character, unless its font draws a picture for it; what stands inside it is never shown."""
    if is_symbol_font(node.get(f"{W}font", "")):
        return ""
    try:
        return chr(int(node.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return ""
