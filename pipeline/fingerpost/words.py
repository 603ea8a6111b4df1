"""Text in, words and lemmas out, in the one way that rules and statements share.

Folding never changes the length of a text, so that a match is quoted from the original by its
place.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_SAME_LENGTH = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
_JOINERS = re.compile(r"(?<=\w)[-‐‑–/](?=\w)")
_LOOSE_APOSTROPHE = re.compile(r"'(?!\w)|(?<!\w)'")
_AMERICAN = re.compile(r"(?<=[a-z]{3})iz(?=e$|ing$|ed$|es$|er$)")

_PEOPLE = frozenset({"child", "pupil", "learner", "student", "cyp", "youngster"})
"""Words councils use for the same person: one lemma, or every rule would need them all."""

_THEMSELVES = frozenset(
    {"reading", "spelling", "signing", "changing", "lighting", "adopted", "balanced", "spacing"}
)
"""Words that mean something else here than the verb they come from: to read behaviour is no reading."""

_ACRONYMS = frozenset({"IT", "US"})
"""Capitals that would be another word in small letters."""

_OWN_LEMMAS = {
    "labelled": "label",
    "labelling": "label",
    "modelled": "model",
    "modelling": "model",
    "signalled": "signal",
    "thinking": "think",
    "behavior": "behaviour",
    "behaviors": "behaviour",
    "color": "colour",
    "colored": "colour",
    "data": "data",
    "maths": "maths",
    "math": "maths",
    "mathematics": "maths",
    "sencos": "senco",
    "sendco": "senco",
    "sendcos": "senco",
    "senkos": "senco",
    "ta": "ta",
    "tas": "ta",
    "carers": "carer",
    "practise": "practice",
    "practises": "practice",
    "practised": "practice",
    "practising": "practice",
}
"""Where the dictionary errs on this field's words, or councils spell one word two ways."""

_LONGEST = 100_000_000
"""Characters; spaCy's own limit is for parsers, which this pipeline has none of."""


def fold(text: str) -> str:
    """Level quotes, hyphens and slashes between words, character for character."""
    level = text.translate(_SAME_LENGTH)
    return _LOOSE_APOSTROPHE.sub(" ", _JOINERS.sub(" ", level))


@lru_cache(maxsize=50_000)
def lemma(word: str) -> str:
    """Reduce a lower-case word to the form that rules and statements are compared in."""
    from simplemma import lemmatize

    if word in _THEMSELVES:
        return word
    british = _AMERICAN.sub("is", word)
    reduced = _OWN_LEMMAS.get(british) or str(lemmatize(british, "en")).lower()
    return "pupil" if reduced in _PEOPLE else reduced


@cache
def language() -> "Language":
    """Make the pipeline all matchers share: spaCy's English tokeniser, then our lemmas."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory("fingerpost_lemmas"):
        Language.component("fingerpost_lemmas", func=_lemmatise)
    nlp = spacy.blank("en")
    nlp.max_length = _LONGEST
    nlp.add_pipe("fingerpost_lemmas")
    return nlp


def _lemmatise(doc: "Doc") -> "Doc":
    for token in doc:
        token.lemma_ = token.text if token.text in _ACRONYMS else lemma(token.lower_)
    return doc
