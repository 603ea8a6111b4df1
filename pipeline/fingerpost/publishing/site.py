"""A release and a council's settings in, what every page of the site draws on out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePosixPath

from fingerpost.publishing.finding.known_words import KnownWords
from fingerpost.publishing.vocabularies import Vocabulary
from fingerpost.released import Category, Gone, LinkedResource, Released, SourceDocument, Statement
from fingerpost.rulebook import Council
from fingerpost.site_settings import SiteSettings
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet

DOORS: Mapping[Facet, str] = {
    Facet.UNIVERSAL: "Whole school",
    Facet.AREA: "Areas of need",
    Facet.STANDARD: "Teachers' Standards",
    Facet.STAGE: "Graduated approach",
}
"""The ways in, in order; needs stand below the area that each belongs to."""

KINDS: Mapping[Facet, str] = {
    Facet.AREA: "Area of need",
    Facet.NEED: "Need",
    Facet.UNIVERSAL: "Whole school",
    Facet.STANDARD: "Teachers' Standards",
    Facet.STAGE: "Graduated approach",
}
"""What people call one label of each kind, in the order in which a page names them."""

_NEAREST_HOME = (Facet.NEED, Facet.AREA, Facet.UNIVERSAL, Facet.STANDARD, Facet.STAGE)
"""Kinds of label from what tells most of a statement to what tells least."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """All that a site is made of; the same gives the same bytes.

    `before` is the release that "what changed" compares with, and `since` says in words since when;
    `draft` asks for a draft although somebody signed the release off. `beside` is what another
    council calls its categories, where its words are to stand beside ours. `known` is what words
    that people type in the search lead to.
    """

    released: Released
    council: Council
    settings: SiteSettings = field(default_factory=SiteSettings)
    before: Released | None = None
    since: str = ""
    draft: bool = False
    beside: Vocabulary | None = None
    known: tuple[KnownWords, ...] = ()

    @property
    def title(self) -> str:
        """What the site is called."""
        return self.settings.title or f"What schools do for children with SEND in {self.place}"

    @property
    def place(self) -> str:
        """The council's name, as it is said in a sentence."""
        return self.council.name

    @property
    def purpose(self) -> str:
        """What the site is for, in one sentence."""
        return self.settings.purpose or (
            f"What schools and settings in {self.place} do for children and young people with special "
            "educational needs and disabilities (SEND), from the council's own guidance."
        )

    @property
    def is_draft(self) -> bool:
        """Whether it may be shown for sign-off only: asked for, or nobody signed the release off."""
        return self.draft or not self.released.release.signed_off_by

    @property
    def draft_words(self) -> str:
        """What a draft says of itself wherever it is read, "" for what is none."""
        if not self.released.release.signed_off_by:
            return "DRAFT for sign-off. Nobody has agreed to this release yet."
        return "DRAFT, to be looked over. Please do not rely on it." if self.draft else ""

    @property
    def unsigned_words(self) -> str:
        """What else it shows than the release that was made, and signed off if it was; "" where nothing."""
        changed = self.released.changed_by_hand
        if not changed:
            return ""
        things = "entry was" if changed == 1 else "entries were"
        return f"Since then {changed:,} {things} changed by hand; nobody has signed that off."

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """Every statement that is shown."""
        return {one.id: one for one in self.released.statements}

    @cached_property
    def replacements(self) -> Mapping[str, tuple[str, ...]]:
        """What stands for each id that is shown no more, as its release left it."""
        return {one.id: one.replaced_by for one in self.released.gone}

    @cached_property
    def labels(self) -> Mapping[str, tuple[Category, ...]]:
        """The categories under which people see each statement, each once, by kind."""
        return {one.id: tuple(self._shown(one)) for one in self.released.statements}

    @cached_property
    def nearest(self) -> Mapping[str, tuple[Category, ...]]:
        """The same categories, those that tell most of a statement first."""
        return {one: tuple(sorted(several, key=_distance)) for one, several in self.labels.items()}

    @cached_property
    def shelves(self) -> Mapping[str, tuple[Statement, ...]]:
        """The statements that stand under each category people see; an area has those of its needs."""
        found: dict[str, list[Statement]] = {}
        for statement in self.released.statements:
            names = {one.id: None for one in self.labels[statement.id]}
            areas = {self.area_of(one): None for one in self.labels[statement.id]}
            for concept_id in (names | areas).keys() - {""}:
                found.setdefault(concept_id, []).append(statement)
        return {concept_id: tuple(several) for concept_id, several in found.items()}

    @cached_property
    def unfiled(self) -> tuple[Statement, ...]:
        """The statements that stand under no category people see."""
        return tuple(one for one in self.released.statements if not self.labels[one.id])

    @cached_property
    def drawn(self) -> dict[tuple[str, str], str]:
        """The card of each statement, by its id and the way home, once some page has shown it."""
        return {}

    def area_of(self, category: Category) -> str:
        """Return the id of the area that people see a need below, or ""."""
        known = category.parent in self.released.category
        return self.released.shown(category.parent).id if known else ""

    def needs(self, area: Category) -> tuple[Category, ...]:
        """Return the needs that stand below an area, in the council's order."""
        return tuple(one for one in self.released.of(Facet.NEED) if self.area_of(one) == area.id)

    def home_of(self, statement: Statement) -> Category | None:
        """Return the category that a statement is most at home in, if it stands in any."""
        return next(iter(self.nearest[statement.id]), None)

    def resources_of(self, statement: Statement) -> tuple[LinkedResource, ...]:
        """Return what a statement refers to, in order."""
        known = (self.released.resource.get(one) for one in statement.resources)
        return tuple(one for one in known if one)

    def document_of(self, statement: Statement) -> str:
        """Return what the document of a statement is called, "" for one that stood in none."""
        document = self.released.document.get(statement.source)
        return document_name(document) if document else PurePosixPath(statement.source).stem

    def standing(self, identity: str) -> tuple[str, ...]:
        """Return what is shown in the place of an id: itself, what stands for it, or nothing."""
        return tuple(dict.fromkeys(self._standing(identity, frozenset())))

    def count(self, concept_id: str) -> int:
        """Return how many statements stand under a category."""
        return len(self.shelves.get(concept_id, ()))

    def _standing(self, identity: str, seen: frozenset[str]) -> Iterator[str]:
        if identity in seen:
            return
        if identity in self.by_id:
            yield identity
        elif identity in self.released.category:
            yield self.released.shown(identity).id
        else:
            for one in self.replacements.get(identity, ()):
                yield from self._standing(one, seen | {identity})

    def _shown(self, statement: Statement) -> Iterator[Category]:
        ids = (one for facet in KINDS for one in statement.labels.get(facet, ()))
        known = (one for one in ids if one in self.released.category)
        shown = {category.id: category for category in map(self.released.shown, known)}
        return iter(shown.values())


