"""What people are asked in, an Excel workbook they can answer in out."""

from collections.abc import Sequence
from dataclasses import replace

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from fingerpost.packs import PackSent
from fingerpost.reviewing.columns import (
    ALL_FINE,
    ALL_LABELS,
    ANSWERS,
    DECISION,
    FURTHER_LABELS,
    MEANS,
    NOTE,
    PULL_OUT,
    SAYS,
    TURNS,
    Choice,
    MeetingChoice,
    RuleChoice,
    Sheet,
)
from fingerpost.reviewing.labels import Labels, labels_of, meaning_labels
from fingerpost.reviewing.review import Review
from fingerpost.reviewing.workbook import sent as remembered
from fingerpost.reviewing.workbook.fitting import fitted
from fingerpost.reviewing.workbook.fitting import told as full
from fingerpost.reviewing.workbook.look import (
    HEIGHT_A_LINE,
    PAGES_WIDE,
    WIDTHS,
    ZOOM,
    add_looks,
)
from fingerpost.reviewing.workbook.putting import (
    put,
    put_hidden,
    put_list,
    put_start,
    row_height,
    saved,
    set_up_print,
)
from fingerpost.reviewing.workbook.sent import Sent
from fingerpost.reviewing.workbook.sheets import Grid, grids
from fingerpost.reviewing.workbook.start import Line, start_lines
from fingerpost.rulebook import Council
from fingerpost.signing import digest_of
from fingerpost.taxonomy import Taxonomy
from fingerpost.workbooks import set_height

_PROMPT = "Choose a category where all of it is about that, “Advice” where it is advice on several things."
_LISTS = {
    DECISION: "Decisions",
    MEANS: "Meanings",
    ALL_FINE: "AllFine",
    PULL_OUT: "PullOut",
} | {
    name: f"{pair.facet.name.title()}Labels"
    for pair in ALL_LABELS
    for name in (pair.main, pair.also)
}

_DECISION_LISTS = {Sheet.RULES: "RuleDecisions", Sheet.MEETING: "MeetingDecisions"}
"""What may be chosen under Decision, where it is something else than on the Queue."""


def write_workbook(
    review: Review, taxonomy: Taxonomy, council: Council, pack: PackSent | None = None
) -> bytes:
    """Return the workbook, for everybody or as one person's pack.

    The same questions give the same bytes.
    """
    sheets, left_out = fitted(grids(review, taxonomy))
    title, purpose, *more = start_lines(review, council, pack)
    sent = remembered.sent(sheets, labels_of(taxonomy), council.id, pack)
    return bound(
        (title, purpose, *full(left_out), *more),
        sheets,
        sent if pack else replace(sent, accepted=digest_of(review.accepted)),
        title=f"{council.name}: review of Word guidance",
        lever=str(review.lever),
    )


def bound(
    start: Sequence[Line], sheets: Sequence[Grid], sent: Sent, *, title: str, lever: str = ""
) -> bytes:
    """Return a workbook of a first sheet, the others, and the hidden one that remembers them.

    Of a pack, sheets that ask nothing are put out of sight.
    """
    book = Workbook()
    add_looks(book)
    first = book.active
    assert isinstance(first, Worksheet)
    put_start(first, start)
    for grid in sheets:
        sheet = book.create_sheet(grid.sheet)
        _put_grid(sheet, grid, lever)
        if sent.pack_id and not grid.rows:
            sheet.sheet_state = "hidden"
    hidden = book.create_sheet(remembered.SHEET)
    put_hidden(hidden, remembered.to_columns(sent))
    _put_lists(book, hidden, sent.labels)
    return saved(book, title)


