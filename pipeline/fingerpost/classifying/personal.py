"""A strategy in, the words in it that may identify a person out: by pattern, check digit and name.

It finds what should be looked at; it never proves that a text is free of personal data.
"""

import re
from collections.abc import Callable, Iterator

from fingerpost.classifying.names import names_in_title, unexplained_names
from fingerpost.rulebook import Names
from fingerpost.strategies import Strategy
from fingerpost.suggestions import Evidence

_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def _nhs_number(found: str) -> bool:
    """Modulus 11 over the first nine digits, as the NHS Data Dictionary has it."""
    digits = [int(character) for character in found if character.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == digits[9]


def _upn(found: str) -> bool:
    """The check letter of a unique pupil number, over its other twelve characters."""
    plain = re.sub(r"\s", "", found).upper()
    values = (int(c) if c.isdigit() else _UPN_LETTERS.find(c) for c in plain[1:])
    total = sum(value * weight for value, weight in zip(values, range(2, 14), strict=True))
    return _UPN_LETTERS[total % len(_UPN_LETTERS)] == plain[0]


def _always(_: str) -> bool:
    return True


_KIN = (
    r"(?i:brother|sister|mum|mam|mummy|dad|daddy|mother|father|nan|nana|gran|grandma|grandad"
    r"|grandmother|grandfather|uncle|aunt|aunty|auntie|cousin|stepdad|stepmum|foster carer)"
)
_DATE = r"\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|[A-Za-z]{3,9})[\s./-]+(?:\d{4}|\d{2})"
_NO_INITIALS = (
    "TA|EP|OT|IT|PE|RE|HI|VI|PD|AP|AI|CI|CL|SP|QR|UV|TV|PC|CD|ID|EY|HT|LP|EA|HR|MS|KS|YR|FS|UK|OK"
)
_STRUCTURED: tuple[tuple[str, re.Pattern[str], Callable[[str], bool]], ...] = (
    ("e-mail address", re.compile(r"[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+"), _always),
    (
        "telephone number",
        re.compile(r"(?<![\w.])(?:\+44\s?(?:\(0\)\s?)?|\(?0)[1-9](?:[\s().-]*\d){8,9}(?![\w])"),
        _always,
    ),
    (
        "postcode",
        re.compile(
            r"\b(?:[A-Z]{1,2}\d[A-Z\d]?\s+\d[ABD-HJLNP-UW-Z]{2}"
            r"|[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2})\b"
        ),
        _always,
    ),
    ("NHS number", re.compile(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)"), _nhs_number),
    (
        "unique pupil number",
        re.compile(r"\b[A-HJ-NP-RT-Z]\s?(?:\d\s?){11}[\dA-HJ-NP-RT-Z]\b", re.IGNORECASE),
        _upn,
    ),
    (
        "National Insurance number",
        re.compile(
            r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
            r"\s?(?:\d{2}\s?){3}[A-D]\b",
            re.IGNORECASE,
        ),
        _always,
    ),
    (
        "date of birth",
        re.compile(
            rf"\b(?:D\.?O\.?B\.?|date of birth|born(?: on)?)\W{{0,3}}{_DATE}", re.IGNORECASE
        ),
        _always,
    ),
    (
        "street address",
        re.compile(
            r"\b\d{1,4}[a-z]?,?\s+(?:[A-Z][a-z'’]+\s+){1,3}(?:Road|Street|Avenue|Lane|Close|Drive"
            r"|Way|Crescent|Court|Place|Grove|Terrace|Gardens|Mount|View|Walk|Rd|St|Ave)\b"
        ),
        _always,
    ),
    (
        "one child",
        re.compile(
            r"^(?:He|She) (?:will|is|was|has|needs|should|can|likes|finds|gets|uses|works|sits|responds)\b"
            r"|\b(?:Give|Let|Help|Support|Allow|Encourage|Remind|Seat|Praise|Show|Teach|Tell)"
            rf" (?!(?:{_NO_INITIALS})\b)[A-Z]{{1,2}}\b(?! ?[-'’.\d]|\s[A-Z])"
        ),
        _always,
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
        _always,
    ),
)


def personal_data(strategy: Strategy, known: Names) -> tuple[Evidence, ...]:
    """Return what may identify a person; `known` tells names from other words."""
    text = _words(strategy)
    addresses = " ".join(link.href for link in strategy.links if link.href.startswith("mailto:"))
    quotes = (
        *_structured(text),
        *_structured(addresses),
        *(("name", name) for name in unexplained_names(text, known)),
        *_around(strategy, known),
    )
    return tuple(Evidence("personal-data", quote, rule) for rule, quote in quotes)


def _words(strategy: Strategy) -> str:
    """The lead-in and the text; a label without a stop ("Classroom") is no part of the sentence after it."""
    lead_in, text = strategy.lead_in, strategy.text
    apart = lead_in[-1:].isalnum() and text[:1].isupper()
    return f"{lead_in}{'.' if apart else ''} {text}".strip()


def _around(strategy: Strategy, known: Names) -> Iterator[tuple[str, str]]:
    """Look through headings, and title, file and folder: a plan named after a pupil is about them."""
    for words in (*(head.text for head in strategy.heads), *strategy.context):
        yield from _structured(words)
        for name in names_in_title(words, known):
            yield "name", name


def _structured(text: str) -> Iterator[tuple[str, str]]:
    for name, pattern, holds in _STRUCTURED:
        for match in pattern.finditer(text):
            if holds(match[0]):
                yield name, match[0]
