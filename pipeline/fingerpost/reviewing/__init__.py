"""Doubt out to people as questions and a workbook, their answers back in as decisions."""

from fingerpost.reviewing.agreement import agreements, describe_agreement
from fingerpost.reviewing.answering import Decided, decide
from fingerpost.reviewing.doubts import NAMES as DOUBTS
from fingerpost.reviewing.held import Memory
from fingerpost.reviewing.page import Beside, review_page
from fingerpost.reviewing.refs import Index, group_ref, heading_ref, index, parse_ref
from fingerpost.reviewing.returned import Return
from fingerpost.reviewing.returns import read_return
from fingerpost.reviewing.review import Review
from fingerpost.reviewing.status import ReviewStatus, describe_status, status
from fingerpost.reviewing.triage import triage
from fingerpost.reviewing.unfinished import holds_unfinished_answers
from fingerpost.reviewing.workbook import write_workbook

__all__ = [
    "DOUBTS",
    "Beside",
    "Decided",
    "Index",
    "Memory",
    "Return",
    "Review",
    "ReviewStatus",
    "agreements",
    "decide",
    "describe_agreement",
    "describe_status",
    "group_ref",
    "heading_ref",
    "holds_unfinished_answers",
    "index",
    "parse_ref",
    "read_return",
    "review_page",
    "status",
    "triage",
    "write_workbook",
]
