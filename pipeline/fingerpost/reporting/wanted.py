"""What people found no category for in, the categories they want, alike ones together, out."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process, utils

from fingerpost.decisions import Action, Decision
from fingerpost.directory import Item
from fingerpost.opinions import Opinion, still_held
from fingerpost.outcome import Outcome
from fingerpost.reporting.heard import LEFT_OUT, Suspects, heard, without_names
from fingerpost.taxonomy import Facet, Taxonomy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SAME_NAME = 82.0
_SAME_WORDS = 70.0
"""Shares of alike words, in per cent as rapidfuzz gives them, from which two proposals are one."""

_NAMED = re.compile(
    r"(?:new|own|another|separate|missing)\s+(?:category|area|need|heading)\s*"
    r"(?:is|called|named|for|about)?\s*[:–—-]?\s*[“\"'‘]?(?P<name>[^.;\n“”\"’]{3,80})",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\bcategory\s*(?:called|named|for|about|:)\s*[“\"'‘]?(?P<name>[^.;\n“”\"’]{3,80})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One statement that fits nowhere, or would stand under a new category, and who says so.

    `notes` pairs each person with what that person noted; `now` are the labels it has or was given.
    """

    id: str
    text: str
    heading_path: str
    source: str
    notes: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One category that people want: by which name, for what, and what comes nearest to it today.

    `name` is empty where nobody gave one, `there` the label of a category of that name, if there
    is.
    """

    name: str
    other_names: tuple[str, ...]
    examples: tuple[Example, ...]
    nearest: tuple[tuple[str, int], ...]
    there: str = ""

    @property
    def count(self) -> int:
        """How many statements it is about."""
        return len(self.examples)

    @property
    def people(self) -> tuple[str, ...]:
        """Who proposed it, in alphabetical order; nobody who gave no name."""
        return tuple(sorted({who for one in self.examples for who, _ in one.notes if who}))


def wanted(outcome: Outcome, log: Sequence[Decision], suspects: Suspects) -> tuple[Wanted, ...]:
    """Group what people want: same name or like statements; those with most statements first.

    People from outside come to the meeting: what may identify somebody is left out of the words.
    """
    taxonomy = outcome.rulebook.taxonomy
    items = {item.id: item for item in outcome.items}
    found = [
        _example(items[item], proposals, taxonomy, suspects)
        for item, said in sorted(heard(log).items())
        if item in items and (proposals := [one for one in still_held(said) if is_proposal(one)])
    ]
    groups = [_wanted(group, taxonomy) for group in _together(found)]
    return tuple(sorted(groups, key=lambda one: (-len(one.examples), one.name.casefold())))


def is_proposal(opinion: Opinion) -> bool:
    """Whether somebody found that no category fits, or named one that is missing."""
    return opinion.action is Action.UNFITTING or bool(name_in(opinion.note))


def name_in(note: str) -> str:
    """Return the category that a note asks for: "New category: moving on" is "moving on"."""
    match = _NAMED.search(note) or _CALLED.search(note)
    return " ".join(match["name"].split()).rstrip(" ,:!?'‘") if match else ""


def category_named(name: str, taxonomy: Taxonomy) -> str:
    """Return the label of a category that goes by a name, or ""."""
    labels = (concept.label for facet in Facet for concept in taxonomy.of(facet))
    return next((label for label in labels if name and _is_same_name(name, label)), "")


def _example(
    item: Item, proposals: Sequence[Opinion], taxonomy: Taxonomy, suspects: Suspects
) -> Example:
    strategy = item.classified.strategy
    concepts = (one for facet in Facet for one in item.concepts(facet))
    notes = tuple((one.person, without_names(one.note, suspects)) for one in proposals)
    named = (name_in(note) for _, note in notes)
    return Example(
        id=item.id,
        text=without_names(item.text, suspects),
        heading_path=strategy.heading_path,
        source=strategy.source,
        notes=notes,
        names=tuple(name for name in named if name.replace(LEFT_OUT, "").strip(" ,")),
        now=tuple(dict.fromkeys(map(taxonomy.label, concepts))),
    )


def _together(found: Sequence[Example]) -> Iterator[list[Example]]:
    """Yield groups in which each is like at least one other; which came first does not matter.

    Those with a name are compared by their first name, all others by their statements.
    """
    import numpy as np
    from scipy.sparse.csgraph import connected_components

    if not found:
        return
    names = [next(iter(one.names), "") for one in found]
    named = np.array([bool(name) for name in names])
    alike = np.where(
        np.logical_and.outer(named, named),
        _alike(names, fuzz.token_sort_ratio) >= _SAME_NAME,
        _alike([one.text for one in found], fuzz.token_set_ratio) >= _SAME_WORDS,
    )
    count, group_of = connected_components(alike, directed=False)
    for group in range(count):
        members = (one for one, mine in zip(found, group_of, strict=True) if mine == group)
        yield sorted(members, key=lambda one: (one.source, one.id))


def _alike(texts: Sequence[str], scorer: Callable[..., float]) -> "NDArray[np.float32]":
    """Return how alike each text is to each, in per cent."""
    return process.cdist(texts, texts, scorer=scorer, processor=utils.default_process)


def _is_same_name(one: str, other: str) -> bool:
    return fuzz.token_sort_ratio(one, other, processor=utils.default_process) >= _SAME_NAME


def _wanted(group: Sequence[Example], taxonomy: Taxonomy) -> Wanted:
    spelt: Mapping[str, int] = Counter(name for one in group for name in one.names)
    names = sorted(spelt, key=lambda name: (-spelt[name], name))
    folded = {name.casefold(): name for name in reversed(names)}
    first = names[0] if names else ""
    nearest = Counter(label for one in group for label in one.now)
    return Wanted(
        name=first,
        other_names=tuple(n for n in folded.values() if n.casefold() != first.casefold()),
        examples=tuple(group),
        nearest=tuple(sorted(nearest.items(), key=lambda pair: (-pair[1], pair[0]))),
        there=category_named(first, taxonomy),
    )
