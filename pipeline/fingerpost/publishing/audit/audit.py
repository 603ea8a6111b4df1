"""One release and a council's settings in, what a school asks itself about the whole school out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from fingerpost.publishing.harmless import harmless
from fingerpost.publishing.places import statement_path
from fingerpost.released import Category, Release, Released, Statement
from fingerpost.site_settings import AuditSettings, SiteSettings
from fingerpost.taxonomy import UNIVERSAL_AREA, Facet

_FOR_EVERYONE = frozenset({"", "universal"})
"""Tiers of what every school provides; whatever else somebody put there is for some learners only."""


class Outside(StrEnum):
    """Why a statement of the directory is no part of the audit, as people read it."""

    SOME_LEARNERS = "for some learners only (targeted or specialist)"
    ONE_AREA = "for one area of need"
    NO_CATEGORY = "in no whole-school category"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One statement that a school rates itself against, in the council's labels.

    `also` are further focus areas it belongs to; `heading` is the one under which schools know it
    from the council's existing audit; `address` is where it stands on the web; "" where unknown.
    """

    id: str
    text: str
    lead_in: str = ""
    also: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()
    heading: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        """Return the statement with what introduces it, on one line."""
        return f"{self.lead_in} {self.text}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
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
    """Return the audit: every statement for the whole school once, under its first category.

    A statement counts that has a whole-school category, is meant for no single area of need, and
    is universal: what is targeted or specialist is not what every school provides for everyone.
    """
    clean = harmless(released)
    reasons = {one.id: _outside(one) for one in clean.statements}
    counted = [one for one in clean.statements if reasons[one.id] is None]
    left = Counter(reason for reason in reasons.values() if reason)
    return Audit(
        council=council,
        release=clean.release,
        areas=tuple(
            _area(category, counted, released, settings)
            for category in released.of(Facet.UNIVERSAL)
        ),
        levels=settings.audit.levels,
        outside={reason: left[reason] for reason in Outside if left[reason]},
        draft=draft,
    )


def _outside(statement: Statement) -> Outside | None:
    if not statement.labels.get(Facet.UNIVERSAL):
        return Outside.NO_CATEGORY
    if statement.tier not in _FOR_EVERYONE:
        return Outside.SOME_LEARNERS
    if set(statement.labels.get(Facet.AREA, ())) - {UNIVERSAL_AREA}:
        return Outside.ONE_AREA
    return None


def _area(
    category: Category, counted: list[Statement], released: Released, settings: SiteSettings
) -> FocusArea:
    mine = (one for one in counted if _stands_under(one, released) == category.id)
    return FocusArea(
        id=category.id,
        label=category.label,
        definition=category.definition,
        questions=tuple(_question(one, released, settings) for one in mine),
    )


def _stands_under(statement: Statement, released: Released) -> str:
    return released.shown(statement.labels[Facet.UNIVERSAL][0]).id


def _question(statement: Statement, released: Released, settings: SiteSettings) -> Question:
    _, *others = _labels(statement, Facet.UNIVERSAL, released)
    page = f"{settings.address}/{statement_path(statement.id)}" if settings.address else ""
    return Question(
        id=statement.id,
        text=statement.text,
        lead_in=statement.lead_in,
        also=tuple(others),
        standards=_labels(statement, Facet.STANDARD, released),
        phases=statement.phases,
        heading=_heading(statement, released, settings.audit),
        address=page,
    )


def _labels(statement: Statement, facet: Facet, released: Released) -> tuple[str, ...]:
    shown = (released.shown(one).label for one in statement.labels.get(facet, ()))
    return tuple(dict.fromkeys(shown))


def _heading(statement: Statement, released: Released, audit: AuditSettings) -> str:
    """Return the council's heading for the first category itself, else for what it is shown as."""
    first = statement.labels[Facet.UNIVERSAL][0]
    return audit.headings.get(first) or audit.headings.get(released.shown(first).id, "")
