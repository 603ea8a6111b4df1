"""Items with answers, made by hand, for tests of what answers say of the program's beliefs."""

from collections.abc import Sequence
from dataclasses import replace

from fingerpost.decisions import Action, Verdict
from fingerpost.directory import Item, Status
from fingerpost.lots import is_on_trial
from fingerpost.suggestions import Ranked, Reason
from fingerpost.taxonomy import Facet

from tests.support.outcomes import digest, statement

NOT_SETTLED = (Reason.HEADING_NOT_SETTLED,)
HEARING, LEARNING = "sensory-and-physical", "cognition-and-learning"


def item(
    text: str,
    belief: float = 0.9,
    answer: str | Action | None = None,
    *,
    reasons: Sequence[Reason] = NOT_SETTLED,
    settled: bool = False,
    **more: object,
) -> Item:
    """Return an item filed under Hearing; an answer is an area a person chose, or an action."""
    made = statement(text, "Mystery", reasons=reasons, **more)
    assignments = tuple(
        replace(one, settled=settled, ranked=(Ranked(one.concepts[0], belief),))
        for one in made.classified.assignments
    )
    classified = replace(made.classified, assignments=assignments, strategy_probability=1.0)
    return _answered(replace(made, classified=classified), answer)


def _answered(made: Item, answer: str | Action | None) -> Item:
    if answer is None:
        return made
    action = answer if isinstance(answer, Action) else Action.APPROVED
    labels = {} if isinstance(answer, Action) else {Facet.AREA: (answer,)}
    verdict = Verdict(
        action=action,
        reviewer="Ann",
        decided_on="2025-03-03T10:00:00+00:00",
        text_seen=made.text,
        digest=made.classified.strategy.digest,
        labels=labels,
    )
    decided = {Action.APPROVED: Status.APPROVED, Action.REJECTED: Status.REJECTED}
    status = decided.get(action, Status.REVIEW)
    reasons = () if action in decided else made.reasons
    return replace(made, verdict=verdict, status=status, reasons=reasons)


def texts(count: int, *, on_trial: bool | None = None) -> list[str]:
    """Return texts of which answers test the program, or do not, or either."""
    found: list[str] = []
    number = 0
    while len(found) < count:
        number += 1
        text = f"Advice {number}"
        if on_trial is None or is_on_trial(digest(text)) is on_trial:
            found.append(text)
    return found
