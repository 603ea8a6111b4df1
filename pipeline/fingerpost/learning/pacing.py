"""The log in, the lines of it that teach by now out: answers teach once enough have come together.

What is learned speaks of every statement, so that learning at each edit would change pages that
nobody touched. An apply waits, with those after it, until they are many beside what was learned.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from fingerpost.decisions import IDENTITY_ACTIONS, VERDICTS, Decision
from fingerpost.opinions import standing_lines

SHARE = 0.25
"""It is learned anew once answers have come that are such a share of those learned from."""


def teaching_lines(decisions: Sequence[Decision], share: float = SHARE) -> tuple[Decision, ...]:
    """Return the standing lines that came in until it was learned last.

    What was taken back since teaches no more, at once; it still counts as an answer that came, so
    that nothing else is learned earlier or later for it. A later answer about a statement waits as
    any other does: until then the earlier one teaches.
    """
    last = _learned_until(decisions, share)
    return tuple(line for line in standing_lines(decisions) if line.seq <= last)


def _learned_until(decisions: Iterable[Decision], share: float) -> int:
    """Return the number of the last line of the apply after which it was learned last; 0 for none."""
    people_s = (line for line in decisions if line.last_action_type not in IDENTITY_ACTIONS)
    learned = waiting = last = 0
    for _, lines in groupby(people_s, key=attrgetter("last_action_date")):
        apply = tuple(lines)
        waiting += _answers(apply)
        if waiting >= share * learned:
            learned, waiting, last = learned + waiting, 0, apply[-1].seq
    return last


def _answers(apply: Iterable[Decision]) -> int:
    """Count the statements about which something was decided."""
    return len({line.resource_id for line in apply if line.last_action_type in VERDICTS})
