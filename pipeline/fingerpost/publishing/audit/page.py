"""A site in, its page of the school's audit and the files to fill it in with out."""

from fingerpost.publishing.audit import wording
from fingerpost.publishing.audit.audit import Question, audit_of
from fingerpost.publishing.audit.columns import ANSWERS, FACTS
from fingerpost.publishing.audit.document import filed, write_document
from fingerpost.publishing.audit.school import SchoolAudit
from fingerpost.publishing.audit.workbook import write_workbook
from fingerpost.publishing.frame import TEMPLATES, Files, Page, site_page
from fingerpost.publishing.places import file_name
from fingerpost.publishing.site import Site


def audit_pages(site: Site) -> Files:
    """Yield the page, its stylesheet, the workbook and the Word document."""
    audit = audit_of(site.released, site.settings, site.place, draft=site.draft)
    page = Page(path="audit.html", title="School audit", template="audit.html")
    yield site_page(
        site,
        page,
        audit=audit,
        audit_title=wording.title(audit),
        wording=wording,
        answers=ANSWERS,
        facts=FACTS,
        filed=filed,
        anchor=_anchor,
        has_headings=audit.has_headings,
    )
    yield "assets/audit.css", (TEMPLATES / "audit.css").read_bytes()
    yield "audit.xlsx", write_workbook(SchoolAudit(audit=audit))
    yield "audit.docx", write_document(audit)


def _anchor(question: Question) -> str:
    return f"asks-{file_name(question.id)}"
