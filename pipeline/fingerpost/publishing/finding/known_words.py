"""Rules and a site's categories in, which words people type lead to which words and categories out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fingerpost.cues import Cue, Target
from fingerpost.publishing.finding.search_index import words_of
from fingerpost.rulebook import LayWords, Rulebook
from fingerpost.taxonomy import Facet

_KINDS = (Facet.AREA, Facet.NEED, Facet.UNIVERSAL)
"""Kinds of label that words of a statement speak for plainly enough to look in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWords:
    """What people type, words that statements may use for it, and ids of categories it belongs to.

    A `hint` counts only where little is found without it. What is `unfiled` leads to no category on
    purpose, not even by a hint; words of `danger` do neither, and some only where typed `alone`.
    """

    typed: tuple[str, ...]
    says: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    hint: bool = False
    unfiled: bool = False
    danger: bool = False
    alone: bool = False


def known_words(rules: Rulebook) -> tuple[KnownWords, ...]:
    """Return what the rules know: lay words, abbreviations, interventions, and the words of cues."""
    same = (*rules.glossary.words.items(), *(one.names for one in rules.interventions))
    return (
        *map(_lay, rules.lay_words),
        *(KnownWords(typed=names, says=names) for names in same),
        *(
            KnownWords(typed=one.phrases, under=(one.value,), hint=True)
            for one in rules.cues
            if _speaks_plainly(one, rules)
        ),
    )


def _lay(one: LayWords) -> KnownWords:
    return KnownWords(
        typed=one.typed,
        says=one.says,
        under=one.under,
        unfiled=not (one.under or one.danger),
        danger=one.danger,
        alone=one.alone,
    )


def _speaks_plainly(cue: Cue, rules: Rulebook) -> bool:
    is_known = cue.target is Target.CONCEPT and cue.value in rules.taxonomy
    return is_known and not cue.weak and rules.taxonomy[cue.value].facet in _KINDS


def as_plain(known: Sequence[KnownWords], places: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return the same as the search of the site reads it, categories by their places.

    What leads nowhere in this directory is left out.
    """
    return [one for each in known for one in _plain(each, places)]


def _plain(one: KnownWords, places: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    under = [places[concept_id] for concept_id in one.under if concept_id in places]
    record = {
        "typed": phrases(one.typed),
        "says": phrases(one.says),
        "under": list(dict.fromkeys(under)),
        "hint": int(one.hint),
        "unfiled": int(one.unfiled),
        "danger": int(one.danger),
        "alone": int(one.alone),
    }
    if record["typed"] and (under or record["says"] or one.danger):
        yield {name: value for name, value in record.items() if value}


def phrases(texts: Sequence[str]) -> list[str]:
    """Return each text as the words that are searched, parted by blanks, each once."""
    return [one for one in dict.fromkeys(" ".join(words_of(text)) for text in texts) if one]
