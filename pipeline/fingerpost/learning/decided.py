"""What people decided in, examples to learn from out."""

from collections.abc import Iterator

from fingerpost.decisions import Action, Standing, Verdict
from fingerpost.exemplars import Exemplar
from fingerpost.lots import is_on_trial
from fingerpost.strategies import Role


def decided(standing: Standing) -> tuple[Exemplar, ...]:
    """Return one example for each statement that people agreed on, with the labels they left or gave.

    What was rejected teaches only what is no advice; what is open or in dispute teaches nothing, nor
    does the half that is kept apart by lot, on which what was learned is tested.
    Labels are of the Word text that was judged. Of equal texts the one decided last counts.
    """
    found = {verdict.text_seen: _example(item, verdict) for item, verdict in teaching(standing)}
    return tuple(found.values())


def teaching(standing: Standing) -> Iterator[tuple[str, Verdict]]:
    """Yield the items about which people agree and that may teach, the one decided last at the end."""
    for item, verdict in sorted(
        standing.verdicts.items(), key=lambda one: (one[1].decided_on, one[0])
    ):
        if _teaches(verdict):
            yield item, verdict


def together(
    examples: tuple[Exemplar, ...], of_people: tuple[Exemplar, ...]
) -> tuple[Exemplar, ...]:
    """Return all examples; where people decided on an exemplar's own text, what they said counts."""
    said = {one.text for one in of_people}
    return (*(one for one in examples if one.text not in said), *of_people)


def _teaches(verdict: Verdict) -> bool:
    settled = verdict.action in (Action.APPROVED, Action.REJECTED) and not verdict.disagreement
    return settled and bool(verdict.text_seen) and not is_on_trial(verdict.digest)


def _example(item: str, verdict: Verdict) -> Exemplar:
    origin = f"decided by {verdict.reviewer or 'a reviewer'} ({item})"
    if verdict.action is Action.REJECTED:
        return Exemplar(text=verdict.text_seen, role=Role.NOTE, origin=origin)
    return Exemplar(text=verdict.text_seen, labels=verdict.labels, origin=origin)
