"""The categories of two councils in, what each is called by the other and how near the two are out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rdflib import RDF, RDFS, SKOS, Graph, Literal

from fingerpost.released import Category, Released
from fingerpost.rulebook import Council
from fingerpost.skos import council_address, council_scheme, shared_address


class Match(StrEnum):
    """How near one category is to another, by the names that SKOS has for it."""

    EXACT = "exactMatch"
    CLOSE = "closeMatch"
    BROAD = "broadMatch"
    NARROW = "narrowMatch"
    RELATED = "relatedMatch"

    @property
    def inverse(self) -> "Match":
        """How near the other is to the one."""
        return {Match.BROAD: Match.NARROW, Match.NARROW: Match.BROAD}.get(self, self)


Standing = Mapping[str, Match]
"""The shared categories that one of a council's stands for, by id, and how near it is to each."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """What one council calls its categories; `id` and `name` are the council's.

    `site` is the address of its published directory, "" where that is not known; `are_examples`
    says that the council has yet to supply words of its own.
    """

    id: str
    name: str
    categories: tuple[Category, ...]
    site: str = ""
    are_examples: bool = False

    @cached_property
    def shown(self) -> tuple[Category, ...]:
        """The categories that people see, in the council's order."""
        return tuple(one for one in self.categories if not one.hidden)

    @cached_property
    def standings(self) -> Mapping[str, Standing]:
        """What each category that people see stands for.

        A shared one for itself and for hidden ones that fold into it; a council's own one for that
        which it maps to, closely where it is the only one to do so, else as a part of it.
        """
        mapped = [one.maps_to for one in self.shown]
        found: dict[str, dict[str, Match]] = {}
        for one in self.shown:
            near = Match.CLOSE if mapped.count(one.maps_to) == 1 else Match.BROAD
            found[one.id] = {one.maps_to: near} if one.maps_to else {one.id: Match.EXACT}
        for one in self.categories:
            into = self._seen_as(one)
            if one.hidden and into in found:
                found[into].setdefault(one.maps_to or one.id, Match.NARROW)
        return found

    def _seen_as(self, category: Category) -> str:
        """Return the id of what people see for a category, "" where that is nothing."""
        known = {one.id: one for one in self.categories}
        seen: set[str] = set()
        while category.hidden and category.id not in seen:
            seen.add(category.id)
            category = known.get(category.folds_into, category)
        return "" if category.hidden else category.id


@dataclass(frozen=True, slots=True)
class Pair:
    """A category of ours beside one of theirs; one without a counterpart stands alone."""

    ours: Category | None
    match: Match | None
    theirs: Category | None


def vocabulary(council: Council, released: Released, site: str = "") -> Vocabulary:
    """Return what a council calls the categories of a release."""
    return Vocabulary(
        id=council.id,
        name=council.name,
        categories=released.categories,
        site=site,
        are_examples=council.labels_are_examples,
    )


def pairs(ours: Vocabulary, theirs: Vocabulary) -> tuple[Pair, ...]:
    """Return every category that people see in either directory, beside all its counterparts.

    They stand in our council's order, those that only the other has last.
    """
    listed: list[Pair] = []
    met: set[str] = set()
    for one in ours.shown:
        found = list(_counterparts(one, ours, theirs))
        met |= {pair.theirs.id for pair in found if pair.theirs}
        listed += found or [Pair(one, None, None)]
    return (*listed, *(Pair(None, None, one) for one in theirs.shown if one.id not in met))


def to_turtle(ours: Vocabulary, theirs: Vocabulary) -> bytes:
    """Write both vocabularies and the matches from ours to theirs, as SKOS.

    A category has an address below its council's name, because what a council takes a shared
    category to hold, with what it folds into it, is not so for every council.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, space in (("skos", SKOS), ("rdf", RDF), ("rdfs", RDFS)):
        graph.bind(prefix, space)
    for council in (ours, theirs):
        _describe(graph, council)
    for pair in pairs(ours, theirs):
        if pair.ours and pair.match and pair.theirs:
            graph.add(
                (
                    council_address(ours.id, pair.ours.id),
                    SKOS[pair.match],
                    council_address(theirs.id, pair.theirs.id),
                )
            )
    return graph.serialize(format="turtle", encoding="utf-8")


def _counterparts(one: Category, ours: Vocabulary, theirs: Vocabulary) -> Iterator[Pair]:
    for other in theirs.shown:
        match = _match(ours.standings[one.id], theirs.standings[other.id])
        if match:
            yield Pair(one, match, other)


def _match(one: Standing, other: Standing) -> Match | None:
    """Return how near two are by all that both stand for; None where they have nothing in common."""
    found = {_through(one[core], other[core].inverse) for core in one.keys() & other.keys()}
    if {Match.BROAD, Match.NARROW} <= found:
        return Match.RELATED
    return next((match for match in Match if match in found), None)


def _through(first: Match, second: Match) -> Match:
    """Return how near two are if one is so near to a third, and the third so near to the other."""
    for near in (Match.EXACT, Match.CLOSE):
        if first is near:
            return second
        if second is near:
            return first
    return first if first is second else Match.RELATED


def _describe(graph: Graph, council: Vocabulary) -> None:
    scheme = council_scheme(council.id)
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    graph.add((scheme, RDFS.label, Literal(council.name)))
    for one in council.shown:
        address = council_address(council.id, one.id)
        graph.add((address, RDF.type, SKOS.Concept))
        graph.add((address, SKOS.inScheme, scheme))
        graph.add((address, SKOS.notation, Literal(one.id)))
        graph.add((address, SKOS.prefLabel, Literal(one.label)))
        for core, match in council.standings[one.id].items():
            graph.add((address, SKOS[match], shared_address(core)))
