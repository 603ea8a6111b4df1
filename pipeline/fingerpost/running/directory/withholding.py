"""A release as it is loaded in, the same without what may not be shown out, and what that was."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from fingerpost.classifying import personal_words
from fingerpost.loading import released
from fingerpost.loading.edits.worded_by_hand import worded_by_hand
from fingerpost.released import Gone, LinkedResource, Released, Statement
from fingerpost.rulebook import Names

_MEND_BY_HAND = (
    "Its words were changed in the database by hand, and may identify a person ({}). "
    "Change them there, then do this again."
)
_MEND_FACT = (
    "{} may identify a person ({{}}), so that is not shown. "
    "Change it on the Resources sheet of directory.xlsx, or in the database if it was typed there; "
    "a name that everybody may read belongs under 'names' in council.yaml."
)
_FACTS = {"title": "Its title", "trusted_because": "Why it is trusted"}
"""What people type about a resource and readers see, but for its publisher, who has a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """What was left out, the words in it that may identify a person, and what to do about it."""

    id: str
    found: tuple[str, ...]
    remedy: str

    def __str__(self) -> str:
        return f"Left out: {self.id}. {self.remedy.format(', '.join(self.found))}"


def fit_to_show(
    url: str, number: int | None, known: Names
) -> tuple[Released, tuple[Withheld, ...]]:
    """Return a release without what nobody looked through and may identify a person.

    Documents and answers are looked through on their way in; what is typed into the database and
    what people say about a resource is not. One without its title is shown by its host.
    """
    everything = released(url, number)
    by_hand = worded_by_hand(url, number)
    statements = tuple(_statements(everything, by_hand, known))
    facts = tuple(_facts(everything, known))
    shown = _without_facts(everything, {(one.id, name) for name, one in facts})
    left_out = (*statements, *(one for _, one in facts))
    return _without(shown, {one.id for one in statements}), left_out


def fit_to_quote(
    before: Released, shown: Released, known: Names, held_back: Container[str]
) -> Released:
    """Return an earlier release without words that were changed since and may be told to nobody.

    They may have been changed because of a person in them, or because of what readers reported:
    `held_back` are the statements of which somebody said that they name somebody or do harm.
    """
    now = {one.id: one for one in shown.statements}

    def fit(one: Statement) -> Statement:
        same = _told(one) == _told(now.get(one.id, one))
        if same or not (one.id in held_back or _personal(one, known)):
            return one
        return replace(one, text="", lead_in="", child_voice="", purpose="")

    return replace(before, statements=tuple(map(fit, before.statements)))


def _told(one: Statement) -> tuple[str, ...]:
    return one.text, one.lead_in, one.child_voice, one.purpose


def _personal(one: Statement, known: Names) -> tuple[str, ...]:
    """Return what in any words of a statement may identify a person."""
    return _found((*_told(one), one.child_voice_by, one.heading_path), known)


def _found(words: tuple[str, ...], known: Names) -> tuple[str, ...]:
    found = (hit.quote for text in words if text for hit in personal_words(text, known))
    return tuple(dict.fromkeys(found))


def _statements(everything: Released, ids: frozenset[str], known: Names) -> Iterator[Withheld]:
    for one in everything.statements:
        if one.id in ids and (found := _personal(one, known)):
            yield Withheld(id=one.id, found=found, remedy=_MEND_BY_HAND)


def _facts(everything: Released, known: Names) -> Iterator[tuple[str, Withheld]]:
    """Yield what is not shown of a resource, each with the name of the fact."""
    for one in everything.resources:
        for name, what in _FACTS.items():
            if found := _found((getattr(one, name),), known):
                yield name, Withheld(id=one.id, found=found, remedy=_MEND_FACT.format(what))


def _without(everything: Released, ids: set[str]) -> Released:
    """Leave statements out; their pages say that they are shown no more."""
    if not ids:
        return everything
    number = everything.release.number
    gone = (Gone(id=one, kind="strategy", text="", since=number) for one in sorted(ids))
    kept = tuple(one for one in everything.statements if one.id not in ids)
    return replace(everything, statements=kept, gone=(*everything.gone, *gone))


def _without_facts(everything: Released, facts: set[tuple[str, str]]) -> Released:
    if not facts:
        return everything

    def fit(one: LinkedResource) -> LinkedResource:
        left_out = {name: "" for name in _FACTS if (one.id, name) in facts}
        return replace(one, **left_out)  # type: ignore[arg-type] # both are texts

    return replace(everything, resources=tuple(map(fit, everything.resources)))
