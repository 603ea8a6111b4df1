"""The directory in use in, the rows of each sheet of its workbook as plain text out."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from fingerpost.pages import plural, visible
from fingerpost.reviewing.asking.remarks import reports_told
from fingerpost.reviewing.columns import (
    ADDRESS,
    ASKED_AFTER,
    CHECKED,
    FURTHER_LABELS,
    HELD,
    MORE_RESOURCES,
    NEXT_REVIEW,
    OWNER,
    PHASE,
    PUBLISHER,
    REF,
    SHOWN,
    THREE_RESOURCES,
    TITLE,
    TRUSTED,
    USED_BY,
    VOICES,
    WORDING,
    Sheet,
)
from fingerpost.reviewing.labels import SEPARATOR, fold, label_cells, shown_labels
from fingerpost.reviewing.live.directory import (
    LiveDirectory,
    LiveResource,
    LiveStatement,
    Offered,
)
from fingerpost.reviewing.live.shown import marks_of_row
from fingerpost.reviewing.refs import item_ref
from fingerpost.reviewing.workbook.sheets import Grid, Row
from fingerpost.strategies import PHASES
from fingerpost.taxonomy import Facet
from fingerpost.upkeep import resource_id

OFFER = "i-"
"""The Ref of a row that offers to add an intervention's page begins so."""


def live_grids(directory: LiveDirectory) -> tuple[Grid, ...]:
    """Return all sheets but the first."""
    called = names_of(directory.resources)
    return (
        _statements(directory, called),
        _add(directory),
        _resources(directory),
        _unresourced(directory),
        _overdue(directory),
    )


def names_of(resources: tuple[LiveResource, ...]) -> Mapping[str, str]:
    """Return what each address is called: its title, where no other address has that too."""
    times = Counter(fold(one.facts.title) for one in resources)
    return {
        one.facts.url: one.facts.title if times[fold(one.facts.title)] == 1 else one.facts.url
        for one in resources
    } | {one.facts.url: one.facts.url for one in resources if not one.facts.title}


def _further(directory: LiveDirectory) -> Row:
    """Return empty cells for the columns that only some councils use."""
    pairs = (pair for pair in FURTHER_LABELS if pair.facet in directory.taxonomy.facets)
    names = [name for pair in pairs for name in (pair.main, pair.also)]
    return dict.fromkeys((*names, *(VOICES if directory.council.child_voice else ())), "")


def _statements(directory: LiveDirectory, called: Mapping[str, str]) -> Grid:
    offered = {one.intervention.id for one in directory.offered}
    rows = tuple(_statement(one, directory, called) for one in directory.statements)
    return Grid(
        sheet=Sheet.STATEMENTS,
        rows=rows,
        beside={
            str(row[REF]): {
                HELD: " ".join(_held(one, offered)),
                SHOWN: marks_of_row(Sheet.STATEMENTS, row),
            }
            for one, row in zip(directory.statements, rows, strict=True)
        },
    )


def _held(one: LiveStatement, offered: Container[str]) -> Iterator[str]:
    """Yield the Refs of the Resources' rows that concern a statement."""
    yield from map(resource_id, one.resources)
    yield from (f"{OFFER}{name}" for name in one.named if name in offered and not one.resources)


def _statement(one: LiveStatement, directory: LiveDirectory, called: Mapping[str, str]) -> Row:
    classified, strategy = one.item.classified, one.item.classified.strategy
    shown = [called[url] for url in one.resources]
    phases = [PHASES.get(phase, phase) for phase in classified.phases]
    return {
        WORDING: one.wording,
        **_further(directory),
        **label_cells(one.item, directory.taxonomy),
        **(_voices(one) if directory.council.child_voice else {}),
        OWNER: one.owner,
        NEXT_REVIEW: one.next_review,
        **dict(zip(THREE_RESOURCES, shown, strict=False)),
        MORE_RESOURCES: "\n".join(shown[len(THREE_RESOURCES) :]),
        "Tier and phase": "; ".join(filter(None, (classified.tier.title(), *phases))),
        "Document": strategy.source or _added(one),
        "Under": strategy.heading_path,
        "Last review": one.reviewed,
        "Readers say": "\n".join(reports_told(one.item.reports)),
        "In Word": visible("\n".join(filter(None, (strategy.lead_in, strategy.source_text))))
        if strategy.source
        else "",
        ASKED_AFTER: directory.known_until,
        REF: str(item_ref(one.item)),
    }


