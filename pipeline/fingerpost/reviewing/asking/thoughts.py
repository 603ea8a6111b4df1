"""What the rules make of a heading in, the same in the words that people may choose out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from fingerpost.meanings import (
    ADVICE,
    NOT_A_HEADING,
    NOT_ADVICE,
    SIGNS_OF_NEED,
    Meaning,
    answered_meaning,
    with_answer,
)
from fingerpost.reviewing.columns import SPECIAL_MEANINGS
from fingerpost.reviewing.labels import labels_of, meaning_labels, tidy
from fingerpost.strategies import HeadKind, Role
from fingerpost.taxonomy import Taxonomy

TIERS = {
    "universal": "for all learners",
    "targeted": "for some learners",
    "specialist": "for a few learners",
}
"""Each level of support in words."""

NEED_OF_A_ROW = "A need; the advice beside it is read by its column."
NEEDS_OF_A_COLUMN = (
    "Signs of need, in this column only; advice beside it is read by its own column."
)

_ONLY_DIVIDES = "It only divides the text."
_ONLY_FOR = "It only says for whom: {}."
_UNSAID = "The heading itself does not say so; look at the examples."
_ALSO = "{}. It also says: {}."

ASKED = "Please answer: {} for this."
UNASKED = "Nothing waits for this. Answer only if advice is missing."
UNDERSTOOD = "Understood, no answer needed."

_MORE = rf"(?:\.? (?:It also says: .+\.|{re.escape(_UNSAID)}))?"
_COPIED = re.compile(
    rf"(?P<answer>.+?){_MORE} "
    rf"(?:(?P<asked>{ASKED.format('[0-9]+ statements? waits?')})|{UNASKED}|{UNDERSTOOD})"
)


@dataclass(frozen=True)
class Thoughts:
    """Says what headings mean in the words of the list that people choose from."""

    taxonomy: Taxonomy

    def answer(self, meaning: str) -> str:
        """Return an answer about a heading as it stands in the list; a retired category is empty."""
        if meaning in SPECIAL_MEANINGS:
            return SPECIAL_MEANINGS[meaning]
        return self._category(meaning) if meaning in self.taxonomy else ""

    def proposed(self, answer: str, by_rule: Meaning | None) -> str:
        """Say first the answer that would settle what waits, then what the heading says besides."""
        chosen = answered_meaning(answer, "", self.taxonomy)
        joined = with_answer(by_rule, chosen) if by_rule else chosen
        others = [one for one in joined.concepts if one not in chosen.concepts]
        said = self._with_more(self.answer(answer), others, joined)
        is_said = by_rule and (
            answer in by_rule.concepts or (answer == ADVICE and by_rule.role is Role.STRATEGY)
        )
        return said if is_said or said != self.answer(answer) else f"{said}. {_UNSAID}"

    def understood(self, meaning: Meaning, kinds: Sequence[HeadKind]) -> str:
        """Say what the rules make of a heading that nobody needs to answer."""
        if meaning.demoted:
            return SPECIAL_MEANINGS[NOT_A_HEADING]
        if meaning.role is Role.INDICATOR:
            return _signs(kinds)
        if meaning.role not in (None, Role.STRATEGY):
            return SPECIAL_MEANINGS[NOT_ADVICE]
        if meaning.concepts:
            return self._by_category(meaning)
        if meaning.role:
            return self._with_more(SPECIAL_MEANINGS[ADVICE], (), meaning)
        fields = ", ".join(_fields(meaning))
        return _ONLY_FOR.format(fields) if fields else _ONLY_DIVIDES

    def _by_category(self, meaning: Meaning) -> str:
        first, *others = meaning.concepts
        above = self.taxonomy.with_parents((first,))
        return self._with_more(
            self._category(first), [one for one in others if one not in above], meaning
        )

    def _with_more(self, first: str, concepts: Sequence[str], meaning: Meaning) -> str:
        names = dict.fromkeys(map(self._category, concepts))
        more = ", ".join((*names, *_fields(meaning)))
        return _ALSO.format(first, more) if more else first

    def _category(self, concept: str) -> str:
        return self._in_list.get(self.taxonomy.shown(concept).id) or self.taxonomy.label(concept)

    @cached_property
    def _in_list(self) -> dict[str, str]:
        return {one: name for name, one in meaning_labels(labels_of(self.taxonomy)).items()}


def agreed(typed: str) -> str | None:
    """Return the answer that somebody gave by copying “We think it means” as it stands.

    Copied where no answer is needed it adds none, and is empty. Other words are no copy: None.
    """
    copied = _COPIED.fullmatch(tidy(typed))
    if copied is None:
        return None
    return copied["answer"] if copied["asked"] else ""


def _signs(kinds: Sequence[HeadKind]) -> str:
    only = set(kinds)
    if only == {HeadKind.ROW}:
        return NEED_OF_A_ROW
    return NEEDS_OF_A_COLUMN if only == {HeadKind.COLUMN} else SPECIAL_MEANINGS[SIGNS_OF_NEED]


def _fields(meaning: Meaning) -> Iterator[str]:
    if meaning.tier:
        yield TIERS.get(meaning.tier, meaning.tier)
    for phase in meaning.phases:
        yield phase.replace("ks", "Key Stage ").replace("early-years", "early years")
