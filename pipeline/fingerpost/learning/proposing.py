"""What people decided and corrected in, rules in their own statements' words to propose out.

A rule is a phrase of one to three words and what it speaks for: a category, or that a text is no
advice. It is proposed where it is right in nearly all statements that hold it, both those that
people decided on and the exemplars, and mends at least two that people had to correct.
"""

import hashlib
import re
from base64 import b32encode
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from fingerpost.decisions import Action, Standing, Verdict
from fingerpost.exemplars import Exemplar
from fingerpost.intervals import wilson
from fingerpost.learning.decided import teaching
from fingerpost.strategies import Role
from fingerpost.taught import NO_ADVICE, RULE_KEY, Proposal, WordRule
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet, Taxonomy
from fingerpost.words import fold, language, lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 3
_LEAST_HELD = 5
"""A phrase is proposed if at least so many decided statements hold it …"""
_LEAST_RIGHT = 0.55
"""… and it is right at least so often in the long run, by the lower end of the Wilson interval …"""
_LEAST_MENDED = 2
"""… and it mends at least so many corrections that no better rule mends already."""
_MOST_MISLED = 0.1
"""The exemplars in which it is wrong are at most such a share of all statements that hold it."""
_MOST = 20
_EXAMPLES = 3
_SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")

Heard = Callable[[str], frozenset[str]]
"""A text in, what the cues there are speak for in it out: concepts, and roles for the gate."""


def propose(
    standing: Standing,
    exemplars: Sequence[Exemplar],
    taxonomy: Taxonomy,
    listen: Callable[[], Heard],
) -> tuple[Proposal, ...]:
    """Return at most twenty rules, most mended first; decisions in any order give the same.

    What people said of a rule before is not proposed again. `listen` is called where there is
    anything to mend at all.
    """
    if sum(_is_correction(verdict) for _, verdict in teaching(standing)) < _LEAST_MENDED:
        return ()
    cases = _cases(standing, listen())
    found = _Found(cases, taxonomy)
    candidates = [one for one in found.candidates() if one.key not in standing.rules]
    candidates = list(_right_elsewhere(candidates, exemplars, {case.text for case in cases}))
    return tuple(sorted(_fewest(candidates), key=lambda one: -one.mends))


@dataclass(frozen=True, slots=True)
class _Case:
    """A decided statement: `labels` is None where it was rejected; `heard` is what cues speak for."""

    text: str
    labels: Mapping[Facet, tuple[str, ...]] | None
    proposed: Mapping[Facet, tuple[str, ...]]
    heard: frozenset[str]

    def corrections(self, taxonomy: Taxonomy) -> frozenset[str]:
        """What it should have been given and was not, and for which no cue speaks."""
        if self.labels is None:
            return frozenset({NO_ADVICE}) - self.heard
        lacking = {
            label
            for facet, labels in self.labels.items()
            for label in labels
            if label not in self.proposed.get(facet, labels) and label != UNIVERSAL_AREA
        }
        said = taxonomy.with_parents(one for one in self.heard if one in taxonomy)
        return frozenset(lacking - self.heard - set(said))

    def is_right(self, value: str, facet: Facet | None) -> bool | None:
        """Whether a rule for this value is right here; None where nobody said."""
        if facet is None:
            return self.labels is None
        if self.labels is None or facet not in self.labels:
            return None
        return value in self.labels[facet]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A phrase, by lemmas and as it is written, for a value, and the statements it is in."""

    lemmas: tuple[str, ...]
    phrase: str
    value: str
    facet: Facet | None
    right: tuple[str, ...]
    of: int
    mends: frozenset[tuple[str, str]]

    @property
    def key(self) -> str:
        """Name it by its lemmas and its value."""
        digest = hashlib.sha256("\n".join((*self.lemmas, self.value)).encode()).digest()
        return f"{RULE_KEY}{b32encode(digest).decode().lower()[:12]}"

    @property
    def worth(self) -> tuple[int, int, int, str, str]:
        """Sort by this: what mends most labels first, then most often right, then the longest phrase."""
        return -len(self.mends), -len(self.right), -len(self.lemmas), self.phrase, self.value


@dataclass(frozen=True)
class _Found:
    """All phrases of the decided statements, and what they could speak for."""

    cases: tuple[_Case, ...]
    taxonomy: Taxonomy

    @cached_property
    def _lacking(self) -> tuple[frozenset[str], ...]:
        return tuple(case.corrections(self.taxonomy) for case in self.cases)

    @cached_property
    def _holders(self) -> Mapping[tuple[str, ...], Mapping[int, str]]:
        """Lead from lemmas to the statements that hold them, each with the words as written."""
        holders: dict[tuple[str, ...], dict[int, str]] = {}
        docs = language().pipe(fold(case.text) for case in self.cases)
        for place, doc in enumerate(docs):
            for lemmas, written in phrases_of(doc):
                holders.setdefault(lemmas, {}).setdefault(place, written)
        return {lemmas: held for lemmas, held in holders.items() if len(held) >= _LEAST_HELD}

    def candidates(self) -> Iterator[_Candidate]:
        """Yield the phrases that are right often enough and mend enough."""
        for lemmas, held in self._holders.items():
            lacking = Counter(value for place in held for value in self._lacking[place])
            for value, times in lacking.items():
                if times >= _LEAST_MENDED and (one := self._candidate(lemmas, held, value)):
                    yield one

    def _candidate(
        self, lemmas: tuple[str, ...], held: Mapping[int, str], value: str
    ) -> _Candidate | None:
        facet = self.taxonomy[value].facet if value in self.taxonomy else None
        said = {place: self.cases[place].is_right(value, facet) for place in held}
        right = [place for place, it_is in said.items() if it_is]
        of = sum(it_is is not None for it_is in said.values())
        if of < _LEAST_HELD or wilson(len(right), of)[0] < _LEAST_RIGHT:
            return None
        with_parents = {value} | ({self.taxonomy[value].parent} if facet else set())
        written = Counter(held.values())
        return _Candidate(
            lemmas=lemmas,
            phrase=min(written, key=lambda words: (-written[words], words)),
            value=value,
            facet=facet,
            right=tuple(
                self.cases[place].text
                for place in sorted(right, key=lambda p: value not in self._lacking[p])
            ),
            of=of,
            mends=frozenset(
                (self.cases[place].text, lacked)
                for place in right
                for lacked in self._lacking[place] & with_parents
            ),
        )


def phrases_of(doc: "Doc") -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the phrases of one to three words that could tell something, as lemmas and as written.

    None begins or ends in a word that says nothing by itself, and none goes across a stop.
    """
    for start in range(len(doc)):
        for end in range(start + 1, min(start + _LONGEST, len(doc)) + 1):
            span = doc[start:end]
            if not all(token.is_alpha for token in span):
                break
            if _tells(span[0]) and _tells(span[-1]):
                written = " ".join(token.lower_ for token in span)
                yield tuple(token.lemma_ for token in span), written


