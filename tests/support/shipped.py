"""The name of a council in, its rules as this repository ships them out, read once by each process."""

from functools import cache
from pathlib import Path

from fingerpost.rulebook import Rulebook, load_rulebook

RULES = Path(__file__).parents[2] / "rules"


def shipped_rules(council: str = "leeds") -> Rulebook:
    return _read(council)


@cache
def _read(council: str) -> Rulebook:
    return load_rulebook(RULES, council)
