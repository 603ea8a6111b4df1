import re
from pathlib import Path

import pytest
from fingerpost.cells import LONGEST, utf16_length
from fingerpost.decisions import Answer, Skimmed
from fingerpost.errors import ReturnRefused
from fingerpost.reviewing import triage
from fingerpost.reviewing.columns import SPECIAL_MEANINGS
from fingerpost.reviewing.refs import group_ref
from fingerpost.reviewing.workbook import fitting
from fingerpost.reviewing.workbook.fitting import fitted, told
from fingerpost.reviewing.workbook.sheets import grids
from fingerpost.suggestions import Reason
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from tests.support.golden import assert_golden
from tests.support.outcomes import AREA, TAXONOMY, Council, outcome, statement, vote
from tests.support.workbooks import columns, edited, fixed_rows, opened, read, sent, without_sheet

GOLDEN = Path(__file__).parent / "golden"
QUEUE = [
    "Decision", "Wording", "Area", "Also area", "Need", "Also need", "Whole school",
    "Also whole school", "Standard", "Also standard", "Note", "Reviewer", "Why it is here",
    "In Word", "Under", "Before and after", "Document", "Ref",
]  # fmt: skip


def some():
    return outcome(
        statement("Face the pupil when you speak"),
        statement(
            "Sit near the front",
            "Mystery > Classroom:",
            reasons=[Reason.HEADING_NOT_SETTLED],
            area=(),
        ),
        statement(
            "Use a radio aid",
            "Anxiety",
            reasons=[Reason.LABELS_DISAGREE, Reason.TRACKED_CHANGE],
            area=("semh", "sensory-and-physical", "universal"),
            need=("sp-msi",),
            lead_in="Staff will:",
            before="Ask first",
            after="Ask again",
            suggestions=[
                vote(AREA, "semh", "Anxiety", structural=True),
                vote(AREA, "sensory-and-physical", "radio aid"),
            ],
        ),
    )


def as_text(line):
    return " | ".join("" if value is None else str(value).replace("\n", " / ") for value in line)


def test_the_sheets_and_the_columns_of_the_queue_are_the_contracts():
    book = opened(sent(some()))
    assert book.sheetnames[:5] == ["Start here", "Headings", "Queue", "Skim", "Categories"]
    assert list(columns(book["Queue"])) == QUEUE
    assert [sheet.sheet_state for sheet in book][5:] == ["veryHidden"]


def test_the_same_questions_give_the_same_bytes():
    assert sent(some()) == sent(some())


def test_labels_stand_in_the_cells_and_never_ids():
    book = opened(sent(some()))
    row = dict(zip(QUEUE, [cell.value for cell in book["Queue"][2]], strict=True))
    assert row["Area"] == "Social, emotional and mental health"
    assert row["Also area"] == "Sensory and physical; Every area of need"
    assert row["Need"] == "Hearing"  # what multi-sensory impairment is shown as here
    ids = {concept.id for concept in TAXONOMY.concepts} - {"semh", "universal"}
    for sheet in book.worksheets[:5]:
        shown = {str(c.value) for line in sheet.iter_rows() for c in line if c.value is not None}
        assert not shown & ids


def test_the_whole_workbook_reads_as_it_was_agreed():
    lines = []
    for sheet in opened(sent(some())).worksheets[:5]:
        lines.append(f"== {sheet.title}")
        lines += [as_text(line) for line in sheet.iter_rows(values_only=True)]
    assert_golden(GOLDEN / "workbook.txt", "\n".join(lines) + "\n")


def test_lists_are_offered_by_name_and_hold_every_category():
    book = opened(sent(some()))
    rules: list[DataValidation] = book["Queue"].data_validations.dataValidation
    by_column = {str(rule.sqref)[0]: rule.formula1 for rule in rules}
    assert by_column["A"] == "Decisions"
    assert by_column["C"] == by_column["D"] == "AreaLabels"
    place = book.defined_names["AreaLabels"].attr_text
    sheet, cells = place.split("!")
    offered = [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]
    assert offered == [concept.label for concept in TAXONOMY.of(AREA)]


