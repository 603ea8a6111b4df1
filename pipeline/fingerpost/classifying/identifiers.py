"""A text in, the addresses, numbers and dates in it that belong to one person out.

Each kind is found by its pattern; where it has a check digit, that must be right. Odd spacing and
punctuation are allowed for, since people type these by hand.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from fingerpost.rulebook import Names


def _always(_: re.Match[str]) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Identifier:
    """One kind: its pattern, and what must hold besides of what was found."""

    kind: str
    pattern: re.Pattern[str]
    holds: Callable[[re.Match[str]], bool] = _always


_GAP = r"[\s().\u2010-\u2015-]"
_MAILBOX = r"[\w.+'’-]{1,64}"
"""What stands before the @, no longer than RFC 5321 allows: else a very long word takes minutes."""

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_PART = r"[\s.,/\u2010-\u2015-]{1,3}"
_DATE = (
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}"
    rf"|{_DAY}{_PART}(?:of\s+)?(?:\d{{1,2}}|{_MONTH}){_PART}(?:\d{{4}}|\d{{2}})\b"
    rf"|{_MONTH}\s+{_DAY},?\s+\d{{4}})"
)
_DAY_OF_YEAR = rf"(?:{_DAY}\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+{_DAY})\b"
_AREAS = (
    "AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT"
    "|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD"
    "|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK"
    "|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|ZZ"
)
_ORDINALS = frozenset({"1ST", "2ND", "3RD"})
_SMALL_WORDS = frozenset({"am", "an", "as", "at", "be", "by", "he", "me", "my", "re", "we"})
_LETTERS = 2
_LOOK_BACK = 24
_BOOK = re.compile(r"\b(?:ISBN|ISSN|EAN)\W*(?:1[03]\W+)?$", re.IGNORECASE)
_HEALTH = re.compile(r"\b(?:NHS|CHI|health)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\d{1,2}[.\s-]\d{1,2}[.\s-](?:19|20)\d\d\b")
_PAIRS = re.compile(r"\d\d(?:\s\d\d)+")
_COUNTING = "0123456789"
_YEAR = re.compile(r"\d{4}")
_FIRST_YEAR = 1920


def _telephone(found: re.Match[str]) -> bool:
    """Whether it is no date, no row of numbers, and not the number of a book."""
    text = found[0]
    counts = re.sub(r"\D", "", text).startswith(_COUNTING)
    return not (counts or _DAY_FIRST.match(text) or _PAIRS.fullmatch(text) or _is_of_a_book(found))


def _postcode(found: re.Match[str]) -> bool:
    """Whether it is no place in an order ("S3 2nd")."""
    return found["inward"].upper() not in _ORDINALS


def _nhs_number(found: re.Match[str]) -> bool:
    """Modulus 11, which books have too; no number of this service begins with 0 or 1, books' do."""
    from stdnum.gb import nhs

    digits = re.sub(r"\D", "", found[0])
    named = _HEALTH.search(_before(found))
    spaced_as_usual = found["usual"] is not None
    likely = bool(named) or (spaced_as_usual and digits[0] not in "01")
    return likely and not _is_of_a_book(found) and nhs.is_valid(digits)


def _pupil_number(found: re.Match[str]) -> bool:
    """The check letter; not the library's list of authorities, which is older than some of them."""
    from stdnum.gb import upn

    plain = re.sub(r"[\s-]", "", found[0]).upper()
    return bool(upn.calc_check_digit(plain[1:]) == plain[0])


def _insurance_number(found: re.Match[str]) -> bool:
    """Whether it is no small word before a row of numbers ("at 10 20 30 a")."""
    return found[0][:_LETTERS] not in _SMALL_WORDS


def _recent(found: re.Match[str]) -> bool:
    """Whether somebody born then may be alive; history has birthdays too."""
    years = _YEAR.findall(found[0])
    return not years or int(years[-1]) >= _FIRST_YEAR


def _is_of_a_book(found: re.Match[str]) -> bool:
    return _BOOK.search(_before(found)) is not None


def _before(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - _LOOK_BACK) : found.start()]


