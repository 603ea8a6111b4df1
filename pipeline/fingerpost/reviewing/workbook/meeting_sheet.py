"""What a meeting has to settle in, its workbook and its page to print out."""

from collections.abc import Sequence
from pathlib import Path

from fingerpost.packs import PackSent
from fingerpost.pages import plural, render, visible
from fingerpost.reviewing.agreeing.sayings import to_text
from fingerpost.reviewing.columns import (
    ASKED_AFTER,
    REF,
    REVIEWER,
    SAID,
    SAYS,
    TURNS,
    WORDING,
    MeetingChoice,
    Sheet,
)
from fingerpost.reviewing.labels import label_cells, labels_of
from fingerpost.reviewing.packs.meeting import Point
from fingerpost.reviewing.wordings import offered
from fingerpost.reviewing.workbook.sent import sent
from fingerpost.reviewing.workbook.sheets import Grid, Row, categories
from fingerpost.reviewing.workbook.start import Line
from fingerpost.reviewing.workbook.workbook import bound
from fingerpost.rulebook import Council
from fingerpost.taxonomy import Taxonomy

THE_MEETING = "the meeting"
"""Who decided, where a meeting names nobody."""

MINUTES_A_POINT = 2
"""How long a team takes over one thing on which two differ: our estimate."""

TEMPLATES = Path(__file__).parent / "templates"


def meeting_workbook(
    points: Sequence[Point], taxonomy: Taxonomy, council: Council, pack: PackSent
) -> bytes:
    """Return the workbook in which a meeting writes down what it settles."""
    sheets = (_grid(points, taxonomy, pack), categories(taxonomy))
    return bound(
        _start(points, council),
        sheets,
        sent(sheets, labels_of(taxonomy), council.id, pack),
        title=f"{council.name}: for the meeting",
    )


def meeting_page(points: Sequence[Point], council: Council, pack: PackSent) -> str:
    """Return the same as a page to print, with boxes to tick."""
    return render(
        TEMPLATES,
        "meeting.html",
        sheet="meeting.css",
        here="",
        council=council.name,
        pack=pack,
        points=points,
        turns=TURNS,
        choices=[choice.value for choice in MeetingChoice],
    )


def _grid(points: Sequence[Point], taxonomy: Taxonomy, pack: PackSent) -> Grid:
    return Grid(
        sheet=Sheet.MEETING,
        rows=tuple(_row(point, taxonomy, pack) for point in points),
        starts=frozenset(range(1, len(points))),
        beside={str(point.ref): {SAID: to_text(point.sayings)} for point in points},
    )


def _row(point: Point, taxonomy: Taxonomy, pack: PackSent) -> Row:
    row: Row = {
        "What it is about": "\n".join(
            filter(None, (visible(point.about), _under(point), point.why))
        ),
        **dict(zip(SAYS, point.said, strict=False)),
        REVIEWER: pack.person,
        ASKED_AFTER: point.asked_after,
        REF: str(point.ref),
    }
    if point.item is None:
        return row
    strategy = point.item.classified.strategy
    return {
        **row,
        WORDING: offered(point.item),
        **label_cells(point.item, taxonomy),
        "Under": strategy.heading_path,
        "Document": strategy.document,
    }


def _under(point: Point) -> str:
    path = point.item.classified.strategy.heading_path if point.item else ""
    return f"Under: {path}" if path else ""


def _start(points: Sequence[Point], council: Council) -> tuple[Line, ...]:
    time = plural(MINUTES_A_POINT * len(points), "minute")
    return (
        Line("title", (f"{council.name}: for the meeting",)),
        Line(
            "text",
            (
                f"Your team differs on {plural(len(points), 'point')}, or left them open. This "
                f"workbook has all of them and nothing else. It takes about {time}.",
            ),
        ),
        Line("heading", ("Three steps",)),
        *(Line("step", (f"{n}.  {words}",)) for n, words in enumerate(_STEPS, 1)),
        Line("heading", ("What to choose",)),
        Line("head", ("You choose", "What becomes of it")),
        *(Line("example", example) for example in _CHOICES),
        Line("heading", ("What happens if we leave a row empty?",)),
        Line("text", ("Nothing. It stays open, and comes to the next meeting.",)),
        Line("heading", ("How to send it back",)),
        Line("text", ("Send the file to whoever sent it to you, finished or not.",)),
    )


_STEPS = (
    (
        "Print the Meeting sheet, or show it on a screen. Each row shows one statement, heading or "
        "rule, and what each person says of it."
    ),
    "Talk about it, then choose a Decision in the first column. Type the reason under Note.",
    (
        "Save the file and send it back. Under Reviewer you may name who decided; else it is "
        f"“{THE_MEETING}”."
    ),
)
_CHOICES = (
    ("First, Second …", "What this person says is right. It counts as they answered, whole."),
    (
        MeetingChoice.AS_TYPED,
        "Keep it, with the Wording and the categories that stand in this row. Change them first, "
        "further to the right, where you need to. For a heading, choose under “This means”.",
    ),
    (
        MeetingChoice.NEITHER,
        "Nobody's answer is right: it does not go into the directory. It is settled.",
    ),
    (MeetingChoice.UNFITTING, "Good advice, but no category fits. It waits for a new category."),
    (MeetingChoice.NOT_DECIDED, "It stays open."),
)
