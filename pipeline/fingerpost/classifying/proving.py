"""A rulebook in, the cues that fail their own examples out, as sentences for whoever wrote them."""

from collections.abc import Iterator, Sequence

from fingerpost.classifying.cue_matcher import CueMatcher, compile_cues
from fingerpost.cues import Cue
from fingerpost.rulebook import Rulebook
from fingerpost.words import fold, language


def check_cues(rulebook: Rulebook) -> tuple[str, ...]:
    """Return one sentence, with file and line, for each example that its cue gets wrong."""
    matcher = compile_cues(rulebook.cues)
    return tuple(fault for cue in rulebook.cues for fault in _faults(cue, matcher))


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
