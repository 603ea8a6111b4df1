"""A council's documents in, a draft of its categories out: a workbook to fill in, cards to sort."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fingerpost.cataloguing import write_table
from fingerpost.cataloguing.cards import card_page
from fingerpost.cataloguing.clusters import cluster
from fingerpost.cataloguing.drafting import draft, with_draft
from fingerpost.files import replace_file
from fingerpost.running.migrating.questions import look
from fingerpost.workspace import Workspace

WORKBOOK = "draft.xlsx"
CARDS = "cards.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a draft came to; `alone` counts headings like no other, which stand in no category."""

    files: tuple[Path, ...]
    categories: tuple[str, ...]
    headings: int
    alone: int
    without_heading: int


def write_draft(workspace: Workspace, paths: Sequence[Path], folder: Path) -> Draft:
    """Cluster the headings of the documents, and write the draft; the rules stay as they are."""
    looked = look(workspace, paths)
    rulebook = looked.inputs.rulebook
    found = cluster(looked.outcome.items, looked.inputs.meanings)
    drafted = draft(found.clusters, rulebook.entries, rulebook.taxonomy)
    entries = with_draft(rulebook.entries, drafted)
    workbook, cards = folder / WORKBOOK, folder / CARDS
    replace_file(workbook, write_table(WORKBOOK, entries, rulebook.council.id))
    replace_file(cards, card_page(rulebook.council.name, drafted, found.alone).encode())
    return Draft(
        files=(workbook, cards),
        categories=tuple(one.entry.label for one in drafted),
        headings=sum(len(one.headings) for one in found.clusters) + len(found.alone),
        alone=len(found.alone),
        without_heading=found.without_heading,
    )