def test_the_question_about_a_heading_offers_the_answers_that_are_no_category_first():
    book = opened(sent(some()))
    sheet, cells = book.defined_names["Meanings"].attr_text.split("!")
    offered = [cell.value for (cell,) in book[sheet.strip("'")][cells.replace("$", "")]]
    assert offered[:5] == [
        "Advice",
        "Signs of need",
        "Not advice",
        "Not a heading",
        "Communication and interaction",
    ]


def test_nothing_is_locked_and_every_sheet_can_be_sorted_filtered_and_printed():
    book = opened(sent(some()))
    for name in ("Headings", "Queue", "Skim", "Categories"):
        sheet = book[name]
        assert not sheet.protection.sheet
        last = get_column_letter(sheet.max_column)
        assert sheet.auto_filter.ref == f"A1:{last}{sheet.max_row}"
        assert sheet.freeze_panes.endswith("2")
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert all(cell.alignment.wrap_text for cell in sheet[2])


def test_a_text_that_looks_like_a_formula_is_text():
    texts = ["=1+1", "+44 is a code", "-Sit down", "@home", '=HYPERLINK("http://x","y")']
    made = outcome(*(statement(text, reasons=[Reason.NO_LABEL]) for text in texts))
    sheet = opened(sent(made))["Queue"]
    cells = [line[1] for line in sheet.iter_rows(min_row=2)]
    assert {cell.value for cell in cells} == set(texts)
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_a_text_longer_than_a_cell_is_cut_with_a_note_and_one_with_control_characters_cleaned():
    long = statement("Wait " * 10_000 + "😀", reasons=[Reason.NO_LABEL])
    odd = statement("Say\x00 it\x0b once\ufffe", "Other", reasons=[Reason.NO_LABEL])
    sheet = opened(sent(outcome(long, odd)))["Queue"]
    wordings = [line[1].value for line in sheet.iter_rows(min_row=2)]
    assert utf16_length(wordings[0]) <= LONGEST
    assert wordings[0].endswith("… (cut here: the whole text is in the Word document)")
    assert wordings[1] == "Say it once"


def test_the_beginning_of_a_long_statement_stands_there_and_may_be_kept_but_not_changed():
    made = outcome(statement("Wait _x0041_ " * 4_000, reasons=[Reason.NO_LABEL]))
    for data in (sent(made), without_sheet(sent(made), "Sent")):
        (answer,) = read(edited(data, "Queue", 2, decision="Keep"), made).answers
        assert (answer.wording, dict(answer.edited)) == (None, {})
    short = edited(sent(made), "Queue", 2, decision="Change", wording="Wait a little")
    with pytest.raises(ReturnRefused) as raised:
        read(short, made)
    assert raised.value.problems == (
        "Queue, row 2, column Wording: the statement is longer than a cell of Excel can be, so only its "
        "beginning stands here, and a change to that would lose the rest. Take the change back and "
        "choose Keep, or choose Not sure and say in the Note what to change; or shorten it in the Word "
        "document.",
    )


def test_where_excel_has_too_few_rows_the_least_urgent_are_left_out_and_counted():
    sheets = grids(triage(some()), TAXONOMY)
    rows = {grid.sheet: len(grid.rows) for grid in sheets}
    kept, left_out = fitted(sheets, sum(rows.values()) - rows["Skim"] - 1)
    assert left_out == rows["Skim"] + 1
    assert {grid.sheet: len(grid.rows) for grid in kept} == {
        **rows,
        "Skim": 0,
        "Queue": rows["Queue"] - 1,
    }
    (line,) = told(left_out)
    assert line.cells[0].startswith(
        f"This workbook is full: {left_out} more rows do not fit into Excel."
    )
    assert fitted(sheets) == (sheets, 0)
    assert told(0) == ()


def test_a_full_workbook_says_so_on_its_first_sheet(monkeypatch):
    monkeypatch.setattr(fitting.fitted, "__defaults__", (12,))
    first = [cell.value for (cell, _) in opened(sent(some()))["Start here"].iter_rows()]
    assert "more rows do not fit into Excel" in first[2]


