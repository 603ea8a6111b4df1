"""Everything known of a statement in, the reasons why a person must look, worst first, out."""

import re
from collections.abc import Iterable, Iterator

from fingerpost.classifying.facets import in_child_section
from fingerpost.classifying.findings import Findings
from fingerpost.classifying.gate import is_told, speaks
from fingerpost.classifying.statements import Statement
from fingerpost.classifying.voices import asks_an_adult
from fingerpost.classifying.votes import FieldVote
from fingerpost.cues import Target
from fingerpost.rulebook import Council
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet

HEADING_REASONS = frozenset({Reason.HEADING_NOT_SETTLED, Reason.INFERRED_HEADING})
"""Doubts that an answer about a heading takes away."""

_EVEN = 0.5
_DOUBTFUL = 0.35
"""Below this belief that it is advice a person is asked; with the doubts of words together, by text alone, about 1 in 18 pieces of advice and 13 in 15 of the rest (tests/gold)."""
_TURNS = re.compile(
    r"\b(?:avoid\w*|never|not|no|stop|without|refrain\w*|don['’]?t|cannot|can['’]?t)\b"
    r"|\b(?:unhelpful|ineffective|outdated|harmful|less helpful|poor practice|previously)\b"
    r"|\b(?:we|staff|teachers|adults|schools) used to\b|\b(?:instead of|rather than)\W*$",
    re.IGNORECASE,
)
"""Words of a lead-in that say the opposite of what it introduces, which alone would be harmful."""
_WARNS = re.compile(
    r"^(?!.*\b(?:if|when|where|whether|what|which|that|who|until)\b)"
    r".*(?:\b(?:do(?:es)?|did)(?: not|n['’]t) (?:work|help)\b|\bcounter-?productive\b"
    r"|\b(?:is|are|was|were) (?:rarely |often |usually )?(?:unhelpful|ineffective|harmful)\b"
    r"|\bnot (?:helpful|effective|recommended|advised|advisable)\b"
    r"|\((?:avoid|not recommended|do not use|don['’]?t)\))",
    re.IGNORECASE,
)
"""Words that say of a practice that it does no good; "what does not help" is what advice may ask for."""
_SPECIALIST = "specialist"
_ORDER = {reason: place for place, reason in enumerate(Reason)}


def reasons_of(findings: Findings, council: Council) -> tuple[Reason, ...]:
    """Collect every reason once, in the order of `Reason`, which is worst first."""
    found = {
        *_layout(findings.statement),
        *_kind(findings),
        *_labels(findings),
        *_content(findings),
        *_voice(findings.statement, council),
        *(rule.reason for rule in findings.broken),
    }
    if council.acceptance != "structure" or not _settled(findings):
        found.add(Reason.HEADING_NOT_SETTLED)
    return in_order(found)


def in_order(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    """Put reasons in the order in which people meet them, worst first."""
    return tuple(sorted(reasons, key=_ORDER.__getitem__))


def _layout(statement: Statement) -> Iterator[Reason]:
    """The doubts of the layout; a look-alike that is answered or wholly explained is a heading."""
    heads = zip(reversed(statement.strategy.heads), statement.heads, strict=True)
    open_heads = any(head.inferred and not placed.stated for head, placed in heads)
    for doubt in map(Reason, statement.strategy.doubts):
        if doubt is not Reason.INFERRED_HEADING or open_heads:
            yield doubt
    if _TURNS.search(statement.strategy.lead_in):
        yield Reason.NOT_WHOLE


def _kind(findings: Findings) -> Iterator[Reason]:
    gate, told = findings.gate, is_told(findings.statement)
    asks = not told and gate.probability >= _EVEN and not gate.led
    if (speaks(gate.indicator) and not asks) or _is_said_of_oneself(findings.statement):
        yield Reason.MAY_BE_INDICATOR
    elif (
        gate.probability < _DOUBTFUL
        or (told and speaks(gate.other))
        or speaks(gate.harm)
        or _WARNS.search(findings.statement.strategy.text)
    ):
        yield Reason.MAY_NOT_BE_STRATEGY


def _is_said_of_oneself(statement: Statement) -> bool:
    """Whether a child tells of feelings or deeds, and asks an adult for nothing."""
    return statement.voice == "child" and not asks_an_adult(statement.strategy.text)


def _labels(findings: Findings) -> Iterator[Reason]:
    if not findings.labels.of(Facet.AREA).concepts:
        yield Reason.NO_LABEL
    at_odds = findings.structure.at_odds or _is_coloured_otherwise(findings)
    if findings.labels.contradicted or at_odds:
        yield Reason.LABELS_DISAGREE


def _is_coloured_otherwise(findings: Findings) -> bool:
    """Whether a statement has the colour of another area than the one its headings state."""
    hint, stated = findings.statement.hint, findings.structure.facets[Facet.AREA].values
    meant = hint.meaning.concepts if hint and hint.meaning else ()
    cores = findings.taxonomy.cores
    return (
        bool(meant and stated) and stated != (UNIVERSAL_AREA,) and not cores(meant) & cores(stated)
    )


def _content(findings: Findings) -> Iterator[Reason]:
    if findings.personal:
        yield Reason.PERSONAL_DATA
    if findings.fields.tier == _SPECIALIST or any(map(_names_specialist, findings.votes)):
        yield Reason.SPECIALIST_TIER


def _names_specialist(vote: FieldVote) -> bool:
    """Whether the statement's own words do, whatever tier its heading states."""
    in_words = vote.target is Target.TIER and vote.evidence.matcher != "headings"
    return in_words and vote.value == _SPECIALIST and speaks(vote.score)


def _voice(statement: Statement, council: Council) -> Iterator[Reason]:
    """A voice that the council's directory does not publish; the child's has sections of its own."""
    in_section = in_child_section(statement, council)
    if not in_section and council.voices and statement.voice not in council.voices:
        yield Reason.WRONG_VOICE


def _settled(findings: Findings) -> bool:
    """Whether headings alone, by whole rules or people's answers, state kind, area and tier."""
    return (
        findings.structure.kind_settled
        and findings.labels.of(Facet.AREA).settled
        and findings.fields.tier_settled
    )
