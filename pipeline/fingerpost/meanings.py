"""A heading's words in, what it says of all that stands below it out."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TypeVar

from fingerpost.strategies import HeadKind, Role
from fingerpost.taxonomy import Taxonomy

ADVICE = "advice"
SIGNS_OF_NEED = "signs-of-need"
NOT_ADVICE = "not-advice"
NOT_A_HEADING = "not-a-heading"
"""What a person may answer about a heading, besides a concept id."""

_ANSWERED_ROLES = {ADVICE: Role.STRATEGY, SIGNS_OF_NEED: Role.INDICATOR, NOT_ADVICE: Role.CONTEXT}

LONGEST_HEADING = 12
SHORTEST_SENTENCE = 5
"""Words; in anything longer than the one, or of the other ending in a full stop, a phrase is taken
for part of a sentence and not for a category."""

_NUMBERING = re.compile(r"^\s*(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]\s+|\d+(?:\.\d+)*\s+)+")
_NOT_WORDS = re.compile(r"[^\w&]+|_+")
_JOINERS = frozenset({"and", "or", "the", "a", "an"})
_ALONE_NEUTRAL = re.compile(r"\d+|[a-z]|i{2,3}|i?v|vi{1,3}|i?x|v\d+")
_ANY_ENDING = "*"
_FIELDS = ("role", "concepts", "tier", "phases", "actor")
_TIERS = ("", "universal", "targeted", "specialist")
_TROUBLE = frozenset({"need", "difficulty", "barrier", "challenge"})
"""Words, folded, for what is wrong; beside a promise of advice they may promise signs instead."""
_WHOM = frozenset({"who", "may", "might", "whom"})
"""Words, folded, before a promise of help which ask whom it is for."""
_ELSEWHERE = frozenset({"further", "local", "council"})
"""Words, folded, by which support is somebody else's: a service, not what a teacher does."""
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a heading says of the text below it; empty fields say nothing.

    `role` is STRATEGY where it promises advice, another role where what follows is none.
    `rule` names the rules, joined by `|`, or `answered_by` the person, that say so. `whole` is
    true where every word of the heading is explained and not only some. `open` is true where its
    words may name what is wrong, or who helps, as well as what to do: nobody but a person tells
    what stands below. `demoted` means that a person said that it is no heading. A need in
    `concepts` is followed by its area.
    """

    role: Role | None = None
    concepts: tuple[str, ...] = ()
    tier: str = ""
    phases: tuple[str, ...] = ()
    actor: str = ""
    rule: str = ""
    answered_by: str = ""
    whole: bool = False
    open: bool = False
    demoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingRule:
    """One rule about headings: phrases or a pattern over the heading's key, and what it means.

    A word of a phrase may end in `*` for any ending. `kinds` limits the rule to headings, rows,
    columns …; empty is all. `within` rules count anywhere in a heading, `alone` rules only where
    the heading says nothing else, others where each word of the heading is explained by some rule.
    `instead_of` names concepts that count no more where this rule is read.
    A `within` rule that means nothing explains filler words; another that means nothing marks
    headings known to be neutral. `matches` and `rejects` are its examples; `file` and `line` say
    where it is written.
    """

    id: str
    pattern: str = ""
    phrases: tuple[str, ...] = ()
    meaning: Meaning
    within: bool = False
    alone: bool = False
    kinds: tuple[HeadKind, ...] = ()
    instead_of: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def says(self) -> bool:
        """Whether it means anything at all."""
        return self.meaning != _NOTHING

    @property
    def is_filler(self) -> bool:
        """Whether it only explains words away."""
        return self.within and not self.says


_NOTHING = Meaning()


@dataclass(frozen=True, slots=True)
class _Span:
    """The words `start` to `end` of a heading (end not included), as a rule reads them."""

    start: int
    end: int
    rule: HeadingRule

    def applies(self, kind: HeadKind, words: int) -> bool:
        """Whether the rule is for this kind of heading and for part of one of so many words."""
        fits = not self.rule.alone or self.end - self.start == words
        return fits and (not self.rule.kinds or kind in self.rule.kinds)

    def lies_inside(self, other: "_Span") -> bool:
        """Whether the other covers all these words and more."""
        longer = other.end - other.start > self.end - self.start
        return longer and other.start <= self.start and self.end <= other.end


@dataclass(frozen=True, slots=True)
class _Words:
    """A key as words to compare: joining words left out, plurals folded, each with its place."""

    folded: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of words that stand between two places of the key."""
        inside = [i for i, (a, b) in enumerate(self.places) if start <= a and b <= end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def heading_key(text: str) -> str:
    """Reduce a heading to what tells it apart: no case, numbering, punctuation or accents of layout."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    return " ".join(_NOT_WORDS.sub(" ", _NUMBERING.sub("", plain)).replace("&", " and ").split())


def _is_name(text: str) -> bool:
    words = len(text.split())
    return words <= LONGEST_HEADING and not (
        words >= SHORTEST_SENTENCE and text.rstrip().endswith(".")
    )


def answered_meaning(answer: str, reviewer: str, taxonomy: Taxonomy) -> Meaning:
    """Return what a person's answer about a heading means: a concept id or one of the four words."""
    if answer in _ANSWERED_ROLES:
        return Meaning(role=_ANSWERED_ROLES[answer], answered_by=reviewer, whole=True)
    if answer == NOT_A_HEADING:
        return Meaning(answered_by=reviewer, whole=True, demoted=True)
    concepts = taxonomy.with_parents((answer,))
    return Meaning(role=Role.STRATEGY, concepts=concepts, answered_by=reviewer, whole=True)


def with_answer(by_rule: Meaning, answer: Meaning) -> Meaning:
    """Join what a person says of a heading with what the rules say and the answer leaves open."""
    return replace(
        answer,
        concepts=_confirmed(by_rule.concepts, answer),
        tier=answer.tier or by_rule.tier,
        phases=answer.phases or by_rule.phases,
        actor=answer.actor or by_rule.actor,
        rule=by_rule.rule,
    )


def _confirmed(by_rule: tuple[str, ...], answer: Meaning) -> tuple[str, ...]:
    """Keep what the rules found where an answer calls it advice or names one of it; primary first."""
    confirms = not answer.concepts or answer.concepts[0] in by_rule
    if answer.role is not Role.STRATEGY or not confirms:
        return answer.concepts
    return tuple(dict.fromkeys((*answer.concepts, *by_rule)))


@dataclass(frozen=True)
class Meanings:
    """All that is known about headings: people's answers by key, then the rules.

    The longest phrase wins: words that a longer phrase uses are not read again, by a shorter one,
    about the same thing. What remains is joined field by field. Rules that promise different roles
    leave the role open, so that a person is asked.
    """

    rules: tuple[HeadingRule, ...]
    answers: Mapping[str, Meaning] = field(default_factory=dict)

    def __reduce__(self) -> tuple[type["Meanings"], tuple[object, ...]]:
        """Travel without the index, which each process builds for itself."""
        return Meanings, (self.rules, self.answers)

    def of(self, text: str, kind: HeadKind) -> Meaning | None:
        """Return what a heading (or, as TITLE, a file or folder name) means; None: nothing known."""
        return self._known(text, kind)

    def _join(self, text: str, kind: HeadKind) -> Meaning | None:
        key = heading_key(text)
        by_rule = self._by_rules(key, kind, _is_name(text))
        answer = self.answers.get(key)
        if answer is None or answer.demoted or by_rule is None:
            return answer or by_rule
        return with_answer(by_rule, answer)

    def _by_rules(self, key: str, kind: HeadKind, is_name: bool) -> Meaning | None:
        words = _fold(key)
        found = tuple(s for s in self._spans(key, words) if s.applies(kind, len(words.folded)))
        if not found:
            return None
        telling = tuple(s for s in found if not s.rule.is_filler)
        if _explains_all(words.folded, found):
            return _opened(_merge(telling, whole=True), words.folded, telling)
        return _opened(_merge(telling, whole=False), words.folded, telling) if is_name else None

    def _spans(self, key: str, words: _Words) -> Iterator[_Span]:
        for start, word in enumerate(words.folded):
            for length in self._lengths.get(word, ()):
                part = words.folded[start : start + length]
                if len(part) == length:
                    for rule in self._phrases.get(part, ()):
                        yield _Span(start, start + length, rule)
            for phrase, rule in self._starred:
                end = start + len(phrase)
                if _fits(phrase, words.folded[start:end]):
                    yield _Span(start, end, rule)
        for pattern, rule in self._patterns:
            for found in pattern.finditer(key):
                start, end = words.between(*found.span())
                if end > start:
                    yield _Span(start, end, rule)

    @cached_property
    def _known(self) -> Callable[[str, HeadKind], Meaning | None]:
        """Remember the last answers; all of those to a large collection would fill the memory."""
        return lru_cache(maxsize=10_000)(self._join)

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], list[HeadingRule]]:
        index: dict[tuple[str, ...], list[HeadingRule]] = {}
        for phrase, rule in self._folded_phrases:
            if not _is_starred(phrase):
                index.setdefault(phrase, []).append(rule)
        return index

    @cached_property
    def _lengths(self) -> dict[str, set[int]]:
        """How long the phrases are that begin with a word."""
        lengths: dict[str, set[int]] = {}
        for phrase in self._phrases:
            lengths.setdefault(phrase[0], set()).add(len(phrase))
        return lengths

    @cached_property
    def _starred(self) -> tuple[tuple[tuple[str, ...], HeadingRule], ...]:
        return tuple(pair for pair in self._folded_phrases if _is_starred(pair[0]))

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], HeadingRule], ...]:
        return tuple(
            (re.compile(rf"\b(?:{rule.pattern})\b"), rule) for rule in self.rules if rule.pattern
        )

    @cached_property
    def _folded_phrases(self) -> tuple[tuple[tuple[str, ...], HeadingRule], ...]:
        pairs = ((_fold_phrase(phrase), rule) for rule in self.rules for phrase in rule.phrases)
        return tuple(pair for pair in pairs if pair[0])


