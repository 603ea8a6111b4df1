"""The sample documents in, the pictures of docs/reviewing.md out: `make pictures`.

Sheets are drawn by LibreOffice, the page by Chromium; what is seen is what people get. A sheet is
shown with its first rows and the columns that a picture has room for, and with one answer typed in.
"""

import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.pagebreak import ColBreak
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import sync_playwright

from tests.support.program import Program, workspace

DOTS_AN_INCH = 110
POINTS_AN_INCH = 72
EDGE = 24
"""Points left free round what is drawn, in which the lines of cells end."""
PAGE = {"width": 1180, "height": 700}


@dataclass(frozen=True)
class Sheet:
    """One picture: its sheet, the last row shown, the columns left out, the cells a person filled."""

    picture: str
    name: str
    rows: int
    without: tuple[str, ...] = ()
    typed: Mapping[tuple[int, str], str] = field(default_factory=dict)


SHEETS = (
    Sheet(
        "headings",
        "Headings",
        5,
        without=("Found in", "Note", "Ref"),
        typed={(2, "This means"): "Advice", (2, "Reviewer"): "Ada"},
    ),
    Sheet(
        "queue",
        "Queue",
        5,
        without=(
            *("Also area", "Need", "Also need", "Whole school", "Also whole school", "Standard"),
            *("Also standard", "Note", "In Word", "Before and after", "Document", "Ref"),
            *("Plain English", "In the child's words", "Written by"),
        ),
        typed={
            (2, "Decision"): "Change",
            (2, "Wording"): "Teach learners to try a book, a board and a friend before they ask.",
            (2, "Reviewer"): "Ada",
            (3, "Decision"): "Keep",
            (3, "Reviewer"): "Ada",
        },
    ),
)


def main(folder: Path) -> None:
    """Draw all pictures anew."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        program = workspace(Path(place) / "samples", encoder="minilm-int8")
        program.well("migrate", "--direct")
        for sheet in SHEETS:
            draw_sheet(program, sheet, folder)
        draw_page(program, folder / "page.png")


def draw_sheet(program: Program, sheet: Sheet, folder: Path) -> None:
    """Draw the first rows of one sheet as they print, on one page."""
    book = load_workbook(program.root / "reports" / "review.xlsx")
    _show_only(book, sheet)
    with TemporaryDirectory() as place:
        book.save(Path(place) / "sheet.xlsx")
        profile = f"-env:UserInstallation={(Path(place) / 'profile').as_uri()}"
        _run(place, "soffice", profile, "--headless", "--convert-to", "pdf", "sheet.xlsx")
        across, down = _used(_run(place, "pdftotext", "-bbox", "sheet.pdf", "-"))
        size = [str(round(points * DOTS_AN_INCH / POINTS_AN_INCH)) for points in (across, down)]
        cut = ["-x", "0", "-y", "0", "-W", size[0], "-H", size[1]]
        target = str((folder / sheet.picture).resolve())
        options = ["-r", str(DOTS_AN_INCH), *cut, "-png", "-singlefile"]
        _run(place, "pdftoppm", *options, "sheet.pdf", target)


def _show_only(book: Workbook, sheet: Sheet) -> None:
    for other in book.worksheets:
        if other.title != sheet.name:
            other.sheet_state = "hidden"
    shown = book[sheet.name]
    book.active = book.index(shown)
    columns = {cell.value: cell.column for cell in shown[1]}
    for name in sheet.without:
        if name in columns:
            shown.column_dimensions[shown.cell(1, columns[name]).column_letter].hidden = True
    for (row, name), value in sheet.typed.items():
        shown.cell(row, columns[name], value)
    _on_one_page(shown, sheet.rows)


def _on_one_page(shown: Worksheet, rows: int) -> None:
    last = shown.cell(min(rows, shown.max_row), shown.max_column).coordinate
    shown.print_area = f"A1:{last}"
    shown.col_breaks = ColBreak()
    shown.sheet_properties.pageSetUpPr.fitToPage = True
    shown.page_setup.fitToWidth = shown.page_setup.fitToHeight = 1
    shown.oddFooter.left.text = shown.oddFooter.right.text = shown.oddFooter.center.text = ""
    shown.page_margins.left = shown.page_margins.top = EDGE / 2 / POINTS_AN_INCH


def _used(words: str) -> tuple[float, float]:
    """Return how far words reach on the first page, in points, from what pdftotext says."""
    ends = [
        max(float(found) for found in re.findall(rf'<word [^>]*{name}="([\d.]+)"', words))
        for name in ("xMax", "yMax")
    ]
    return ends[0] + EDGE, ends[1] + EDGE


def _run(place: str, *command: str) -> str:
    done = subprocess.run(
        command, cwd=place, check=True, capture_output=True, text=True, timeout=600
    )
    return done.stdout


def draw_page(program: Program, target: Path) -> None:
    """Draw the page with its first statement, as it opens from the folder it lies in."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport=PAGE)
        page.goto((program.root / "reports" / "review.html").as_uri())
        page.get_by_label("Your name").first.fill("Ada")
        page.get_by_role("button", name="Start").click()
        page.get_by_role("button", name="Statements").click()
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
