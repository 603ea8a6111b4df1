import io
import json
import zipfile

import openpyxl
import pytest
from fingerpost.errors import ReturnRefused
from fingerpost.reviewing.columns import Choice
from fingerpost.suggestions import Reason

from tests.support.outcomes import AREA, NEED, STANDARD, TAXONOMY, Council, outcome, statement
from tests.support.workbooks import columns, edited, opened, read, saved, sent

FRESH = "Use the workbook as it was sent, or ask for a new copy and type the answers into that."


def some(**more):
    return outcome(
        statement("Face the pupil when you speak"),
        statement("Keep noise low"),
        statement("Sit near the front", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()),
        statement("Use a radio aid", "Radio", reasons=[Reason.NO_LABEL], need=("sp-hearing",)),
        statement("Ring home", "Radio", reasons=[Reason.NO_LABEL]),
        **more,
    )


def refused(data, made=None):
    with pytest.raises(ReturnRefused) as raised:
        read(data, made or some())
    return raised.value.problems


def test_an_unedited_workbook_holds_no_answers():
    found = read(sent(some()), some())
    assert found.answers == ()
    assert found.set_aside == ()


def test_an_answer_keeps_what_was_edited_apart_from_what_was_shown():
    data = edited(
        sent(some()),
        "Queue",
        2,
        decision="Change",
        area="SENSORY and  physical ",
        need="",
        note="why not",
        reviewer="Ann",
    )
    (answer,) = read(data, some()).answers
    assert (answer.choice, answer.wording, answer.note, answer.reviewer) == (
        Choice.CHANGE, None, "why not", "Ann",
    )  # fmt: skip
    assert answer.edited == {NEED: ()}
    assert answer.shown[AREA] == ("sensory-and-physical",)
    assert answer.place == "Queue, row 2"


@pytest.mark.parametrize("typed", ["keep", " Keep ", "KEEP.", "Keep\u00a0"])
def test_case_and_stray_spaces_in_a_decision_are_harmless(typed):
    (answer,) = read(edited(sent(some()), "Queue", 2, decision=typed), some()).answers
    assert answer.choice is Choice.KEEP


def test_without_a_decision_nothing_else_that_was_typed_counts():
    data = edited(sent(some()), "Queue", 2, wording="Other words", area="No such thing", note="hm")
    assert read(data, some()).answers == ()


def test_the_name_on_the_first_sheet_counts_for_every_row_without_its_own():
    book = opened(edited(sent(some()), "Queue", 2, decision="Keep", reviewer="Bob"))
    book["Queue"]["A3"] = "Keep"
    (place,) = [row for row in book["Start here"].iter_rows() if row[0].value == "Your name"]
    place[1].value = "Ann"
    assert [a.reviewer for a in read(saved(book), some()).answers] == ["Bob", "Ann"]


def test_smart_quotes_and_lost_soft_hyphens_are_not_edits():
    made = outcome(statement('Say it\'s "done"', "Radio", reasons=[Reason.NO_LABEL]))
    data = edited(sent(made), "Queue", 2, decision="Keep", wording="Say it’s  “done”\u00ad")
    (answer,) = read(data, made).answers
    assert answer.wording is None


def test_sorted_moved_hidden_and_extra_columns_and_rows_change_nothing():
    book = opened(edited(sent(some()), "Queue", 3, decision="Reject", reviewer="Ann"))
    old = book["Queue"]
    rows = [[cell.value for cell in line] for line in old.iter_rows()]
    book.remove(old)
    new = book.create_sheet("queue ")
    body = [rows[0], *reversed(rows[1:])]
    new.append(["Printed for the meeting"])
    for row in body:
        new.append([None, *reversed(row), "mine"])
    new.column_dimensions["C"].hidden = True
    new.append([])
    new.append(["a stray remark"])
    book.create_sheet("Notes of the meeting")["A1"] = "Ref"
    (answer,) = read(saved(book), some()).answers
    assert (answer.choice, answer.ref.id) == (Choice.REJECT, rows[2][-1].split()[0])


def test_rows_hidden_by_a_filter_still_count():
    book = opened(edited(sent(some()), "Queue", 2, decision="Keep"))
    book["Queue"].row_dimensions[2].hidden = True
    assert len(read(saved(book), some()).answers) == 1


def test_several_labels_in_an_also_cell_are_all_taken():
    also = "Cognition and learning; social, emotional and mental health"
    data = edited(sent(some()), "Queue", 2, decision="Change", also_area=also)
    (answer,) = read(data, some()).answers
    assert answer.edited[AREA] == ("sensory-and-physical", "cognition-and-learning", "semh")


