"""Interventions by their names in, which of them a text names out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fingerpost.interventions import Intervention
from fingerpost.rulebook import Rulebook
from fingerpost.words import fold, language

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher


@dataclass(frozen=True, slots=True)
class Mentions:
    """All names compiled for spaCy: those in capitals as they are written, others in any case."""

    in_capitals: "PhraseMatcher"
    in_any_case: "PhraseMatcher"

    def of(self, text: str) -> tuple[str, ...]:
        """Return the ids of the interventions that a text names, in its order."""
        doc = language().make_doc(fold(text))
        hits = [*self.in_capitals(doc), *self.in_any_case(doc)]
        named = (doc.vocab.strings[key] for key, *_ in sorted(hits, key=lambda hit: hit[1:]))
        return tuple(dict.fromkeys(named))


def compile_names(interventions: Iterable[Intervention]) -> Mentions:
    """Compile all names of all interventions."""
    from spacy.matcher import PhraseMatcher

    nlp = language()
    made = Mentions(PhraseMatcher(nlp.vocab, attr="ORTH"), PhraseMatcher(nlp.vocab, attr="LOWER"))
    for one in interventions:
        names = [fold(name) for name in one.names]
        for matcher, isupper in ((made.in_capitals, True), (made.in_any_case, False)):
            if docs := [nlp.make_doc(name) for name in names if name.isupper() is isupper]:
                matcher.add(one.id, docs)
    return made


def check_interventions(rulebook: Rulebook) -> tuple[str, ...]:
    """Return one sentence for each example that an intervention's own names fail."""
    return tuple(_failed(rulebook.interventions)) if rulebook.interventions else ()


def _failed(interventions: Sequence[Intervention]) -> Iterator[str]:
    known = compile_names(interventions)
    for one in interventions:
        at = f"{one.file} line {one.line}"
        for text in one.matches:
            if one.id not in known.of(text):
                yield f"{at}: '{one.id}' does not match its own example '{text}'; add a spelling or change the example."
        for text in one.rejects:
            if one.id in known.of(text):
                yield f"{at}: '{one.id}' matches '{text}', which it should not; narrow its names or change the example."
