"""A workbook of the directory in use and the log in, whether it says anything that is not taken in out."""

from collections.abc import Sequence

from fingerpost.decisions import Decision
from fingerpost.errors import ReturnRefused
from fingerpost.outcome import Outcome
from fingerpost.reviewing.refs import index
from fingerpost.reviewing.returning.answering import decide
from fingerpost.reviewing.returning.held import Memory
from fingerpost.reviewing.returning.returns import open_return, understand


def holds_unread_changes(data: bytes, outcome: Outcome, log: Sequence[Decision]) -> bool:
    """Whether taking it in would add anything, or set anything aside that nobody was told of.

    A workbook that cannot be read counts so: nobody's work is put away unread.
    """
    known, memory = index(outcome), Memory.of(log)
    try:
        returned = understand(open_return("", data), known, outcome.rulebook.taxonomy)
    except ReturnRefused:
        return True
    found = decide(returned, outcome, known, "", memory)
    if found.answers:
        return True
    return bool(found.set_aside or found.undecided) and not Memory.of(log).knows(returned.pack)