def test_a_label_that_holds_a_semicolon_is_one_label():
    data = edited(
        sent(some()),
        "Queue",
        2,
        decision="Change",
        whole_school="Pastoral: relationships; behaviour",
    )
    (answer,) = read(data, some()).answers
    assert list(answer.edited.values()) == [("wsu-pastoral",)]


def test_a_label_that_was_renamed_since_it_was_sent_still_counts():
    data = edited(sent(some()), "Queue", 2, decision="Change", standard="TS7 Manage behaviour")
    renamed = type(TAXONOMY)(
        tuple(
            type(c)(
                **{
                    **{f: getattr(c, f) for f in c.__slots__},
                    "label": c.label.replace("TS7", "Seven"),
                }
            )
            for c in TAXONOMY.concepts
        )
    )
    (answer,) = read(data, some(taxonomy=renamed)).answers
    assert answer.edited[STANDARD] == ("ts-7",)


def test_a_row_whose_words_changed_in_word_is_set_aside_by_name_and_the_rest_goes_in():
    data = edited(edited(sent(some()), "Queue", 2, decision="Keep"), "Queue", 3, decision="Keep")
    now = outcome(
        *(i for i in some().items if i.text != "Use a radio aid"),
        statement(
            "Use a soundfield", "Radio", reasons=[Reason.NO_LABEL], one=some_id("Use a radio aid")
        ),
    )
    found = read(data, now)
    assert [answer.place for answer in found.answers] == ["Queue, row 3"]
    assert found.set_aside == (
        "Queue, row 2: the words in Word have changed since; the new words come in the next workbook.",
    )


def some_id(text):
    return next(item.id for item in some().items if item.text == text)


def test_a_row_about_a_statement_that_is_gone_is_set_aside():
    data = edited(sent(some()), "Queue", 2, decision="Keep")
    now = outcome(*(i for i in some().items if i.text != "Use a radio aid"))
    assert read(data, now).set_aside == (
        "Queue, row 2: this is in none of the documents any more.",
    )


def test_change_without_a_change_and_empty_words_are_set_aside():
    data = edited(sent(some()), "Queue", 2, decision="Change")
    data = edited(data, "Queue", 3, decision="Keep", wording=" ")
    assert read(data, some()).set_aside == (
        "Queue, row 2: the Decision is Change, but nothing was changed. Change it, or choose Keep.",
        "Queue, row 3: there are no words left in Wording. To leave it out, choose Reject.",
    )


def test_what_an_undecided_person_proposes_is_kept_in_the_note():
    data = edited(
        sent(some()), "Queue", 2, decision="Not sure", wording="Use an aid", note="Ask Jo"
    )
    (answer,) = read(data, some()).answers
    assert answer.note == "Ask Jo Wording: Use an aid"
    assert answer.wording is None


def test_the_answers_about_headings_are_categories_or_one_of_three_words():
    for typed, meaning in (
        ("signs of need", "signs-of-need"),
        ("Not advice", "not-advice"),
        ("NOT A HEADING", "not-a-heading"),
        ("Hearing", "sp-hearing"),
        ("TS7 Manage behaviour", "ts-7"),
    ):
        (answer,) = read(edited(sent(some()), "Headings", 2, this_means=typed), some()).answers
        assert answer.meaning == meaning


def test_skimming_takes_a_tick_for_the_heading_and_pulls_single_statements_out():
    data = edited(sent(some()), "Skim", 2, all_fine="x")
    data = edited(data, "Skim", 4, pull_out="Pull out", note="odd")
    fine, pulled = read(data, some()).answers
    assert fine.ref.is_group
    assert (pulled.choice, pulled.note) == (Choice.NOT_SURE, "Pulled out on the Skim sheet. odd")


def test_a_tick_in_the_wrong_row_is_set_aside():
    data = edited(sent(some()), "Skim", 3, all_fine="All fine")
    assert read(data, some()).set_aside == (
        "Skim, row 3: “All fine” is for the heading's row, “Pull out” for one statement.",
    )


def test_a_tick_for_statements_that_changed_since_is_set_aside():
    data = edited(sent(some()), "Skim", 2, all_fine="All fine")
    now = outcome(*some().items, statement("One more"))
    assert read(data, now).set_aside == (
        "Skim, row 2: the statements under this heading have changed since; look at them once more.",
    )


def without(data, sheet, column):
    book = opened(data)
    book[sheet].delete_cols(columns(book[sheet])[column])
    return saved(book)


