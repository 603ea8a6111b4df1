"""How far the reading age of a few words is from that of a whole file of exemplars.

Run: python -m benchmarks.review.reading
"""

import random
import statistics
from collections.abc import Iterator, Sequence

from fingerpost.reviewing.asking.hints import FEWEST_WORDS, reading_age
from fingerpost.rulebook import load_rulebook

from benchmarks.review.left_out import RULES

LENGTHS = (15, 30, 50, 75, 100, 150)
PASSAGES = 60
FEWEST_STATEMENTS = 60


def passages(statements: Sequence[str], words: int, chance: random.Random) -> Iterator[str]:
    """Statements that follow each other, until there are so many words."""
    for _ in range(PASSAGES):
        start = chance.randrange(len(statements) - FEWEST_STATEMENTS // 2)
        taken: list[str] = []
        for statement in statements[start:]:
            taken.append(statement)
            if sum(len(one.split()) for one in taken) >= words:
                break
        yield " ".join(taken)


def main() -> None:
    files: dict[str, list[str]] = {}
    for one in load_rulebook(RULES).exemplars:
        text = one.text if one.text.endswith((".", "!", "?")) else f"{one.text}."
        files.setdefault(one.origin.partition(" ")[0], []).append(text)
    files = {name: texts for name, texts in files.items() if len(texts) >= FEWEST_STATEMENTS}
    ages = {name: reading_age(" ".join(texts)) for name, texts in files.items()}
    print(
        f"Reading ages of {len(files)} files: {min(ages.values()):.1f} to {max(ages.values()):.1f}"
    )
    print(
        f"{'words':>6} {'mean error':>11} {'standard deviation':>19}   (told from {FEWEST_WORDS})"
    )
    chance = random.Random(1)
    for words in LENGTHS:
        errors = [
            reading_age(passage) - ages[name]
            for name, texts in files.items()
            for passage in passages(texts, words, chance)
        ]
        print(f"{words:>6} {statistics.mean(errors):>11.2f} {statistics.pstdev(errors):>19.2f}")


if __name__ == "__main__":
    main()
