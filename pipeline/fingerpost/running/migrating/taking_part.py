"""An outcome and the log in, the pages for everybody who took part out, by their names."""

from collections.abc import Mapping, Sequence
from functools import partial

from fingerpost.classifying import personal_words
from fingerpost.decisions import Decision
from fingerpost.outcome import Outcome
from fingerpost.reporting import proposals_page, wanted, you_said_page


def taking_part(outcome: Outcome, log: Sequence[Decision]) -> Mapping[str, str]:
    """Return the wished-for categories for a meeting, and what became of all that was said.

    Both may go to people outside the team, so words that may identify somebody are left out.
    """
    suspects = partial(personal_words, known=outcome.rulebook.names)
    return {
        "proposals.html": proposals_page(outcome, wanted(outcome, log, suspects)),
        "you-said.html": you_said_page(outcome, log, suspects),
    }
