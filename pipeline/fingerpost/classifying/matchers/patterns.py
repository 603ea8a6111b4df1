"""The rules' cues in, votes for the concepts, fields and roles whose words stand in a statement out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fingerpost.classifying.cue_matcher import CueMatcher, Hit, compile_cues
from fingerpost.classifying.statements import Statement
from fingerpost.classifying.votes import FieldVote, Votes, facet_of
from fingerpost.cues import Cue, Target
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Evidence, Suggestion
from fingerpost.taxonomy import Taxonomy

_CERTAINTY = 0.8
"""What a cue of weight 1 is worth: no words in a statement settle its label."""
_WEAK = 0.3
_IN_PURPOSE = 0.4
"""The purpose names the goal, not the method, so its words count for less."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Votes of the cues whose words stand in the statement."""

    cues: Mapping[str, Cue]
    taxonomy: Taxonomy
    matcher: CueMatcher

    def votes(self, statements: Sequence[Statement]) -> tuple[Votes, ...]:
        """Return one set of votes a statement."""
        return tuple(self._of(statement) for statement in statements)

    def _of(self, statement: Statement) -> Votes:
        labels: list[Suggestion] = []
        fields: list[FieldVote] = []
        for hit in self.matcher.hits(statement.doc):
            cue = self.cues[hit.cue]
            if cue.target is Target.CONCEPT:
                labels.extend(self._labels(cue, hit, statement))
            else:
                fields.append(_field(cue, hit, statement))
        return Votes(tuple(labels), tuple(fields))

    def _labels(self, cue: Cue, hit: Hit, statement: Statement) -> Iterator[Suggestion]:
        facet = facet_of(cue.value, self.taxonomy)
        if facet is None:
            return
        evidence = _evidence(cue, hit, statement)
        vote = Suggestion(facet, cue.value, _score(cue), evidence, weak=cue.weak)
        if statement.doc[hit.start].idx >= statement.action_end:
            vote = replace(vote, score=vote.score * _IN_PURPOSE, weak=True)
        yield vote


def _score(cue: Cue) -> float:
    return _WEAK * cue.weight if cue.weak else _CERTAINTY * cue.weight


def _field(cue: Cue, hit: Hit, statement: Statement) -> FieldVote:
    place = statement.doc[hit.start].idx
    evidence = _evidence(cue, hit, statement)
    return FieldVote(cue.target, cue.value, _score(cue), evidence, place, cue.weak)


def _evidence(cue: Cue, hit: Hit, statement: Statement) -> Evidence:
    return Evidence("patterns", statement.quote(hit.start, hit.end), cue.id)


def build(rulebook: Rulebook) -> Patterns:
    """Compile the cues of a rulebook."""
    cues = {cue.id: cue for cue in rulebook.cues}
    return Patterns(cues, rulebook.taxonomy, compile_cues(rulebook.cues))
