"""The lists of lay words in, what people type and what it leads to in the directory out."""

from collections.abc import Iterator

from fingerpost.rulebook.book import LayWords
from fingerpost.rulebook.faults import unknown
from fingerpost.rulebook.forms import LayWordsEntry, LayWordsForm
from fingerpost.rulebook.sheets import Sheet
from fingerpost.taxonomy import Taxonomy

File = tuple[Sheet, LayWordsForm]


def build_lay_words(
    files: tuple[File | None, File | None], taxonomy: Taxonomy, faults: list[str]
) -> tuple[LayWords, ...]:
    """Join the list all councils share and a council's own, which decides about what both hold.

    What is typed stands once in a file and leads to something; else it is a fault, added to the
    list.
    """
    found: dict[str, LayWords] = {}
    for sheet, form in filter(None, files):
        first: dict[str, str] = {}
        for place, entry in enumerate(form.lay_words):
            at = sheet.at(("lay_words", place))
            faults.extend(f"{at}: {fault}" for fault in _faults(entry, taxonomy))
            for typed in entry.typed:
                if first.setdefault(typed.casefold(), at) != at:
                    faults.append(
                        f"{at}: '{typed}' stands in another entry too ({first[typed.casefold()]}); "
                        "keep it in one of the two."
                    )
                found[typed.casefold()] = LayWords(
                    (typed,), entry.says, entry.under, danger=entry.danger, alone=entry.alone
                )
    return tuple(found.values())


def _faults(entry: LayWordsEntry, taxonomy: Taxonomy) -> Iterator[str]:
    leads = bool(entry.says or entry.under)
    if leads and entry.danger:
        yield (
            f"'{entry.typed[0]}' is a word of danger, which leads to no statement; take 'says' and "
            "'under' away, or 'danger'."
        )
    if entry.alone and not entry.danger:
        yield f"'alone' is only for words of danger; take it away from '{entry.typed[0]}'."
    if not (leads or entry.danger):
        yield (
            f"'{entry.typed[0]}' leads nowhere; fill in 'says' or 'under', or 'danger: true', or "
            "take it away."
        )
    known = tuple(each.id for each in taxonomy.concepts)
    yield from (
        unknown("concept", one, (*known, *taxonomy.switched_off))
        for one in entry.under
        if one not in taxonomy and one not in taxonomy.switched_off
    )
