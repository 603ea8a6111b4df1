"""What readers of the directory reported is taken in from whatever form or list brought it."""

import csv
import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from fingerpost.curating import fold, undo_file
from fingerpost.decisions import Action
from fingerpost.errors import ReturnRefused
from fingerpost.logbook import chain
from fingerpost.upkeep import ReportKind
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chance import times
from tests.support.outcomes import outcome, statement
from tests.support.workbooks import decided, logged, saved

RING, CLOCK = "s-0123456789ab", "s-ba9876543210"
NOBODYS = "s-zzzzzzzzzzzz"
MADE = outcome(statement("Ring home", one=RING), statement("Show the clock", one=CLOCK))
at = datetime.fromisoformat
TUESDAY = "2026-03-02T09:00:00+00:00"


def table(*rows, delimiter=",", encoding="utf-8"):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def workbook(*rows, title="Sheet1"):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return saved(book)


def reports(data, name="responses.csv", **more):
    return decided(data, MADE, name=name, **more)


def said(found):
    assert {line.last_action_type for line in found.lines} <= {Action.REPORTED}
    return [
        (line.resource_id, line.field_name, line.replacement_value, line.updated_by)
        for line in found.lines
    ]


def days(found):
    return [line.previous_value[:10] for line in found.lines]


def test_an_export_of_microsoft_forms():
    found = reports(
        workbook(
            (
                *("Id", "Start time", "Completion time", "Email", "Name"),
                *("Which statement is it about?", "What is wrong?", "Tell us more"),
            ),
            (
                *(1, at("2026-03-09T14:01"), at("2026-03-09T14:05"), "anonymous", ""),
                *(RING, "It names somebody;It is out of date;", "It says whose mother to ring."),
            ),
            (
                *(2, at("2026-03-10T08:00"), at("2026-03-10T08:02"), "cy@school.example"),
                *("Cy Example", CLOCK, "Something else", "Which clock?\nOurs is on the hall wall."),
            ),
        ),
        "Report this(1-2).xlsx",
    )
    assert said(found) == [
        (RING, "names-somebody", "It says whose mother to ring.", ""),
        (CLOCK, "other", "Which clock? Ours is on the hall wall.", "Cy Example"),
    ]
    assert days(found) == ["2026-03-09", "2026-03-10"]
    assert (found.answers, found.set_aside) == (2, ())


def test_an_export_of_google_forms():
    page = f"https://send.example/provision/statements/{RING}.html?from=search"
    found = reports(
        table(
            ("Timestamp", "Page", "What is wrong with it?", "Your words", "Your name"),
            ("2026/03/09 2:05:12 pm GMT", page, "A link does not work", "The guide is gone.", ""),
            ("2026/03/09 2:15:12 pm GMT", page, "It is about ringing", "Texting is better.", "Di"),
        )
    )
    assert said(found) == [
        (RING, "link", "The guide is gone.", ""),
        (
            RING,
            "other",
            "What is wrong with it?: It is about ringing; Your words: Texting is better.",
            "Di",
        ),
    ]
    assert days(found) == ["2026-03-09", "2026-03-09"]


def test_an_export_of_a_form_in_wordpress():
    found = reports(
        table(
            (
                *("Your Name", "Email Address", "Message", "Statement", "Entry Id"),
                *("Entry Date", "Source Url", "User Agent", "User IP"),
            ),
            (
                *("Di", "di@school.example", "Hard to follow", f"Ref: {CLOCK}", "12"),
                *("9 March 2026 2:05 pm", "https://send.example/report", "Browser/5", "127.0.0.1"),
            ),
            encoding="utf-8-sig",
        )
    )
    assert said(found) == [
        (CLOCK, "other", f"Message: Hard to follow; Statement: Ref: {CLOCK}", "Di")
    ]
    assert days(found) == ["2026-03-09"]


def test_what_only_looks_like_a_moment_is_kept_as_words():
    found = reports(
        table(
            ("Submitted by", "When did you see it?", "Statement", "Date"),
            ("Class 4", "In the morning", RING, "2026-03-09"),
        )
    )
    assert said(found) == [
        (RING, "other", "Submitted by: Class 4; When did you see it?: In the morning", "")
    ]
    assert days(found) == ["2026-03-09"]


