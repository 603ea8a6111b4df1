"""A strategy in, the words in it that may identify a person out: by pattern, check digit and name.

It finds what should be looked at; it never proves that a text is free of personal data.
"""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

from fingerpost.classifying.identifiers import identifiers
from fingerpost.classifying.names import names_in_title, unexplained_names
from fingerpost.rulebook import Names
from fingerpost.strategies import Link, Strategy
from fingerpost.suggestions import Evidence

_IN_ADDRESSES = frozenset({"e-mail address", "unique pupil number"})
"""Kinds to look for in links; rows of digits are common there and mean nothing."""
_KIN = (
    r"(?i:brother|sister|mum|mam|mummy|dad|daddy|mother|father|nan|nana|gran|grandma|grandad"
    r"|grandmother|grandfather|uncle|aunt|aunty|auntie|cousin|stepdad|stepmum|foster carer)"
)
_NO_INITIALS = (
    "TA|EP|OT|IT|PE|RE|HI|VI|PD|AP|AI|CI|CL|SP|QR|UV|TV|PC|CD|ID|EY|HT|LP|EA|HR|MS|KS|YR|FS|UK|OK"
)
_TOLD: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "one child",
        re.compile(
            r"^(?:He|She) (?:will|is|was|has|needs|should|can|likes|finds|gets|uses|works|sits|responds)\b"
            r"|\b(?:Give|Let|Help|Support|Allow|Encourage|Remind|Seat|Praise|Show|Teach|Tell)"
            rf" (?!(?:{_NO_INITIALS})\b)[A-Z]{{1,2}}\b(?! ?[-'’.\d]|\s[A-Z])"
        ),
    ),
    (
        "family fact",
        re.compile(
            rf"\b(?:my|his|her|their) {_KIN}s? (?:[A-Z][a-z]+|(?i:hits?|hurts?|shouts?|drinks?|left"
            r"|died|is|was|has|lives?|takes?|went|works?)\b)"
            r"|\b[Mm]y [a-z]+ (?:hits?|hurts?) me\b"
            r"|\bI (?:was|am|have been) (?:adopted|fostered|in care|taken|born)\b|\bI live\b"
            rf"|\b(?:[Ll]ives|[Ll]iving) with (?:my|his|her|their) {_KIN}\b"
            r"|\b(?:[Mm]um|[Dd]ad|[Mm]other|[Ff]ather) is in prison\b"
        ),
    ),
)


def personal_data(strategy: Strategy, known: Names) -> tuple[Evidence, ...]:
    """Return what may identify a person; `known` tells names from other words."""
    quotes = (
        *_in_text(_words(strategy), known),
        *_in_links(strategy.links, known),
        *_around(strategy, known),
    )
    return _evidence(quotes)


def personal_words(text: str, known: Names) -> tuple[Evidence, ...]:
    """Return what may identify a person in words of their own, such as those a reviewer typed."""
    return _evidence(_in_text(text, known))


def personal_address(address: str, known: Names) -> tuple[Evidence, ...]:
    """Return what may identify a person in a link's address, or in the name of the file behind it."""
    scheme, _, rest = address.partition(":")
    number = identifiers(unquote(rest), known) if scheme.strip().casefold() == "tel" else ()
    return _evidence((*_in_links((Link(address, ""),), known), *number))


def _evidence(quotes: Iterable[tuple[str, str]]) -> tuple[Evidence, ...]:
    return tuple(Evidence("personal-data", quote, rule) for rule, quote in dict.fromkeys(quotes))


def _words(strategy: Strategy) -> str:
    """The lead-in and the text; a label without a stop ("Classroom") is no part of the sentence after it."""
    lead_in, text = strategy.lead_in, strategy.text
    apart = lead_in[-1:].isalnum() and text[:1].isupper()
    return f"{lead_in}{'.' if apart else ''} {text}".strip()


def _in_text(text: str, known: Names) -> Iterator[tuple[str, str]]:
    yield from identifiers(text, known)
    for kind, pattern in _TOLD:
        yield from ((kind, match[0]) for match in pattern.finditer(text))
    yield from (("name", name) for name in unexplained_names(text, known))


def _in_links(links: Iterable[Link], known: Names) -> Iterator[tuple[str, str]]:
    """Look into addresses: an e-mail address anywhere, and a person's name in the name of a file."""
    for link in links:
        address = unquote(link.href)
        yield from (hit for hit in identifiers(address, known) if hit[0] in _IN_ADDRESSES)
        file_name = address.partition("?")[0].rpartition("/")[2]
        named = names_in_title(re.sub(r"[._+-]+", " ", file_name), known)
        yield from (("name", name) for name in named)


def _around(strategy: Strategy, known: Names) -> Iterator[tuple[str, str]]:
    """Look through headings, and title, file and folder: a plan named after a pupil is about them."""
    for words in (*(head.text for head in strategy.heads), *strategy.context):
        yield from identifiers(words, known)
        yield from (("name", name) for name in names_in_title(words, known))
