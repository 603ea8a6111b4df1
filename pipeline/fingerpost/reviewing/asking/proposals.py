"""A statement that may be several, or part of one, in, the sentence that proposes so out."""

from collections.abc import Iterable, Mapping

from fingerpost.directory import Item, Status
from fingerpost.strategies import Join, Strategy

_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}

Place = tuple[str, str]
"""A document and a locator in it."""


def begun_above(items: Iterable[Item]) -> dict[Place, Item]:
    """Find the statements that others seem to go on from, by the place of the one that goes on."""
    return {
        (item.classified.strategy.source, locator): item
        for item in items
        if (join := open_join(item.classified.strategy))
        for locator in join.locators[1:]
    }


def open_join(strategy: Strategy) -> Join | None:
    """Return the proposal to join a statement to others that stand apart from it in Word."""
    join = strategy.join
    return join if join and not join.done and len(join.locators) > 1 else None


def proposal(item: Item, above: Mapping[Place, Item]) -> str:
    """Say in a queue's row what a statement may be, and how to make it so; empty where it is one."""
    strategy = item.classified.strategy
    begun = above.get((strategy.source, strategy.locator))
    if strategy.split:
        return (
            f"{_reads_like(strategy)} To part them, put each on a line of its own under Wording "
            "and choose Change."
        )
    if join := open_join(strategy):
        return (
            f"The next statement seems to go on from it: “{join.text}”. To make them one, write "
            "the whole under Wording here and choose Change."
        )
    return _going_on(begun) if begun else ""


def skimmed_proposal(strategy: Strategy) -> str:
    """Say beside a settled statement what it may be; empty where it is one."""
    if strategy.split:
        return f"({_reads_like(strategy)} To part them, choose Pull out.)"
    if open_join(strategy):
        return "(The next statement seems to go on from it. To make them one, choose Pull out.)"
    return ""


def _reads_like(strategy: Strategy) -> str:
    parts = strategy.split.parts if strategy.split else ()
    number = _NUMBERS.get(len(parts), str(len(parts)))
    return f"It reads like {number} statements: {' / '.join(f'“{part.text}”' for part in parts)}."


def _going_on(begun: Item) -> str:
    waits = begun.status is Status.REVIEW
    where = "there" if waits else "there (choose Pull out beside it on the Skim sheet first)"
    return (
        f"It seems to go on from the statement above, “{begun.text}”. To make them one, write the "
        f"whole under Wording {where} and choose Change."
    )
