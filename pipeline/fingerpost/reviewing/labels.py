"""Category ids in, the council's words for them out, and back from what people typed or chose."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process

from fingerpost.directory import Item
from fingerpost.reviewing.columns import (
    ALL_LABELS,
    AS_WRITTEN,
    CHILD_VOICE,
    SPECIAL_MEANINGS,
    WORDING,
    LabelColumns,
)
from fingerpost.reviewing.wordings import lines_of
from fingerpost.taxonomy import Facet, Taxonomy

SEPARATOR = "; "
"""Stands between the labels of an "Also" cell that holds several."""

_NEAR = 55.0
_AS_NEAR = 15.0
_QUOTES = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "\u00ad": "",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\u2060": "",
        "\ufeff": "",
    }
)
_KINDS = {
    Facet.AREA: "area",
    Facet.NEED: "need",
    Facet.UNIVERSAL: "whole school",
    Facet.STANDARD: "standard",
    Facet.STAGE: "stage",
}


def tidy(text: str) -> str:
    """Reduce text to one line and straight quotes, so that what Excel tidied still counts as equal."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())


def differs(column: str, one: str, other: str) -> bool:
    """Whether two cells of an answer column say different things.

    Only in wording, and in names and addresses, does case count; in wording also whether it is one
    statement or several.
    """
    if column in (WORDING, CHILD_VOICE):
        return [*map(tidy, lines_of(one))] != [*map(tidy, lines_of(other))]
    if column in AS_WRITTEN:
        return tidy(one) != tidy(other)
    return fold(one) != fold(other)


def fold(text: str) -> str:
    """Reduce a typed word or label to what tells it apart."""
    return tidy(text).casefold().replace("-", " ").rstrip(".")


@dataclass(frozen=True)
class Labels:
    """The categories people may choose, as (kind of label, label, id), in the council's order."""

    entries: tuple[tuple[Facet, str, str], ...]

    def find(self, facet: Facet, text: str) -> str | None:
        """Return the id of a category by its label, however it is typed."""
        return self._ids.get((facet, fold(text)))

    def kind_of(self, text: str) -> Facet | None:
        """Return the kind of label that has a category of this name."""
        return next((facet for facet in Facet if self.find(facet, text)), None)

    def near(self, facet: Facet | None, text: str) -> tuple[str, ...]:
        """Return up to three labels that look or sound like what was typed, best first."""
        choices = [label for kind, label, _ in self.entries if facet in (None, kind)]
        found = process.extract(
            text, choices, scorer=fuzz.token_sort_ratio, processor=fold, limit=3, score_cutoff=_NEAR
        )
        return tuple(label for label, score, _ in found if score > found[0][1] - _AS_NEAR)

    @cached_property
    def _ids(self) -> dict[tuple[Facet, str], str]:
        return {(facet, fold(label)): one for facet, label, one in reversed(self.entries)}


def labels_of(taxonomy: Taxonomy) -> Labels:
    """Return the categories of a council that people may choose."""
    return Labels(tuple((f, c.label, c.id) for f in Facet for c in taxonomy.of(f)))


def meaning_labels(labels: Labels) -> dict[str, str]:
    """Return the answers about a heading, label to id; a label of two kinds says which it is."""
    times = Counter(fold(label) for _, label, _ in labels.entries)
    answers = {words: meaning for meaning, words in SPECIAL_MEANINGS.items()}
    for facet, label, concept in labels.entries:
        name = label if times[fold(label)] == 1 else f"{label} ({_KINDS[facet]})"
        answers.setdefault(name, concept)
    return answers


def shown_labels(concepts: Iterable[str], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return the council's labels for ids, each once, in order."""
    return tuple(dict.fromkeys(taxonomy.label(concept) for concept in concepts))


def label_cells(item: Item, taxonomy: Taxonomy) -> dict[str, str]:
    """Return what the label columns show for an item: the main one, and all others in "Also"."""
    cells: dict[str, str] = {}
    for pair in ALL_LABELS:
        if pair.facet in taxonomy.facets:
            cells |= facet_cells(pair, item.concepts(pair.facet), taxonomy)
    return cells


def facet_cells(pair: LabelColumns, concepts: Iterable[str], taxonomy: Taxonomy) -> dict[str, str]:
    """Return what the two columns of one kind of label show for these categories."""
    labels = shown_labels(concepts, taxonomy)
    return {
        pair.main: labels[0] if labels else "",
        pair.also: SEPARATOR.join(labels[1:]),
    }


def split_labels(pair: LabelColumns, labels: Labels, text: str) -> tuple[str, ...]:
    """Split a cell into labels; a label that holds a semicolon itself stays whole."""
    if labels.find(pair.facet, text):
        return (text,)
    parts = text.replace("|", ";").replace("\n", ";").split(";")
    return tuple(part.strip() for part in parts if part.strip())
