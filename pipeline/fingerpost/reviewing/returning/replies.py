"""What became of a returned file in, one page that tells whoever sent it, as a Word file, out."""

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Cm, Pt

from fingerpost.cells import clean
from fingerpost.pages import plural
from fingerpost.rulebook import Council
from fingerpost.workbooks import without_times

_WHERE = re.compile(
    r"(?P<where>(?:Headings|Queue|Skim|Proposed rules|Comments|Statements|Add|Resources|"
    r"[Aa]nswer \d+|The file|[a-z_]+)(?:, [^:“”]*)?): (?P<what>.+)",
    re.DOTALL,
)
_LINES = 30
"""Lines of points that one A4 page holds beside the rest, at 11 points."""

_A_LINE = 84
"""Characters that a line holds, at 11 points between margins of 2 cm."""

_LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of one file: how many answers were taken in, and what was wrong.

    `problems` are why all of it was refused; `left_out` names what could not count although the
    rest was taken in.
    """

    file: str
    answers: int = 0
    problems: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


def reply_of(fate: Fate, council: Council) -> bytes:
    """Return the reply as a Word file (.docx) of one A4 page; empty where there is nothing to tell."""
    if fate.problems:
        return _written(
            f"We could not take in “{fate.file}”",
            (
                "Nothing in this file was taken in yet, and nothing is lost: your answers are still "
                f"in it. Please mend {_these(fate.problems)}, save the file, and send it again.",
            ),
            fate.problems,
            f"Send it to {_whom(council)}. The name of the file does not matter. If it cannot be "
            "mended, ask for a new copy of the workbook.",
        )
    if fate.left_out:
        return _written(
            f"What we took in from “{fate.file}”",
            (
                f"Thank you: {plural(fate.answers, 'answer')} taken in. What follows needs another "
                "look.",
            ),
            fate.left_out,
            "You may mend it in the same file and send that again: what was taken in already stays as "
            "it is. Else it comes back in the next workbook. "
            f"Questions: ask {_whom(council)}.",
        )
    return b""


def _these(problems: Sequence[str]) -> str:
    return "this" if len(problems) == 1 else f"these {len(problems)} places"


def _whom(council: Council) -> str:
    return council.return_to or "whoever sent you the workbook"


def _written(title: str, lead: Iterable[str], points: Sequence[str], closing: str) -> bytes:
    page = Document()
    _set_up(page)
    title = clean(title)
    page.add_heading(title, level=1)
    for words in lead:
        page.add_paragraph(words)
    shown = _that_fit(points)
    for point in shown:
        _add_point(page, point)
    if more := len(points) - len(shown):
        page.add_paragraph(f"And {more} more of the same kind; mend these first.")
    page.add_paragraph(closing)
    page.core_properties.author, page.core_properties.title = "Fingerpost", title
    out = io.BytesIO()
    page.save(out)
    return without_times(out.getvalue())


def _set_up(page: WordDocument) -> None:
    section = page.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    style = page.styles["Normal"]
    style.font.name, style.font.size = "Calibri", Pt(11)


def _that_fit(points: Sequence[str]) -> Sequence[str]:
    lines = 0
    for number, point in enumerate(points):
        lines += 1 + len(_short(point)) // _A_LINE
        if lines > _LINES:
            return points[: max(number, 1)]
    return points


def _add_point(page: WordDocument, point: str) -> None:
    paragraph = page.add_paragraph(style="List Bullet")
    paragraph.paragraph_format.space_after = Pt(3)
    found = _WHERE.fullmatch(_short(point))
    if found:
        paragraph.add_run(f"{found['where']}: ").bold = True
        what = found["what"]
        paragraph.add_run(what[:1].upper() + what[1:])
    else:
        paragraph.add_run(_short(point))


def _short(point: str) -> str:
    """Cut a sentence that quotes pages of text, at both of whose ends there is something to read."""
    plain = " ".join(clean(point).split())
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[: _LONGEST // 2]} … {plain[-_LONGEST // 2 :]}"
