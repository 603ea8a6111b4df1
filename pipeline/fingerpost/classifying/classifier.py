"""Strategies in, classified strategies out: matchers, ensemble, fields, gate and doubts in turn."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fingerpost.classifying.beliefs import Beliefs, Believer
from fingerpost.classifying.ensemble import label
from fingerpost.classifying.facets import broken_rules
from fingerpost.classifying.fields import fields_of
from fingerpost.classifying.findings import Findings
from fingerpost.classifying.gate import judge
from fingerpost.classifying.matchers import MATCHERS, Matcher
from fingerpost.classifying.openings import Openings, openings
from fingerpost.classifying.personal import personal_data
from fingerpost.classifying.pieces import pieces_of
from fingerpost.classifying.reasons import HEADING_REASONS, in_order, reasons_of
from fingerpost.classifying.statements import Statement, prepare
from fingerpost.classifying.structure import structure_of
from fingerpost.classifying.votes import Votes, together
from fingerpost.cues import Target
from fingerpost.encoding import encoder
from fingerpost.learned import UNTAUGHT, Judgement
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Strategy
from fingerpost.suggestions import BROKEN_RULE, PERSONAL, Classified, Evidence, Reason
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet

_KEPT = 4
"""Compiled rulebooks kept by a process, newest last."""
_classifiers: dict[tuple[str, str, Path | None], "Classifier"] = {}


@dataclass(frozen=True, slots=True)
class Classifier:
    """A rulebook with all its matchers compiled."""

    rulebook: Rulebook
    matchers: Mapping[str, Matcher]
    believer: Believer | None = None

    def classify(
        self, strategies: Sequence[Strategy], meanings: Meanings
    ) -> tuple[Classified, ...]:
        """Classify each strategy by itself; its neighbours in the batch change nothing."""
        found = self._classify(strategies, meanings)
        return tuple(self._with_pieces(whole, meanings) for whole in found)

    def _with_pieces(self, whole: Classified, meanings: Meanings) -> Classified:
        """Doubt a strategy of several lines if one of them, by itself, tells of a need."""
        pieces = tuple(pieces_of(whole.strategy))
        told = (one.reasons for one in self._classify(pieces, meanings)) if pieces else ()
        if not any(Reason.MAY_BE_INDICATOR in reasons for reasons in told):
            return whole
        return replace(
            whole, reasons=in_order({*whole.reasons, Reason.MAY_BE_INDICATOR}), openings=()
        )

    def _classify(
        self, strategies: Sequence[Strategy], meanings: Meanings
    ) -> tuple[Classified, ...]:
        statements = prepare(strategies, meanings)
        votes = [matcher.votes(statements) for matcher in self.matchers.values()]
        beliefs = (Beliefs(),) * len(statements)
        if self.believer:
            beliefs = self.believer.beliefs(statements)
        return tuple(
            self._judge(_Heard(statement, together(tuple(parts)), belief))
            for statement, *parts, belief in zip(statements, *votes, beliefs, strict=True)
        )

    def _judge(self, heard: "_Heard") -> Classified:
        findings = self._findings(heard)
        reasons = reasons_of(findings, self.rulebook.council)
        classified = _classified(findings, reasons)
        if HEADING_REASONS.isdisjoint(reasons):
            return classified
        return replace(classified, openings=self._openings(findings, heard))

    def _findings(self, heard: "_Heard") -> Findings:
        statement, votes = heard.statement, heard.votes
        council, taxonomy = self.rulebook.council, self.rulebook.taxonomy
        structure = structure_of(statement, taxonomy)
        found = Findings(
            statement=statement,
            structure=structure,
            labels=label(votes.labels, heard.beliefs, structure, self.rulebook, statement.judged),
            fields=fields_of(votes.fields, structure, council),
            votes=votes.fields,
            gate=judge(statement, votes.fields, heard.beliefs.advice),
            personal=personal_data(statement.strategy, self.rulebook.names),
            taxonomy=taxonomy,
        )
        rules = self.rulebook.facet_rules
        return replace(found, broken=broken_rules(found, rules, council))

    def _openings(self, findings: Findings, heard: "_Heard") -> Openings:
        taxonomy, council = self.rulebook.taxonomy, self.rulebook.council
        areas = (*findings.labels.of(Facet.AREA).concepts, UNIVERSAL_AREA)
        guess = next((area for area in areas if area in taxonomy), "")

        def settles(statement: Statement) -> bool:
            if not structure_of(statement, taxonomy).kind_settled:
                return False
            return not reasons_of(self._findings(replace(heard, statement=statement)), council)

        return openings(findings.statement, taxonomy, guess, settles)


@dataclass(frozen=True, slots=True)
class _Heard:
    """A statement with what all matchers said of it."""

    statement: Statement
    votes: Votes
    beliefs: Beliefs


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
    """What the gate, the search for personal data and facet rules say, for whoever asks why."""
    for vote in findings.votes:
        if vote.target is Target.GATE:
            yield vote.value, vote.evidence
        elif vote.target is Target.TIER and vote.evidence.matcher != "headings":
            yield f"{vote.value} tier", vote.evidence
    for evidence in findings.personal:
        yield PERSONAL, evidence
    for rule in findings.broken:
        yield BROKEN_RULE, Evidence("facets", rule.says, rule.id)


def classifier_for(rulebook: Rulebook, judgement: Judgement = UNTAUGHT) -> Classifier:
    """Compile a rulebook, or return the compiled one of the same content."""
    key = (rulebook.digest, judgement.digest, judgement.vectors)
    made = _classifiers.pop(key, None) or _compiled(rulebook, judgement)
    _classifiers[key] = made
    while len(_classifiers) > _KEPT:
        _classifiers.pop(next(iter(_classifiers)))
    return made


def _compiled(rulebook: Rulebook, judgement: Judgement) -> Classifier:
    matchers = {name: build(rulebook) for name, build in MATCHERS.items()}
    learned = judgement.learned
    believer = Believer(learned, encoder(learned.encoder, judgement.vectors)) if learned else None
    return Classifier(rulebook, matchers, believer)
