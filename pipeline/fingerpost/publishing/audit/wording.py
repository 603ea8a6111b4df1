"""An audit in, what is said about it in the workbook, on paper and on the page out."""

from collections.abc import Iterator

from fingerpost.pages import plural
from fingerpost.publishing.audit.audit import Audit
from fingerpost.publishing.frame import spoken_day

PURPOSE = (
    "It goes through all that every school provides, for everyone and in each area of need, and "
    "asks how far your school does it."
)
NO_LEVELS = "The council has not set levels of rating yet: leave Rating empty, or write your own words there."
NO_NAMES = "Write no pupil's name, and nothing by which anybody could tell who a pupil is."
EMPTY_AREA = "The directory has no universal statement here."
BY_HEADING = "Under the headings you know"
NO_HEADING = "Under none of these headings"


def title(audit: Audit) -> str:
    """Name the audit."""
    return f"{audit.council}: whole-school SEND audit"


def stands(audit: Audit) -> str:
    """Say which release it was made from, and who agreed to that."""
    release = audit.release
    named = f"Release {release.number} of {spoken_day(release.created_at)}"
    if not release.signed_off_by:
        return f"DRAFT. {named}: nobody has signed it off yet."
    agreed = f"{named}, agreed by {release.signed_off_by}."
    return f"DRAFT. {agreed}" if audit.is_draft else agreed


def counted(audit: Audit) -> Iterator[str]:
    """Say which statements are asked, and how many of the directory's are not, and why."""
    total = audit.asked + sum(audit.outside.values())
    yield (
        "A statement is asked here if it is universal: part of what every school provides. Where that "
        "is not said, it is asked if it is in a whole-school category and for no single area of need. "
        "Each stands once, under its first focus area; what is for everyone comes first."
    )
    left = "; ".join(f"{count:,} {reason}" for reason, count in audit.outside.items())
    asked = f"{audit.asked:,} of the directory's {plural(total, 'statement')} are asked."
    yield f"{asked} Not asked: {left}." if left else asked


def rating(audit: Audit) -> str:
    """Say how to rate, best first."""
    if not audit.levels:
        return NO_LEVELS
    return f"Ratings, the best first: {'; '.join(audit.levels)}."
