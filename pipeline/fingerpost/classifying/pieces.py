"""A strategy in, the lines that follow its first, each as a strategy to be judged by itself, out.

A line or paragraph that goes on from an item may be no advice: "Pupils may struggle to …", set in
below it. Beside words that ask for something it would go unnoticed.
"""

from collections.abc import Iterator
from dataclasses import replace

from fingerpost.strategies import Strategy


def pieces_of(strategy: Strategy) -> Iterator[Strategy]:
    """Yield nothing where the strategy stands in one line."""
    lines = [" ".join(line.split()) for line in strategy.source_text.split("\n")]
    for line in filter(None, lines[1:]):
        yield replace(strategy, text=line, source_text=line, lead_in="", join=None, split=None)