def test_a_list_without_headings_as_somebody_typed_it():
    found = reports(table((RING, "Nobody rings any more"), ("unclear", CLOCK)))
    assert said(found) == [
        (RING, "other", "Nobody rings any more", ""),
        (CLOCK, "unclear", "", ""),
    ]


@pytest.mark.parametrize(
    ("name", "reader"),
    [("", "Example School"), ("anonymous", "Example School"), ("Di", "Di, Example School")],
)
def test_the_school_that_a_reader_is_of_is_nothing_said_of_the_statement(name, reader):
    heads = ("Statement", "What is wrong?", "Your name", "Your school")
    found = reports(table(heads, (RING, "The link does not work", name, "Example School")))
    assert said(found) == [(RING, "link", "", reader)]


@pytest.mark.parametrize("kind", ReportKind)
def test_a_form_may_offer_our_words_for_what_is_wrong(kind):
    found = reports(table(("Statement", "What", "More"), (RING, kind.words.capitalize(), "So")))
    assert said(found) == [(RING, kind.value, "So", "")]


def test_the_worst_of_several_that_were_ticked_counts():
    ticked = "It is out of date, It could do harm"
    found = reports(table(("Statement", "What", "More"), (RING, ticked, "Oh")))
    assert said(found) == [(RING, "harmful", "Oh", "")]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (["03/04/2026 10:00:00", "14/04/2026 10:00:00"], ["2026-04-03", "2026-04-14"]),
        (["03/04/2026 10:00:00", "03/14/2026 10:00:00"], ["2026-03-04", "2026-03-14"]),
        (["3/4/26 10:00", "4/4/26 11:00"], ["2026-04-03", "2026-04-04"]),
        (["March 9, 2026 2:05 pm", ""], ["2026-03-09", ""]),
        (["2026-03-09T14:05:00Z", "2026-03-09 14:05"], ["2026-03-09", "2026-03-09"]),
        (["yesterday", "2026-03-09"], ["", "2026-03-09"]),
        (
            ["03/14/2026 10:00", "2026-03-09", "03/04/2026 9:00"],
            ["2026-03-14", "2026-03-09", "2026-03-04"],
        ),
    ],
)
def test_days_are_read_as_all_of_a_list_writes_them(told, expected):
    rows = [(one, RING, f"words {number}") for number, one in enumerate(told)]
    assert days(reports(table(("Timestamp", "Statement", "Words"), *rows))) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_text_is_read_however_it_was_saved(encoding, delimiter):
    rows = (("Statement", "Words"), (RING, f"“Ring” – at £1 a call{delimiter} really"))
    found = reports(table(*rows, delimiter=delimiter, encoding=encoding))
    words = f"“Ring” – at £1 a call{delimiter} really"
    assert said(found) == [(RING, "other", " ".join(words.split()), "")]


PLAIN = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


@given(
    st.lists(
        st.tuples(st.sampled_from([RING, CLOCK]), st.sampled_from(ReportKind), PLAIN, PLAIN),
        min_size=1,
    )
)
def test_whatever_readers_write_is_taken_in_row_by_row(told):
    rows = [(one, kind.words, f"words: {words}", f"by {name}") for one, kind, words, name in told]
    found = reports(table(("Statement", "What", "More", "Name"), *rows))
    expected = [
        (one, kind.value, words, name)
        for (one, kind, *_), (*_, words, name) in zip(told, rows, strict=True)
    ]
    assert said(found) == list(dict.fromkeys(expected))


def test_the_same_row_twice_is_one_report():
    row = ("2026-03-09", RING, "Gone")
    found = reports(table(("Date", "Statement", "Words"), row, row))
    assert len(said(found)) == 1


def test_an_export_that_grows_brings_only_what_is_new():
    heads = ("Timestamp", "Statement", "Words")
    first, second = ("2026-03-09", RING, "Gone"), ("2026-03-10", RING, "Still gone")
    before = reports(table(heads, first))
    log = logged((), before)
    after = reports(table(heads, first, second), log=log, at=TUESDAY, name="more.csv")
    assert (before.answers, after.answers, after.repeated) == (1, 1, 1)
    standing = fold(logged(log, after)).reports[RING]
    assert [report.text for report in standing] == ["Gone", "Still gone"]
    assert reports(table(heads, first), log=log, at=TUESDAY).lines == ()


