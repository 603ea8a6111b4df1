"""What people decided in, examples to learn from out."""

from collections.abc import Iterator

from fingerpost.decisions import Action, Standing, Verdict
from fingerpost.exemplars import Exemplar
from fingerpost.lots import is_on_trial
from fingerpost.strategies import Role


def decided(standing: Standing) -> tuple[Exemplar, ...]:
    """Return one example for each statement that people agreed on, with the labels they left or gave.

    What was rejected teaches only what is no advice; what is open, in dispute or was retired
    teaches nothing, nor does the half that is kept apart by lot, on which what was learned is
    tested. What a person worded anew teaches by these words: those in Word were no advice as they
    stood, or named somebody. Of equal texts the one decided last counts.
    """
    found = {
        one.text: one for item, verdict in teaching(standing) for one in _examples(item, verdict)
    }
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


def _examples(item: str, verdict: Verdict) -> Iterator[Exemplar]:
    origin = f"decided by {verdict.reviewer or 'a reviewer'} ({item})"
    if verdict.action is Action.REJECTED:
        yield Exemplar(text=verdict.text_seen, role=Role.NOTE, origin=origin)
        return
    for line in (verdict.wording or verdict.text_seen).split("\n"):
        yield Exemplar(text=line, labels=verdict.labels, origin=origin)
