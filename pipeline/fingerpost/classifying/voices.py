"""A statement and its lead-in in, the voice it speaks in out, by rules on its first words."""

import re

from fingerpost.classifying.purposes import split_purpose
from fingerpost.classifying.verbs import (
    ADVERBS,
    BEING,
    COMPOUNDS,
    DETERMINERS,
    DOUBLE,
    LEARNERS,
    MAY,
    MODALS,
    PLAIN,
    PREPOSITIONS,
    SUBJECTS,
    THINGS,
    VERB_PAIRS,
    singular,
)

_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]|(?<!\w)['‘][^'’]*['’](?!\w)|\([^)]*\)")
_OPENING = re.compile(
    r"^(?:where|when|whenever|if|for|to|after|before|in|at|with|during|as|once|while|from|by"
    r"|through|on|until|alongside|wherever|following|instead of|rather than)\b[^,;:]*,\s*",
    re.IGNORECASE,
)
_AS_NEEDED = re.compile(
    r"^(?:where|when|if|as) (?:possible|appropriate|needed|necessary|required|relevant|helpful"
    r"|it helps),?\s+",
    re.IGNORECASE,
)
_RELATIVE = frozenset({"that", "which", "who", "where", "whose"})
_FIRST_PERSON = frozenset({"i", "i'm", "i'll", "me", "my", "myself", "i've", "i'd"})
_SCHOOL = frozenset({"we", "our"})
_TOLD_NOT_TO = ("avoid",)
_EXPECTING = frozenset({("need", "to"), ("expected", "to"), ("required", "to"), ("have", "to")})
_ASKED = re.compile(
    r"^(?:please\b|(?:can|could|will|would) you\b|i (?:need|want|would like|'d like) (?:you|adults|staff"
    r"|my teachers?|teachers?|people|someone) to\b|i['’]d like (?:you|adults|staff) to\b)",
    re.IGNORECASE,
)
_TOLD_OF_ONESELF = re.compile(
    r"^(?:i|i['’]\w+|my|so that i|because i|people|others)\b", re.IGNORECASE
)
_HELPING = frozenset({"let", "give", "tell", "show", "help", "remind", "warn", "lend"})
_SUBJECT_REACH = 8
"""A subject is looked for in as many words from the start."""


def voice_of(text: str, lead_in: str = "") -> str:
    """Return the voice: the contract's imperative, gerund, noun-phrase, descriptive and so on."""
    action = _QUOTED.sub(" ", text)
    if split_purpose(text)[1] or _words(action) & _FIRST_PERSON:
        return "child"
    words = _opened(action)
    return _led(lead_in, words) or _own(words)


def asks_an_adult(text: str) -> bool:
    """Whether words in the child's voice ask something of an adult, with or without a reason."""
    action = split_purpose(_QUOTED.sub(" ", text))[0].strip()
    words = _opened(action)
    if _ASKED.search(action):
        return True
    return (
        bool(words)
        and not _TOLD_OF_ONESELF.search(action)
        and (_is_verb(words) or words[0] in _HELPING)
    )


def _words(text: str) -> set[str]:
    """The words, in small letters; the "i" of "i.e." is none, since a person's is a capital."""
    return {word.lower() for word in _WORD.findall(text.replace("’", "'")) if word != "i"}


def _opened(text: str) -> tuple[str, ...]:
    """The words after a clause that only says when, for whom or what for, and after adverbs."""
    plain = text.replace("’", "'").strip()
    rest = _AS_NEEDED.sub("", plain)
    rest = rest if rest != plain else _OPENING.sub("", plain)
    words = [word.lower() for word in _WORD.findall(rest or plain)]
    if words[:2] == ["do", "not"] or words[:1] == ["don't"]:
        return _TOLD_NOT_TO
    while len(words) > 1 and (words[0] in ADVERBS or _is_manner(words)):
        words = words[1:]
    return tuple(words)


def _is_manner(words: list[str]) -> bool:
    return words[0].endswith("ly") and _is_verb(tuple(words[1:]))


def _led(lead_in: str, words: tuple[str, ...]) -> str:
    """The voice a lead-in lends: "Staff will:" makes a bare verb a modal, "We:" the school's."""
    led = [word.lower() for word in _WORD.findall(lead_in)]
    if not led or not words:
        return ""
    if _SCHOOL & set(led):
        return "school"
    if not _is_verb(words):
        return ""
    if MODALS & set(led) or tuple(led[-2:]) in _EXPECTING:
        return "modal"
    if led[-1] in {"to", *MAY}:
        return "descriptive" if LEARNERS & set(led) else "modal"
    return "descriptive" if led[-1] in SUBJECTS else ""


def _own(words: tuple[str, ...]) -> str:
    if not words:
        return "noun-phrase"
    if words[0] in _SCHOOL:
        return "school"
    if _is_verb(words):
        return "imperative"
    if _is_gerund(words):
        return "gerund"
    return _told(words) or "noun-phrase"


def _is_verb(words: tuple[str, ...]) -> bool:
    first, second = words[0], words[1] if len(words) > 1 else ""
    if f"{first} {second}" in COMPOUNDS:
        return False
    if first in PLAIN:
        return True
    if first not in DOUBLE:
        return _looks_like_verb(first)
    if second in {"and", "or"}:
        return words[2:3] != () and _is_verb(words[2:])
    return f"{first} {second}" in VERB_PAIRS or (second != "" and second not in PREPOSITIONS)


def _looks_like_verb(word: str) -> bool:
    """Verbs made from other words: pre-, re-, -ise, -ify."""
    stem = re.sub(r"^(?:re|pre|co|over|under|de|dis)-?", "", word)
    if stem != word and stem in PLAIN | DOUBLE:
        return True
    return word.endswith(("ise", "ify")) and word not in {"exercise", "noise", "expertise"}


def _is_gerund(words: tuple[str, ...]) -> bool:
    first, second = words[0], words[1] if len(words) > 1 else ""
    if not first.endswith("ing") or "-" in first or f"{first} {second}" in COMPOUNDS:
        return False
    return first not in THINGS or second in DETERMINERS


def _told(words: tuple[str, ...]) -> str:
    """Modal or descriptive, where a subject and its verb stand near the start."""
    for place, word in enumerate(words[1:], start=1):
        if word in _RELATIVE:
            return ""
        if word in MODALS or words[place : place + 2] in {("need", "to"), ("needs", "to")}:
            return "modal"
        if _tells(words[place - 1], word):
            return _expected(words[place:])
        if place > _SUBJECT_REACH:
            return ""
    return ""


def _expected(rest: tuple[str, ...]) -> str:
    return "modal" if rest[1:3] in {("expected", "to"), ("required", "to")} else "descriptive"


def _tells(before: str, word: str) -> bool:
    if word in BEING or word in MAY:
        return True
    if word in PLAIN | DOUBLE and before in SUBJECTS:
        return True
    return word.endswith("s") and singular(word) in PLAIN and before not in DETERMINERS
