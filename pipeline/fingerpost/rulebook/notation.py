"""A phrase with choices in it in, every plain phrase it stands for (or a token pattern) out.

`what you/we may (also) notice` stands for four phrases: a stroke parts words of which one is
meant, round brackets enclose words that may be left out. In cues `...` is a gap of up to four
words, `=` asks for a word exactly as written and not in another form, and `^` at the beginning
asks that the statement begins so.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

MOST_PHRASES = 200
"""One phrase may stand for so many; a cue with more becomes a token pattern."""
GAP = "..."
WIDEST_GAP = "{0,4}"
FIRST = "^"
EXACT = "="

_RUN_TOGETHER = " - "
_PART = re.compile(r"\(([^()]*)\)|([^\s()]+)")
_BALANCED = re.compile(r"[^()]*(?:\([^()]+\)[^()]*)*")

Token = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Part:
    """Words one after another, each with its choices; optional ones may be left out together."""

    words: tuple[tuple[str, ...], ...]
    optional: bool = False


def expand(phrase: str) -> tuple[str, ...]:
    """Return the plain phrases, each once, in the order in which they are read.

    Raises:
        ValueError: with what is wrong, to be shown after file and line.
    """
    parts = _parts(phrase)
    if _count(parts) > MOST_PHRASES:
        raise ValueError(
            f"'{phrase}' stands for more than {MOST_PHRASES} phrases; write it as several"
        )
    plain = dict.fromkeys(" ".join(filter(None, words)) for words in product(*map(_spelt, parts)))
    return tuple(p for p in plain if p)


def token_patterns(phrase: str) -> tuple[tuple[Token, ...], ...]:
    """Return the phrase as spaCy token patterns over lemmas, gaps and all.

    Raises:
        ValueError: with what is wrong, to be shown after file and line.
    """
    if re.search(r"\w[-']\w", phrase):
        raise ValueError(f"'{phrase}' has a gap; write its hyphens as spaces, without apostrophes")
    required = [part for part in _parts(phrase) if not part.optional and part.words[0] != (GAP,)]
    if GAP in phrase.split() and len(required) < len(("before", "after")):
        raise ValueError(f"'{phrase}' has a gap; put a word that must stand there on either side")
    first = phrase.startswith(FIRST)
    variants = product(*map(_variants, _parts(phrase.casefold().removeprefix(FIRST))))
    patterns = (tuple(token for part in variant for token in part) for variant in variants)
    return tuple(
        form for pattern in patterns for form in (_begun(pattern) if first else (pattern,))
    )


def needs_pattern(phrase: str) -> bool:
    """Whether a phrase has a gap or stands for too many to be written out."""
    special = GAP in phrase.split() or phrase.startswith(FIRST) or EXACT in phrase
    return special or _count(_parts(phrase)) > MOST_PHRASES


def meant(phrase: str) -> tuple[tuple[str, ...], tuple[tuple[Token, ...], ...]]:
    """Return what a cue's phrase stands for: plain phrases or, where these will not do, patterns.

    Raises:
        ValueError: with what is wrong, to be shown after file and line.
    """
    return ((), token_patterns(phrase)) if needs_pattern(phrase) else (expand(phrase), ())


@lru_cache(maxsize=10_000)
def _parts(phrase: str) -> tuple[_Part, ...]:
    if _RUN_TOGETHER in phrase:
        raise ValueError(
            f"'{phrase}' looks like two entries run together; begin each on a line of its own, "
            "indented like the others"
        )
    if not _BALANCED.fullmatch(phrase):
        raise ValueError(f"the round brackets of '{phrase}' do not pair up; close each one")
    return tuple(
        _Part(tuple(map(_choices, (optional or word).split())), optional=bool(optional))
        for optional, word in _PART.findall(phrase)
    )


def _choices(word: str) -> tuple[str, ...]:
    return tuple(filter(None, word.split("/"))) or (word,)


def _count(parts: tuple[_Part, ...]) -> int:
    total = 1
    for part in parts:
        total *= len(_spelt(part))
    return total


def _spelt(part: _Part) -> tuple[str, ...]:
    spelt = tuple(" ".join(words) for words in product(*part.words))
    return ("", *spelt) if part.optional else spelt


def _variants(part: _Part) -> Iterator[tuple[Token, ...]]:
    if part.optional and len(part.words) == 1:
        yield (_token(part.words[0], "?"),)
        return
    if part.optional:
        yield ()
    yield tuple(_token(choices) for choices in part.words)


def _token(choices: tuple[str, ...], times: str = "") -> Token:
    if choices == (GAP,):
        return {"OP": WIDEST_GAP}
    form = "LOWER" if choices[0].startswith(EXACT) else "LEMMA"
    words = [choice.removeprefix(EXACT) for choice in choices]
    wanted: object = words[0] if len(words) == 1 else {"IN": words}
    return {form: wanted, "OP": times} if times else {form: wanted}


def _begun(pattern: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """Yield the pattern for each word it may begin with, as the first of the text."""
    for i, token in enumerate(pattern):
        required = {name: value for name, value in token.items() if name != "OP"}
        yield ({**required, "IS_SENT_START": True}, *pattern[i + 1 :])
        if token.get("OP") != "?":
            return
