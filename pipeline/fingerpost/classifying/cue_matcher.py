"""Cues in, one compiled matcher out that finds their words in a statement's tokens.

spaCy tries every token pattern at every token; most statements hold none of the words a pattern
needs. So each pattern is tried only where all its needed words stand somewhere in the statement.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fingerpost.cues import Cue
from fingerpost.words import fold, language, lemma

if TYPE_CHECKING:
    from spacy.matcher import Matcher, PhraseMatcher
    from spacy.tokens import Doc

Token = Mapping[str, object]
_OPTIONAL = frozenset({"?", "*", "!"})


@dataclass(frozen=True, slots=True)
class Hit:
    """One cue's words, from token `start` to `end`."""

    cue: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One token pattern of a cue; of each of its `needed` sets a statement must hold a word."""

    cue: str
    needed: tuple[frozenset[str], ...]
    matcher: "Matcher"

    def hits(self, doc: "Doc", words: frozenset[str]) -> Iterator[Hit]:
        if not any(needed.isdisjoint(words) for needed in self.needed):
            for _, start, end in self.matcher(doc):
                yield Hit(self.cue, start, end)


@dataclass(frozen=True, slots=True)
class CueMatcher:
    """All cues compiled for spaCy: phrases by lemma, patterns by the words they need."""

    phrases: "PhraseMatcher"
    anywhere: tuple[_Pattern, ...]
    by_word: Mapping[str, tuple[_Pattern, ...]]

    def hits(self, doc: "Doc") -> tuple[Hit, ...]:
        """Return each cue's matches, the longest where they overlap, in the text's order."""
        strings = doc.vocab.strings
        found = {Hit(strings[key], start, end) for key, start, end in self.phrases(doc)}
        found.update(self._by_pattern(doc))
        return tuple(_longest(sorted(found, key=lambda hit: (hit.start, -hit.end, hit.cue))))

    def _by_pattern(self, doc: "Doc") -> Iterator[Hit]:
        words = frozenset(form for token in doc for form in (token.lemma_, token.lower_))
        for pattern in self.anywhere:
            yield from pattern.hits(doc, words)
        for word in words & self.by_word.keys():
            for pattern in self.by_word[word]:
                yield from pattern.hits(doc, words)


def _longest(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Drop a match that overlaps an earlier one of the same cue."""
    reached: dict[str, int] = {}
    for hit in hits:
        if hit.start >= reached.get(hit.cue, 0):
            reached[hit.cue] = hit.end
            yield hit


def compile_cues(cues: Sequence[Cue]) -> CueMatcher:
    """Compile cues; a phrase and a statement meet where their lemmas are the same, word by word."""
    from spacy.matcher import PhraseMatcher

    nlp = language()
    phrases = PhraseMatcher(nlp.vocab, attr="LEMMA")
    for cue in cues:
        phrases.add(cue.id, list(nlp.pipe(fold(phrase) for phrase in cue.phrases)))
    patterns = tuple(_pattern(cue.id, pattern) for cue in cues for pattern in cue.patterns)
    by_word: dict[str, tuple[_Pattern, ...]] = {}
    for pattern in patterns:
        for word in _rarest(pattern):
            by_word[word] = (*by_word.get(word, ()), pattern)
    return CueMatcher(phrases, tuple(p for p in patterns if not p.needed), by_word)


def _rarest(pattern: _Pattern) -> frozenset[str]:
    """The smallest set of words of which one must stand in a statement."""
    return min(pattern.needed, key=len, default=frozenset())


def _pattern(cue: str, tokens: Sequence[Token]) -> _Pattern:
    from spacy.matcher import Matcher

    specs = [spec_of(token) for token in tokens]
    matcher = Matcher(language().vocab)
    matcher.add(cue, [specs])
    needed = tuple(words for spec in specs if (words := _needed(spec)))
    return _Pattern(cue, needed, matcher)


def _needed(spec: Mapping[str, Any]) -> frozenset[str]:
    """The words one of which the token must be; empty where it may be absent or another word."""
    operator = str(spec.get("OP", "1"))
    if operator in _OPTIONAL or operator.startswith(("{0", "{,")):
        return frozenset()
    match spec.get("LEMMA", spec.get("LOWER")):
        case str() as word:
            return frozenset({word})
        case {"IN": [*words]}:
            return frozenset(map(str, words))
        case _:
            return frozenset()


def spec_of(token: Token) -> dict[str, Any]:
    """Reduce the lemmas a token pattern names as the statements' words are reduced."""
    return {key: _lemmas(value) if key == "LEMMA" else value for key, value in token.items()}


def _lemmas(value: object) -> object:
    match value:
        case str():
            return lemma(value)
        case Mapping():
            return {key: _lemmas(inner) for key, inner in value.items()}
        case list() | tuple():
            return [_lemmas(inner) for inner in value]
        case _:
            return value