def _tells(token: "Token") -> bool:
    return not token.is_stop and len(token) >= _SHORTEST


def _is_correction(verdict: Verdict) -> bool:
    changed = any(verdict.labels.get(f) != shown for f, shown in verdict.proposed.items())
    return changed or verdict.action is Action.REJECTED


def _cases(standing: Standing, heard: Heard) -> tuple[_Case, ...]:
    """Return what people settled, one for each text, in the order of the texts."""
    cases = {
        verdict.text_seen: _Case(
            text=verdict.text_seen,
            labels=None if verdict.action is Action.REJECTED else verdict.labels,
            proposed=verdict.proposed,
            heard=heard(verdict.text_seen),
        )
        for _, verdict in teaching(standing)
    }
    return tuple(cases[text] for text in sorted(cases))


def _right_elsewhere(
    candidates: Iterable[_Candidate], exemplars: Sequence[Exemplar], known: Container[str]
) -> Iterator[_Candidate]:
    """Leave out what is wrong in exemplars on which nobody decided."""
    by_lemmas: dict[tuple[str, ...], list[_Candidate]] = {}
    for one in candidates:
        by_lemmas.setdefault(one.lemmas, []).append(one)
    others = [one for one in exemplars if one.text not in known and _may_hold(one.text, by_lemmas)]
    docs = language().pipe(fold(one.text) for one in others)
    held: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for exemplar, doc in zip(others, docs, strict=True):
        for lemmas in {lemmas for lemmas, _ in phrases_of(doc)} & by_lemmas.keys():
            held.update(one.key for one in by_lemmas[lemmas])
            wrong.update(one.key for one in by_lemmas[lemmas] if _misleads(one, exemplar))
    for one in chain.from_iterable(by_lemmas.values()):
        if wrong[one.key] <= _MOST_MISLED * (held[one.key] + one.of):
            yield one


def _may_hold(text: str, phrases: Iterable[tuple[str, ...]]) -> bool:
    """Whether a text has all the words of a phrase anywhere; much quicker than to look where."""
    words = {lemma(word) for word in _WORD.findall(fold(text).lower())}
    return any(words.issuperset(lemmas) for lemmas in phrases)


def _misleads(candidate: _Candidate, exemplar: Exemplar) -> bool:
    if candidate.facet is None:
        return exemplar.role is Role.STRATEGY
    return candidate.value not in exemplar.labels.get(candidate.facet, (candidate.value,))


def _fewest(candidates: Iterable[_Candidate]) -> Iterator[Proposal]:
    """Take the best rule, then the best of what it leaves to mend, and so on."""
    left = list(candidates)
    mended: set[tuple[str, str]] = set()
    for _ in range(_MOST):
        left = [one for one in left if len(_texts(one.mends - mended)) >= _LEAST_MENDED]
        if not left:
            return
        best = min(left, key=lambda one: (-len(one.mends - mended), one.worth))
        yield _proposal(best)
        mended |= best.mends
        left.remove(best)


def _texts(mends: Iterable[tuple[str, str]]) -> set[str]:
    return {text for text, _ in mends}


def _proposal(found: _Candidate) -> Proposal:
    return Proposal(
        rule=WordRule(found.key, found.phrase, found.value),
        right=len(found.right),
        of=found.of,
        mends=len(_texts(found.mends)),
        examples=found.right[:_EXAMPLES],
    )
