import json
from dataclasses import replace

import openpyxl
import pytest
from fingerpost.errors import ReturnRefused
from fingerpost.reviewing.asking.thoughts import agreed
from fingerpost.reviewing.columns import Choice
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Facet, Taxonomy

from tests.support.outcomes import AREA, NEED, STANDARD, TAXONOMY, outcome, statement
from tests.support.workbooks import (
    columns,
    decided,
    edited,
    opened,
    read,
    saved,
    sent,
    without_sheet,
)


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


def test_a_label_that_was_retired_since_it_was_sent_counts_as_what_replaced_it():
    data = edited(sent(some()), "Queue", 2, decision="Change", standard="TS7 Manage behaviour")
    other = next(c.id for c in TAXONOMY.of(Facet.STANDARD) if c.id != "ts-7")
    retired = Taxonomy(
        tuple(
            replace(c, retired=True, replaced_by=other) if c.id == "ts-7" else c
            for c in TAXONOMY.concepts
        )
    )
    (answer,) = read(data, some(taxonomy=retired)).answers
    assert answer.edited[STANDARD] == (other,)


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


def test_copying_what_we_think_a_heading_means_is_choosing_it():
    data = sent(some())
    headings = opened(data)["Headings"]
    thought = headings.cell(2, columns(headings)["We think it means"]).value
    assert "Please answer" in thought
    (answer,) = read(edited(data, "Headings", 2, this_means=thought), some()).answers
    (chosen,) = read(
        edited(data, "Headings", 2, this_means=thought.partition("\n")[0].partition(". ")[0]),
        some(),
    ).answers
    assert answer.meaning == chosen.meaning


@pytest.mark.parametrize(
    ("copied", "answer"),
    [
        ("Hearing\nPlease answer: 1 statement waits for this.", "Hearing"),
        (
            "Universal (no single area). It also says: for all learners.\n"
            "Please answer: 33 statements wait for this.",
            "Universal (no single area)",
        ),
        (
            "Advice. The heading itself does not say so; look at the examples. "
            "Please answer: 15 statements wait for this.",
            "Advice",
        ),
        ("Advice\nUnderstood, no answer needed.", ""),
        ("Advice\nNothing waits for this. Answer only if advice is missing.", ""),
        ("Hearing", None),
        ("Hearing\nVision", None),
        ("Please answer: 1 statement waits for this.", None),
    ],
)
def test_of_a_copied_thought_the_answer_counts_and_only_where_one_was_asked(copied, answer):
    assert agreed(copied) == answer


def test_copying_a_thought_beside_which_no_answer_is_needed_answers_nothing():
    copied = "Hearing\nUnderstood, no answer needed."
    assert read(edited(sent(some()), "Headings", 2, this_means=copied), some()).answers == ()


def test_skimming_takes_a_tick_for_the_heading_and_pulls_single_statements_out():
    data = edited(sent(some()), "Skim", 2, all_fine="x")
    data = edited(data, "Skim", 4, pull_out="Pull out", note="odd")
    fine, pulled = read(data, some()).answers
    assert fine.ref.is_group
    assert (pulled.pulled, pulled.note) == (True, "odd")


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
        (b'{"fingerpost_decisions": 2, "decisions": []}', "It holds no answers"),
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


def test_rows_that_were_edited_but_not_decided_are_named_and_add_nothing():
    data = edited(sent(some()), "Queue", 2, wording="Half a thought")
    data = edited(data, "Queue", 3, note="Ask Jo")
    data = edited(data, "Headings", 2, note="It is for early years", reviewer="Ann")
    data = edited(data, "Skim", 3, note="Hm")
    found = decided(data, some())
    assert found.lines == ()
    assert found.undecided == read(data, some()).undecided
    assert found.undecided == (
        "Headings row 2 was edited but has no new answer in “This means”, so nothing is taken in. "
        "The note in row 2: “It is for early years”.",
        "Queue rows 2 and 3 were edited but have no Decision, so nothing is taken in. "
        "The note in row 3: “Ask Jo”.",
        "Skim row 3 was edited but has neither “All fine” nor “Pull out”, so nothing is taken in. "
        "The note in row 3: “Hm”.",
    )


def test_rows_that_are_decided_or_untouched_are_not_called_undecided():
    data = edited(sent(some()), "Queue", 2, decision="Keep", note="Fine", reviewer="Ann")
    data = edited(data, "Queue", 3, reviewer="Ann")
    assert decided(data, some()).undecided == ()
