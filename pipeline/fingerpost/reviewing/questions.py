"""Headings of all documents and statements that wait in, one question a heading out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.directory import Item
from fingerpost.meanings import Meaning, heading_key
from fingerpost.outcome import Outcome
from fingerpost.reviewing.columns import SPECIAL_MEANINGS
from fingerpost.reviewing.doubts import waits_for_heading
from fingerpost.reviewing.labels import shown_labels
from fingerpost.reviewing.refs import heading_ref
from fingerpost.reviewing.review import HeadingQuestion, Standing
from fingerpost.strategies import Head, HeadKind, Role
from fingerpost.taxonomy import Taxonomy

_PLACES = {
    HeadKind.HEADING: "heading",
    HeadKind.ROW: "first cell of a row",
    HeadKind.COLUMN: "head of a column",
    HeadKind.RUN_IN: "label before a list",
}
_EXAMPLES = 2
_ORDER = tuple(Standing)


@dataclass(frozen=True, slots=True)
class Use:
    """One occurrence of a heading in a document."""

    head: Head
    source: str


@dataclass(frozen=True, slots=True)
class Questions:
    """All headings by key with their uses, the statements below each, and who waits for which."""

    outcome: Outcome
    uses: Mapping[str, Sequence[Use]]
    below: Mapping[str, Sequence[Item]]
    asked: Mapping[str, Head]
    waiting: Mapping[str, int]

    @classmethod
    def of(cls, outcome: Outcome, waiting: Sequence[Item]) -> "Questions":
        """Gather the headings of an outcome; `waiting` are its items that need a person."""
        asked = {item.id: head for item in waiting if (head := _asks(item, outcome))}
        counts = Counter(heading_key(head.text) for head in asked.values())
        return cls(outcome, _uses(outcome), _below(outcome), asked, counts)

    def heading_to_answer(self, item: Item) -> Head | None:
        """Return the heading whose answer is all that an item waits for, if there is one."""
        return self.asked.get(item.id)

    def in_order(self) -> tuple[HeadingQuestion, ...]:
        """Return one question a heading: open ones first, those that settle most before others."""
        questions = [self._question(key, uses) for key, uses in self.uses.items()]
        return tuple(
            sorted(questions, key=lambda q: (_ORDER.index(q.standing), -q.waiting, -q.times))
        )

    def _question(self, key: str, uses: Sequence[Use]) -> HeadingQuestion:
        head = uses[0].head
        taxonomy = self.outcome.rulebook.taxonomy
        answer = self.outcome.standing.answers.get(key)
        meaning = self.outcome.meanings.of(head.text, head.kind)
        return HeadingQuestion(
            ref=heading_ref(key),
            key=key,
            text=_commonest(uses),
            place=_place(uses),
            times=len(uses),
            waiting=self.waiting.get(key, 0),
            examples=_examples(self.below.get(key, ())),
            found_in=tuple(dict.fromkeys(use.source for use in uses)),
            thought=thought(meaning, taxonomy) if meaning else "",
            answer=answer_words(answer.meaning, taxonomy) if answer else "",
            answered_by=answer.reviewer if answer else "",
            standing=self._standing(key, meaning),
        )

    def _standing(self, key: str, meaning: Meaning | None) -> Standing:
        if key in self.outcome.standing.answers:
            return Standing.ANSWERED
        if self.waiting.get(key):
            return Standing.OPEN
        return Standing.UNDERSTOOD if meaning and meaning.whole else Standing.QUIET


def answer_words(meaning: str, taxonomy: Taxonomy) -> str:
    """Return an answer about a heading as people gave it."""
    if meaning in SPECIAL_MEANINGS:
        return SPECIAL_MEANINGS[meaning]
    return taxonomy.label(meaning) if meaning in taxonomy else ""


def thought(meaning: Meaning, taxonomy: Taxonomy) -> str:
    """Say in the council's words what the rules make of a heading."""
    if meaning.demoted:
        return SPECIAL_MEANINGS["not-a-heading"]
    if meaning.role is Role.INDICATOR:
        return SPECIAL_MEANINGS["signs-of-need"]
    if meaning.role not in (None, Role.STRATEGY):
        return SPECIAL_MEANINGS["not-advice"]
    words = [*shown_labels(meaning.concepts, taxonomy), meaning.tier, *meaning.phases]
    return ", ".join(filter(None, words)) or "Advice"


def _asks(item: Item, outcome: Outcome) -> Head | None:
    """Choose the one heading to ask about: the innermost that is not understood, else that is."""
    if not waits_for_heading(item):
        return None
    heads = [head for head in reversed(item.classified.strategy.heads) if _open(head, outcome)]
    unknown = [head for head in heads if head.inferred or not _understood(head, outcome)]
    proper = [head for head in unknown if head.kind is not HeadKind.RUN_IN]
    return next(iter(proper or unknown or heads), None)


def _open(head: Head, outcome: Outcome) -> bool:
    key = heading_key(head.text)
    return bool(key) and key not in outcome.standing.answers


def _understood(head: Head, outcome: Outcome) -> bool:
    meaning = outcome.meanings.of(head.text, head.kind)
    return meaning is not None and meaning.whole


def _uses(outcome: Outcome) -> dict[str, list[Use]]:
    uses: dict[str, list[Use]] = {}
    for use in _all_uses(outcome):
        key = heading_key(use.head.text)
        if key and use.head.kind is not HeadKind.TITLE:
            uses.setdefault(key, []).append(use)
    return uses


def _all_uses(outcome: Outcome) -> Iterator[Use]:
    for extraction in outcome.extractions:
        yield from (Use(head, extraction.source) for head in extraction.heads)


def _below(outcome: Outcome) -> dict[str, list[Item]]:
    below: dict[str, list[Item]] = {}
    for item in outcome.items:
        for key in {heading_key(head.text): None for head in item.classified.strategy.heads}:
            below.setdefault(key, []).append(item)
    return below


def _commonest(uses: Sequence[Use]) -> str:
    return Counter(use.head.text for use in uses).most_common(1)[0][0]


def _place(uses: Sequence[Use]) -> str:
    kinds = dict.fromkeys(_PLACES[use.head.kind] for use in uses)
    inferred = any(use.head.inferred for use in uses)
    return ", ".join(kinds) + (" (only looks like one in Word)" if inferred else "")


def _examples(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.text for item in items))[:_EXAMPLES]
