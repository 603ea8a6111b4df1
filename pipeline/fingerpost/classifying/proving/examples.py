"""A rulebook in, the cues that fail their own examples out, as sentences for whoever wrote them."""

import re
from collections.abc import Iterator, Sequence

from fingerpost.classifying.cue_matcher import CueMatcher, compile_cues, spec_of
from fingerpost.cues import Cue
from fingerpost.rulebook import Rulebook
from fingerpost.words import fold, language

_PLACE = re.compile(r"- \[pattern -> (\d+)(?: -> ([A-Z_]+))?[^\]]*\] (.+)")


def check_cues(rulebook: Rulebook) -> tuple[str, ...]:
    """Return one sentence, with file and line, for each bad pattern and each example gone wrong."""
    if bad := tuple(fault for cue in rulebook.cues for fault in _bad_patterns(cue)):
        return bad
    matcher = compile_cues(rulebook.cues)
    return tuple(fault for cue in rulebook.cues for fault in _faults(cue, matcher))


def _bad_patterns(cue: Cue) -> Iterator[str]:
    from spacy.errors import MatchPatternError
    from spacy.matcher import Matcher

    for pattern in cue.patterns:
        matcher = Matcher(language().vocab, validate=True)
        try:
            matcher.add(cue.id, [[spec_of(token) for token in pattern]])
        except (MatchPatternError, re.error, ValueError) as fault:
            yield (
                f"{cue.file} line {cue.line}: a token pattern of the cue '{cue.id}' is wrong"
                f" ({_said(str(fault))}); mend it as spaCy's page on token patterns has it, or"
                " write it as a phrase."
            )


def _said(fault: str) -> str:
    """What spaCy complains of, in one line."""
    found = _PLACE.search(fault)
    if not found:
        return " ".join(fault.split())
    token, attribute, words = found.groups()
    return f"token {int(token) + 1}{attribute and f', {attribute}'}: {words}"


def _faults(cue: Cue, matcher: CueMatcher) -> Iterator[str]:
    place = f"{cue.file} line {cue.line}"
    for example, fires in _tried(cue.matches, cue, matcher):
        if not fires:
            yield (
                f"{place}: the cue '{cue.id}' should match “{example}” and does not;"
                " add a phrase that stands in it, or change the example."
            )
    for example, fires in _tried(cue.rejects, cue, matcher):
        if fires:
            yield (
                f"{place}: the cue '{cue.id}' should not match “{example}” but does;"
                " make its phrases longer, or change the example."
            )


def _tried(examples: Sequence[str], cue: Cue, matcher: CueMatcher) -> Iterator[tuple[str, bool]]:
    for example, doc in zip(examples, language().pipe(map(fold, examples)), strict=True):
        yield example, any(hit.cue == cue.id for hit in matcher.hits(doc))
