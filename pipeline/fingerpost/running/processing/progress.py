"""Steps and counts in, a progress bar on a terminal or plain lines elsewhere out, on stderr."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def say(line: str) -> None:
    """Tell people what happens, apart from results."""
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()


def watched(batches: Iterable[tuple[T, ...]], total: int, what: str) -> Iterator[T]:
    """Yield what the batches hold, one by one, and show how far the work has got."""
    if not sys.stderr.isatty():
        say(f"{what}: {total}")
        for batch in batches:
            yield from batch
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        for batch in batches:
            yield from batch
            bar.advance(task, len(batch))
