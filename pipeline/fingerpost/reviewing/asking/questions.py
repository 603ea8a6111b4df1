"""Headings of all documents and statements that wait in, one question a heading out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.directory import Item
from fingerpost.meanings import Meaning, heading_key
from fingerpost.outcome import Outcome
from fingerpost.reviewing.asking.fewest import fewest_questions
from fingerpost.reviewing.asking.thoughts import Thoughts
from fingerpost.reviewing.refs import heading_ref
from fingerpost.reviewing.review import HeadingQuestion, Standing
from fingerpost.strategies import Head, HeadKind
from fingerpost.suggestions import Opening

_PLACES = {
    HeadKind.TITLE: "title or name of a document",
    HeadKind.HEADING: "heading",
    HeadKind.ROW: "first cell of a row",
    HeadKind.COLUMN: "column heading",
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
    """All headings by key with their uses, the statements below each, and who waits for which.

    `sought` is, for each heading asked about, the answer that would settle what waits for it.
    """

    outcome: Outcome
    uses: Mapping[str, Sequence[Use]]
    below: Mapping[str, Sequence[Item]]
    asked: Mapping[str, tuple[Head, ...]]
    sought: Mapping[str, str]
    waiting: Mapping[str, int]
    thoughts: Thoughts

    @classmethod
    def of(cls, outcome: Outcome, waiting: Sequence[Item]) -> "Questions":
        """Gather the headings of an outcome; `waiting` are its items that need a person."""
        openings = fewest_questions(waiting)
        asked = {item: tuple(one.head for one in ways) for item, ways in openings.items()}
        return cls(
            outcome,
            uses=_uses(outcome, asked),
            below=_below(outcome),
            asked=asked,
            sought=_sought(openings),
            waiting=Counter(heading_key(head.text) for heads in asked.values() for head in heads),
            thoughts=Thoughts(outcome.rulebook.taxonomy),
        )

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
        answer = self.outcome.standing.answers.get(key)
        contested = self.outcome.standing.contested.get(key)
        newest = answer or contested
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
            thought=self._thought(key, uses, meaning),
            answer=self.thoughts.answer(answer.meaning) if answer else "",
            answered_by=answer.reviewer if answer else "",
            contested=contested.said if contested else "",
            asked_after=newest.decided_on if newest else "",
            standing=self._standing(key, meaning),
        )

    def _thought(self, key: str, uses: Sequence[Use], meaning: Meaning | None) -> str:
        if key in self.sought and key not in self.outcome.standing.answers:
            return self.thoughts.proposed(self.sought[key], meaning)
        kinds = [use.head.kind for use in uses]
        return self.thoughts.understood(meaning, kinds) if meaning else ""

    def _standing(self, key: str, meaning: Meaning | None) -> Standing:
        if key in self.outcome.standing.answers:
            return Standing.ANSWERED
        if key in self.outcome.standing.contested or self.waiting.get(key):
            return Standing.OPEN
        return Standing.UNDERSTOOD if meaning and meaning.whole else Standing.QUIET


def _sought(openings: Mapping[str, Sequence[Opening]]) -> dict[str, str]:
    chosen = (one for ways in openings.values() for one in ways)
    return {heading_key(one.head.text): one.answer for one in chosen}


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
