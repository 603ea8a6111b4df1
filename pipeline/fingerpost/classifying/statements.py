"""Strategies in, statements out: the text to judge, its words, and what its headings mean."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fingerpost.classifying.purposes import split_purpose
from fingerpost.classifying.voices import voice_of
from fingerpost.meanings import Meaning, Meanings
from fingerpost.strategies import HeadKind, Strategy
from fingerpost.words import fold, language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Placed:
    """A heading's words, or those of a title, file or folder name, and what they mean."""

    text: str
    kind: HeadKind
    meaning: Meaning | None

    @property
    def answered(self) -> bool:
        """Whether a person has said what it means."""
        return self.meaning is not None and bool(self.meaning.answered_by)

    @property
    def stated(self) -> bool:
        """Whether a rule explains the heading whole, or a person has answered."""
        return self.answered or (self.meaning is not None and self.meaning.whole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A strategy made ready for the matchers.

    `judged` is lead-in and text as one; `action_end` is where its purpose begins. `heads` stand
    nearest first, `context` as given; `hint` is the heading whose colour the statement has.
    """

    strategy: Strategy
    judged: str
    action_end: int
    purpose: str
    voice: str
    heads: tuple[Placed, ...]
    context: tuple[Placed, ...]
    hint: Placed | None = None
    doc: "Doc"

    def quote(self, start: int, end: int) -> str:
        """Return the words between two tokens as the council wrote them."""
        span = self.doc[start:end]
        return self.judged[span.start_char : span.end_char]


def prepare(strategies: Sequence[Strategy], meanings: Meanings) -> tuple[Statement, ...]:
    """Make statements of strategies, in one pass over their words."""
    texts = [_judged(strategy) for strategy in strategies]
    docs = language().pipe(fold(text) for text in texts)
    return tuple(
        _statement(strategy, text, doc, meanings)
        for strategy, text, doc in zip(strategies, texts, docs, strict=True)
    )


def _judged(strategy: Strategy) -> str:
    return f"{strategy.lead_in} {strategy.text}" if strategy.lead_in else strategy.text


def _statement(strategy: Strategy, judged: str, doc: "Doc", meanings: Meanings) -> Statement:
    _, purpose = split_purpose(strategy.text)
    _mark_start(doc, len(judged) - len(strategy.text))
    return Statement(
        strategy=strategy,
        judged=judged,
        action_end=len(judged) - len(purpose),
        purpose=purpose,
        voice=voice_of(strategy.text, strategy.lead_in),
        heads=tuple(_heads(strategy, meanings)),
        context=tuple(_context(strategy, meanings)),
        hint=_hint(strategy, meanings),
        doc=doc,
    )


def _mark_start(doc: "Doc", start: int) -> None:
    """Let cues that ask for a beginning find the text's own, not only its lead-in's."""
    first = next((token for token in doc if token.idx >= start and not token.is_punct), None)
    if first is not None:
        first.is_sent_start = True


def _heads(strategy: Strategy, meanings: Meanings) -> Iterator[Placed]:
    for head in reversed(strategy.heads):
        yield Placed(head.text, head.kind, meanings.of(head.text, head.kind))


def _hint(strategy: Strategy, meanings: Meanings) -> Placed | None:
    kind, text = HeadKind.HEADING, strategy.hint
    return Placed(text, kind, meanings.of(text, kind)) if text else None


def _context(strategy: Strategy, meanings: Meanings) -> Iterator[Placed]:
    for text in strategy.context:
        yield Placed(text, HeadKind.TITLE, meanings.of(text, HeadKind.TITLE))