def test_who_gets_it_back_is_named_where_the_council_says_so():
    whom = Council(id="leeds", name="Leeds", return_to="the SEND team, send@leeds.example")
    words = [cell.value for (cell, _) in opened(sent(some_of(whom)))["Start here"].iter_rows()]
    assert (
        "Send the file to the SEND team, send@leeds.example. The name of the file does not matter."
        in words
    )


def some_of(council):
    return outcome(statement("Ring home", "Radio", reasons=[Reason.NO_LABEL]), council=council)


def test_a_small_screen_shows_why_a_statement_is_there_beside_its_answers():
    """At 7 pixels a character and 5 a column, as Excel draws its usual letters; 60 are its own."""
    queue = opened(sent(some()))["Queue"]
    shown = QUEUE[: QUEUE.index("Why it is here") + 1]
    letters = (get_column_letter(place) for place in range(1, len(shown) + 1))
    pixels = sum(7 * queue.column_dimensions[letter].width + 5 for letter in letters)
    assert pixels * queue.sheet_view.zoomScale / 100 + 60 <= 1366


def test_hints_lists_names_and_widths_keep_within_the_limits_of_excel():
    book = opened(sent(some()))
    for sheet in book.worksheets:
        assert len(sheet.title) <= 31
        assert all(0 < one.width <= 255 for one in sheet.column_dimensions.values())
        assert all((one.height or 0) <= 409 for one in sheet.row_dimensions.values())
        for rule in sheet.data_validations.dataValidation:
            assert len(rule.promptTitle or "") <= 32
            assert len(rule.errorTitle or "") <= 32
            assert len(rule.prompt or "") <= 255
            assert len(rule.error or "") <= 225
            assert rule.formula1 in book.defined_names
    assert all(name.isalnum() for name in book.defined_names)


def test_a_thin_rule_stands_between_groups_only():
    items = [statement(str(n), f"Heading {n // 2}", reasons=[Reason.NO_LABEL]) for n in range(4)]
    sheet = opened(sent(outcome(*items)))["Queue"]
    tops = [sheet.cell(row, 13).border.top for row in range(2, 6)]
    assert [top and top.style for top in tops] == [None, None, "thin", None]


def test_an_answer_that_stands_is_shown_where_it_would_be_typed():
    answer = Answer(meaning="signs-of-need", reviewer="Ann", decided_on="2026-01-01T00:00:00+00:00")
    made = outcome(
        statement("Advice", "Mystery", reasons=[Reason.NO_LABEL]), answers={"mystery": answer}
    )
    sheet = opened(sent(made))["Headings"]
    assert sheet["F2"].value == "Signs of need"
    assert sheet["E2"].value == "We do not know.\nAnswered by Ann."


def test_rows_are_high_enough_for_their_longest_cell():
    texts = ["Short.", "A sentence that goes on for a while. " * 6]
    made = outcome(*(statement(text, reasons=[Reason.NO_LABEL]) for text in texts))
    sheet = opened(sent(made))["Queue"]
    heights = [sheet.row_dimensions[row].height for row in (2, 3)]
    assert heights[1] > heights[0] >= 15
    assert fixed_rows(sent(made), number=3) == [1]


def test_nothing_a_send_team_reads_uses_the_words_of_the_workshop():
    banned = re.compile(
        r"\b(runs?|flows?|facets?|ledgers?|locators?|artifacts?|curated|manifests?|tombstones?|exit codes?)\b",
        re.IGNORECASE,
    )
    for sheet in opened(sent(some())).worksheets[:5]:
        for line in sheet.iter_rows(values_only=True):
            for value in line:
                assert not banned.search(str(value or "")), value


def skimmed(*seen):
    now = statement("Face the pupil")
    digest = group_ref("Hearing > Strategies", seen or (now,)).digest
    made = outcome(now, skimmed={"Hearing > Strategies": Skimmed("Ann", digest)})
    return opened(sent(made))["Skim"]["C2"].value


