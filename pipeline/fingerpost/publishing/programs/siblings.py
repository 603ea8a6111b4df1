"""A page of the site in, its words as plain text and as JSON out."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath
from typing import Any

from lxml.html import HtmlElement, document_fromstring

from fingerpost.publishing.frame import Files
from fingerpost.publishing.programs.plain import as_json, page_text, release_told
from fingerpost.publishing.site import Site

_ENDINGS = (".txt", ".json")
_BLOCKS = frozenset(
    {
        *("caption", "dd", "div", "dt", "fieldset", "figcaption", "form", "h1", "h2", "h3", "h4"),
        *("label", "legend", "li", "main", "p", "pre", "section", "summary", "td", "th"),
    }
)
"""Elements whose words stand in a line of their own."""

_SEEN = (
    "//main//text()[not(ancestor::*[@hidden or self::noscript or self::script or self::style"
    " or self::template])]"
)


def siblings_of(path: str) -> tuple[str, ...]:
    """Return where the page is as plain text and as JSON."""
    return tuple(PurePosixPath(path).with_suffix(ending).as_posix() for ending in _ENDINGS)


def siblings(site: Site, path: str, page: bytes) -> Files:
    """Yield the page's words as people meet them, line by line; what only scripts show is left out."""
    lines = tuple(_lines(document_fromstring(page)))
    text, facts = siblings_of(path)
    yield text, page_text(site, lines)
    yield facts, as_json({"page": path, "lines": lines, "release": release_told(site)})


def _lines(page: HtmlElement) -> Iterator[str]:
    for _, together in groupby(page.xpath(_SEEN), key=_block):
        if line := " ".join("".join(together).split()):
            yield line


def _block(words: Any) -> HtmlElement:
    """Return the element in whose line the words stand; lxml hangs words on the element before them."""
    around = words.getparent()
    around = around.getparent() if words.is_tail else around
    return next(one for one in (around, *around.iterancestors()) if one.tag in _BLOCKS)