def _voices(one: LiveStatement) -> Row:
    verdict = one.item.verdict
    both = (verdict.child_voice, verdict.child_voice_by) if verdict else ("", "")
    return dict(zip(VOICES, both, strict=True))


def _added(one: LiveStatement) -> str:
    """Say of a statement that never stood in Word where it comes from."""
    by = one.added.added_by if one.added else ""
    on = one.added.added_on[:10] if one.added else ""
    told = (by and f"by {by}", on and f"on {on}")
    return " ".join(("Added to the directory", *filter(None, told)))


def _add(directory: LiveDirectory) -> Grid:
    """Return a sheet of no rows; what a council uses of further columns it has all the same."""
    return Grid(sheet=Sheet.ADD, rows=(_further(directory),))


def _resources(directory: LiveDirectory) -> Grid:
    known = tuple(_resource(one, directory) for one in directory.resources)
    offered = tuple(_offered(one, directory) for one in directory.offered)
    return Grid(
        sheet=Sheet.RESOURCES,
        rows=(*known, *offered),
        beside={
            str(row[REF]): {SHOWN: marks_of_row(Sheet.RESOURCES, row)} for row in (*known, *offered)
        },
        starts=frozenset({len(known)} if known and offered else ()),
    )


def _resource(one: LiveResource, directory: LiveDirectory) -> Row:
    facts = one.facts
    return {
        TITLE: facts.title,
        PUBLISHER: facts.publisher,
        TRUSTED: facts.trusted_because,
        PHASE: SEPARATOR.join(PHASES.get(phase, phase) for phase in facts.phases),
        CHECKED: facts.checked_on,
        OWNER: facts.owner,
        ADDRESS: facts.url,
        USED_BY: plural(one.uses, "statement"),
        ASKED_AFTER: directory.known_until,
        REF: one.id,
    }


def _offered(one: Offered, directory: LiveDirectory) -> Row:
    many = plural(len(one.statements), "statement")
    return {
        TITLE: one.intervention.name,
        USED_BY: f"Named in {many} without a resource. Give an address, and it is put beside "
        f"{'them' if len(one.statements) > 1 else 'it'}.",
        ASKED_AFTER: directory.known_until,
        REF: f"{OFFER}{one.intervention.id}",
    }


def _unresourced(directory: LiveDirectory) -> Grid:
    """List what has no resource, area by area in the council's order."""
    order = {c.id: place for place, c in enumerate(directory.taxonomy.concepts)}
    waiting = [one for one in directory.statements if not one.resources]

    def place(one: LiveStatement) -> int:
        return min((order.get(area, 0) for area in one.item.concepts(Facet.AREA)[:1]), default=-1)

    rows: tuple[Row, ...] = tuple(
        {
            "Area": "; ".join(shown_labels(one.item.concepts(Facet.AREA), directory.taxonomy)),
            "Statement": one.wording,
            "Named in it": "; ".join(directory.interventions[name].name for name in one.named),
            "Under": one.item.classified.strategy.heading_path,
            "Document": one.item.classified.strategy.source,
        }
        for one in sorted(waiting, key=place)
    )
    starts = (n for n in range(1, len(rows)) if rows[n]["Area"] != rows[n - 1]["Area"])
    return Grid(sheet=Sheet.UNRESOURCED, rows=rows, starts=frozenset(starts))


def _overdue(directory: LiveDirectory) -> Grid:
    """List what should have been looked at again by now, owner by owner; what nobody owns first."""
    due = [one for one in directory.statements if one.is_overdue(directory.today)]
    rows = tuple(_due(sorted(due, key=lambda one: (one.owner.casefold(), one.next_review))))
    owners = [str(row[OWNER]).casefold() for row in rows]
    starts = (n for n in range(1, len(rows)) if owners[n] != owners[n - 1])
    return Grid(sheet=Sheet.OVERDUE, rows=rows, starts=frozenset(starts))


def _due(statements: list[LiveStatement]) -> Iterator[Row]:
    for one in statements:
        yield {
            OWNER: one.owner or "Nobody yet",
            NEXT_REVIEW: one.next_review,
            "Statement": one.wording,
            "Last review": one.reviewed,
            "Under": one.item.classified.strategy.heading_path,
            "Document": one.item.classified.strategy.source,
        }
