"""Strategies in, classified strategies out: matchers, ensemble, fields, gate and doubts in turn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.classifying.ensemble import label
from fingerpost.classifying.fields import fields_of
from fingerpost.classifying.gate import judge
from fingerpost.classifying.matchers import MATCHERS, Matcher
from fingerpost.classifying.personal import personal_data
from fingerpost.classifying.reasons import Findings, reasons_of
from fingerpost.classifying.statements import Statement, prepare
from fingerpost.classifying.structure import structure_of
from fingerpost.classifying.votes import Votes, together
from fingerpost.cues import Target
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Strategy
from fingerpost.suggestions import Classified, Evidence, Reason

_KEPT = 4
"""Compiled rulebooks kept by a process, newest last."""
_classifiers: dict[str, "Classifier"] = {}


@dataclass(frozen=True, slots=True)
class Classifier:
    """A rulebook with all its matchers compiled."""

    rulebook: Rulebook
    matchers: Mapping[str, Matcher]

    def classify(
        self, strategies: Sequence[Strategy], meanings: Meanings
    ) -> tuple[Classified, ...]:
        """Classify each strategy by itself; its neighbours in the batch change nothing."""
        statements = prepare(strategies, meanings)
        votes = [matcher.votes(statements) for matcher in self.matchers.values()]
        return tuple(
            self._judge(statement, together(parts))
            for statement, parts in zip(statements, zip(*votes, strict=True), strict=True)
        )

    def _judge(self, statement: Statement, votes: Votes) -> Classified:
        council, taxonomy = self.rulebook.council, self.rulebook.taxonomy
        structure = structure_of(statement, taxonomy)
        findings = Findings(
            statement=statement,
            structure=structure,
            labels=label(votes.labels, structure, taxonomy, statement.judged),
            fields=fields_of(votes.fields, structure, council),
            votes=votes.fields,
            gate=judge(statement, votes.fields),
            personal=personal_data(statement.strategy, frozenset(council.names)),
        )
        return _classified(findings, reasons_of(findings, council))


def _classified(findings: Findings, reasons: tuple[Reason, ...]) -> Classified:
    statement, fields = findings.statement, findings.fields
    return Classified(
        strategy=statement.strategy,
        assignments=findings.labels.assignments,
        suggestions=findings.labels.suggestions,
        tier=fields.tier,
        phases=fields.phases,
        actor=fields.actor,
        voice=statement.voice,
        purpose=statement.purpose,
        strategy_probability=round(findings.gate.probability, 4),
        reasons=reasons,
        field_evidence=(*fields.evidence, *_other_evidence(findings)),
    )


def _other_evidence(findings: Findings) -> Iterator[tuple[str, Evidence]]:
    """What the gate and the search for personal data rest on, for whoever asks why."""
    for vote in findings.votes:
        if vote.target is Target.GATE:
            yield vote.value, vote.evidence
        elif vote.target is Target.TIER and vote.evidence.matcher != "headings":
            yield f"{vote.value} tier", vote.evidence
    for evidence in findings.personal:
        yield "personal data", evidence


def classifier_for(rulebook: Rulebook) -> Classifier:
    """Compile a rulebook, or return the compiled one of the same content."""
    kept = _classifiers.pop(rulebook.digest, None)
    made = kept or Classifier(rulebook, {name: build(rulebook) for name, build in MATCHERS.items()})
    _classifiers[rulebook.digest] = made
    while len(_classifiers) > _KEPT:
        _classifiers.pop(next(iter(_classifiers)))
    return made