def without_sheet(data, sheet):
    book = opened(data)
    book.remove(book[sheet])
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
        ("Queue, row 2, column Decision: “Yes please” is no answer. Choose Keep, Change, Reject or Not sure.",),
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
        ("It is protected by a password. Take the password off (File, Info, Protect Workbook).",),
    ),
    "an old format": (
        lambda data: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
        ("It is in the old .xls format. Open it in Excel and save it as an Excel Workbook (.xlsx).",),
    ),
    "an empty file": (
        lambda data: b"",
        ("It is empty. Save it again in Excel, and check that it has finished copying.",),
    ),
    "text": (
        lambda data: b"Decision,Wording\nKeep,x\n",
        ("It is not an Excel workbook, or only part of one. Open it in Excel and save it as an Excel Workbook (.xlsx).",),
    ),
    "half a file": (
        lambda data: data[: len(data) // 2],
        ("It is not an Excel workbook, or only part of one. Open it in Excel and save it as an Excel Workbook (.xlsx).",),
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
        "It is not an Excel workbook. Open it in Excel and save it as an Excel Workbook (.xlsx).",
    )


def test_a_workbook_with_a_broken_sheet_is_named_as_damaged():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sent(some()))) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry, data[:200] if "sheet3" in entry.filename else data)
    assert refused(out.getvalue()) == (
        "It is damaged and cannot be read as a workbook. "
        "Open it in Excel and save it as an Excel Workbook (.xlsx).",
    )


def test_another_councils_workbook_is_refused():
    other = some(council=Council(id="calderdale", name="Calderdale"))
    assert refused(sent(other)) == (
        "It was made for the council “calderdale”, and this folder is for “leeds”. "
        "Send it to whoever looks after that council's folder.",
    )


def test_the_same_answer_twice_is_one_answer():
    book = opened(edited(sent(some()), "Queue", 2, decision="Keep"))
    sheet = book["Queue"]
    sheet.append([cell.value for cell in sheet[2]])
    assert len(read(saved(book), some()).answers) == 1


def test_a_workbook_whose_hidden_sheet_was_lost_is_compared_with_what_would_be_sent_now():
    data = without_sheet(edited(sent(some()), "Queue", 2, decision="Change", need=""), "Sent")
    (answer,) = read(data, some()).answers
    assert answer.edited == {NEED: ()}
    assert answer.wording is None


def export(*decisions):
    return json.dumps({"fingerpost_decisions": 1, "pack": "x", "decisions": decisions}).encode()


def ref_of(row=2, sheet="Queue"):
    page = opened(sent(some()))[sheet]
    return page.cell(row, columns(page)["Ref"]).value


def test_the_pages_export_holds_the_same_answers():
    data = export(
        {
            "ref": ref_of(),
            "decision": "Change",
            "wording": None,
            "labels": {"area_of_need": ["Cognition and learning", "Sensory and physical"]},
            "note": "n",
            "reviewer": "Ann",
            "decided_at": "2026-03-01T09:00:00Z",
        },
        {"ref": ref_of(2, "Headings"), "decision": "Signs of need", "reviewer": "Ann"},
    )
    change, heading = read(data, some(), "a.json").answers
    assert change.edited == {AREA: ("cognition-and-learning", "sensory-and-physical")}
    assert (change.wording, change.note, change.reviewer) == (None, "n", "Ann")
    assert heading.meaning == "signs-of-need"


@pytest.mark.parametrize(
    ("data", "begins"),
    [
        (b'{"fingerpost_decisions": 2, "decisions": []}', "fingerpost_decisions: "),
        (b'{"fingerpost_decisions": 1, "decisions": [{"decision": "Keep"}]}', "answer 1, ref: "),
        (b'{"fingerpost_decisions": 1, "decisions": ', "The file: "),
        (b'{"\xff": 1}', "It is not text in UTF-8. "),
    ],
)
def test_an_export_that_is_none_is_refused_by_place(data, begins):
    (problem,) = refused(data)
    assert problem.startswith(begins)
    assert problem.endswith("Open the review page, choose “Save my answers”, and send that file.")


def test_a_workbook_written_by_another_program_without_styles_is_read():
    book = opened(edited(sent(some()), "Queue", 2, decision="Keep"))
    plain = openpyxl.Workbook()
    plain.remove(plain.active)
    for sheet in book:
        copy = plain.create_sheet(sheet.title)
        for line in sheet.iter_rows(values_only=True):
            copy.append(line)
    assert len(read(saved(plain), some()).answers) == 1