def _distance(category: Category) -> tuple[bool, int]:
    """Return how far a category is from saying what a statement is for; furthest is "no single area"."""
    return category.id == UNIVERSAL_AREA, _NEAREST_HOME.index(category.facet)


def document_name(document: SourceDocument) -> str:
    """Return a document's title, or its file's name where it has none."""
    return document.title or PurePosixPath(document.source).stem


def only_used(released: Released) -> Released:
    """Leave out resources and documents of no statement that is shown: nobody may read of them."""
    resources = {one for statement in released.statements for one in statement.resources}
    sources = {statement.source for statement in released.statements}
    return replace(
        released,
        resources=tuple(one for one in released.resources if one.id in resources),
        documents=tuple(one for one in released.documents if one.source in sources),
    )


def without_dead_ends(released: Released) -> Released:
    """Leave out categories that are hidden and lead to none that people see, such as retired ones.

    They are gone; their pages say so.
    """

    def leads(concept_id: str, left: int) -> bool:
        one = released.category.get(concept_id)
        if one is None or not left:
            return False
        return not one.hidden or leads(one.folds_into, left - 1)

    kept = tuple(one for one in released.categories if leads(one.id, len(released.categories)))
    known = {one.id for one in released.gone}
    lost = (one for one in released.categories if one not in kept and one.id not in known)
    number = released.release.number
    gone = (Gone(id=one.id, kind="concept", text="", since=number) for one in lost)
    return replace(released, categories=kept, gone=(*released.gone, *gone))
