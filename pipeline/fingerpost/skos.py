"""Entries of a taxonomy in, SKOS in Turtle out, and back; what SKOS has no word for has ours."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import BNode, Node

from fingerpost.catalogue import Entry
from fingerpost.errors import FingerpostError
from fingerpost.taxonomy import Facet

TERMS = Namespace("urn:fingerpost:term:")
"""Our own words: council's settings, order, and lists whose order matters."""

_FACETS = Namespace("urn:fingerpost:facet:")
_CONCEPTS = Namespace("urn:fingerpost:concept:")
_COUNCILS = Namespace("urn:fingerpost:council:")
_TEXTS = (
    (SKOS.definition, "definition"),
    (SKOS.scopeNote, "exclusion"),
    (SKOS.changeNote, "change_note"),
    (TERMS.framework, "framework"),
)
_LINKS = (
    (TERMS.foldsInto, "folds_into"),
    (TERMS.councilFoldsInto, "council_folds_into"),
    (DCTERMS.isReplacedBy, "replaced_by"),
)
_PREFIXES = (
    *(("skos", SKOS), ("dct", DCTERMS), ("owl", OWL), ("rdf", RDF), ("rdfs", RDFS)),
    ("fp", TERMS),
)
_MATCHES = (SKOS.closeMatch, SKOS.broadMatch, SKOS.exactMatch, SKOS.narrowMatch, SKOS.relatedMatch)
_LANGUAGES = (None, "en", "en-GB")
"""Where a text stands in several languages, these are read before any other."""


class TurtleError(FingerpostError):
    """A Turtle file that cannot be read; says where and what to do."""


@dataclass(frozen=True, slots=True)
class Read:
    """One concept as a Turtle file tells it: its address, and the cells it fills."""

    uri: str
    values: dict[str, str | tuple[str, ...]]


def to_turtle(entries: Sequence[Entry], council: str) -> bytes:
    """Write entries in their order; the same entries give the same bytes.

    A council's own concepts have addresses below the council's name, so that two councils' never
    meet, and a match to the shared concept they come nearest to.
    """
    graph = Graph(bind_namespaces="none")
    for prefix, space in _PREFIXES:
        graph.bind(prefix, space)
    uris = {entry.id: _uri(entry, council) for entry in entries}
    for facet in dict.fromkeys(entry.facet for entry in entries):
        graph.add((_FACETS[facet.value], RDF.type, SKOS.ConceptScheme))
        graph.add((_FACETS[facet.value], RDFS.label, Literal(facet.value)))
    mapped = [entry.maps_to for entry in entries if entry.own]
    for place, entry in enumerate(entries, 1):
        writer = _Writer(graph, uris[entry.id], uris)
        writer.add(TERMS.place, Literal(place))
        writer.concept(entry)
        match = SKOS.closeMatch if mapped.count(entry.maps_to) == 1 else SKOS.broadMatch
        writer.link(match, entry.maps_to)
    return graph.serialize(format="turtle", encoding="utf-8")


def from_turtle(data: bytes, name: str) -> tuple[Read, ...]:
    """Read the concepts of a Turtle file, in the order it gives them, else by kind and id."""
    graph = Graph(bind_namespaces="none")
    try:
        graph.parse(data=data, format="turtle")
    except (BadSyntax, ParserError, UnicodeDecodeError, ValueError) as fault:
        line = getattr(fault, "lines", 0) + 1
        raise TurtleError(
            f"{name} line {line}: this is not valid Turtle; mend it in the program that wrote it, "
            "or export it anew."
        ) from None
    concepts = [node for node in graph.subjects(RDF.type, SKOS.Concept) if isinstance(node, URIRef)]
    reader = _Reader(graph)
    return tuple(
        Read(str(concept), reader.values(concept)) for concept in sorted(concepts, key=reader.place)
    )


def shared_address(concept_id: str) -> URIRef:
    """Return the address of a category that all councils share."""
    return _CONCEPTS[quote(concept_id, safe="")]


def council_address(council: str, concept_id: str) -> URIRef:
    """Return the address of a category as one council has it, by the council's id.

    A database may hold a category of any id, if somebody put it there by hand.
    """
    return _COUNCILS[f"{council}:concept:{quote(concept_id, safe='')}"]


def council_scheme(council: str) -> URIRef:
    """Return the address of all categories of one council, by the council's id."""
    return _COUNCILS[council]


