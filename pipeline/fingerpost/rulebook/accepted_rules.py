"""Rules and what people accepted in, the rules with one cue more for each accepted rule out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fingerpost.cues import Cue, Target
from fingerpost.decisions import RuleAnswer
from fingerpost.rulebook.book import Rulebook
from fingerpost.rulebook.digesting import digest
from fingerpost.taught import NO_ADVICE
from fingerpost.taxonomy import Taxonomy

_WHERE = "decisions.csv"


def with_accepted(rulebook: Rulebook, answers: Iterable[RuleAnswer]) -> Rulebook:
    """Add what people accepted; a rule about a category that is gone says nothing.

    A rule's id names who accepted it, so that whatever rests on it says so.
    """
    accepted = (one for one in answers if one.accepted)
    cues = tuple(sorted(_cues(accepted, rulebook.taxonomy), key=lambda cue: cue.id))
    if not cues:
        return rulebook
    made = replace(rulebook, cues=(*rulebook.cues, *cues))
    return replace(made, digest=digest(made))


def _cues(answers: Iterable[RuleAnswer], taxonomy: Taxonomy) -> Iterator[Cue]:
    for one in answers:
        is_gate = one.rule.value == NO_ADVICE
        value = one.rule.value if is_gate else taxonomy.standing(one.rule.value)
        if is_gate or value in taxonomy:
            yield Cue(
                id=f"{one.rule.key} accepted by {one.reviewer}",
                target=Target.GATE if is_gate else Target.CONCEPT,
                value=value,
                phrases=(one.rule.phrase,),
                written=(one.rule.phrase,),
                file=_WHERE,
            )
