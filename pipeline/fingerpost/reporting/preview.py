"""An outcome in, the directory as it would look, marked as a draft, out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fingerpost.directory import Item, Status, group_digest, settled_by_path
from fingerpost.item_records import Addresses, addresses, links_of
from fingerpost.outcome import Outcome
from fingerpost.pages import render
from fingerpost.strategies import Link
from fingerpost.taxonomy import Concept, Facet, Taxonomy
from fingerpost.upkeep import resource_id

TEMPLATES = Path(__file__).parent / "templates"
"""Where this stage's pages are laid out."""

NOT_READ = "Settled by its heading, not yet read"
BY_MODEL = "Accepted by the program within the promise, not yet read"

_TIERS = {
    "targeted": "Targeted: for some learners",
    "specialist": "Specialist: for a few learners",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement as a reader of the directory would see it."""

    id: str
    text: str
    lead_in: str
    purpose: str
    tier: str
    labels: tuple[tuple[str, str], ...]
    source: str
    document: str
    locator: str
    heading_path: str
    standing: str
    child_voice: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class _Live:
    """An item that would be published, and how a reader would see it."""

    item: Item
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One category with what stands directly in it, and narrower categories with theirs."""

    id: str
    label: str
    definition: str
    entries: tuple[Entry, ...]
    inner: "tuple[Shelf, ...]" = ()

    @property
    def count(self) -> int:
        """How many statements stand here or in a narrower category, each once."""
        return len({entry.id for shelf in (self, *self.inner) for entry in shelf.entries})


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One way into the directory."""

    id: str
    label: str
    shelves: tuple[Shelf, ...]

    @property
    def count(self) -> int:
        """How many statements this way leads to, each once."""
        inside = (s for outer in self.shelves for s in (outer, *outer.inner))
        return len({entry.id for shelf in inside for entry in shelf.entries})

    @property
    def shares(self) -> bool:
        """Whether a statement stands in several of its categories."""
        return sum(shelf.count for shelf in self.shelves) > self.count


def preview_page(outcome: Outcome) -> str:
    """Return the draft of the directory: what is live now, by each of its three doors."""
    return render(
        TEMPLATES,
        "preview.html",
        here="preview.html",
        council=outcome.rulebook.council.name,
        labels_are_examples=outcome.rulebook.council.labels_are_examples,
        doors=doors(outcome),
        copies=outcome.copies,
        both_voices=outcome.rulebook.council.child_voice,
        live=sum(item.live for item in outcome.items),
        approved=sum(item.status is Status.APPROVED for item in outcome.items),
        waiting=sum(item.status is Status.REVIEW for item in outcome.items),
    )


def doors(outcome: Outcome) -> tuple[Door, ...]:
    """Lay out the live statements by whole school, areas of need and standards."""
    taxonomy = outcome.rulebook.taxonomy
    seen = _seen(outcome)
    beside = addresses(outcome.items, outcome.standing)
    live = [
        _Live(item, replace(_entry(item, taxonomy, seen), links=tuple(_links(item, beside))))
        for item in outcome.items
        if item.live
    ]
    found = (
        Door(
            id="whole-school",
            label="Whole school",
            shelves=tuple(_shelves(Facet.UNIVERSAL, live, taxonomy)),
        ),
        Door(id="areas", label="Areas of need", shelves=tuple(_areas(live, taxonomy))),
        Door(
            id="standards",
            label="Teachers' Standards",
            shelves=tuple(_shelves(Facet.STANDARD, live, taxonomy)),
        ),
    )
    return tuple(door for door in found if door.shelves)


def _seen(outcome: Outcome) -> dict[str, str]:
    """Return for each heading path that somebody skimmed what to say of the statements below it."""
    found = {}
    for path, items in settled_by_path(outcome.items).items():
        skimmed = outcome.standing.skimmed.get(path)
        if skimmed:
            name = skimmed.reviewer or "a reviewer"
            found[path] = (
                f"Settled by its heading; {name} found all under it fine"
                if skimmed.digest == group_digest(items)
                else f"Settled by its heading; {name} found all under it fine before some changed"
            )
    return found


def _shelves(facet: Facet, live: Sequence[_Live], taxonomy: Taxonomy) -> Iterator[Shelf]:
    for concept in taxonomy.of(facet):
        entries = _under(concept, facet, live, taxonomy)
        if entries:
            yield _shelf(concept, entries)


def _areas(live: Sequence[_Live], taxonomy: Taxonomy) -> Iterator[Shelf]:
    """Put each statement under its needs where it has one in the area, else under the area."""
    needs = list(_shelves(Facet.NEED, live, taxonomy))
    for area in taxonomy.of(Facet.AREA):
        inner = tuple(shelf for shelf in needs if _area_shown(shelf.id, taxonomy) == area.id)
        narrower = {entry.id for shelf in inner for entry in shelf.entries}
        own = _under(area, Facet.AREA, live, taxonomy)
        entries = tuple(entry for entry in own if entry.id not in narrower)
        if entries or inner:
            yield _shelf(area, entries, inner)
    homeless = tuple(one.entry for one in live if not one.item.concepts(Facet.AREA))
    if homeless:
        yield Shelf(
            id="no-area",
            label="Not under any area yet",
            definition="A person gave these no area.",
            entries=homeless,
        )


def _area_shown(need: str, taxonomy: Taxonomy) -> str:
    return taxonomy.shown(taxonomy[need].parent).id


def _under(
    concept: Concept, facet: Facet, live: Iterable[_Live], taxonomy: Taxonomy
) -> tuple[Entry, ...]:
    return tuple(
        one.entry
        for one in live
        if any(taxonomy.shown(found).id == concept.id for found in one.item.concepts(facet))
    )


def _shelf(concept: Concept, entries: tuple[Entry, ...], inner: tuple[Shelf, ...] = ()) -> Shelf:
    return Shelf(
        id=concept.id,
        label=concept.label,
        definition=concept.definition,
        entries=entries,
        inner=inner,
    )


def _entry(item: Item, taxonomy: Taxonomy, seen: Mapping[str, str]) -> Entry:
    classified, strategy = item.classified, item.classified.strategy
    shown = [taxonomy.shown(one) for facet in Facet for one in item.concepts(facet)]
    return Entry(
        id=item.id,
        text=item.text,
        lead_in=strategy.lead_in,
        purpose=classified.purpose,
        tier=_TIERS.get(classified.tier, ""),
        labels=tuple(dict.fromkeys((concept.id, concept.label) for concept in shown)),
        source=strategy.source,
        document=strategy.document,
        locator=strategy.locator,
        heading_path=strategy.heading_path,
        standing=_standing(item, seen),
        child_voice=item.verdict.child_voice if item.verdict else "",
    )


def _links(item: Item, beside: Addresses) -> Iterator[Link]:
    """Yield the resources of a statement, called as people call them, else as Word does."""
    words = dict(links_of(item))
    for url in beside.of(item):
        facts = beside.standing.resources.get(resource_id(url))
        yield Link(url, (facts.title if facts else "") or words.get(url, ""))


def _standing(item: Item, seen: Mapping[str, str]) -> str:
    if item.by_model:
        return BY_MODEL
    if item.status is not Status.APPROVED or item.verdict is None:
        return seen.get(item.classified.strategy.heading_path, NOT_READ)
    name = item.verdict.reviewer or "a reviewer"
    day = item.verdict.decided_on.partition("T")[0]
    return f"Agreed by {name} on {day}" if day else f"Agreed by {name}"
