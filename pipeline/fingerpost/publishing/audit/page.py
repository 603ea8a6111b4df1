"""A site in, its pages of the school's audit and the files to fill it in with out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fingerpost.publishing.audit import wording
from fingerpost.publishing.audit.audit import Audit, FocusArea, Question, audit_of
from fingerpost.publishing.audit.columns import ANSWERS, FACTS
from fingerpost.publishing.audit.document import filed, write_document
from fingerpost.publishing.audit.school import SchoolAudit
from fingerpost.publishing.audit.workbook import write_workbook
from fingerpost.publishing.frame import TEMPLATES, Crumb, Files, Page, site_page
from fingerpost.publishing.places import file_name
from fingerpost.publishing.site import Site

ON_A_PAGE = 100
"""Statements that one page asks at most, so that it opens at once on any connection."""

_ADDRESS = "audit.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Some of the statements of a focus area that stand on one page; `number` counts from 1."""

    path: str
    area: FocusArea
    questions: Sequence[Question]
    number: int = 1
    of: int = 1

    @property
    def title(self) -> str:
        """The area, and which part of it this is where there are several."""
        part = f" ({self.number} of {self.of})" if self.of > 1 else ""
        return f"{self.area.label}{part}"


def audit_pages(site: Site) -> Files:
    """Yield the pages, their stylesheet, the workbook and the Word document.

    A short audit stands on one page; a longer one has pages for each focus area.
    """
    audit = audit_of(site.released, site.settings, site.place, draft=site.draft)
    sheets = tuple(_sheets(audit))
    pages = _Pages(site, audit, sheets)
    yield pages.first()
    if not pages.is_short:
        yield from pages.further()
    yield "assets/audit.css", (TEMPLATES / "audit.css").read_bytes()
    yield "audit.xlsx", write_workbook(SchoolAudit(audit=audit))
    yield "audit.docx", write_document(audit)


def _sheets(audit: Audit) -> Iterator[Sheet]:
    is_short = audit.asked <= ON_A_PAGE
    for area in audit.areas:
        parts = [
            area.questions[start : start + ON_A_PAGE]
            for start in range(0, max(len(area.questions), 1), ON_A_PAGE)
        ]
        for number, questions in enumerate(parts, 1):
            ending = "" if number == 1 else f"-{number}"
            yield Sheet(
                path=_ADDRESS if is_short else f"audit/{file_name(area.id)}{ending}.html",
                area=area,
                questions=questions,
                number=number,
                of=len(parts),
            )


@dataclass(frozen=True, slots=True)
class _Pages:
    """Lays out the pages of one audit."""

    site: Site
    audit: Audit
    sheets: tuple[Sheet, ...]

    @property
    def is_short(self) -> bool:
        """Whether all of it stands on one page."""
        return self.audit.asked <= ON_A_PAGE

    def first(self) -> tuple[str, bytes]:
        """Return the page that says what is asked, and asks it where that is not much."""
        page = Page(path=_ADDRESS, title="School audit", template="audit.html")
        return self._laid_out(
            page,
            audit_title=wording.title(self.audit),
            is_short=self.is_short,
            sheets=self.sheets,
        )

    def further(self) -> Files:
        """Yield a page for each sheet, with the way on from it to the next."""
        crumbs = (Crumb("School audit", _ADDRESS),)
        for place, sheet in enumerate(self.sheets):
            page = Page(
                path=sheet.path, title=sheet.title, template="audit_area.html", crumbs=crumbs
            )
            before = self.sheets[place - 1] if place else None
            after = self.sheets[place + 1] if place + 1 < len(self.sheets) else None
            yield self._laid_out(page, sheet=sheet, before=before, after=after)

    def _laid_out(self, page: Page, **values: object) -> tuple[str, bytes]:
        return site_page(
            self.site,
            page,
            audit=self.audit,
            wording=wording,
            answers=ANSWERS,
            facts=FACTS,
            filed=filed,
            anchor=_anchor,
            **values,
        )


def _anchor(question: Question) -> str:
    return f"asks-{file_name(question.id)}"
