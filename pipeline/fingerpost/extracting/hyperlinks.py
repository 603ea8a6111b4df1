"""The spans of a paragraph in, its web and e-mail addresses out, unsafe ones told apart."""

import re
from itertools import groupby

from fingerpost.documents import Fate, Paragraph, Span
from fingerpost.extracting.wording import has_words, one_line, publishable
from fingerpost.strategies import Link

_SAFE = re.compile(r"(?i)^(?:https?://[^\s/]+|mailto:[^\s@]+@[^\s@]+)")
_HARMLESS = re.compile(r"(?i)^(?:tel:|#|$)")
_ADDRESS_ONLY = re.compile(r"(?i)^(?:https?://|www\.)\S+$")
_NOISE = re.compile(
    r"(?i)\(?opens? in (?:a )?new (?:window|tab)\)?|\(?opens new window\)?|\((?:pdf|word|docx?|external link)[^)]{0,60}\)"
)


def links_of(paragraph: Paragraph) -> tuple[Link, ...]:
    """Return the http, https and mailto links of the visible text, each once."""
    runs = ((href, "".join(span.text for span in spans)) for href, spans in _linked(paragraph))
    links = (
        Link(href.strip(), publishable(label)) for href, label in runs if _SAFE.match(href.strip())
    )
    return tuple(dict.fromkeys(links))


def has_unsafe_link(paragraph: Paragraph) -> bool:
    """Say whether a link leads anywhere that must not be published (a script, a file, a share)."""
    hrefs = (href.strip() for href, _ in _linked(paragraph))
    return any(not _SAFE.match(href) and not _HARMLESS.match(href) for href in hrefs)


def is_only_links(paragraph: Paragraph, words: str) -> bool:
    """Say whether a paragraph holds links and no words beside them; `words` is its text without mark."""
    if _ADDRESS_ONLY.match(one_line(words)):
        return True
    visible = [span for span in paragraph.spans if span.fate is Fate.VISIBLE]
    if not any(span.href and has_words(span.text) for span in visible):
        return False
    beside = "".join(span.text for span in visible if not span.href)
    return not has_words(_NOISE.sub("", _without_mark(beside, paragraph.text, words)))


def _without_mark(beside: str, text: str, words: str) -> str:
    # A typed mark ("o", "1.") holds a letter or digit; it starts the paragraph but not its words.
    mark = text.strip().partition(" ")[0].partition("\t")[0]
    return beside.replace(mark, "", 1) if mark and not words.startswith(mark) else beside


def _linked(paragraph: Paragraph) -> list[tuple[str, list[Span]]]:
    visible = (span for span in paragraph.spans if span.fate is Fate.VISIBLE)
    return [(href, list(spans)) for href, spans in groupby(visible, lambda span: span.href) if href]
