"""Doubt out to people as questions and a workbook, their answers back in as decisions."""

from fingerpost.reviewing.agreement import agreements, describe_agreement
from fingerpost.reviewing.answering import Decided, decide
from fingerpost.reviewing.chasing import (
    Answers,
    PackOut,
    came_back,
    describe_packs,
    who_has_what,
)
from fingerpost.reviewing.covering import asks, covering_note
from fingerpost.reviewing.doubts import NAMES as DOUBTS
from fingerpost.reviewing.held import Memory
from fingerpost.reviewing.namesakes import namesakes
from fingerpost.reviewing.packing import Plan, Wanted, plan_packs
from fingerpost.reviewing.page import Beside, review_page
from fingerpost.reviewing.precedents import precedents
from fingerpost.reviewing.refs import Index, group_ref, heading_ref, index, parse_ref
from fingerpost.reviewing.replies import Fate, reply_of
from fingerpost.reviewing.returned import Return
from fingerpost.reviewing.returns import Opened, open_return, pack_of, read_return, understand
from fingerpost.reviewing.review import Review
from fingerpost.reviewing.status import ReviewStatus, describe_status, status
from fingerpost.reviewing.triage import triage
from fingerpost.reviewing.unfinished import holds_unfinished_answers
from fingerpost.reviewing.workbook import write_workbook

__all__ = [
    "DOUBTS",
    "Answers",
    "Beside",
    "Decided",
    "Fate",
    "Index",
    "Memory",
    "Opened",
    "PackOut",
    "Plan",
    "Return",
    "Review",
    "ReviewStatus",
    "Wanted",
    "agreements",
    "asks",
    "came_back",
    "covering_note",
    "decide",
    "describe_agreement",
    "describe_packs",
    "describe_status",
    "group_ref",
    "heading_ref",
    "holds_unfinished_answers",
    "index",
    "namesakes",
    "open_return",
    "pack_of",
    "parse_ref",
    "plan_packs",
    "precedents",
    "read_return",
    "reply_of",
    "review_page",
    "status",
    "triage",
    "understand",
    "who_has_what",
    "write_workbook",
]