def _put_grid(sheet: Worksheet, grid: Grid, lever: str) -> None:
    columns, answers = grid.columns, frozenset(_answers(grid))
    widths = [WIDTHS[grid.sheet][column] for column in columns]
    for place, (column, width) in enumerate(zip(columns, widths, strict=True), 1):
        put(sheet.cell(1, place), column, "header")
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[1].height = 2 * HEIGHT_A_LINE
    for number, row in enumerate(grid.rows):
        for place, column in enumerate(columns, 1):
            look = _look(grid, number, is_answer=column in answers)
            put(sheet.cell(number + 2, place), row.get(column, ""), look)
        texts = [str(row.get(column, "")) for column in columns]
        set_height(sheet, number + 2, row_height(texts, widths))
    _make_handy(sheet, grid, lever)


def _answers(grid: Grid) -> tuple[str, ...]:
    return (*ANSWERS.get(grid.sheet, ()), *grid.further)


def _look(grid: Grid, number: int, *, is_answer: bool) -> str:
    rule = " divided" if number in grid.divides else " ruled" if number in grid.starts else ""
    if number in grid.quiet:
        return ("quiet answer" if is_answer else "quiet read") + rule
    if is_answer:
        return ("plain answer" if number in grid.settled else "answer") + rule
    return ("strong" if number in grid.strong else "read") + rule


def _make_handy(sheet: Worksheet, grid: Grid, lever: str) -> None:
    last = max(len(grid.rows) + 1, 2)
    sheet.freeze_panes = "C2" if grid.sheet in (Sheet.QUEUE, Sheet.MEETING) else "B2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(grid.columns))}{last}"
    sheet.sheet_view.zoomScale = ZOOM.get(grid.sheet, 90)
    for place, column in enumerate(grid.columns, 1):
        if column in _LISTS and column in _answers(grid):
            letter = get_column_letter(place)
            rule = _choice(grid.sheet, column, lever)
            sheet.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{last}")
    set_up_print(sheet, PAGES_WIDE.get(grid.sheet, 1))
    sheet.print_title_rows = "1:1"
    if grid.sheet in PAGES_WIDE:
        sheet.print_title_cols = "A:B"
    if grid.sheet is Sheet.MEETING:  # what is for typing in afterwards stays off the paper
        sheet.print_area = f"A1:{get_column_letter(grid.columns.index(NOTE) + 1)}{last}"


def _choice(sheet: Sheet, column: str, lever: str) -> DataValidation:
    several = column.startswith("Also")
    rule = DataValidation(
        type="list",
        formula1=_DECISION_LISTS.get(sheet, _LISTS[column])
        if column == DECISION
        else _LISTS[column],
        allow_blank=True,
        errorStyle="warning" if several else "stop",
        errorTitle="Not in the list",
        error="Please choose from the list. The Categories sheet says what each category covers.",
    )
    rule.showErrorMessage = True
    if column == MEANS:
        rule.promptTitle, rule.prompt = "What stands below it?", f"{_PROMPT} {lever}"
        rule.showInputMessage = True
    return rule


def _put_lists(book: Workbook, sheet: Worksheet, labels: Labels) -> None:
    lists: dict[str, Sequence[str]] = {
        _LISTS[DECISION]: tuple(Choice),
        _LISTS[MEANS]: (*meaning_labels(labels), Choice.NOT_SURE),
        _LISTS[ALL_FINE]: (ALL_FINE,),
        _LISTS[PULL_OUT]: (PULL_OUT,),
        _DECISION_LISTS[Sheet.RULES]: tuple(RuleChoice),
    }
    if Sheet.MEETING in book.sheetnames:
        said = [turn for turn, says in zip(TURNS, SAYS, strict=True) if says in _header(book)]
        lists[_DECISION_LISTS[Sheet.MEETING]] = (*said, *MeetingChoice)
    for pair in ALL_LABELS:
        names = [label for facet, label, _ in labels.entries if facet is pair.facet]
        if pair in FURTHER_LABELS and not names:
            continue
        lists[_LISTS[pair.main]] = names
    for name, values in lists.items():
        put_list(book, sheet, name, values)


def _header(book: Workbook) -> tuple[object, ...]:
    return next(book[Sheet.MEETING].iter_rows(max_row=1, values_only=True))
