"""Doubt out to people as questions and a workbook, their answers back in as decisions."""

from fingerpost.reviewing.agreeing.agreement import agreements, describe_agreement
from fingerpost.reviewing.asking.doubts import NAMES as DOUBTS
from fingerpost.reviewing.asking.precedents import precedents
from fingerpost.reviewing.asking.triage import triage
from fingerpost.reviewing.live.directory import live_directory
from fingerpost.reviewing.live.mentions import check_interventions
from fingerpost.reviewing.live.unfinished import holds_unread_changes
from fingerpost.reviewing.live.workbook import write_directory
from fingerpost.reviewing.packs.chasing import (
    Answers,
    PackOut,
    came_back,
    describe_packs,
    who_has_what,
)
from fingerpost.reviewing.packs.packing import Plan, Wanted, plan_packs
from fingerpost.reviewing.page.page import Beside, review_page
from fingerpost.reviewing.refs import Index, group_ref, heading_ref, index, parse_ref
from fingerpost.reviewing.returning.answering import Decided, decide
from fingerpost.reviewing.returning.held import Memory
from fingerpost.reviewing.returning.namesakes import namesakes
from fingerpost.reviewing.returning.replies import Fate, reply_of
from fingerpost.reviewing.returning.returned import Return
from fingerpost.reviewing.returning.returns import (
    Opened,
    open_return,
    pack_of,
    read_return,
    understand,
)
from fingerpost.reviewing.returning.unfinished import holds_unfinished_answers
from fingerpost.reviewing.review import Review
from fingerpost.reviewing.status import ReviewStatus, describe_status, status
from fingerpost.reviewing.workbook.covering import asks, covering_note
from fingerpost.reviewing.workbook.workbook import write_workbook

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
    "check_interventions",
    "covering_note",
    "decide",
    "describe_agreement",
    "describe_packs",
    "describe_status",
    "group_ref",
    "heading_ref",
    "holds_unfinished_answers",
    "holds_unread_changes",
    "index",
    "live_directory",
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
    "write_directory",
    "write_workbook",
]
