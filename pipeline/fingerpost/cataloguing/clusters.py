"""The headings of a council's documents with what stands below them in, groups of like ones out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from fingerpost.directory import Item
from fingerpost.meanings import LONGEST_HEADING, Meaning, Meanings, heading_key
from fingerpost.strategies import Head

_NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)*|[A-Za-z])[.)]\s+|^\s*\d+(?:\.\d+)+\s+")
_APART = 0.76
"""Groups further apart than this (cosine distance, on the average of their members) stay apart."""
_OF_STATEMENTS = 1.0
"""What the words below a heading are worth beside its own."""
_LONGEST_ACRONYM = 6
_ENOUGH = 3
"""Statements below a heading that is like no other, for it to be a group of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One heading, however often it is used: its wordings, commonest first, and what is below it."""

    key: str
    wordings: tuple[str, ...]
    meaning: Meaning | None
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Headings that seem to be about the same, the one with most below it first."""

    headings: tuple[Heading, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Return all that stands below them."""
        return tuple(item for heading in self.headings for item in heading.items)

    @property
    def wordings(self) -> tuple[str, ...]:
        """Return all wordings, the commonest first, each once whatever its case."""
        first: dict[str, str] = {}
        for heading in self.headings:
            for wording in heading.wordings:
                first.setdefault(wording.casefold(), wording)
        return tuple(first.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Clustered:
    """Groups of headings, largest first; headings that belong to none; statements under none."""

    clusters: tuple[Cluster, ...]
    alone: tuple[Heading, ...]
    without_heading: int


def cluster(items: Iterable[Item], meanings: Meanings) -> Clustered:
    """Group the headings that name a topic; those that only say what stands below are passed over."""
    below: dict[str, list[tuple[str, Item]]] = {}
    found: dict[str, Head] = {}
    without = 0
    for item in items:
        head = _topic(item, meanings)
        if head is None:
            without += 1
            continue
        key = heading_key(head.text)
        found.setdefault(key, head)
        below.setdefault(key, []).append((_wording(head.text), item))
    headings = tuple(_heading(key, below[key], found[key], meanings) for key in sorted(below))
    groups = _groups(headings)
    kept = tuple(group for group in groups if _is_enough(group))
    alone = tuple(h for group in groups if not _is_enough(group) for h in group.headings)
    return Clustered(clusters=kept, alone=alone, without_heading=without)


def _topic(item: Item, meanings: Meanings) -> Head | None:
    """Return the nearest heading above a statement that names what it is about."""
    for head in reversed(item.classified.strategy.heads):
        meaning = meanings.of(head.text, head.kind)
        key = heading_key(head.text)
        if key and len(key.split()) <= LONGEST_HEADING and not _is_form(meaning):
            return head
    return None


def _wording(text: str) -> str:
    """Write a heading without its number, and not in capitals throughout."""
    plain = " ".join(_NUMBER.sub("", text).split()).rstrip(":") or text
    return plain.capitalize() if plain.isupper() and len(plain) > _LONGEST_ACRONYM else plain


def _is_form(meaning: Meaning | None) -> bool:
    """Whether a heading only says what kind of text follows, for whom, or nothing at all."""
    return meaning is not None and not meaning.concepts


def _heading(
    key: str, below: Sequence[tuple[str, Item]], head: Head, meanings: Meanings
) -> Heading:
    times = Counter(wording for wording, _ in below)
    return Heading(
        key=key,
        wordings=tuple(sorted(times, key=lambda wording: (-times[wording], wording))),
        meaning=meanings.of(head.text, head.kind),
        items=tuple(item for _, item in below),
    )


def _groups(headings: tuple[Heading, ...]) -> tuple[Cluster, ...]:
    numbers = _numbers(headings)
    by_number: dict[int, list[Heading]] = {}
    for number, heading in zip(numbers, headings, strict=True):
        by_number.setdefault(number, []).append(heading)
    groups = (Cluster(tuple(sorted(group, key=_size))) for group in by_number.values())
    return tuple(sorted(groups, key=lambda group: (-len(group.items), group.headings[0].key)))


def _size(heading: Heading) -> tuple[int, str]:
    return -len(heading.items), heading.key


def _numbers(headings: tuple[Heading, ...]) -> list[int]:
    """Number the group of each heading; the same headings give the same groups."""
    if len(headings) < len("ab"):
        return [0 for _ in headings]
    from scipy.sparse import hstack
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import MultiLabelBinarizer, normalize

    keys = [heading.key for heading in headings]
    texts = [" ".join((h.key, *(item.text for item in h.items))) for h in headings]
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    words = TfidfVectorizer(
        ngram_range=(1, 2), sublinear_tf=True, tokenizer=str.split, token_pattern=None
    )
    told = TfidfVectorizer(stop_words="english", sublinear_tf=True)
    meant = MultiLabelBinarizer(sparse_output=True)
    parts = (
        letters.fit_transform(keys),
        words.fit_transform(keys),
        told.fit_transform(texts) * _OF_STATEMENTS,
        normalize(meant.fit_transform(_concepts(headings)).astype(float)),
    )
    grouping = AgglomerativeClustering(
        n_clusters=None, metric="cosine", linkage="average", distance_threshold=_APART
    )
    found: list[int] = grouping.fit_predict(normalize(hstack(parts)).toarray()).tolist()
    return found


def _concepts(headings: Iterable[Heading]) -> list[tuple[str, ...]]:
    """Return what the rules know each heading to mean, by which look-alikes are kept apart."""
    return [heading.meaning.concepts if heading.meaning else () for heading in headings]


def _is_enough(group: Cluster) -> bool:
    return len(group.headings) > 1 or len(group.items) >= _ENOUGH


def wordings_of(headings: Iterable[Heading]) -> Iterator[str]:
    """Yield the commonest wording of each heading."""
    return (heading.wordings[0] for heading in headings)