def _fold(key: str) -> _Words:
    kept = [m for m in re.finditer(r"\S+", key) if not _joins(key, m)]
    return _Words(tuple(_singular(m[0]) for m in kept), tuple(m.span() for m in kept))


def _joins(key: str, word: re.Match[str]) -> bool:
    """Whether a word may be left out: a joining word, or the s that an apostrophe left behind."""
    if word[0] == "s":
        before = key[: word.start()].split()[-1:]
        return bool(before) and len(before[0]) > len("and")
    return word[0] in _JOINERS


def _singular(word: str) -> str:
    if len(word) > len("gas") and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > len("gas") and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def _fold_phrase(phrase: str) -> tuple[str, ...]:
    """Fold a phrase as headings are, keeping the star of words that may end anyhow."""
    starred = {w.rstrip(_ANY_ENDING) for w in phrase.casefold().split() if w.endswith(_ANY_ENDING)}
    key = heading_key(f". {phrase}")
    if not starred:
        return _fold(key).folded
    return tuple(
        w + _ANY_ENDING if w in starred else _singular(w) for w in key.split() if w not in _JOINERS
    )


def _is_starred(phrase: tuple[str, ...]) -> bool:
    return any(word.endswith(_ANY_ENDING) for word in phrase)


def _fits(phrase: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(phrase) == len(words) and all(
        word.startswith(wanted[:-1]) if wanted.endswith(_ANY_ENDING) else word == wanted
        for wanted, word in zip(phrase, words, strict=True)
    )


def _explains_all(words: tuple[str, ...], spans: Iterable[_Span]) -> bool:
    explained = {i for span in spans for i in range(span.start, span.end)}
    return bool(explained) and all(
        i in explained or _ALONE_NEUTRAL.fullmatch(word) for i, word in enumerate(words)
    )


def _merge(spans: tuple[_Span, ...], *, whole: bool) -> Meaning | None:
    """Join what the rules say, field by field; words that stand first come first."""
    ordered = sorted(spans, key=lambda s: (s.start, -s.end, s.rule.id))
    said = {name: _said(ordered, name, whole) for name in _FIELDS}
    used = _once(span for spans in said.values() for span in spans)
    if not used and not (whole and ordered):
        return None
    named = sorted(used or ordered, key=ordered.index)
    roles = tuple(s.rule.meaning.role for s in said["role"])
    return Meaning(
        role=_agreed(roles, None),
        open=len(set(roles)) > 1,
        concepts=_concepts(tuple(span.rule for span in said["concepts"])),
        tier=strictest(s.rule.meaning.tier for s in said["tier"]),
        phases=_once(p for s in said["phases"] for p in s.rule.meaning.phases),
        actor=_agreed(tuple(s.rule.meaning.actor for s in said["actor"]), ""),
        rule="|".join(_once(span.rule.id for span in named)),
        whole=whole,
    )


def _concepts(rules: tuple[HeadingRule, ...]) -> tuple[str, ...]:
    """Return what rules name, primary first, less what a council's own concepts stand for."""
    replaced = {concept for rule in rules for concept in rule.instead_of}
    return _once(c for rule in rules for c in rule.meaning.concepts if c not in replaced)


def _said(ordered: list[_Span], name: str, whole: bool) -> tuple[_Span, ...]:
    """Return what is said about one field, less what a longer phrase reads otherwise."""
    about = [(s, getattr(s.rule.meaning, name)) for s in ordered]
    about = [(s, value) for s, value in about if value or not s.rule.says]
    kept = (
        s
        for s, value in about
        if not any(s.lies_inside(other) and value != others for other, others in about)
    )
    return tuple(s for s in kept if s.rule.says and (whole or s.rule.within or s.rule.alone))


def strictest(tiers: Iterable[str]) -> str:
    """Return the tier that is for fewest; what is for few must never pass for what is for all."""
    return max(tiers, key=_TIERS.index, default="")


def _opened(
    meaning: Meaning | None, words: tuple[str, ...], spans: tuple[_Span, ...]
) -> Meaning | None:
    """Leave the role open where words beside a promise of advice may take it back."""
    if meaning is None or meaning.role not in {None, Role.STRATEGY}:
        return meaning
    if not _is_doubtful(words, spans, bool(meaning.concepts)):
        return meaning
    return replace(meaning, role=None, open=True)


def _is_doubtful(words: tuple[str, ...], spans: tuple[_Span, ...], named: bool) -> bool:
    """Whether words may take a promise back, or, where nothing is promised, name what is wrong.

    A category's own name may end in "needs"; an "area of need" is none.
    """
    promises = tuple(s for s in spans if s.rule.meaning.role is Role.STRATEGY)
    promised = {i for span in promises for i in range(span.start, span.end)}
    if not promised:
        wrong = _TROUBLE - {"need"} if named or "area" in words else _TROUBLE
        return bool(wrong & set(words[-1:]))
    others = [(i, word) for i, word in enumerate(words) if i not in promised]
    before = [word for i, word in others if i < min(promised)]
    beside = [word for i, word in others if {i - 1, i + 1} & promised]
    elsewhere = any(word in _ELSEWHERE for _, word in others)
    return elsewhere or bool(_WHOM & set(before)) or bool(_TROUBLE & set(beside))


def _agreed(values: tuple[_Value, ...], otherwise: _Value) -> _Value:
    return values[0] if len(set(values)) == 1 else otherwise


def _once(values: Iterable[_Value]) -> tuple[_Value, ...]:
    return tuple(dict.fromkeys(values))
