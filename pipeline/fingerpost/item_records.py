"""Items in, what stands under each column that items.csv and strategies.csv share out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from fingerpost.decisions import Standing
from fingerpost.directory import Item, Status
from fingerpost.rulebook import Rulebook
from fingerpost.strategies import Link
from fingerpost.tables import JOINER
from fingerpost.taxonomy import CORE_FACETS, Facet, Taxonomy
from fingerpost.upkeep import Upkeep, resource_id

Row = dict[str, str | tuple[str, ...] | float | None]

STATEMENT = (
    "id",
    "status",
    "text",
    "source_text",
    "lead_in",
    *(facet.value for facet in CORE_FACETS),
    "tier",
    "phase",
    "actor",
    "voice",
    "purpose",
    "confidence",
)
ORIGIN = ("source", "heading_path", "locator", "resources")
REVIEW = ("reviewed_by", "reviewed_on", "next_review")
VOICES = ("child_voice", "child_voice_by")
"""Columns where a council writes statements in a child's words too: those, and who wrote them."""

_SCHEMES = ("http", "https", "mailto")


def item_columns(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the columns of items.csv: the contract's, then those of what the council switched on."""
    return (*STATEMENT, "reasons", *ORIGIN, *_switched_on(rulebook))


def strategy_columns(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the columns of strategies.csv, in the same way, the owner last."""
    return (*STATEMENT, *ORIGIN, *REVIEW, *_switched_on(rulebook), "owner")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The web and e-mail addresses of statements, by what Word links and what people changed.

    `known` leads from the id of a resource to its address.
    """

    standing: Standing
    known: Mapping[str, str]

    def of(self, item: Item) -> tuple[str, ...]:
        """Return those Word links, less what people took away, then what they put there."""
        taken = self.standing.detached.get(item.id, ())
        linked = (url for url, _ in links_of(item) if resource_id(url) not in taken)
        put = self.standing.attached.get(item.id, ())
        return tuple(dict.fromkeys((*linked, *(self.known[i] for i in put if i in self.known))))


def addresses(items: Iterable[Item], standing: Standing) -> Addresses:
    """Return where the addresses of these items are found, whatever becomes of the items."""
    linked = {resource_id(url): url for item in items for url, _ in links_of(item)}
    told = {resource: facts.url for resource, facts in standing.resources.items() if facts.url}
    return Addresses(standing, linked | told)


def links_of(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the addresses in Word that people may follow, each with the words it hangs on."""
    for link in item.classified.strategy.links:
        url = link.href.strip().replace(JOINER, "%7C")
        if url.partition(":")[0].casefold() in _SCHEMES:
            yield url, _title(link)


def values(item: Item, taxonomy: Taxonomy, found: Addresses) -> Row:
    """Return what stands under each of the columns that both files have."""
    classified, strategy, verdict = item.classified, item.classified.strategy, item.verdict
    return {
        "id": item.id,
        "status": item.status.value,
        "text": item.text,
        "source_text": strategy.source_text,
        "lead_in": strategy.lead_in,
        **{facet.value: item.concepts(facet) for facet in taxonomy.facets},
        "tier": classified.tier,
        "phase": classified.phases,
        "actor": classified.actor,
        "voice": classified.voice,
        "purpose": classified.purpose,
        "confidence": None if item.confidence is None else round(item.confidence, 2),
        "source": strategy.source,
        "heading_path": strategy.heading_path,
        "locator": strategy.locator,
        "resources": found.of(item),
        "child_voice": verdict.child_voice if verdict else "",
        "child_voice_by": verdict.child_voice_by if verdict else "",
    }


def review_of(item: Item, upkeep: Upkeep) -> Row:
    """Say who approved it, when, and when to look again: a year later, where nobody said."""
    if item.status is not Status.APPROVED or item.verdict is None:
        return {"reviewed_by": "", "reviewed_on": "", "next_review": upkeep.next_review}
    day = date.fromisoformat(item.verdict.decided_on[:10])
    return {
        "reviewed_by": item.verdict.reviewer,
        "reviewed_on": day.isoformat(),
        "next_review": upkeep.next_review or _a_year_after(day).isoformat(),
    }


def cell(value: str | tuple[str, ...] | float | None) -> str:
    """Write a value as the cell of a table: several joined, numbers with two places."""
    if isinstance(value, tuple):
        return JOINER.join(value)
    if isinstance(value, float):
        return f"{value:.2f}"
    return value or ""


def _switched_on(rulebook: Rulebook) -> tuple[str, ...]:
    further: tuple[Facet, ...] = rulebook.taxonomy.facets[len(CORE_FACETS) :]
    voices = VOICES if rulebook.council.child_voice else ()
    return (*(facet.value for facet in further), *voices)


def _title(link: Link) -> str:
    title = " ".join(link.label.split())
    return "" if title == link.href.strip() else title


def _a_year_after(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap else day.day)
