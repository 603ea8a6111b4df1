"""A workbook in, the same workbook with named looks to give its cells out; widths and heights."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

from fingerpost.reviewing.columns import ALL_LABELS, CHILD_VOICE, SAYS, WRITTEN_BY, Sheet

HEIGHT_A_LINE = 15.0
MOST_HEIGHT = 330.0

_INK, _DEEP, _TINT, _ANSWER, _RULE = "1B1F24", "17365C", "E8EEF6", "FFF8DC", "6B7785"
_GREY, _PALE = "404A55", "F1F3F5"
_THIN = Side(style="thin", color=_RULE)
_THICK = Side(style="thick", color=_DEEP)
_HAIR = Side(style="hair", color="B9C1CB")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; `fill` is a colour or empty; `room` adds points to a row's height.

    `ruled` puts a thin line above it and `divided` a thick one; `indented` keeps the text off the
    edge, so that neighbours do not run together.
    """

    size: float = 11
    bold: bool = False
    colour: str = _INK
    fill: str = ""
    room: float = 0
    ruled: bool = False
    divided: bool = False
    boxed: bool = False
    indented: bool = False


_PLAIN_LOOKS = {
    "header": Look(bold=True, colour="FFFFFF", fill=_DEEP, indented=True),
    "answer": Look(fill=_ANSWER, boxed=True, indented=True),
    "read": Look(indented=True),
    "strong": Look(bold=True, fill=_TINT, indented=True),
    "quiet answer": Look(colour=_GREY, fill=_PALE, boxed=True, indented=True),
    "quiet read": Look(colour=_GREY, fill=_PALE, indented=True),
    "plain answer": Look(boxed=True, indented=True),
    "title": Look(size=18, bold=True, colour=_DEEP, room=14),
    "heading": Look(size=13, bold=True, colour=_DEEP, room=12),
    "text": Look(room=4),
    "step": Look(room=6),
    "number": Look(bold=True, colour=_DEEP),
    "name": Look(bold=True, room=4),
    "head": Look(bold=True, colour="FFFFFF", fill=_DEEP),
    "example": Look(boxed=True, room=6),
    "hidden": Look(),
}
LOOKS = {
    **_PLAIN_LOOKS,
    **{f"{name} ruled": replace(look, ruled=True) for name, look in _PLAIN_LOOKS.items()},
    **{f"{name} divided": replace(look, divided=True) for name, look in _PLAIN_LOOKS.items()},
}

_LABELS = {name: 16.0 for pair in ALL_LABELS for name in (pair.main, pair.also)}
_NARROW_LABELS = {
    **dict.fromkeys(_LABELS, 15.0),
    **dict.fromkeys(("Also area", "Also need"), 10.0),
    "Also whole school": 13.0,
    "Also standard": 14.0,
}
"""With these the Queue shows why a statement is there beside its answers, on a small screen."""

PAGES_WIDE: Mapping[str, int] = {Sheet.QUEUE: 2, Sheet.STATEMENTS: 2}
"""Pages side by side that a sheet prints on, where one would be too small to read."""

ZOOM = {Sheet.QUEUE: 85}
"""Per cent that a sheet is shown at, where it is not the usual 90."""

START_WIDTHS = (58.0, 74.0)
"""Widths of the first sheet's two columns, in characters."""

WIDTHS = {
    Sheet.HEADINGS: {
        "Heading": 34.0,
        "Times used": 8.0,
        "Two examples": 52.0,
        "Found in": 32.0,
        "We think it means": 32.0,
        "This means": 30.0,
        "Note": 24.0,
        "Reviewer": 14.0,
        "Ref": 16.0,
    },
    Sheet.QUEUE: {
        "Decision": 12.0,
        "Wording": 37.0,
        **_NARROW_LABELS,
        "Note": 15.0,
        "Reviewer": 11.0,
        "Why it is here": 28.0,
        "In Word": 38.0,
        "Under": 28.0,
        "Before and after": 32.0,
        "Document": 22.0,
        "Ref": 15.0,
        CHILD_VOICE: 36.0,
        WRITTEN_BY: 14.0,
        "Plain English": 34.0,
    },
    Sheet.SKIM: {
        "All fine": 11.0,
        "Pull out": 11.0,
        "Statement": 70.0,
        "Categories": 42.0,
        "Under": 40.0,
        "Note": 20.0,
        "Reviewer": 14.0,
        "Document": 28.0,
        "Ref": 15.0,
    },
    Sheet.RULES: {
        "Decision": 11.0,
        "Rule": 52.0,
        "Examples": 70.0,
        "Reviewer": 14.0,
        "Note": 24.0,
        "Ref": 16.0,
    },
    Sheet.MEETING: {
        "Decision": 17.0,
        "What it is about": 46.0,
        **dict.fromkeys(SAYS, 36.0),
        "Note": 24.0,
        "Wording": 44.0,
        **_LABELS,
        "This means": 30.0,
        "Reviewer": 14.0,
        "Under": 28.0,
        "Document": 22.0,
        "Ref": 15.0,
    },
    Sheet.COMMENTS: {
        "Statement": 64.0,
        "Under": 34.0,
        "Comment": 56.0,
        "Your name (optional)": 20.0,
        "Ref": 15.0,
    },
    Sheet.CATEGORIES: {
        "Kind": 14.0,
        "Category": 34.0,
        "What it covers": 62.0,
        "Examples": 52.0,
        "What it is not": 42.0,
    },
}
"""Widths of each sheet's columns, in characters."""


LIVE_WIDTHS = {
    "What to do": 11.0,
    "Wording": 44.0,
    "Statement": 60.0,
    "What introduces it": 28.0,
    **_NARROW_LABELS,
    "Standard": 26.0,
    "Owner": 15.0,
    "Next review": 12.0,
    **dict.fromkeys(("Resource 1", "Resource 2", "Resource 3"), 22.0),
    "Resource": 26.0,
    "Note": 18.0,
    "Reviewer": 13.0,
    CHILD_VOICE: 36.0,
    WRITTEN_BY: 14.0,
    "More resources": 24.0,
    "Tier and phase": 16.0,
    "Document": 24.0,
    "Under": 32.0,
    "Last review": 16.0,
    "Readers say": 40.0,
    "In Word": 40.0,
    "Title": 36.0,
    "Publisher": 24.0,
    "Why it is trusted": 38.0,
    "Phase": 16.0,
    "Date checked": 12.0,
    "Address": 44.0,
    "Used by": 26.0,
    "Named in it": 30.0,
    "Ref": 15.0,
}
"""Widths of the columns of the workbook of a directory in use, whatever their sheet."""


def look_name(style: str, column: int) -> str:
    """Return the look of a cell of the first sheet."""
    if style == "name" and column > 1:
        return "answer"
    return style


def add_looks(book: Workbook) -> None:
    """Register every look with a workbook under its name."""
    for name, look in LOOKS.items():
        book.add_named_style(_named(name, look))


def _named(name: str, look: Look) -> NamedStyle:
    style = NamedStyle(name=f"fingerpost {name}")
    style.font = Font(name="Calibri", size=look.size, bold=look.bold, color=look.colour)
    style.alignment = Alignment(
        wrap_text=True,
        vertical="center" if look.room else "top",
        horizontal="left" if look.indented else None,
        indent=1 if look.indented else 0,
    )
    style.number_format = "@" if look.boxed else "General"
    if look.fill:
        style.fill = PatternFill("solid", fgColor=look.fill)
    side = _HAIR if look.boxed else None
    above = _THICK if look.divided else _THIN if look.ruled else side
    style.border = Border(left=side, right=side, bottom=side, top=above)
    return style
