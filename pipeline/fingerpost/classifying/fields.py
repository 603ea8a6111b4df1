"""Structure and field votes in, tier, phases and actor with what each rests on out."""

from collections.abc import Iterable
from dataclasses import dataclass

from fingerpost.classifying.structure import Ruling, Structure
from fingerpost.classifying.votes import FieldVote
from fingerpost.cues import Target
from fingerpost.rulebook import Council
from fingerpost.suggestions import Evidence

_ENOUGH = 0.4
_SUBJECT_REACH = 40
"""Who acts is named in the first characters of a statement, if at all."""
_PHASES = ("early-years", "ks1", "ks2", "ks3", "ks4", "post-16")


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one statement; `tier_settled` where headings or the council's own word say it."""

    tier: str = ""
    phases: tuple[str, ...] = ()
    actor: str = ""
    tier_settled: bool = False
    evidence: tuple[tuple[str, Evidence], ...] = ()


def fields_of(votes: Iterable[FieldVote], structure: Structure, council: Council) -> Fields:
    """Decide each field: headings first, then the statement's own words, then the council's word."""
    cues = tuple(v for v in votes if v.evidence.matcher != "headings" and v.score >= _ENOUGH)
    tier, tier_by = _decide(structure.tier, _firmest(cues, Target.TIER))
    phases, phases_by = _decide(structure.phases, _firmest(cues, Target.PHASE))
    actor, actor_by = _decide(structure.actor, _earliest(cues, Target.ACTOR))
    assumed = not tier and council.assumed_tier
    if assumed:
        tier, tier_by = (council.assumed_tier,), Evidence("council", council.name, "assumed tier")
    named = (("tier", tier_by), ("phase", phases_by), ("actor", actor_by))
    return Fields(
        tier="".join(tier[:1]),
        phases=tuple(phase for phase in _PHASES if phase in phases),
        actor="".join(actor[:1]),
        tier_settled=structure.tier.settled or _agrees(tier, structure, council),
        evidence=tuple((name, evidence) for name, evidence in named if evidence),
    )


def _agrees(tier: tuple[str, ...], structure: Structure, council: Council) -> bool:
    """Whether headings are silent and the tier is the one the council assumes."""
    return not structure.tier.values and tier[:1] == (council.assumed_tier,) != ("",)


def _decide(ruling: Ruling, cues: tuple[FieldVote, ...]) -> tuple[tuple[str, ...], Evidence | None]:
    if ruling.by and ruling.by.meaning:
        meaning = ruling.by.meaning
        rule = f"answered by {meaning.answered_by}" if meaning.answered_by else meaning.rule
        return ruling.values, Evidence("headings", ruling.by.text, rule)
    if cues:
        return tuple(dict.fromkeys(vote.value for vote in cues)), cues[0].evidence
    return (), None


def _firmest(cues: tuple[FieldVote, ...], target: Target) -> tuple[FieldVote, ...]:
    found = (vote for vote in cues if vote.target is target)
    return tuple(sorted(found, key=lambda vote: (-vote.score, vote.place, vote.evidence.rule)))


def _earliest(cues: tuple[FieldVote, ...], target: Target) -> tuple[FieldVote, ...]:
    found = (v for v in cues if v.target is target and v.place <= _SUBJECT_REACH)
    return tuple(sorted(found, key=lambda vote: (vote.place, -vote.score, vote.evidence.rule)))
