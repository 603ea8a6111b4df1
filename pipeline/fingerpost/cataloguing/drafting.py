"""Groups of headings and the categories there are in, a draft of a council's own categories out."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from fingerpost.catalogue import Entry
from fingerpost.cataloguing.clusters import Cluster
from fingerpost.directory import Item
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet, Taxonomy

_NOT_OF_A_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST = 40
_MOST_ALTERNATES = 12


@dataclass(frozen=True, slots=True)
class Drafted:
    """A proposed category and the group of headings it is made of."""

    entry: Entry
    cluster: Cluster


def draft(
    clusters: Iterable[Cluster], entries: Sequence[Entry], taxonomy: Taxonomy
) -> tuple[Drafted, ...]:
    """Propose a category for each group, mapped to the shared one that its headings come nearest to.

    A group whose label is one of the council's own categories already is passed over.
    """
    drafted: list[Drafted] = []
    taken = {entry.id for entry in entries}
    for cluster in clusters:
        nearest = _nearest(cluster, taxonomy)
        label = cluster.wordings[0]
        named = taxonomy.named(nearest[0], label) if nearest else None
        if nearest is None or (named and named.own):
            continue
        facet, maps_to = (nearest[0], named.id) if named else nearest
        entry = Entry(
            id=_slug(label, taken),
            facet=facet,
            own=True,
            label=label,
            definition=f"To be written: {_counts(cluster)}.",
            parent=taxonomy[maps_to].parent if facet is Facet.NEED else "",
            alternates=cluster.wordings[1 : _MOST_ALTERNATES + 1],
            examples=(_counts(cluster),),
            maps_to=maps_to,
            order=len(drafted) + 1,
        )
        taken.add(entry.id)
        drafted.append(Drafted(entry, cluster))
    return tuple(drafted)


def with_draft(entries: Sequence[Entry], drafted: Sequence[Drafted]) -> tuple[Entry, ...]:
    """Return all categories: a shared one that others map to is shown as the largest of these."""
    shown: dict[str, str] = {}
    for one in drafted:
        shown.setdefault(one.entry.maps_to, one.entry.id)
    kept = (
        replace(entry, council_hidden=True, council_folds_into=shown[entry.id])
        if entry.id in shown
        else entry
        for entry in entries
    )
    return (*kept, *(one.entry for one in drafted))


def _counts(cluster: Cluster) -> str:
    documents = {item.classified.strategy.source for item in cluster.items}
    return (
        f"{_plural(len(cluster.items), 'statement')} under "
        f"{_plural(len(cluster.headings), 'heading')} in {_plural(len(documents), 'document')}"
    )


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _nearest(cluster: Cluster, taxonomy: Taxonomy) -> tuple[Facet, str] | None:
    """Return the shared category that most of it speaks for: by its headings, else its statements."""
    votes: Counter[tuple[Facet, str]] = Counter()
    for heading in cluster.headings:
        concepts = heading.meaning.concepts if heading.meaning else ()
        for concept in _narrowest(concepts, taxonomy):
            votes[concept] += len(heading.items)
    for item in () if votes else cluster.items:
        votes.update(_said(item, taxonomy))
    usable = {vote: times for vote, times in votes.items() if not _is_everything(vote)}
    if not usable:
        return None
    return min(usable, key=lambda vote: (-usable[vote], vote))


def _narrowest(concepts: Sequence[str], taxonomy: Taxonomy) -> Iterator[tuple[Facet, str]]:
    """Yield the needs, or else all else, that a heading names, as shared categories."""
    pairs = [(taxonomy[c].facet, taxonomy.core(c)) for c in concepts if c in taxonomy]
    needs = [pair for pair in pairs if pair[0] is Facet.NEED]
    yield from (needs or pairs)


def _said(item: Item, taxonomy: Taxonomy) -> Iterator[tuple[Facet, str]]:
    """Yield what a statement speaks for: its need, or its whole-school category where it has no area."""
    areas, needs = item.concepts(Facet.AREA), item.concepts(Facet.NEED)
    whole = item.concepts(Facet.UNIVERSAL)
    for facet, concepts in ((Facet.NEED, needs), (Facet.AREA, areas), (Facet.UNIVERSAL, whole)):
        given = [taxonomy.core(c) for c in concepts[:1] if c != UNIVERSAL_AREA and c in taxonomy]
        if given:
            yield facet, given[0]
            return


def _is_everything(vote: tuple[Facet, str]) -> bool:
    return vote[1] == UNIVERSAL_AREA


def _slug(label: str, taken: Iterable[str]) -> str:
    plain = _NOT_OF_A_SLUG.sub("-", _ascii(label)).strip("-")[:_LONGEST].strip("-") or "category"
    known, slug, number = set(taken), plain, 2
    while slug in known:
        slug, number = f"{plain}-{number}", number + 1
    return slug


def _ascii(label: str) -> str:
    spread = unicodedata.normalize("NFKD", label.casefold())
    return spread.encode("ascii", "ignore").decode("ascii")
