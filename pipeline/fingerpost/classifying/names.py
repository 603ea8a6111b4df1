"""A text in, the capitalised words that nothing explains out: they may be somebody's name.

A word is explained by its place (a sentence's start, a heading's capitals) or by the lists of this
field's own proper nouns; that a dictionary knows it explains it only at a sentence's start, for a
dictionary knows most first names too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from fingerpost.classifying.verbs import BEING, DOUBLE, MAY, MODALS, PLAIN, singular
from fingerpost.rulebook import Names

_TOKEN = re.compile(r"[A-Za-zÀ-ž][A-Za-zÀ-ž'’-]*|[.!?:;•\n]|[(\"“‘]")
_STARTS = frozenset('.!?:;•\n("“‘')
_HONORIFIC = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Madam|Aunty|Auntie|Uncle)\.?"
    r"\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?"
)
_INITIALS = re.compile(
    r"(?<![\w.])(?!(?:U\.K|U\.S|E\.G|I\.E|P\.E|I\.T|R\.E|A\.M|P\.M|N\.B)\b)[A-Z]\.\s?[A-Z]\."
)
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ'’-]*(?:['’]?s)?|[A-Z]+[a-z]?[A-Z]+s?")
_POSSESSIVE = re.compile(r"['’]s?$")
_TITLED = 0.5
"""Where more of the words than this have capitals, the text is a title and capitals say nothing."""
_LONG_ENOUGH = 4
_PLAIN_ENDING = re.compile(r"(?:tion|sion|ment|ness|ology|ics|ships?|ings?|isms?)$")
"""Endings of things; names that share one stand in the lists."""
_LIKING = frozenset({"likes", "needs", "loves", "hates", "finds", "prefers", "struggles", "enjoys"})


@dataclass(frozen=True, slots=True)
class _Capital:
    """A capitalised word, whether it may owe its capital to its place, and the word after it."""

    word: str
    starts: bool
    titled: bool
    after: str

    @property
    def plain(self) -> str:
        """The word without a possessive's ending."""
        return _POSSESSIVE.sub("", self.word)

    @property
    def acts(self) -> bool:
        """Whether it stands as people do: owning something, or before a verb."""
        verb = self.after in BEING | MODALS | MAY | _LIKING or (
            self.after.endswith("s") and singular(self.after) in PLAIN | DOUBLE
        )
        return self.plain != self.word or verb


def unexplained_names(text: str, known: Names) -> tuple[str, ...]:
    """Return words that may be names; what `known` names nobody never is."""
    titled = (match[0] for match in _HONORIFIC.finditer(text))
    initials = (match[0] for match in _INITIALS.finditer(text))
    names = (found.word for found in _capitals(text) if _is_name(found, known))
    return tuple(dict.fromkeys((*titled, *initials, *names)))


def names_in_title(title: str, known: Names) -> tuple[str, ...]:
    """Return first names in a heading, title or file's name, whose capitals say nothing."""
    titled = (match[0] for match in _HONORIFIC.finditer(title))
    words = re.split(r"[^A-Za-zÀ-ž'’-]+", title)
    pairs = zip(["", *words], words, strict=False)
    names = (word for before, word in pairs if _in_title(before, word, known))
    return tuple(dict.fromkeys((*titled, *(w for w in names if not _is_nobodys(w, known)))))


def _in_title(before: str, word: str, known: Names) -> bool:
    plain = _POSSESSIVE.sub("", word).casefold()
    if not word[:1].isupper() or not (plain in known.first_names or plain in known.words):
        return False
    return plain not in known.words or before.casefold() in {"for", "about"}


def _capitals(text: str) -> Iterator[_Capital]:
    tokens = _TOKEN.findall(text)
    everywhere = _is_title([token for token in tokens if token not in _STARTS])
    starts = True
    for token, after in zip(tokens, (*tokens[1:], ""), strict=False):
        if token in _STARTS:
            starts = True
            continue
        if token[0].isupper():
            yield _Capital(token, starts, everywhere, after.lower())
        starts = False


def _is_title(words: list[str]) -> bool:
    long = [word for word in words[1:] if len(word) >= _LONG_ENOUGH]
    return len(long) > 1 and sum(word[0].isupper() for word in long) > _TITLED * len(long)


def _is_name(found: _Capital, known: Names) -> bool:
    plain = found.plain
    if _is_nobodys(plain, known):
        return False
    key = plain.casefold()
    if _ACRONYM.fullmatch(found.word):
        return _is_name_in_capitals(found, known)
    if _is_listed(key, known):
        return True
    if found.starts:
        return found.acts if key in known.words else not _is_known(plain)
    if found.titled and key not in known.words:
        return not _is_known(plain)
    return not (key in known.titles or _PLAIN_ENDING.search(key) or _is_compound(plain, known))


def _is_name_in_capitals(found: _Capital, known: Names) -> bool:
    """Names may be written in capitals; two letters before what somebody needs are initials."""
    plain = found.plain
    if len(plain) == len("AB") and plain.isupper():
        return found.after in _LIKING
    return len(plain) > len("AB") and _is_listed(plain.casefold(), known)


def _is_listed(key: str, known: Names) -> bool:
    """Whether a word is in the lists as a name and nothing else."""
    return (key in known.first_names or key in known.surnames) and key not in known.words


def _is_compound(plain: str, known: Names) -> bool:
    parts = tuple(filter(None, plain.split("-")))
    return "-" in plain and all(_is_explained(part, known) for part in parts)


def _is_explained(part: str, known: Names) -> bool:
    return part.islower() or part.casefold() in known.titles or len(part) == 1


def _is_nobodys(plain: str, known: Names) -> bool:
    """Whether a word names nobody; of a double one ("Lego-based") a part may, if no other is a name."""
    parts = {part.casefold() for part in plain.split("-")}
    others = parts - known.nobodys
    if plain.casefold() in known.nobodys or not others:
        return True
    return others != parts and others.isdisjoint(known.first_names | known.words)


def _is_known(plain: str) -> bool:
    return all(_is_word(part.lower()) for part in plain.split("-") if part)


@lru_cache(maxsize=20_000)
def _is_word(word: str) -> bool:
    from simplemma import is_known

    return len(word) == 1 or is_known(word, "en") or is_known(re.sub(r"['’].*", "", word), "en")