_IDENTIFIERS = (
    _Identifier("e-mail address", re.compile(rf"{_MAILBOX}\s?@\s?[\w-]+(?:\.[\w-]+)+")),
    _Identifier(
        "e-mail address",
        re.compile(
            rf"{_MAILBOX}\s?[\[({{]\s?at\s?[\])}}]\s?[\w-]+(?:(?:\.|\s?[\[({{]\s?dot\s?[\])}}]\s?)[\w-]+)+"
            rf"|{_MAILBOX} at [\w-]+(?: dot [\w-]+)* dot (?:com|org|net|uk)\b",
            re.IGNORECASE,
        ),
    ),
    _Identifier(
        "telephone number",
        re.compile(
            rf"(?<!\w)(?<!\d[.-])(?:(?:\+|00)\s?44{_GAP}{{0,2}}(?:\(?0\)?{_GAP}?)?|\(?0{_GAP}?)"
            rf"[1-9](?:(?:{_GAP}{{0,3}}|/)\d){{8,9}}(?!\w)"
        ),
        _telephone,
    ),
    _Identifier(
        "telephone number",
        re.compile(
            r"\b(?:tel|telephone|phone|mobile|mob)\b\.?(?:\s(?:no|number)\b\.?)?[:\s]{0,3}"
            rf"\d(?:{_GAP}?\d){{5,7}}(?!{_GAP}?\d)",
            re.IGNORECASE,
        ),
    ),
    _Identifier(
        "postcode",
        re.compile(
            rf"\b(?:{_AREAS})\d[A-Z\d]?\s*(?P<inward>\d[ABD-HJLNP-UW-Z]{{2}})\b", re.IGNORECASE
        ),
        _postcode,
    ),
    _Identifier(
        "NHS number",
        re.compile(
            r"(?<!\d)(?<!\d[.-])(?:(?P<usual>\d{3}[\s.\u2010-\u2015-]{0,3}\d{3}[\s.\u2010-\u2015-]{0,3}\d{4})"
            r"|\d(?:[\s.-]{0,2}\d){9})(?!\d)"
        ),
        _nhs_number,
    ),
    _Identifier(
        "unique pupil number",
        re.compile(
            r"\b[A-HJ-NP-RT-Z][\s-]?(?:\d[\s-]?){11}[\dA-HJ-NP-RT-Z]\b",
            re.IGNORECASE,
        ),
        _pupil_number,
    ),
    _Identifier(
        "National Insurance number",
        re.compile(
            r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
            r"[\s.-]?(?:\d[\s.-]?){6}[A-D]\b",
            re.IGNORECASE,
        ),
        _insurance_number,
    ),
    _Identifier(
        "date of birth",
        re.compile(
            r"\b(?:d\s?[./]?\s?o\s?[./]?\s?b\b\.?|(?:date of birth|birth ?date|birthday)\b|born\b|b\.)"
            r"(?:\s+(?:is|was|of|on|in))?(?:\s+the\b)?(?:\s*\([^)]{0,20}\))?"
            rf"[\s:,\u2010-\u2015-]{{0,4}}(?:{_DATE}|{_MONTH}\s+\d{{4}})",
            re.IGNORECASE,
        ),
        _recent,
    ),
    _Identifier(
        "date of birth",
        re.compile(
            rf"\bbirthday\b(?:\s+(?:is|was|on))?(?:\s+the\b)?[\s:,\u2010-\u2015-]{{0,4}}{_DAY_OF_YEAR}",
            re.IGNORECASE,
        ),
    ),
    _Identifier(
        "street address",
        re.compile(
            r"\b\d{1,4}[a-z]?,?\s+(?:[A-Z][a-z'’]+\s+){1,3}(?:Road|Street|Avenue|Lane|Close|Drive"
            r"|Way|Crescent|Court|Place|Grove|Terrace|Gardens|Mount|View|Walk|Rd|St|Ave)\b"
        ),
    ),
)


def identifiers(text: str, known: Names) -> Iterator[tuple[str, str]]:
    """Yield what kind each is and its words, but for contacts that `known` vouches for."""
    for identifier in _IDENTIFIERS:
        for found in identifier.pattern.finditer(text):
            if identifier.holds(found) and not known.vouches_for(found[0]):
                yield identifier.kind, found[0]