def test_a_heading_skimmed_before_says_by_whom():
    assert skimmed() == "1 under this heading. Ann found them fine."


def test_a_heading_skimmed_before_says_where_its_statements_are_no_longer_the_same():
    assert skimmed(statement("Sit near the front")) == (
        "1 under this heading. Ann found them fine before; some are new or changed since."
    )


def test_every_answer_about_a_heading_that_is_no_category_is_explained_on_the_first_sheet():
    lines = [
        cell.value for row in opened(sent(some()))["Start here"].iter_rows() for cell in row[:1]
    ]
    first = lines.index("You choose")
    answers = [*SPECIAL_MEANINGS.values(), "A category"]
    assert lines[first + 1 : first + 1 + len(answers)] == answers


def test_the_cell_for_a_headings_meaning_says_when_to_choose_advice_and_excel_can_hold_it():
    rules = opened(sent(some()))["Headings"].data_validations.dataValidation
    (prompt,) = [rule.prompt for rule in rules if rule.prompt]
    assert "Advice" in prompt
    assert utf16_length(prompt) <= 255  # more, and Excel calls the file damaged


def fill(cell):
    return cell.fill.fgColor.rgb[-6:] if cell.fill.patternType else "FFFFFF"


def luminance(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * one for share, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(cell):
    light, dark = sorted((luminance(fill(cell)), luminance(cell.font.color.rgb[-6:])), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_rows_that_only_wait_for_a_heading_are_grey_below_a_thick_rule():
    sheet = opened(sent(some()))["Queue"]
    urgent, waits = sheet[2], sheet[3]
    assert "on the Headings sheet" in waits[QUEUE.index("Why it is here")].value
    assert [fill(row[0]) for row in (urgent, waits)] == ["FFF8DC", "F1F3F5"]
    assert [row[0].border.top.style for row in (urgent, waits)] == ["hair", "thick"]
    assert {cell.border.top.style for cell in waits} == {"thick"}


def test_only_open_questions_about_headings_have_the_colour_of_answers():
    sheet = opened(sent(some()))["Headings"]
    thought, means = columns(sheet)["We think it means"], columns(sheet)["This means"]
    for row in range(2, sheet.max_row + 1):
        is_open = "Please answer" in sheet.cell(row, thought).value
        assert (fill(sheet.cell(row, means)) == "FFF8DC") == is_open


def test_all_text_in_the_tables_is_easy_to_tell_from_its_ground():
    for sheet in opened(sent(some())).worksheets[:5]:
        cells = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
        assert all(contrast(cell) >= 7 for cell in cells)


def test_a_symbol_of_a_font_of_words_own_is_shown_as_a_bullet():
    item = statement(
        "Sit", reasons=[Reason.NO_LABEL], typed="\uf0b7\tSit", before="\uf0fc Stand", after="\uf0a7"
    )
    row = dict(
        zip(QUEUE, [cell.value for cell in opened(sent(outcome(item)))["Queue"][2]], strict=True)
    )
    assert row["In Word"] == "•\tSit"
    assert row["Before and after"] == "Before: • Stand\nAfter: •"


def first_sheet(made):
    lines = opened(sent(made))["Start here"].iter_rows(values_only=True)
    return "\n".join(as_text(line) for line in lines)


def test_the_first_sheet_asks_only_what_there_is_to_ask():
    waits = first_sheet(outcome(statement("Sit", reasons=[Reason.NO_LABEL])))
    assert "directory: 1 statement. It takes about 1 minute," in waits
    assert "The Headings sheet needs no answer this time" in waits
    assert "grey" not in waits
    nothing = first_sheet(outcome(statement("Sit")))
    assert "Nothing in your Word guidance waits for an answer." in nothing
    assert "The Queue sheet is empty this time" in nothing


def test_where_every_statement_waits_for_a_heading_the_queue_is_left_alone():
    only = outcome(statement("Sit", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()))
    assert "all its rows are grey" in first_sheet(only)
    assert "can settle the one statement that waits." in first_sheet(only)
