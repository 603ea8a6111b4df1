"""Answers that all else speaks against in, the same in the council's words out."""

from collections.abc import Sequence
from dataclasses import dataclass

from fingerpost.pages.rendering import plural
from fingerpost.taught import SecondLook
from fingerpost.taxonomy import Taxonomy


@dataclass(frozen=True, slots=True)
class Look:
    """One answer worth a second look: about what, whose, what they chose and what the words say."""

    item: str
    statement: str
    reviewer: str
    chose: str
    words_say: str

    def __str__(self) -> str:
        """Say it in a sentence."""
        who = self.reviewer or "Somebody"
        return f"“{self.statement}”: {who} chose {self.chose}; {self.words_say}."


def looks(found: Sequence[SecondLook], taxonomy: Taxonomy) -> tuple[Look, ...]:
    """Return them in the council's labels."""
    return tuple(_look(one, taxonomy) for one in found)


def looks_title(found: Sequence[Look]) -> str:
    """Say how many there are: "3 answers worth a second look"."""
    return f"{plural(len(found), 'answer')} worth a second look"


def _look(one: SecondLook, taxonomy: Taxonomy) -> Look:
    if not one.likely:
        said, words = "to keep it", "it hardly reads like advice"
    else:
        said = " and ".join(dict.fromkeys(taxonomy.label(concept) for concept in one.chosen))
        quote = f"the words “{one.quote}” say" if one.quote else "its words say"
        words = f"{quote} {taxonomy.label(one.likely)}"
    return Look(one.item, one.text, one.reviewer, said, words)
