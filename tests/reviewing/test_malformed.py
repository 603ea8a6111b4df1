"""Twenty and more ways in which a file comes back spoilt: each gets its own reply, in whole sentences."""

import io
import json
import re
import zipfile
from datetime import datetime

import openpyxl
import pytest
from fingerpost.reviewing.returning.leaves import open_leaves
from fingerpost.suggestions import Reason
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange

from tests.reviewing.test_returns import refused
from tests.support.outcomes import Council, outcome, statement
from tests.support.workbooks import columns, edited, opened, read, saved, sent, without_sheet

SAVE_AS = "Open it in Excel, choose File, Save As, “Excel Workbook (.xlsx)”, and send that file."
FRESH = "Use the workbook as it was sent, or ask for a new copy and type the answers into that."
AGAIN = "Open the review page, choose “Save my answers”, and send that file."
SENT_REF = "Copy it from the workbook as it was sent."
MERGED = (
    "the cell was merged with others, so nobody can tell which rows and columns it is meant for. "
    "Unmerge them (Home, Merge & Center) and answer each row by itself."
)


def some(**more):
    return outcome(
        statement("Face the pupil when you speak"),
        statement("Sit near the front", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()),
        statement("Use a radio aid", "Radio", reasons=[Reason.NO_LABEL], need=("sp-hearing",)),
        statement("Ring home", "Radio", reasons=[Reason.NO_LABEL]),
        statement("Dim the lights", "Radio", reasons=[Reason.NO_LABEL]),
        **more,
    )


def answered(**cells):
    return edited(sent(some()), "Queue", 2, **{"decision": "Keep", **cells})


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return out.getvalue()


