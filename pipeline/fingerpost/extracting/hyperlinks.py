"""The spans of a paragraph in, its web and e-mail addresses out, unsafe ones told apart."""

import re
from itertools import groupby
from urllib.parse import quote

from fingerpost.documents import Fate, Paragraph, Span
from fingerpost.extracting.wording import has_words, one_line, publishable
from fingerpost.strategies import Link

_SAFE = re.compile(r"(?i)^(?:https?://[^\s/]+|mailto:[^\s@]+@[^\s@]+)")
_LOGIN = re.compile(r"(?i)^(https?://)[^/?#]*@")
_BREAKS = re.compile(r"[\t\r\n\x00-\x1f]+")
_HARMLESS = re.compile(r"(?i)^(?:tel:|#|$)")
_ADDRESS_ONLY = re.compile(r"(?i)^(?:https?://|www\.)\S+$")
_NOISE = re.compile(
    r"(?i)\(?opens? in (?:a )?new (?:window|tab)\)?|\(?opens new window\)?|\((?:pdf|word|docx?|external link)[^)]{0,60}\)"
)


def links_of(paragraph: Paragraph) -> tuple[Link, ...]:
    """Return the http, https and mailto links of the visible text, each once."""
    runs = ((href, "".join(span.text for span in spans)) for href, spans in _linked(paragraph))
    links = (
        Link(_address(href), publishable(label))
        for href, label in runs
        if _SAFE.match(_address(href))
    )
    return tuple(dict.fromkeys(links))


def has_unsafe_link(paragraph: Paragraph) -> bool:
    """Say whether a link leads anywhere that must not be published (a script, a file, a share)."""
    hrefs = [href for href, _ in _linked(paragraph)]
    return any(_is_unsafe(_address(href)) or _LOGIN.match(_bare(href)) for href in hrefs)


def _is_unsafe(href: str) -> bool:
    return not _SAFE.match(href) and not _HARMLESS.match(href)


def _bare(href: str) -> str:
    """An address without the line ends that a file may break it with.

    Spaces in it are written out, and signs that nobody sees, or that turn the reading direction.
    """
    bare = _BREAKS.sub("", href).strip().replace(" ", "%20")
    return "".join(sign if sign.isprintable() else quote(sign) for sign in bare)


def _address(href: str) -> str:
    """An address as it may be published: without anybody's name and password for it."""
    return _LOGIN.sub(r"\1", _bare(href))


def is_only_links(paragraph: Paragraph, words: str) -> bool:
    """Say whether a paragraph holds links and no words beside them; `words` is its text without mark."""
    if _ADDRESS_ONLY.match(one_line(words)):
        return True
    visible = [span for span in paragraph.spans if span.fate is Fate.VISIBLE]
    if not any(span.href and has_words(span.text) for span in visible):
        return False
    beside = "".join(span.text for span in visible if not span.href)
    return not has_words(_NOISE.sub("", _without_mark(beside, paragraph.text, words)))


def is_linked(paragraph: Paragraph, words: str) -> bool:
    """Say whether some words of a paragraph are all linked, apart from notices of how a link opens."""
    rest = publishable(words)
    labels = [publishable("".join(span.text for span in spans)) for _, spans in _linked(paragraph)]
    for label in filter(has_words, labels):
        rest = rest.replace(label, " ", 1)
    return any(map(has_words, labels)) and not has_words(_NOISE.sub("", rest))


def without_notices(words: str) -> str:
    """Take away what a link says of how it opens."""
    return one_line(_NOISE.sub("", words))


def _without_mark(beside: str, text: str, words: str) -> str:
    # A typed mark ("o", "1.") holds a letter or digit; it starts the paragraph but not its words.
    mark = text.strip().partition(" ")[0].partition("\t")[0]
    return beside.replace(mark, "", 1) if mark and not words.startswith(mark) else beside


def _linked(paragraph: Paragraph) -> list[tuple[str, list[Span]]]:
    visible = (span for span in paragraph.spans if span.fate is Fate.VISIBLE)
    return [(href, list(spans)) for href, spans in groupby(visible, lambda span: span.href) if href]
