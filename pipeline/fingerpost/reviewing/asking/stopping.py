"""What answers about accepted statements say in, whether people can stop reading, in words, out."""

from fingerpost.calibration import Audit
from fingerpost.pages import plural

PICKED = "Picked by lot: please read this one."
"""What stands beside each statement that was picked."""


def picked_told(count: int) -> str:
    """Return the words above the statements that were picked by lot."""
    return (
        f"Picked by lot: please read {'this one' if count == 1 else f'these {count}'}. Nobody "
        f"answered about {'it' if count == 1 else 'them'} so far. Choose “All fine” beside each one "
        "that is right, “Pull out” beside any that is not."
    )


def minutes_to_read(audit: Audit | None, seconds_each: float) -> int:
    """Return how long people still read what was picked by lot; 0 where they can stop.

    `seconds_each` is how long they take over a statement.
    """
    if audit is None or not audit.whole:
        return 0
    return -(-int(audit.needed * seconds_each) // 60)


def stop_told(audit: Audit | None, seconds_each: float) -> str:
    """Say whether people can stop, or what to read first and how long it takes; "" if not asked.

    `seconds_each` is how long people take over a statement.
    """
    if audit is None or not audit.whole:
        return ""
    if not audit.accepted:
        return "You can stop: people have answered about every statement by itself."
    if not audit.needed:
        said = f"of {_accepted(audit)} {_wrong(audit.at_most)}, {_surely(audit)}"
        return f"You can stop: {said}.{_so_far(audit)}"
    minutes = plural(minutes_to_read(audit, seconds_each), "minute")
    if audit.needed >= audit.accepted:
        few = f"Read {_all(audit)} (about {minutes}): a part would not say enough about the rest."
        return f"{few}{_so_far(audit)}"
    more = " more" if audit.drawn else ""
    claim = f"that of {_accepted(audit)} {_wrong(audit.allowed)}"
    now = f" Now it is at most {audit.at_most}." if audit.drawn else ""
    return (
        f"Read {audit.needed}{more} of those picked by lot (about {minutes}) to be able to say "
        f"{claim}, {_surely(audit)}.{now}{_so_far(audit)}"
    )


def _wrong(most: int) -> str:
    return f"at most {most} {'is' if most == 1 else 'are'} wrong" if most else "none is wrong"


def _accepted(audit: Audit) -> str:
    return f"{audit.accepted:,} accepted"


def _all(audit: Audit) -> str:
    return (
        "the one accepted statement"
        if audit.accepted == 1
        else f"all {audit.accepted} accepted statements"
    )


def _so_far(audit: Audit) -> str:
    if not audit.drawn:
        return ""
    wrong = "none" if not audit.wrong else str(audit.wrong)
    were = "were" if audit.wrong > 1 else "was"
    return f" Of {audit.drawn} read by lot {wrong} {were} wrong."


def _surely(audit: Audit) -> str:
    percent = f"{100 * audit.assurance:.1f}".removesuffix(".0")
    return f"with {percent} % assurance"
