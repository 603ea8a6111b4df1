"""One sentence in, where a second piece of advice begins after an "and" out."""

import re
from collections.abc import Iterator

from fingerpost.extracting.advice import begins_with_verb
from fingerpost.extracting.wording import normalised, vocabulary

_AND = re.compile(r"(?:,\s+and|\s+and|;\s+and)\s+(?=[a-z])")
# Where one of these stands, what belongs to what is not certain.
_UNCERTAIN = re.compile(r"[:;()“”\"?!]|\s[-–—]\s|—|\bso\b|\be\.?g\b|\bi\.?e\b|\betc\b|\w[.]\s")
_HOLDS_BOTH = vocabulary("""
    after as because before can could dont how if may might must never no not once or should so stop that to until
    what when where whether which while who will with without would avoid whenever wherever during
    """)
_OF_THE_FIRST = vocabulary("""
    after again aim another any back because before both doing each he her his how if it its itself once one ones other
    others she so such than that their them then there these they this those too until what when where which while
    whenever wherever same accordingly afterwards
    """)
_TAKES_AN_ACTION = vocabulary("have hear help let make see watch")
# Verbs that are no names of things, so that what begins with one is an instruction.
_PLAIN_VERBS = vocabulary("""
    adapt agree allow ask avoid bring celebrate choose clarify communicate consider create demonstrate describe develop
    discuss emphasise enable encourage ensure establish explain explore facilitate give greet identify include introduce
    involve keep leave listen maintain minimise notice observe offer organise promote provide put reduce
    reinforce remind remove select send simplify spell teach tell use vary welcome
    """)
_TELLS_OF = vocabulary("a an your some opportunities all every for on in up out down clear short")
_FEWEST_WORDS = 3


def clause_starts(text: str) -> Iterator[int]:
    """Return where further advice begins: a verb, its own object, nothing that needs the first part."""
    if _UNCERTAIN.search(text.rstrip(".!?;, \n")):
        return
    start = 0
    for found in _AND.finditer(text):
        before, after = text[start : found.start()], text[found.end() :]
        if _is_whole(before) and _is_another(after, before):
            start = found.end()
            yield start


def _is_whole(before: str) -> bool:
    words = normalised(before).split()
    if len(words) < _FEWEST_WORDS or not begins_with_verb(before):
        return False
    return words[0] not in _TAKES_AN_ACTION and not _HOLDS_BOTH.intersection(words)


def _is_another(after: str, before: str) -> bool:
    words = normalised(after).split()
    if len(words) < _FEWEST_WORDS or _OF_THE_FIRST.intersection(words):
        return False
    first, second = words[:2]
    if normalised(before).partition(" ")[0].endswith("ing"):
        return _is_plain_gerund(first) or (
            first.endswith("ing") and begins_with_verb(after) and second in _TELLS_OF
        )
    if (first, second) == ("do", "not"):
        return True
    if first in _PLAIN_VERBS:
        return second not in {"of", "the", "and"} and words[2] != "of"
    return begins_with_verb(after) and second in _TELLS_OF and not first.endswith("ing")


def _is_plain_gerund(word: str) -> bool:
    stem = word.removesuffix("ing")
    return stem != word and not _PLAIN_VERBS.isdisjoint({stem, f"{stem}e", stem[:-1]})
