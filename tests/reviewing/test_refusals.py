import io
import zipfile

import pytest

from tests.reviewing.test_returns import refused, some
from tests.support.outcomes import Council
from tests.support.workbooks import columns, edited, opened, saved, sent, without_sheet

FRESH = "Use the workbook as it was sent, or ask for a new copy and type the answers into that."


def without(data, sheet, column):
    book = opened(data)
    book[sheet].delete_cols(columns(book[sheet])[column])
    return saved(book)


def protected(data):
    return bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


def doubled(data):
    book = opened(edited(data, "Queue", 2, decision="Keep"))
    sheet = book["Queue"]
    sheet.append([cell.value for cell in sheet[2]])
    sheet.cell(sheet.max_row, 1).value = "Reject"
    return saved(book)


def faulty(data):
    book = opened(edited(data, "Queue", 2, decision="Change"))
    cell = book["Queue"]["B2"]
    cell.value, cell.data_type = "#NAME?", "e"
    return saved(book)


MALFORMED = {
    "a decision that is none": (
        lambda data: edited(data, "Queue", 2, decision="Yes please"),
        ("Queue, row 2, column Decision: “Yes please” is no answer. Choose Keep, Change, Reject, Not sure, For the meeting or Doesn't fit.",),
    ),
    "a label that is no category": (
        lambda data: edited(data, "Queue", 2, decision="Change", area="Sensory and phisical"),
        ("Queue, row 2, column Area: “Sensory and phisical” is not an area in the list. Did you mean “Sensory and physical”?",),
    ),
    "a label that is like nothing": (
        lambda data: edited(data, "Queue", 2, decision="Change", also_need="Qqq"),
        ("Queue, row 2, column Also need: “Qqq” is not a need in the list. Choose one from the list.",),
    ),
    "a label in the wrong column": (
        lambda data: edited(data, "Queue", 2, decision="Change", area="Hearing"),
        ("Queue, row 2, column Area: “Hearing” is a need, not an area. Move it to the column Need.",),
    ),
    "a heading's answer that is none": (
        lambda data: edited(data, "Headings", 2, this_means="Listening"),
        ("Headings, row 2, column This means: “Listening” is not in the list. Choose from the list.",),
    ),
    "a missing sheet": (
        lambda data: without_sheet(data, "Queue"),
        (f"The sheet “Queue” is missing. {FRESH}",),
    ),
    "a missing column": (
        lambda data: without(data, "Queue", "Also area"),
        (f"Queue: the column “Also area” is missing. {FRESH}",),
    ),
    "one Ref answered twice": (
        doubled,
        ("Queue, row 5, column Ref: the same Ref stands in Queue, row 2 with another answer. Leave the answer in one of the two rows and empty the other.",),
    ),
    "an altered Ref": (
        lambda data: edited(data, "Queue", 2, decision="Keep", ref="s-234567abcdef 00000000"),
        ("Queue, row 2, column Ref: “s-234567abcdef 00000000” is not a Ref that was sent. Copy it from the workbook as it was sent.",),
    ),
    "an empty Ref": (
        lambda data: edited(data, "Queue", 2, decision="Keep", ref=""),
        ("Queue, row 2, column Ref: it is empty, so nobody can tell what the answer is about. Copy it from the workbook as it was sent.",),
    ),
    "a formula that failed": (
        faulty,
        ("Queue, row 2, column Wording: Excel shows #NAME? because it took the words for a formula. Type them again with an apostrophe in front.",),
    ),
    "a skim answer that is none": (
        lambda data: edited(data, "Skim", 2, all_fine="mostly"),
        ("Skim, row 2, column All fine: “mostly” is no answer. Choose All fine, or leave it empty.",),
    ),
    "a password": (
        protected,
        ("It is protected by a password. Open it in Excel, choose File, Info, Protect Workbook, “Encrypt with Password”, empty the box, and save it again.",),
    ),
    "an old format": (
        lambda data: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
        ("It is in the old .xls format. Open it in Excel, choose File, Save As, “Excel Workbook (.xlsx)”, and send that file.",),
    ),
    "an empty file": (
        lambda data: b"",
        ("It is empty. Save it again in Excel, and check that it has finished copying.",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_return_is_refused_with_where_what_and_how_to_mend_it(name):
    spoil, problems = MALFORMED[name]
    assert refused(spoil(sent(some()))) == problems


def test_every_fault_of_a_file_is_named_at_once():
    data = edited(sent(some()), "Queue", 2, decision="Maybe")
    data = edited(data, "Queue", 3, decision="Change", area="Nowhere", need="Semh")
    assert len(refused(data)) == 3


def test_a_word_file_under_another_name_is_no_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", "<x/>")
    assert refused(out.getvalue()) == (
        "It is a Word document and not the workbook. Send the workbook (.xlsx).",
    )


def test_a_workbook_with_a_broken_sheet_is_named_as_damaged():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sent(some()))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry, data[:200] if "sheet3" in entry.filename else data)
    assert refused(out.getvalue()) == (
        "It is damaged and cannot be read as a workbook. Open it in Excel, let Excel mend it, save it "
        "as an Excel Workbook (.xlsx), and send that file.",
    )


def test_another_councils_workbook_is_refused():
    other = some(council=Council(id="calderdale", name="Calderdale"))
    assert refused(sent(other)) == (
        "It was made for the council “calderdale”, and this folder is for “leeds”. "
        "Send it to whoever looks after that council's folder.",
    )