def repacked(data, change):
    """Pass every part of a workbook through `change(name, content)`; None leaves a part out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def part_of(data, sheet):
    return f"xl/worksheets/sheet{opened(data).sheetnames.index(sheet) + 1}.xml"


def with_password(data):
    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt("secret", out)
    return out.getvalue()


def renamed(data, sheet, column, name):
    book = opened(data)
    book[sheet].cell(1, columns(book[sheet])[column]).value = name
    return saved(book)


def typed(data, sheet, cell, value, kind=None):
    book = opened(data)
    book[sheet][cell].value = value
    if kind:
        book[sheet][cell].data_type = kind
    return saved(book)


def as_date(data):
    book = opened(data)
    cell = book["Queue"]["B2"]
    cell.value = datetime(2026, 3, 2)  # noqa: DTZ001
    cell.number_format = "d-mmm"
    return saved(book)


def merged(data, area):
    book = opened(data)
    book["Queue"].merge_cells(area)
    return saved(book)


def doubled(data):
    book = opened(data)
    sheet = book["Queue"]
    sheet.append([cell.value for cell in sheet[2]])
    sheet.cell(sheet.max_row, 1).value = "Reject"
    return saved(book)


def sorted_in_part(data):
    """Sort the columns from Decision to Reviewer alone, as a selection in Excel does."""
    book = opened(data)
    sheet = book["Queue"]
    rows = [[cell.value for cell in line[:12]] for line in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value
    return saved(book)


def pasted(data):
    other = outcome(statement("Ask the bus company", "Trips", reasons=[Reason.NO_LABEL]))
    row = [cell.value for cell in opened(sent(other))["Queue"][2]]
    book = opened(data)
    book["Queue"].append(["Keep", *row[1:]])
    return saved(book)


def swollen():
    return package({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": " " * 60_000_000})


def strict(data):
    return repacked(
        data,
        lambda name, content: content.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ),
    )


MALFORMED = {
    "made for another council": (
        lambda: sent(some(council=Council(id="calderdale", name="Calderdale"))),
        "It was made for the council “calderdale”, and this folder is for “leeds”. Send it to whoever looks after that council's folder.",
    ),
    "the old format of Excel": (
        lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
        f"It is in the old .xls format. {SAVE_AS}",
    ),
    "a binary workbook": (
        lambda: package({"xl/workbook.bin": "x"}),
        f"It is a binary workbook (.xlsb). {SAVE_AS}",
    ),
    "the XML format of 2003": (
        lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        f"It is in the XML format of Excel 2003. {SAVE_AS}",
    ),
    "the strict format": (
        lambda: strict(sent(some())),
        "It was saved as “Strict Open XML Spreadsheet”. Open it in Excel, choose File, Save As, plain “Excel Workbook (.xlsx)”, and send that file.",
    ),
    "a password": (
        lambda: with_password(sent(some())),
        "It is protected by a password. Open it in Excel, choose File, Info, Protect Workbook, “Encrypt with Password”, empty the box, and save it again.",
    ),
    "one sheet as csv": (
        lambda: b"Decision,Wording,Ref\r\nKeep,Ring home,s-1\r\n",
        "It is text, such as a .csv file, which keeps one sheet only. Send the workbook itself (.xlsx), with all its sheets.",
    ),
    "half of a download": (
        lambda: sent(some())[:4000],
        "Only part of it is here, or it was damaged on its way. Copy or download it again, wait until that has finished, and check that it opens in Excel.",
    ),
    "an empty file": (
        lambda: b"",
        "It is empty. Save it again in Excel, and check that it has finished copying.",
    ),
    "a web page under another name": (
        lambda: b"\xef\xbb\xbf<!DOCTYPE html><html><title>Sign in</title></html>",
        "It is a web page, whatever its name says: perhaps the page where one signs in. Download the workbook again, and check that it opens in Excel. If it is the review page, open it, choose “Save my answers”, and send the file that this makes.",
    ),
    "a PDF": (lambda: b"%PDF-1.7 ...", "It is a PDF. Send the workbook itself (.xlsx)."),
    "an OpenDocument file": (
        lambda: package({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        "It is an OpenDocument file (.ods). Open it in LibreOffice or Excel, choose File, Save As, “Excel 2007-365 (.xlsx)” or “Excel Workbook (.xlsx)”, and send that file.",
    ),
    "a Numbers document": (
        lambda: package({"Index/Document.iwa": ""}),
        "It is a Numbers document. Open it in Numbers, choose File, Export To, Excel, and send the file that this makes.",
    ),
    "a Word document": (
        lambda: package({"word/document.xml": ""}),
        "It is a Word document and not the workbook. Send the workbook (.xlsx).",
    ),
    "a compressed folder": (
        lambda: package({"answers/a.xlsx": ""}),
        "It is a compressed folder (.zip). Open it, and send the file that is inside.",
    ),
    "a zip bomb": (
        swollen,
        "It unpacks to 60 MB, far more than any workbook of answers, so it was not opened. Ask for a new copy, and type the answers into that.",
    ),
    "a part that breaks off": (
        lambda: repacked(sent(some()), lambda name, data: data[:300] if "sheet3" in name else data),
        "It is damaged and cannot be read as a workbook. Open it in Excel, let Excel mend it, save it as an Excel Workbook (.xlsx), and send that file.",
    ),
    "a missing sheet": (
        lambda: without_sheet(sent(some()), "Queue"),
        f"The sheet “Queue” is missing. {FRESH}",
    ),
    "a sheet under another name": (
        lambda: repacked(sent(some()), lambda _, data: data.replace(b'name="Queue"', b'name="Queue for Ann"')),
        "The sheet “Queue” is missing. If “Queue for Ann” is it, name it “Queue” again.",
    ),
    "a missing column": (
        lambda: renamed(sent(some()), "Queue", "Also need", None),
        f"Queue: the column “Also need” is missing. {FRESH}",
    ),
    "a column under another name": (
        lambda: renamed(sent(some()), "Headings", "This means", "Meaning"),
        f"Headings: the column “This means” is missing. {FRESH}",
    ),
    "an empty Ref": (
        lambda: answered(ref=None),
        f"Queue, row 2, column Ref: it is empty, so nobody can tell what the answer is about. {SENT_REF}",
    ),
    "an altered Ref": (
        lambda: answered(ref="s-234567abcdef 0"),
        f"Queue, row 2, column Ref: “s-234567abcdef 0” is not a Ref that was sent. {SENT_REF}",
    ),
    "one Ref with two answers": (
        lambda: doubled(answered()),
        "Queue, row 6, column Ref: the same Ref stands in Queue, row 2 with another answer. Leave the answer in one of the two rows and empty the other.",
    ),
    "columns sorted apart from others": (
        lambda: sorted_in_part(answered()),
        "Queue, rows 2, 3, 4 and 5, column Wording: the words of other rows stand here, as happens when only some of the columns are sorted, or when a Ref is moved. Undo that in Excel, or copy the answers into a workbook as it was sent; then sort whole rows only.",
    ),
    "rows from another workbook": (
        lambda: pasted(sent(some())),
        re.compile(r"Queue, row 6, column Ref: “s-\w+ \w+” is not a Ref that was sent\. Copy it"),
    ),
    "a label that is no category": (
        lambda: answered(decision="Change", area="Sensory and phisical"),
        "Queue, row 2, column Area: “Sensory and phisical” is not an area in the list. Did you mean “Sensory and physical”?",
    ),
    "a decision that is none": (
        lambda: answered(decision="Yes please"),
        "Queue, row 2, column Decision: “Yes please” is no answer. Choose Keep, Change, Reject, Not sure, For the meeting or Doesn't fit.",
    ),
    "words taken for a formula": (
        lambda: typed(answered(), "Queue", "B2", "#NAME?", "e"),
        "Queue, row 2, column Wording: Excel shows #NAME? because it took the words for a formula. Type them again with an apostrophe in front.",
    ),
    "a formula without its result": (
        lambda: typed(answered(), "Queue", "B2", "=UPPER(N2)"),
        "Queue, row 2, column Wording: it holds a formula, and the file does not hold what comes out of it. Type the words themselves.",
    ),
    "words taken for a date": (
        lambda: as_date(answered()),
        "Queue, row 2, column Wording: Excel took the words for a date (2026-03-02). Type them again with an apostrophe in front.",
    ),
    "one answer merged over rows": (
        lambda: merged(answered(), "A2:A4"),
        f"Queue, row 2, column Decision: {MERGED}",
    ),
    "a page's file that breaks off": (
        lambda: b'{"fingerpost_decisions": 1, "decisions": [{"ref": "s-1',
        f"The file: It is damaged, or only part of it is here. {AGAIN}",
    ),
    "a page's file of another version": (
        lambda: json.dumps({"fingerpost_decisions": 7, "decisions": []}).encode(),
        f"It holds no answers, or those of another version of the review page. {AGAIN}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_each_malformed_return_is_answered_with_where_what_and_how_to_mend_it(name):
    spoil, says = MALFORMED[name]
    (problem,) = refused(spoil(), some())
    assert says.match(problem) if isinstance(says, re.Pattern) else problem == says


def test_there_are_more_than_twenty_and_no_two_replies_are_alike():
    said = [says if isinstance(says, str) else says.pattern for _, says in MALFORMED.values()]
    assert len(said) > 20
    assert len(set(said)) == len(said)


def test_a_file_that_names_no_sheet_size_rightly_is_read_to_its_end():
    data = edited(answered(), "Queue", 5, decision="Reject")
    part = part_of(data, "Queue")

    def shrunk(name, content):
        return (
            re.sub(rb'ref="A1:R\d+"/?>', b'ref="A1:R3"/>', content, count=1)
            if name == part
            else content
        )

    spoilt = repacked(data, shrunk)
    seen = openpyxl.load_workbook(io.BytesIO(spoilt), read_only=True)["Queue"]
    assert len(list(seen.iter_rows())) == 3  # what the sheet claims hides rows from openpyxl itself
    assert [answer.place for answer in read(spoilt, some()).answers] == [
        "Queue, row 2",
        "Queue, row 5",
    ]


def test_cells_that_are_merged_over_everything_are_counted_no_further_than_rows_reach():
    book = opened(answered())
    book["Queue"].merged_cells = MultiCellRange([CellRange("A1:XFD1048576")])
    leaf = open_leaves(saved(book)).leaf("Queue")

    assert leaf.faults
    assert max(place for _, place in leaf.faults) < max(len(texts) for _, texts in leaf.lines)
