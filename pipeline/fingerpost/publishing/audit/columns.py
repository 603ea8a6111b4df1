"""The sheets of a school's audit, their columns, and which of them a school fills in."""

from enum import StrEnum


class Sheet(StrEnum):
    """The sheets, by their names; the last one is out of sight and remembers what was sent."""

    START = "Start here"
    AUDIT = "Audit"
    SUMMARY = "Summary"
    HEADINGS = "Under your headings"
    GONE = "No longer asked"
    OTHER = "What else you wrote"
    REMEMBERED = "About this file"


AREA = "Focus area"
STATEMENT = "Statement"
HEADING = "Your heading"
RATING = "Rating"
EVIDENCE = "Evidence"
ACTION = "Action"
OWNER = "Owner"
REVIEW = "Review date"
SINCE = "Since last time"
NEED = "Area of need"
STANDARDS = "Teachers' Standards"
ALSO = "Also about"
PHASE = "Phase"
PAGE = "In the directory"
WHY = "Why it is no longer asked"
REF = "Ref"

ANSWERS = (RATING, EVIDENCE, ACTION, OWNER, REVIEW)
"""What a school fills in beside each statement."""

OURS = (AREA, STATEMENT, HEADING, *ANSWERS, SINCE, NEED, STANDARDS, ALSO, PHASE, PAGE, WHY, REF)
"""Every column we may write on the sheets with answers; any other is the school's own."""

SCHOOL = "School"
FILLED_IN_BY = "Filled in by"
FILLED_IN_ON = "Date"
FACTS = (SCHOOL, FILLED_IN_BY, FILLED_IN_ON)
"""What a school fills in on the first sheet."""

SHEET_NAMED = "Sheet"
CELL = "Cell"
BESIDE = "Beside"
WORDS = "What stands there"
OTHERS = (SHEET_NAMED, CELL, BESIDE, WORDS)
"""Columns of the sheet with whatever else a school wrote."""

STATEMENTS = "Statements"
RATED = "Rated"
NOT_RATED = "Not rated yet"
ANOTHER = "Another rating"
ALL = "All"
COUNTS = (STATEMENTS, RATED, NOT_RATED, ANOTHER, ALL)
"""What the summary counts."""
