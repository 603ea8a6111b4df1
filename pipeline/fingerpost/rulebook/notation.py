"""A phrase with choices in it in, every plain phrase it stands for out.

`what you/we may (also) notice` stands for four phrases: a stroke parts words of which one is
meant, round brackets enclose words that may be left out.
"""

import re
from itertools import product

MOST_PHRASES = 200
"""One phrase may stand for so many; more is a slip of the pen."""

_PART = re.compile(r"\(([^()]*)\)|([^\s()]+)")
_BALANCED = re.compile(r"[^()]*(?:\([^()]+\)[^()]*)*")


def expand(phrase: str) -> tuple[str, ...]:
    """Return the plain phrases, each once, in the order in which they are read.

    Raises:
        ValueError: with what is wrong, to be shown after file and line.
    """
    if not _BALANCED.fullmatch(phrase):
        raise ValueError(f"the round brackets of '{phrase}' do not pair up; close each one")
    choices = [_choices(optional, words) for optional, words in _PART.findall(phrase)]
    if _count(choices) > MOST_PHRASES:
        raise ValueError(
            f"'{phrase}' stands for more than {MOST_PHRASES} phrases; write it as several"
        )
    plain = dict.fromkeys(" ".join(filter(None, words)) for words in product(*choices))
    return tuple(p for p in plain if p)


def _choices(optional: str, word: str) -> tuple[str, ...]:
    if not optional:
        return tuple(word.split("/")) if word.strip("/") else (word,)
    inner = [word.split("/") for word in optional.split()]
    return ("", *(" ".join(words) for words in product(*inner)))


def _count(choices: list[tuple[str, ...]]) -> int:
    total = 1
    for choice in choices:
        total *= len(choice)
    return total