def _uri(entry: Entry, council: str) -> URIRef:
    return council_address(council, entry.id) if entry.own else shared_address(entry.id)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Says all of one concept."""

    graph: Graph
    uri: URIRef
    uris: dict[str, URIRef]

    def add(self, predicate: URIRef, value: Node) -> None:
        self.graph.add((self.uri, predicate, value))

    def text(self, predicate: URIRef, text: str) -> None:
        if text:
            self.add(predicate, Literal(text))

    def link(self, predicate: URIRef, concept_id: str) -> None:
        if concept_id:
            self.add(predicate, self.uris.get(concept_id, _CONCEPTS[concept_id]))

    def texts(self, predicate: URIRef, texts: Sequence[str]) -> None:
        """Say several texts in their order."""
        if texts:
            head = BNode()
            Collection(self.graph, head, [Literal(text) for text in texts])
            self.add(predicate, head)

    def concept(self, entry: Entry) -> None:
        scheme = _FACETS[entry.facet.value]
        self.add(RDF.type, SKOS.Concept)
        self.text(SKOS.notation, entry.id)
        self.add(SKOS.inScheme, scheme)
        if not (entry.council_parent or entry.parent):
            self.add(SKOS.topConceptOf, scheme)
        self._labels(entry)
        self._switches(entry)
        for predicate, name in _TEXTS:
            self.text(predicate, getattr(entry, name))
        for predicate, name in _LINKS:
            self.link(predicate, getattr(entry, name))
        self.link(SKOS.broader, entry.council_parent or entry.parent)
        self.link(TERMS.councilBroader, entry.council_parent)
        self.link(TERMS.sharedBroader, entry.parent if entry.council_parent else "")
        if entry.order is not None:
            self.add(TERMS.order, Literal(entry.order))

    def _labels(self, entry: Entry) -> None:
        self.text(SKOS.prefLabel, entry.council_label or entry.label)
        self.text(TERMS.sharedLabel, entry.label if entry.council_label else "")
        for text in (*entry.alternates, *entry.council_alternates):
            self.text(SKOS.altLabel, text)
        for text in entry.examples:
            self.text(SKOS.example, text)
        if len(entry.alternates) > 1 or entry.council_alternates:
            self.texts(TERMS.alternates, entry.alternates)
            self.texts(TERMS.councilAlternates, entry.council_alternates)
        if len(entry.examples) > 1:
            self.texts(TERMS.examples, entry.examples)

    def _switches(self, entry: Entry) -> None:
        if entry.own:
            self.add(TERMS.own, Literal(True))
        if entry.retired:
            self.add(OWL.deprecated, Literal(True))
        if entry.hidden:
            self.add(TERMS.hidden, Literal(True))
        if entry.council_hidden is not None:
            self.add(TERMS.councilHidden, Literal(entry.council_hidden))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the concepts of one graph."""

    graph: Graph

    def place(self, uri: URIRef) -> tuple[int, int, int, str]:
        """Where a concept comes: as the file says, else after those, by kind and id."""
        given = self._one(uri, TERMS.place)
        facet = self._facet(uri)
        kinds = [kind.value for kind in Facet]
        rank = kinds.index(facet) if facet in kinds else len(kinds)
        return (not given.isdecimal(), int(given) if given.isdecimal() else 0, rank, self._id(uri))

    def values(self, uri: URIRef) -> dict[str, str | tuple[str, ...]]:
        label, shared_label = self._one(uri, SKOS.prefLabel), self._one(uri, TERMS.sharedLabel)
        parent, is_moved = self._link(uri, SKOS.broader), self._link(uri, TERMS.councilBroader)
        alternates, council = self._alternates(uri)
        matches = (self._link(uri, predicate) for predicate in _MATCHES)
        return {
            "id": self._id(uri),
            "facet": self._facet(uri),
            "own": self._switch(uri, TERMS.own),
            "label": shared_label or label,
            "council_label": label if shared_label else "",
            "parent": self._link(uri, TERMS.sharedBroader) if is_moved else parent,
            "council_parent": parent if is_moved else "",
            "alternates": alternates,
            "council_alternates": council,
            "examples": self._in_order(uri, SKOS.example, TERMS.examples),
            "hidden": self._switch(uri, TERMS.hidden),
            "council_hidden": self._switch(uri, TERMS.councilHidden),
            "order": self._one(uri, TERMS.order),
            "maps_to": next(filter(None, matches), ""),
            "retired": self._switch(uri, OWL.deprecated),
            **{name: self._one(uri, predicate) for predicate, name in _TEXTS},
            **{name: self._link(uri, predicate) for predicate, name in _LINKS},
        }

    def _id(self, uri: Node) -> str:
        return (
            self._one(uri, SKOS.notation)
            or str(uri).replace("#", ":").replace("/", ":").split(":")[-1]
        )

    def _facet(self, uri: URIRef) -> str:
        scheme = self.graph.value(uri, SKOS.inScheme, any=True)
        return str(scheme).removeprefix(str(_FACETS)) if scheme else ""

    def _one(self, uri: Node, predicate: URIRef) -> str:
        found = [o for o in self.graph.objects(uri, predicate) if isinstance(o, Literal)]
        return str(min(found, key=_language)) if found else ""

    def _link(self, uri: URIRef, predicate: URIRef) -> str:
        found = [o for o in self.graph.objects(uri, predicate) if isinstance(o, URIRef)]
        return self._id(min(found)) if found else ""

    def _switch(self, uri: URIRef, predicate: URIRef) -> str:
        said = self._one(uri, predicate)
        return {"true": "yes", "1": "yes", "false": "no", "0": "no"}.get(said, said)

    def _list(self, uri: URIRef, predicate: URIRef) -> tuple[str, ...]:
        head = self.graph.value(uri, predicate, any=True)
        return tuple(map(str, Collection(self.graph, head))) if isinstance(head, BNode) else ()

    def _texts(self, uri: URIRef, predicate: URIRef) -> list[str]:
        return sorted(str(o) for o in self.graph.objects(uri, predicate))

    def _in_order(self, uri: URIRef, predicate: URIRef, ordered: URIRef) -> tuple[str, ...]:
        return tuple(_merged(self._texts(uri, predicate), self._list(uri, ordered)))

    def _alternates(self, uri: URIRef) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The altLabels are what is meant; our lists say their order, and which are the council's."""
        labels = self._texts(uri, SKOS.altLabel)
        council = tuple(t for t in self._list(uri, TERMS.councilAlternates) if t in labels)
        shared = self._list(uri, TERMS.alternates)
        others = [text for text in labels if text in shared or text not in council]
        return tuple(_merged(others, shared)), council


def _merged(texts: Sequence[str], order: Iterable[str]) -> Iterator[str]:
    """Yield the texts in an order given for some of them, the others after them."""
    known = tuple(order)
    yield from (text for text in known if text in texts)
    yield from (text for text in texts if text not in known)


def _language(literal: Literal) -> tuple[int, str, str]:
    rank = _LANGUAGES.index(literal.language) if literal.language in _LANGUAGES else len(_LANGUAGES)
    return rank, literal.language or "", str(literal)
