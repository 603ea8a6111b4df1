"""What people said in, the pages to hand out and to take to a meeting out."""

from collections.abc import Sequence
from itertools import groupby

from fingerpost.decisions import Decision
from fingerpost.outcome import Outcome
from fingerpost.pages import render
from fingerpost.reporting.heard import Suspects
from fingerpost.reporting.summary import TEMPLATES
from fingerpost.reporting.wanted import Wanted
from fingerpost.reporting.you_said import Said, State, you_said

MOST_EXAMPLES = 7
"""Statements that one printed page has room for."""

_LONGEST = 160
_OPENING = {
    State.DONE: "What we did",
    State.OPEN: "What is still open",
    State.BEFORE: "What was settled before you said it",
}


def proposals_page(outcome: Outcome, proposals: Sequence[Wanted]) -> str:
    """Return one page a category that people want, for a meeting to decide about; it prints so."""
    return render(
        TEMPLATES,
        "proposals.html",
        sheet="proposals.css",
        here="proposals.html",
        council=outcome.rulebook.council.name,
        proposals=proposals,
        most=MOST_EXAMPLES,
        longest=_LONGEST,
        copies=outcome.copies,
    )


def you_said_page(outcome: Outcome, log: Sequence[Decision], suspects: Suspects) -> str:
    """Return what was said and what became of it, to hand to everybody who took part."""
    said = you_said(outcome, log, suspects)
    return render(
        TEMPLATES,
        "you-said.html",
        here="you-said.html",
        council=outcome.rulebook.council.name,
        said=said,
        parts=[(_OPENING[state], _by_statement(said, state)) for state in _OPENING],
    )


def _by_statement(said: Sequence[Said], state: State) -> list[tuple[str, str, list[Said]]]:
    """Gather what was said of one statement, with what became of it."""
    mine = [one for one in said if one.state is state]
    return [
        (about, became, list(group))
        for (about, became), group in groupby(mine, key=lambda one: (one.about, one.became))
    ]
