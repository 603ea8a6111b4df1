"""One outcome in, the rows about statements, labels, categories and documents out."""

from collections.abc import Iterable, Iterator, Sequence

from fingerpost.directory import DocumentRecord, Item
from fingerpost.errors import RulesError
from fingerpost.item_records import Addresses, Row, review_of, strategy_columns, values
from fingerpost.rulebook import Rulebook
from fingerpost.suggestions import Suggestion
from fingerpost.taxonomy import Concept, Facet, Taxonomy
from fingerpost.upkeep import Upkeep


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return what belongs into the directory, by document, as it stands there; then what people added."""

    def place(item: Item) -> tuple[bool, str]:
        source = item.classified.strategy.source
        return (not source, source)

    return tuple(sorted((item for item in items if item.live), key=place))


def strategy_rows(items: Iterable[Item], rulebook: Rulebook, found: Addresses) -> Iterator[Row]:
    """Yield one row a statement."""
    columns = strategy_columns(rulebook)
    for item in items:
        upkeep = found.standing.upkeep.get(item.id, Upkeep())
        known = {
            **values(item, rulebook.taxonomy, found),
            **review_of(item, upkeep),
            "owner": upkeep.owner,
        }
        yield {name: known[name] for name in columns}


def concept_rows(items: Iterable[Item], taxonomy: Taxonomy) -> Iterator[Row]:
    """Yield one row a label of a statement, with what it rests on in words."""
    for item in items:
        for facet, concepts in item.labels:
            for place, concept in enumerate(concepts):
                _check_known(item, concept, taxonomy)
                yield {
                    "strategy_id": item.id,
                    "facet": facet.value,
                    "concept_id": concept,
                    "primary": "false" if place else "true",
                    "evidence": _evidence(item, facet, concept),
                }


def taxonomy_rows(taxonomy: Taxonomy) -> Iterator[Row]:
    """Yield one row a category, hidden ones too, in the council's order."""
    for concept in taxonomy.concepts:
        yield _concept_row(concept)


def document_rows(documents: Iterable[DocumentRecord]) -> Iterator[Row]:
    """Yield one row a document that was read."""
    for one in documents:
        yield {
            "source": one.source,
            "title": one.title,
            "edition": one.edition,
            "sha256": one.sha256,
        }


def _concept_row(concept: Concept) -> Row:
    return {
        "id": concept.id,
        "facet": concept.facet.value,
        "label": concept.label,
        "core_label": concept.core_label,
        "definition": concept.definition,
        "alternates": concept.alternates,
        "parent": concept.parent,
        "order": str(concept.order),
        "hidden": "true" if concept.hidden else "false",
        "folds_into": concept.folds_into,
        "maps_to": concept.maps_to,
        "retired": "true" if concept.retired else "false",
        "replaced_by": concept.replaced_by,
        "change_note": concept.change_note,
    }


def _evidence(item: Item, facet: Facet, concept: str) -> str:
    """Name all that speaks for a label, a person first, then the strongest: "headings: Talk"."""
    said: dict[str, dict[str, None]] = {}
    if item.verdict and facet in item.verdict.labels:
        said["person"] = {item.verdict.reviewer: None}
    votes = [s for s in item.classified.suggestions if (s.facet, s.concept) == (facet, concept)]
    for vote in _strongest_first(votes):
        said.setdefault(vote.evidence.matcher, {})[vote.evidence.quote] = None
    return "; ".join(f"{who}: {', '.join(quotes)}" for who, quotes in said.items())


def _strongest_first(votes: Sequence[Suggestion]) -> list[Suggestion]:
    return sorted(
        votes,
        key=lambda vote: (
            not vote.structural,
            -vote.score,
            vote.evidence.matcher,
            vote.evidence.quote,
        ),
    )


def _check_known(item: Item, concept: str, taxonomy: Taxonomy) -> None:
    if concept not in taxonomy:
        raise RulesError(
            f"rules/taxonomy: the category {concept}, which somebody gave to {item.id} "
            f"(“{item.text}”), is missing. Put it back; a category may be hidden but never removed."
        )
