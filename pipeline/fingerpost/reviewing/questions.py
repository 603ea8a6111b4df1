"""Headings of all documents and statements that wait in, one question a heading out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.directory import Item
from fingerpost.meanings import ADVICE, Meaning, heading_key
from fingerpost.outcome import Outcome
from fingerpost.reviewing.columns import SPECIAL_MEANINGS
from fingerpost.reviewing.fewest import fewest_questions
from fingerpost.reviewing.labels import shown_labels
from fingerpost.reviewing.refs import heading_ref
from fingerpost.reviewing.review import HeadingQuestion, Standing
from fingerpost.strategies import Head, HeadKind, Role
from fingerpost.taxonomy import Taxonomy

_PLACES = {
    HeadKind.TITLE: "title or name of a document",
    HeadKind.HEADING: "heading",
    HeadKind.ROW: "first cell of a row",
    HeadKind.COLUMN: "head of a column",
    HeadKind.RUN_IN: "label before a list",
}
TIERS = {
    "universal": "for all learners",
    "targeted": "for some learners",
    "specialist": "for a few learners",
}
"""Each level of support in words."""

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
    asked: Mapping[str, tuple[Head, ...]]
    waiting: Mapping[str, int]

    @classmethod
    def of(cls, outcome: Outcome, waiting: Sequence[Item]) -> "Questions":
        """Gather the headings of an outcome; `waiting` are its items that need a person."""
        asked = fewest_questions(waiting)
        counts = Counter(heading_key(head.text) for heads in asked.values() for head in heads)
        return cls(outcome, _uses(outcome, asked), _below(outcome), asked, counts)

    def to_answer(self, item: Item) -> tuple[Head, ...]:
        """Return the headings whose answers are all that an item waits for, if they are."""
        return self.asked.get(item.id, ())

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
    words = [*shown_labels(meaning.concepts, taxonomy), *_fields(meaning)]
    return ", ".join(words) or (SPECIAL_MEANINGS[ADVICE] if meaning.role else "Nothing by itself")


def _fields(meaning: Meaning) -> Iterator[str]:
    if meaning.tier:
        yield TIERS.get(meaning.tier, meaning.tier)
    for phase in meaning.phases:
        yield phase.replace("ks", "Key Stage ").replace("early-years", "early years")


def _uses(outcome: Outcome, asked: Mapping[str, Sequence[Head]]) -> dict[str, list[Use]]:
    uses: dict[str, list[Use]] = {}
    for use in (*_all_uses(outcome), *_names_asked(outcome, asked)):
        if key := heading_key(use.head.text):
            uses.setdefault(key, []).append(use)
    return uses


def _all_uses(outcome: Outcome) -> Iterator[Use]:
    for extraction in outcome.extractions:
        for head in extraction.heads:
            if head.kind is not HeadKind.TITLE:
                yield Use(head, extraction.source)


def _names_asked(outcome: Outcome, asked: Mapping[str, Sequence[Head]]) -> Iterator[Use]:
    """Yield the titles and file names that are asked about, once a document."""
    found: dict[tuple[str, str], Use] = {}
    for item in outcome.items:
        source = item.classified.strategy.source
        for head in asked.get(item.id, ()):
            if head.kind is HeadKind.TITLE:
                found[head.text, source] = Use(head, source)
    yield from found.values()


def _below(outcome: Outcome) -> dict[str, list[Item]]:
    below: dict[str, list[Item]] = {}
    for item in outcome.items:
        strategy = item.classified.strategy
        above = (*(head.text for head in strategy.heads), *strategy.context)
        for key in dict.fromkeys(map(heading_key, above)):
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
