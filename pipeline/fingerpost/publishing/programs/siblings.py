"""A page of the site in, its words as plain text and as JSON out."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

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

_UNSEEN = frozenset({"noscript", "script", "style", "template"})
"""Elements of whose words people see nothing."""

_AS_UTF_8 = etree.HTMLParser(encoding="utf-8", remove_comments=True)


def siblings_of(path: str) -> tuple[str, ...]:
    """Return where the page is as plain text and as JSON."""
    return tuple(PurePosixPath(path).with_suffix(ending).as_posix() for ending in _ENDINGS)


def siblings(site: Site, path: str, page: bytes) -> Files:
    """Yield the page's words as people meet them, line by line; what only scripts show is left out."""
    lines = tuple(_lines(etree.fromstring(page, _AS_UTF_8)))
    text, facts = siblings_of(path)
    yield text, page_text(site, lines)
    yield facts, as_json({"page": path, "lines": lines, "release": release_told(site)})


def _lines(page: etree._Element) -> Iterator[str]:
    said: list[str] = []
    for words in _told(page):
        if words is not None:
            said.append(words)
        elif line := " ".join("".join(said).split()):
            yield line
            said.clear()


def _told(page: etree._Element) -> Iterator[str | None]:
    """Yield the words of a page in their order, and None wherever a line ends."""
    walk = etree.iterwalk(page.find(".//main"), events=("start", "end"))
    for event, one in walk:
        if one.tag in _BLOCKS:
            yield None
        if event == "end":
            yield one.tail or ""
        elif one.tag in _UNSEEN or "hidden" in one.attrib:
            walk.skip_subtree()
        else:
            yield one.text or ""
    yield None
