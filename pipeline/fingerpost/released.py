"""One release of a directory as plain values: what is shown, what is gone, and where each comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from fingerpost.taxonomy import Facet


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release; `restores` is the number of the one whose content it brought back, if any.

    The counts are of statements. `created_at` is ISO 8601 in UTC.
    """

    number: int
    created_at: str
    signed_off_by: str
    manifest_digest: str
    restores: int | None
    statements: int
    added: int
    changed: int
    moved: int
    relabelled: int
    retired: int
    revived: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement people can find. `labels` holds concept ids by kind, the primary one first.

    `evidence` leads from a concept id to what it rests on. `resources` are ids, in order. `place`
    is its place in its document, from 1. `first_release` is the number of the one it came with.
    What is not known is "".
    """

    id: str
    text: str
    source_text: str = ""
    lead_in: str = ""
    labels: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    status: str = ""
    tier: str = ""
    phases: tuple[str, ...] = ()
    actor: str = ""
    voice: str = ""
    purpose: str = ""
    confidence: float | None = None
    source: str = ""
    heading_path: str = ""
    locator: str = ""
    place: int = 0
    resources: tuple[str, ...] = ()
    reviewed_by: str = ""
    reviewed_on: str = ""
    next_review: str = ""
    owner: str = ""
    child_voice: str = ""
    child_voice_by: str = ""
    first_release: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One concept under the council's label; a hidden one is shown as the one it folds into.

    `order` is its place among its kind; a council's own concept names in `maps_to` the shared one.
    """

    id: str
    facet: Facet
    label: str
    core_label: str = ""
    definition: str = ""
    alternates: tuple[str, ...] = ()
    parent: str = ""
    order: int = 0
    hidden: bool = False
    folds_into: str = ""
    maps_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedResource:
    """What is behind a web or e-mail address, and why it is to be trusted."""

    id: str
    url: str
    title: str = ""
    host: str = ""
    publisher: str = ""
    trusted_because: str = ""
    phases: tuple[str, ...] = ()
    checked_on: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """A Word document that statements come from; `edition` is the day it was last changed."""

    source: str
    title: str = ""
    edition: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An id that was published once and is shown no more, and what stands for it now, if anything.

    `kind` is "strategy", "concept" or "resource"; `text` its last words; `since` the number of the
    release it went with.
    """

    id: str
    kind: str
    text: str
    replaced_by: tuple[str, ...] = ()
    since: int = 0


@dataclass(frozen=True, kw_only=True)
class Released:
    """All of one release: statements by document and place, categories in the council's order.

    `is_newest` is false where a later release has come since. `changed_by_hand` counts the
    statements, categories and resources that somebody changed in the database since it was loaded.
    """

    release: Release
    statements: tuple[Statement, ...]
    categories: tuple[Category, ...]
    resources: tuple[LinkedResource, ...] = ()
    documents: tuple[SourceDocument, ...] = ()
    gone: tuple[Gone, ...] = ()
    is_newest: bool = True
    changed_by_hand: int = 0

    @cached_property
    def category(self) -> Mapping[str, Category]:
        """Every category by id, hidden ones too."""
        return {one.id: one for one in self.categories}

    @cached_property
    def resource(self) -> Mapping[str, LinkedResource]:
        """Every resource by id."""
        return {one.id: one for one in self.resources}

    @cached_property
    def document(self) -> Mapping[str, SourceDocument]:
        """Every document by its path below data/raw."""
        return {one.source: one for one in self.documents}

    def shown(self, concept_id: str) -> Category:
        """Return the category under which people see this one."""
        category = self.category[concept_id]
        return self.shown(category.folds_into) if category.hidden else category

    def of(self, facet: Facet) -> Iterator[Category]:
        """Yield the categories of one kind that people see, in the council's order."""
        return (one for one in self.categories if one.facet is facet and not one.hidden)
