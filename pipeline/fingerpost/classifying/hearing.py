"""Rules in, what their cues speak for in a text out; for whoever asks which words are known already."""

from collections.abc import Callable

from fingerpost.classifying.cue_matcher import compile_cues
from fingerpost.cues import Target
from fingerpost.rulebook import Rulebook
from fingerpost.words import fold, language

_HEARD = (Target.CONCEPT, Target.GATE)


def hearing(rulebook: Rulebook) -> Callable[[str], frozenset[str]]:
    """Return what names, for a text, the concepts and roles whose cues stand in it."""
    values = {cue.id: cue.value for cue in rulebook.cues if cue.target in _HEARD}
    matcher = compile_cues([cue for cue in rulebook.cues if cue.id in values])

    def heard(text: str) -> frozenset[str]:
        hits = matcher.hits(language()(fold(text)))
        return frozenset(values[hit.cue] for hit in hits)

    return heard
