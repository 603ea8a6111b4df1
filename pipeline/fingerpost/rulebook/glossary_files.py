"""The lists of abbreviations in, what each is short for and which everybody knows out."""

from collections.abc import Iterator

from fingerpost.rulebook.book import Glossary
from fingerpost.rulebook.forms import GlossaryForm
from fingerpost.rulebook.sheets import Sheet

File = tuple[Sheet, GlossaryForm]


def build_glossary(shared: File | None, own: File | None, faults: list[str]) -> Glossary:
    """Join the list all councils share and a council's own, whose entries come first.

    An abbreviation that one file both explains and calls known is a fault, added to the list.
    """
    found: dict[str, tuple[str, str]] = {}
    for sheet, form in filter(None, (shared, own)):
        faults.extend(_faults(sheet, form))
        told = (*form.abbreviations.items(), *((short, "") for short in form.known))
        found |= {short.casefold(): (short, words) for short, words in told}
    entries = sorted(found.values())
    return Glossary(
        words={short: words for short, words in entries if words},
        known=tuple(short for short, words in entries if not words),
    )


def _faults(sheet: Sheet, form: GlossaryForm) -> Iterator[str]:
    known = {short.casefold() for short in form.known}
    for short in form.abbreviations:
        if short.casefold() in known:
            at = sheet.at(("abbreviations", short))
            yield f"{at}: '{short}' stands under 'known' as well; keep it in one of the two."
