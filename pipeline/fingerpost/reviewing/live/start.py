"""The directory in use in, the words of the first sheet of its workbook out."""

from fingerpost.pages import plural
from fingerpost.reviewing.columns import (
    ADDRESS,
    MORE_RESOURCES,
    NEXT_REVIEW,
    OWNER,
    THREE_RESOURCES,
    WORDING,
    YOUR_NAME,
    Sheet,
    ToDo,
)
from fingerpost.reviewing.live.directory import LiveDirectory
from fingerpost.reviewing.workbook.start import Line
from fingerpost.rulebook import Council


def live_start(directory: LiveDirectory) -> tuple[Line, ...]:
    """Return the first sheet, line by line."""
    return (
        Line("title", (f"{directory.council.name}: the directory in use",)),
        Line("text", (_purpose(directory),)),
        Line("name", (YOUR_NAME, "")),
        Line(
            "text",
            ("Type it once, in the yellow cell. In a shared file, use the Reviewer column.",),
        ),
        Line("heading", ("Five steps",)),
        *(Line("step", (f"{n}.  {words}",)) for n, words in enumerate(_STEPS, 1)),
        Line("heading", ("What you do, and what becomes of it",)),
        Line("head", ("You do", "Then")),
        *(Line("example", pair) for pair in _DOING),
        Line("heading", ("What happens if I leave a cell as it is?",)),
        Line("text", ("Nothing. Only what you change counts, in whatever order the rows stand.",)),
        Line("heading", (f"Examples of what to type on the {Sheet.ADD} sheet",)),
        Line("head", ("What you want to add", "What you type")),
        *(Line("quiet read", pair) for pair in _EXAMPLES),
        Line("heading", ("How to send it back",)),
        *(Line("text", (words,)) for words in _sending(directory.council)),
    )


def _purpose(directory: LiveDirectory) -> str:
    without = sum(not one.resources for one in directory.statements)
    due = sum(one.is_overdue(directory.today) for one in directory.statements)
    told = (
        f"This workbook is for whoever looks after the directory: {plural(len(directory.statements), 'statement')}, "
        f"{plural(len(directory.resources), 'resource')}. "
        "Here you change a statement, add one, retire one, put a resource beside it, or say who looks "
        "after it and when to look again. The Word documents stay as they are.",
        f"{plural(without, 'statement')} {'has' if without == 1 else 'have'} no resource yet."
        if without
        else "",
        f"{plural(due, 'statement')} should have been looked at again by today." if due else "",
    )
    return " ".join(filter(None, told))


_STEPS = (
    f"Open the {Sheet.STATEMENTS} sheet. To change something, type over it: what you type there "
    f"holds from then on. To take a statement out of the directory, choose “{ToDo.RETIRE}” in the "
    "first column.",
    f"Put new statements on the {Sheet.ADD} sheet, one a row: its words, and at least one category.",
    f"Look through the {Sheet.RESOURCES} sheet: who publishes a page, why teachers can trust it, and "
    "when somebody last looked at it. New ones go into the empty rows. At the end stand programmes "
    "that your statements name: an address is all they need.",
    f"{Sheet.UNRESOURCED} and {Sheet.OVERDUE} only show what still needs somebody. You answer on the "
    f"{Sheet.STATEMENTS} sheet.",
    "Save the file and send it back, finished or not. Type into yellow cells only; what you want to "
    "say beside that goes into the Note column. You may sort whole rows, filter and hide whatever "
    "you like; only leave the Ref column as it is, and delete no row.",
)
_DOING = (
    (
        f"Type over {WORDING} or a category",
        "The statement reads so, in your name. If somebody else "
        "changed it too, the team is asked which is right.",
    ),
    (
        f"Choose {ToDo.RETIRE}",
        "The statement leaves the directory; its page says so. It can be brought back.",
    ),
    (
        f"Type into {OWNER} or {NEXT_REVIEW}",
        "It is listed under that name, and as overdue after that day. A month by itself, such as "
        "September 2027, is its first day.",
    ),
    (
        f"Choose or type into {THREE_RESOURCES[0]}",
        "The resource stands beside the statement. You may "
        f"choose one from the {Sheet.RESOURCES} sheet or type a web address. Emptying the cell takes it "
        f"away. What three cells cannot hold goes into {MORE_RESOURCES}, a line each.",
    ),
    (f"Type over an {ADDRESS}", "Every statement that had the old address has the new one."),
)
_EXAMPLES = (
    (
        "A statement that stands in no Word document.",
        "Statement: Agree a quiet signal with the pupil for asking for a break.\n"
        "Area: the area it belongs to. Next review: a day, such as 31/08/2027.",
    ),
    (
        "One that needs its beginning to be understood.",
        "Statement: a timer that shows how much time is left\n"
        "What introduces it: Staff keep at hand:",
    ),
)


def _sending(council: Council) -> tuple[str, ...]:
    return (
        f"Send the file to {council.return_to or 'whoever sent it to you'}. The name of the file does "
        "not matter.",
        "For whoever looks after Fingerpost: put returned files into the folder reports/returned, "
        "then type: fingerpost review apply",
    )
