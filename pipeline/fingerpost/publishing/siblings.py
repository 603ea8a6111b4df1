"""A page of the site in, its words as plain text and as JSON out."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from fingerpost.publishing.frame import Files
from fingerpost.publishing.plain import as_json, page_text, release_told
from fingerpost.publishing.site import Site

_ENDINGS = (".txt", ".json")
_BLOCKS = frozenset(
    {
        *("caption", "dd", "div", "dt", "fieldset", "figcaption", "form", "h1", "h2", "h3", "h4"),
        *("label", "legend", "li", "main", "p", "pre", "section", "summary", "td", "th"),
    }
)
"""Elements whose words stand in a line of their own."""

_UNSEEN = frozenset(("noscript", "script", "style", "template"))


def siblings_of(path: str) -> tuple[str, ...]:
    """Return where the page is as plain text and as JSON."""
    return tuple(PurePosixPath(path).with_suffix(ending).as_posix() for ending in _ENDINGS)


def siblings(site: Site, path: str, page: bytes) -> Files:
    """Yield the page's words as people meet them: title and lines; what only scripts show is left out."""
    main = BeautifulSoup(page, "lxml").main
    lines = tuple(_lines(main)) if main else ()
    text, facts = siblings_of(path)
    yield text, page_text(site, lines)
    yield facts, as_json({"page": path, "lines": lines, "release": release_told(site)})


def _lines(main: Tag) -> Iterator[str]:
    seen = (words for words in main.find_all(string=True) if _is_seen(words, main))
    for _, together in groupby(seen, key=lambda words: id(_block(words))):
        if line := " ".join("".join(together).split()):
            yield line


def _is_seen(words: NavigableString, main: Tag) -> bool:
    around = [one for one in words.parents if main in (one, *one.parents)]
    hidden = any(one.name in _UNSEEN or one.has_attr("hidden") for one in around)
    return not hidden and not isinstance(words, Comment)


def _block(words: NavigableString) -> Tag | None:
    return next((one for one in words.parents if one.name in _BLOCKS), None)
