"""A folder of rules in, the learned matchers that are shipped with it out: with its encoder and without.

Whoever changes an exemplar runs `make learned`; until then each workspace learns anew by itself.
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from fingerpost.decisions import Standing
from fingerpost.learning import write_learned
from fingerpost.rulebook import load_rulebook
from fingerpost.running.rules.learner import Learner, shipped_file


def ship(rules: Path, state: Path) -> Iterator[Path]:
    """Learn from the exemplars alone, and yield each file that was written below `rules/learned`."""
    rulebook = load_rulebook(rules)
    for name in sorted({"none", rulebook.encoder}):
        learned = Learner(rules, state).learned(replace(rulebook, encoder=name), Standing())
        if learned:
            path = shipped_file(rules, name)
            write_learned(learned, path)
            yield path


if __name__ == "__main__":
    folder = Path(sys.argv[1] if sys.argv[1:] else "rules")
    for written in ship(folder, folder.parent / ".fingerpost"):
        print(f"{written}: {written.stat().st_size:,} bytes")  # noqa: T201 - the answer
