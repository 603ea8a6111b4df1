"""One outcome in, the rows of each curated table out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from urllib.parse import urlsplit

from fingerpost.directory import Item, Status
from fingerpost.errors import RulesError
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Link
from fingerpost.suggestions import Suggestion
from fingerpost.tables import JOINER
from fingerpost.taxonomy import CORE_FACETS, Concept, Facet, Taxonomy
from fingerpost.upkeep import resource_id

Row = dict[str, str | tuple[str, ...] | float | None]

STRATEGIES = (
    "id",
    "status",
    "text",
    "source_text",
    "lead_in",
    "area_of_need",
    "need",
    "universal",
    "teachers_standards",
    "tier",
    "phase",
    "actor",
    "voice",
    "purpose",
    "confidence",
    "source",
    "heading_path",
    "locator",
    "resources",
    "reviewed_by",
    "reviewed_on",
    "next_review",
)
VOICES = ("child_voice", "child_voice_by")
"""Columns where a council writes statements in a child's words too: those, and who wrote them."""

CONCEPTS = ("strategy_id", "facet", "concept_id", "primary", "evidence")
RESOURCES = ("id", "url", "title", "host", "strategy_ids")
TAXONOMY = (
    "id",
    "facet",
    "label",
    "core_label",
    "definition",
    "alternates",
    "parent",
    "order",
    "hidden",
    "folds_into",
    "maps_to",
    "retired",
    "replaced_by",
    "change_note",
)

_SCHEMES = ("http", "https", "mailto")


def in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return what belongs into the directory, by document, then as it stands there."""
    live = (item for item in items if item.live)
    return tuple(sorted(live, key=lambda item: item.classified.strategy.source))


def strategy_columns(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the contract's columns, then those of what the council switched on."""
    further = (facet.value for facet in _further(rulebook.taxonomy))
    return (*STRATEGIES, *further, *(VOICES if rulebook.council.child_voice else ()))


def _further(taxonomy: Taxonomy) -> tuple[Facet, ...]:
    return taxonomy.facets[len(CORE_FACETS) :]


def strategy_rows(items: Iterable[Item], rulebook: Rulebook) -> Iterator[Row]:
    """Yield one row a statement."""
    columns = frozenset(strategy_columns(rulebook))
    for row in _strategy_rows(items, rulebook.taxonomy):
        yield {name: value for name, value in row.items() if name in columns}


def _strategy_rows(items: Iterable[Item], taxonomy: Taxonomy) -> Iterator[Row]:
    for item in items:
        classified, strategy = item.classified, item.classified.strategy
        yield {
            "id": item.id,
            "status": item.status.value,
            "text": item.text,
            "source_text": strategy.source_text,
            "lead_in": strategy.lead_in,
            **{facet.value: item.concepts(facet) for facet in CORE_FACETS},
            "tier": classified.tier,
            "phase": classified.phases,
            "actor": classified.actor,
            "voice": classified.voice,
            "purpose": classified.purpose,
            "confidence": None if item.confidence is None else round(item.confidence, 2),
            "source": strategy.source,
            "heading_path": strategy.heading_path,
            "locator": strategy.locator,
            "resources": tuple(dict.fromkeys(url for url, _ in _links(item))),
            **_review(item),
            **{facet.value: item.concepts(facet) for facet in _further(taxonomy)},
            "child_voice": item.verdict.child_voice if item.verdict else "",
            "child_voice_by": item.verdict.child_voice_by if item.verdict else "",
        }


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


def resource_rows(items: Iterable[Item]) -> Iterator[Row]:
    """Yield one row a web or e-mail address, in the order they are first linked from."""
    titles: dict[str, str] = {}
    users: dict[str, list[str]] = {}
    for item in items:
        for url, title in _links(item):
            titles[url] = titles.get(url) or title
            users.setdefault(url, []).append(item.id)
    for url, title in titles.items():
        yield {
            "id": resource_id(url),
            "url": url,
            "title": title,
            "host": _host(url),
            "strategy_ids": tuple(dict.fromkeys(users[url])),
        }


def taxonomy_rows(taxonomy: Taxonomy) -> Iterator[Row]:
    """Yield one row a category, hidden ones too, in the council's order."""
    for concept in taxonomy.concepts:
        yield _concept_row(concept)


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


def _review(item: Item) -> Row:
    """Say who approved it, when, and when to look again: a year later."""
    if item.status is not Status.APPROVED or item.verdict is None:
        return {"reviewed_by": "", "reviewed_on": "", "next_review": ""}
    day = date.fromisoformat(item.verdict.decided_on[:10])
    return {
        "reviewed_by": item.verdict.reviewer,
        "reviewed_on": day.isoformat(),
        "next_review": _a_year_after(day).isoformat(),
    }


def _a_year_after(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def _links(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the addresses people may follow, each with the words it hangs on."""
    for link in item.classified.strategy.links:
        url = link.href.strip().replace(JOINER, "%7C")
        if url.partition(":")[0].casefold() in _SCHEMES:
            yield url, _title(link)


def _title(link: Link) -> str:
    title = " ".join(link.label.split())
    return "" if title == link.href.strip() else title


def _host(url: str) -> str:
    """Return the host of a web address or the domain of an e-mail address; "" if it has none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        return parts.path.rpartition("@")[2].casefold()
    return parts.hostname or ""


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
