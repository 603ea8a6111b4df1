"""What a return says of resources and owners in, sentences on what of it may identify a person out."""

from collections.abc import Iterable, Iterator

from fingerpost.classifying import personal_words
from fingerpost.reviewing.live.crossed import COLUMNS, Placed
from fingerpost.rulebook import Names

_MEANT = {"owner": "name", "publisher": "name"}
"""What may stand in a fact although it names a person: an owner has a name, and some publishers do."""

_WORDED = frozenset({"title", "trusted_because", *_MEANT})


def personal_facts(facts: Iterable[Placed], known: Names) -> tuple[str, ...]:
    """Name what was typed about resources, and who looks after what, that holds personal details.

    A title may rightly name whoever wrote a book, so that it is taken in all the same.
    """
    return tuple(dict.fromkeys(_told(facts, known)))


def _told(facts: Iterable[Placed], known: Names) -> Iterator[str]:
    for place, line in facts:
        if line.field_name not in _WORDED:
            continue
        meant = _MEANT.get(line.field_name)
        hits = personal_words(line.replacement_value, known)
        found = dict.fromkeys(f"“{hit.quote}”" for hit in hits if hit.rule != meant)
        if found:
            yield (
                f"{place}, column {COLUMNS[line.field_name]}: “{line.replacement_value}” was taken in, and may hold "
                f"personal details ({', '.join(found)}). Readers may see it: if it tells of a pupil, "
                "a family or how to reach somebody, type over it in the next workbook."
            )
