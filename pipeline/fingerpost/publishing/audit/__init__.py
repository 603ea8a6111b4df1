"""One release in, what a school rates itself against out: as a workbook, on paper and as a page."""

from fingerpost.publishing.audit.audit import Audit, Outside, audit_of
from fingerpost.publishing.audit.carrying import carried
from fingerpost.publishing.audit.document import write_document
from fingerpost.publishing.audit.filled import Filled, read_filled
from fingerpost.publishing.audit.page import audit_pages
from fingerpost.publishing.audit.school import SchoolAudit
from fingerpost.publishing.audit.workbook import write_workbook

__all__ = [
    "Audit",
    "Filled",
    "Outside",
    "SchoolAudit",
    "audit_of",
    "audit_pages",
    "carried",
    "read_filled",
    "write_document",
    "write_workbook",
]
