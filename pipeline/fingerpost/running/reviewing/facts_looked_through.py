"""New lines of the log in, sentences about facts in them that may identify a person out."""

from collections.abc import Iterable, Iterator

from fingerpost.classifying import personal_words
from fingerpost.decisions import Action, Decision
from fingerpost.reviewing.live.crossed import COLUMNS
from fingerpost.rulebook import Names

_MEANT = {"owner": "name", "publisher": "name"}
"""What may stand in a fact although it names a person: an owner has a name, and some publishers do."""

_WORDED = frozenset({"title", "trusted_because", *_MEANT})


def personal_facts(lines: Iterable[Decision], known: Names) -> tuple[str, ...]:
    """Name what was typed about resources, and who looks after what, that holds personal details.

    A title may rightly name whoever wrote a book, so that it is taken in all the same.
    """
    return tuple(dict.fromkeys(_told(lines, known)))


def _told(lines: Iterable[Decision], known: Names) -> Iterator[str]:
    for line in lines:
        if line.last_action_type is not Action.DESCRIBED or line.field_name not in _WORDED:
            continue
        meant = _MEANT.get(line.field_name)
        hits = personal_words(line.replacement_value, known)
        found = dict.fromkeys(f"“{hit.quote}”" for hit in hits if hit.rule != meant)
        if found:
            yield (
                f"{COLUMNS[line.field_name]} “{line.replacement_value}” was taken in, and may hold "
                f"personal details ({', '.join(found)}). Readers may see it: if it tells of a pupil, "
                "a family or how to reach somebody, type over it in the next workbook."
            )
