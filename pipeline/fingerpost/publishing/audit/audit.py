"""One release and a council's settings in, what a school asks itself about what it provides out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from fingerpost.publishing.harmless import harmless
from fingerpost.publishing.places import statement_path
from fingerpost.released import Release, Released, Statement
from fingerpost.site_settings import AuditSettings, SiteSettings
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet

_UNIVERSAL = "universal"
"""The tier of what every school provides; any other that is told is for some learners only."""

UNPLACED = "In no focus area yet"


class Outside(StrEnum):
    """Why a statement of the directory is no part of the audit, as people read it."""

    SOME_LEARNERS = "for some learners only (targeted or specialist)"
    ONE_AREA = "for one area of need, and not said to be universal"
    NO_CATEGORY = "in no whole-school category, and not said to be universal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One statement that a school rates itself against, in the council's labels.

    `needs` are the areas of need it is about, none where it is for everyone; `also` are further
    focus areas it belongs to; `heading` is the one under which schools know it
    from the council's existing audit; `address` is where it stands on the web; "" where unknown.
    """

    id: str
    text: str
    lead_in: str = ""
    needs: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    heading: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        """Return the statement with what introduces it, on one line."""
        return f"{self.lead_in} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class FocusArea:
    """One whole-school category, what it covers, and what is asked in it."""

    id: str
    label: str
    definition: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """All that a school is asked, each statement once; `levels` are empty where none were set.

    `outside` counts the statements of the directory that are left out, by why; `draft` asks for a
    draft although somebody signed the release off.
    """

    council: str
    release: Release
    areas: tuple[FocusArea, ...]
    levels: tuple[str, ...] = ()
    outside: dict[Outside, int] = field(default_factory=dict)
    draft: bool = False

    @property
    def questions(self) -> Iterator[tuple[FocusArea, Question]]:
        """Yield every statement with the area it stands in."""
        return ((area, question) for area in self.areas for question in area.questions)

    @property
    def asked(self) -> int:
        """How many statements there are."""
        return sum(len(area.questions) for area in self.areas)

    @property
    def by_heading(self) -> dict[str, list[tuple[FocusArea, Question]]]:
        """The same statements under the headings that schools know; those under none come last."""
        pairs = list(self.questions)
        known = dict.fromkeys(question.heading for _, question in pairs if question.heading)
        order = [*known, ""]
        return {
            heading: found
            for heading in order
            if (found := [pair for pair in pairs if pair[1].heading == heading])
        }

    @property
    def is_draft(self) -> bool:
        """Whether it is for sign-off only: asked for as such, or nobody signed the release off."""
        return self.draft or not self.release.signed_off_by

    @property
    def has_headings(self) -> bool:
        """Whether schools know any statement under another heading of the council's."""
        return any(question.heading for _, question in self.questions)


def audit_of(
    released: Released, settings: SiteSettings, council: str, *, draft: bool = False
) -> Audit:
    """Return the audit: every universal statement once, under its first focus area.

    What is targeted or specialist is not what every school provides. Where nobody says which it is,
    a statement counts that has a whole-school category and is meant for no single area of need.
    """
    clean = harmless(released)
    reasons = {one.id: _outside(one) for one in clean.statements}
    counted = [one for one in clean.statements if reasons[one.id] is None]
    left = Counter(reason for reason in reasons.values() if reason)
    return Audit(
        council=council,
        release=clean.release,
        areas=tuple(_areas(counted, released, settings)),
        levels=settings.audit.levels,
        outside={reason: left[reason] for reason in Outside if left[reason]},
        draft=draft,
    )


def _outside(statement: Statement) -> Outside | None:
    if statement.tier:
        return None if statement.tier == _UNIVERSAL else Outside.SOME_LEARNERS
    if not statement.labels.get(Facet.UNIVERSAL):
        return Outside.NO_CATEGORY
    if set(statement.labels.get(Facet.AREA, ())) - {UNIVERSAL_AREA}:
        return Outside.ONE_AREA
    return None


def _areas(
    counted: Sequence[Statement], released: Released, settings: SiteSettings
) -> Iterator[FocusArea]:
    """Yield the council's focus areas in its order, and one more for what stands in none."""
    order = {category.id: place for place, category in enumerate(released.of(Facet.AREA))}
    places = {one.id: _place(one, released, order) for one in counted}
    under: dict[str, list[Question]] = {}
    for one in sorted(counted, key=lambda one: places[one.id]):
        question = _question(one, released, settings)
        under.setdefault(_stands_under(one, released), []).append(question)
    for category in released.of(Facet.UNIVERSAL):
        mine = tuple(under.get(category.id, ()))
        yield FocusArea(category.id, category.label, category.definition, mine)
    if unplaced := under.get(""):
        yield FocusArea("in-none", UNPLACED, "", tuple(unplaced))


def _place(statement: Statement, released: Released, order: Mapping[str, int]) -> int:
    """Return the place of the first area of need that a statement is about; everyone comes first."""
    needs = (released.shown(one).id for one in _needs(statement))
    return min((order.get(one, len(order)) for one in needs), default=-1)


def _needs(statement: Statement) -> Iterator[str]:
    return (one for one in statement.labels.get(Facet.AREA, ()) if one != UNIVERSAL_AREA)


def _stands_under(statement: Statement, released: Released) -> str:
    labels = statement.labels.get(Facet.UNIVERSAL)
    return released.shown(labels[0]).id if labels else ""


def _question(statement: Statement, released: Released, settings: SiteSettings) -> Question:
    page = f"{settings.address}/{statement_path(statement.id)}" if settings.address else ""
    return Question(
        id=statement.id,
        text=statement.text,
        lead_in=statement.lead_in,
        needs=_labels(_needs(statement), released),
        also=_labels(statement.labels.get(Facet.UNIVERSAL, ()), released)[1:],
        standards=_labels(statement.labels.get(Facet.STANDARD, ()), released),
        phases=statement.phases,
        heading=_heading(statement, released, settings.audit),
        address=page,
    )


def _labels(concepts: Iterable[str], released: Released) -> tuple[str, ...]:
    return tuple(dict.fromkeys(released.shown(one).label for one in concepts))


def _heading(statement: Statement, released: Released, audit: AuditSettings) -> str:
    """Return the council's heading for the first category itself, else for what it is shown as."""
    first = next(iter(statement.labels.get(Facet.UNIVERSAL, ())), "")
    if not first:
        return ""
    return audit.headings.get(first) or audit.headings.get(released.shown(first).id, "")
