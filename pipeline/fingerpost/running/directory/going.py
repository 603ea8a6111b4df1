"""A log and the statements that a load would retire in, why people or readers wanted that, out."""

from collections.abc import Iterable, Mapping, Sequence

from fingerpost.curating import fold, made_of
from fingerpost.decisions import Action, Decision, Standing, Verdict

_DID = {
    Action.REJECTED: "rejected it",
    Action.WITHDRAWN: "retired it",
    Action.NOT_SURE: "was not sure of it",
    Action.PULLED_OUT: "pulled it out to be looked at again",
    Action.PARKED: "put it on hold for the meeting",
    Action.UNFITTING: "found that no category fits it",
}


def why_gone(log: Sequence[Decision], gone: Iterable[str]) -> Mapping[str, str]:
    """Say of each statement why it goes, as far as anybody said so; a part goes with its whole."""
    standing, made = fold(log), made_of(log)
    told = {item: _why(standing, item, made.get(item, item)) for item in gone}
    return {item: f"because {why}" for item, why in told.items() if why}


def _why(standing: Standing, item: str, whole: str) -> str:
    for report in (*standing.reports.get(item, ()), *standing.reports.get(whole, ())):
        if report.kind.holds_back and not report.answered:
            return f"a reader said that {report.kind.words}, and nobody has answered that yet"
    verdict = standing.verdicts.get(item) or standing.verdicts.get(whole)
    if verdict and (said := _said(verdict)):
        return said
    return "no document gives it as advice any more" if item in standing.retired else ""


def _said(verdict: Verdict) -> str:
    if verdict.disagreement:
        return "people differ about it"
    if verdict.action not in _DID:
        return ""
    note = f" (“{verdict.note}”)" if verdict.note else ""
    return f"{verdict.reviewer or 'somebody'} {_DID[verdict.action]}{note}"