ROWS = st.tuples(
    st.sampled_from(["2026-03-09", "2026-03-10"]),
    st.sampled_from([RING, CLOCK]),
    st.sampled_from(["", "Harmful"]),
    st.sampled_from(["Gone", "Old"]),
    st.sampled_from(["", "Di"]),
)
FILES = st.lists(st.lists(ROWS, min_size=1, max_size=4), min_size=1, max_size=3)


def stands(log):
    return {
        one: {(report.kind, report.text, report.reader) for report in found}
        for one, found in fold(log).reports.items()
    }


def taken_in(files, *, log=()):
    for number, name, rows in files:
        data = table(("Date", "Statement", "What", "Words", "Name"), *rows, (f"# {number}",))
        at = f"2026-03-{number + 10}T09:00:00+00:00"
        log = logged(log, reports(data, name, log=log, at=at))
    return log


@settings(max_examples=times(40))
@given(FILES, st.randoms(use_true_random=False))
def test_lists_of_reports_come_in_any_order_and_one_taken_back_leaves_the_others(files, lot):
    named = [(number, f"{number}.csv", rows) for number, rows in enumerate(files)]
    shuffled = list(named)
    lot.shuffle(shuffled)
    log = taken_in(named)
    assert stands(taken_in(shuffled)) == stands(log)
    assert taken_in(named, log=log) == log
    gone = lot.choice(named)
    lines = undo_file(log, gone[1], by="Cy", at=TUESDAY)
    left = [one for one in named if one is not gone]
    assert stands((*log, *chain(log, lines))) == stands(taken_in(left))


def test_rows_that_cannot_count_are_named_and_the_others_do():
    found = reports(
        table(
            ("Statement", "Words"),
            (RING, "Good"),
            ("", "Which one?"),
            (NOBODYS, "Old"),
            (f"{RING} {CLOCK}", ""),
            ("", f"{RING} or {CLOCK}"),
            (CLOCK, ""),
        )
    )
    assert said(found) == [(RING, "other", "Good", "")]
    assert found.set_aside == (
        (
            "row 3: it does not say which statement it is about. Put the statement's reference "
            "beside it."
        ),
        "row 5: it names several statements. Give each a row of its own.",
        "row 6: it names several statements. Give each a row of its own.",
        "row 7: it says nothing of the statement.",
        (
            f"row 4: no statement has the reference {NOBODYS} any more, or ever had. What was said: "
            "something else is wrong. “Old”"
        ),
    )


NO_REFERENCE = (
    "It is neither a workbook that was sent nor a list of what readers reported: no cell holds the "
    "reference of a statement (s- and 12 letters or digits) or a link to its page. If it is such a "
    "list, give it a column with the reference of the statement that each row is about."
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (table(("Name", "Shoe size"), ("Di", "4")), NO_REFERENCE),
        (workbook(("Name", "Shoe size"), ("Di", 4)), NO_REFERENCE),
        (
            f'Statement,Words\n{RING},"a "b" c"\n'.encode(),
            "A quotation mark in it is out of place, so that nobody can tell where a cell ends. "
            "Export it anew, or open it in Excel and save it as an Excel Workbook (.xlsx).",
        ),
        (
            f"Decision,Wording,Ref\nKeep,Ring home,{RING}\n".encode(),
            "It is text, such as a .csv file, which keeps one sheet only. Send the workbook itself "
            "(.xlsx), with all its sheets.",
        ),
    ],
)
def test_what_is_no_list_of_reports_is_refused_whole(data, message):
    with pytest.raises(ReturnRefused) as refused:
        reports(data)
    assert refused.value.problems == (message,)


def test_a_formula_in_a_report_is_words():
    found = reports(table(("Statement", "Words"), (RING, "=1+1"), (CLOCK, "'=2+2")))
    assert [words for _, _, words, _ in said(found)] == ["=1+1", "=2+2"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("words", [f"a@{'.' * 60_000}@", "<" * 60_000, "s-" * 30_000])
def test_a_report_of_any_length_is_read_before_anybody_tires(words):
    found = reports(table(("Statement", "Words"), (RING, words)))

    assert [kept for _, _, kept, _ in said(found)] == [words]


@pytest.mark.timeout(20)
def test_a_workbook_of_sheets_without_end_is_refused_before_anybody_tires():
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as package:
        package.writestr("xl/workbook.xml", "<sheet " * 200_000)

    with pytest.raises(ReturnRefused, match="It is damaged"):
        reports(book.getvalue(), "responses.xlsx")
