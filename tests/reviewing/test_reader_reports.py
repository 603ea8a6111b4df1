"""What readers report of the directory becomes a question to people, and their answer settles it."""

from dataclasses import replace

import openpyxl
import pytest
from fingerpost.calibrating import apply
from fingerpost.calibration import Calibration, Promise
from fingerpost.curating import arrange, fold, looked_through, settle, undo_file, undo_item
from fingerpost.decisions import Action
from fingerpost.directory import Status
from fingerpost.exporting import curated_files
from fingerpost.logbook import chain
from fingerpost.naming import part_ids
from fingerpost.reporting import summary_page, tables
from fingerpost.reporting.tables import from_csv
from fingerpost.reviewing import describe_status, status, triage
from fingerpost.suggestions import Evidence, Reason

from tests.support.outcomes import TAXONOMY, outcome, statement
from tests.support.team import MONDAY, TUESDAY, WEDNESDAY, stands, taken, typed
from tests.support.workbooks import decided, opened, saved, sent

RING, CLOCK, TEXT = "s-0123456789ab", "s-ba9876543210", "s-111111111111"
SOME = (
    statement("Ring home", one=RING),
    statement("Show the clock", one=CLOCK),
    statement("Give time", one=TEXT, reasons=[Reason.NO_LABEL]),
)
HARMFUL, OLD = "It could do harm", "It is out of date"
THURSDAY = "2026-03-05T09:00:00+00:00"


def reports(*rows):
    lines = ["Date,Statement,What,Words", *(",".join(("2026-02-27", *row)) for row in rows)]
    return "\n".join(lines).encode()


def told(log, *rows, statements=SOME, at=MONDAY, name="reports.csv"):
    """Return the log after reports came in."""
    return taken(reports(*rows), stands(statements, log), log, at, name)[0]


def by_id(made):
    return {item.id: item for item in made.items}


def queue(made):
    return {row.item.id: row for row in triage(made).queue}


def answer(log, one, *, at=TUESDAY, statements=SOME, shown=None, **cells):
    """Return the log after somebody answered the workbook that shows what stood in `shown`."""
    data = sent(stands(statements, log if shown is None else shown))
    filled = typed(data, "Queue", {one: {"Reviewer": "Ann", **cells}})
    return taken(filled, stands(statements, log), log, at, f"{at}.xlsx")[0]


def test_a_statement_that_may_do_harm_is_not_shown_until_somebody_looked():
    made = stands(SOME, told((), (RING, HARMFUL, "Children were afraid of it.")))
    item = by_id(made)[RING]
    assert (item.status, item.reasons) == (Status.REVIEW, (Reason.READER_REPORT,))
    assert RING.encode() not in curated_files(made)["strategies.csv"]
    assert queue(made)[RING].why == (
        "A reader of the directory says on 27 February 2026 that it could do harm: “Children were afraid "
        "of it.” It is not shown until you answer."
    )


def test_any_other_stays_where_it_is_while_people_are_asked():
    made = stands(SOME, told((), (RING, OLD, "We text now.")))
    item = by_id(made)[RING]
    assert (item.status, item.live) == (Status.ACCEPTED, True)
    assert RING.encode() in curated_files(made)["strategies.csv"]
    assert queue(made)[RING].why == (
        "A reader of the directory says on 27 February 2026 that it is out of date: “We text now.” It "
        "stays in the directory until you answer."
    )
    rows = {row["id"]: row for row in from_csv(tables(made)["items.csv"])}
    assert (rows[RING]["status"], rows[RING]["reasons"]) == ("accepted", "reader-report")
    assert rows[CLOCK]["reasons"] == ""


def test_what_waits_already_waits_for_the_report_too():
    made = stands(SOME, told((), (TEXT, OLD, "")))
    assert by_id(made)[TEXT].reasons == (Reason.READER_REPORT, Reason.NO_LABEL)
    assert queue(made)[TEXT].why == (
        "A reader of the directory says on 27 February 2026 that it is out of date. "
        "Also: no category found."
    )


def test_what_a_reader_reported_is_asked_about_once_and_not_skimmed():
    made = stands(SOME, told((), (RING, OLD, "")))
    assert [item.id for group in triage(made).skim for item in group.items] == [CLOCK]


def test_readers_are_heard_first():
    made = stands(SOME, told((), (CLOCK, OLD, "")))
    assert list(queue(made)) == [CLOCK, TEXT]


def test_what_was_left_out_is_not_asked_about():
    log = answer(told((), (RING, OLD, "")), RING, Decision="Reject")
    log = told(log, (RING, HARMFUL, "Still"), at=WEDNESDAY, name="more.csv")
    assert by_id(stands(SOME, log))[RING].status is Status.REJECTED
    assert RING not in queue(stands(SOME, log))


def test_what_is_said_of_a_statement_that_was_left_out_is_told_at_once():
    log = answer(told((), (RING, OLD, "")), RING, Decision="Reject")
    found = decided(reports((RING, OLD, "We still ring home.")), stands(SOME, log), log=log)
    assert found.set_aside == (
        "row 2: “Ring home” is out of the directory already, so nobody is asked about it. What was "
        "said: it is out of date. “We still ring home.”",
    )


@pytest.mark.parametrize("kind", [HARMFUL, OLD])
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"Decision": "Keep"}, (Status.APPROVED, "Ring home")),
        ({"Decision": "Change", "Wording": "Text home"}, (Status.APPROVED, "Text home")),
        ({"Decision": "Reject"}, (Status.REJECTED, "Ring home")),
    ],
)
def test_an_answer_that_knew_of_the_report_settles_it(kind, cells, expected):
    log = answer(told((), (RING, kind, "Oh")), RING, **cells)
    made = stands(SOME, log)
    item = by_id(made)[RING]
    assert (item.status, item.text) == expected
    assert (item.reasons, item.reports) == ((), ())
    assert RING not in queue(made)
    assert [report.answered for report in made.standing.reports[RING]] == [True]


@pytest.mark.parametrize(("kind", "live"), [(HARMFUL, False), (OLD, True)])
def test_an_answer_that_did_not_know_of_it_leaves_it_open(kind, live):
    unknowing = (statement("Ring home", one=RING, reasons=[Reason.NO_LABEL]), *SOME[1:])
    log = told((), (RING, kind, "Oh"), statements=unknowing)
    log = answer(log, RING, statements=unknowing, shown=(), Decision="Keep")
    made = stands(unknowing, log)
    assert by_id(made)[RING].live is live
    assert by_id(made)[RING].reasons[0] is Reason.READER_REPORT
    assert RING in queue(made)


def test_who_is_not_sure_leaves_it_open():
    log = answer(told((), (RING, HARMFUL, "Oh")), RING, Decision="Not sure")
    item = by_id(stands(SOME, log))[RING]
    assert item.status is Status.REVIEW
    assert item.reasons == (Reason.READER_REPORT, Reason.NOT_SURE)


def test_a_later_report_asks_again_and_one_said_again_does_not():
    log = answer(told((), (RING, OLD, "Oh")), RING, Decision="Keep")
    again = told(log, (RING, OLD, "Oh"), at=WEDNESDAY, name="again.csv")
    assert RING not in queue(stands(SOME, again))
    other = told(log, (RING, OLD, "Still gone"), at=WEDNESDAY, name="other.csv")
    assert "Still gone" in queue(stands(SOME, other))[RING].why
    assert "Oh" not in queue(stands(SOME, other))[RING].why


def test_a_report_is_taken_back_like_any_answer():
    log = told((), (RING, HARMFUL, "Oh"), (CLOCK, OLD, ""))
    whole = (*log, *chain(log, undo_file(log, "reports.csv", by="Cy", at=THURSDAY)))
    assert stands(SOME, whole).items == stands(SOME).items
    one = (*log, *chain(log, undo_item(log, RING, by="Cy", at=THURSDAY)))
    assert by_id(stands(SOME, one))[RING].live
    assert list(queue(stands(SOME, one))) == [CLOCK, TEXT]


def test_an_answer_that_is_taken_back_opens_the_report_again():
    log = answer(told((), (RING, HARMFUL, "Oh")), RING, Decision="Keep")
    back = (*log, *chain(log, undo_item(log, RING, by="Cy", at=THURSDAY)))
    assert by_id(stands(SOME, back))[RING].status is Status.REVIEW


def test_the_wording_that_is_published_is_what_people_are_shown():
    log = answer(told((), (RING, OLD, "")), RING, Decision="Change", Wording="Text home")
    log = told(log, (RING, HARMFUL, "Oh"), at=WEDNESDAY, name="more.csv")
    page = opened(sent(stands(SOME, log)))["Queue"]
    heads = [cell.value for cell in page[1]]
    rows = [
        dict(zip(heads, row, strict=True)) for row in page.iter_rows(min_row=2, values_only=True)
    ]
    row = next(row for row in rows if row["Ref"].startswith(RING))
    assert row["Wording"] == "Text home"
    kept = by_id(stands(SOME, answer(log, RING, at=THURSDAY, Decision="Keep")))[RING]
    assert (kept.status, kept.text) == (Status.APPROVED, "Text home")


# What people parted or joined --------------------------------------------------------------------

LINES = ("Ring home.", "Show the clock.")
BOTH = statement("Ring home. Show the clock.", one=RING, reasons=[Reason.NO_LABEL])


def arranged(log, *statements):
    standing = fold(log, TAXONOMY)
    items, replaced = arrange(settle([one.classified for one in statements], standing))
    return replace(outcome(*items, replaced=replaced), standing=standing)


def parted():
    log = answer((), RING, statements=(BOTH,), Decision="Change", Wording="\n".join(LINES))
    return log, part_ids(RING, LINES)


def about(log, one, kind, made):
    return taken(reports((one, kind, "Oh")), made, log, WEDNESDAY, "reports.csv")[0]


@pytest.mark.parametrize("which", [0, 1, None])
def test_harm_in_a_part_brings_back_the_whole(which):
    log, parts = parted()
    made = arranged(log, BOTH)
    assert [item.id for item in made.items] == list(parts)
    log = about(log, RING if which is None else parts[which], HARMFUL, made)
    back = arranged(log, BOTH)
    assert [(item.id, item.status) for item in back.items] == [(RING, Status.REVIEW)]
    assert list(queue(back)) == [RING]


@pytest.mark.parametrize(("saw", "is_asked"), [(TUESDAY, True), (WEDNESDAY, False)])
def test_an_answer_about_the_whole_settles_only_what_it_knew_was_reported_of_a_part(saw, is_asked):
    """A workbook that was out before the report comes back after it, and says nothing of it."""
    log, parts = parted()
    log = about(log, parts[0], HARMFUL, arranged(log, BOTH))
    again = [
        replace(
            line,
            last_action_date=THURSDAY,
            updated_by="Ben",
            pack="late.xlsx#1",
            previous_value=saw if line.last_action_type is Action.GIVEN else line.previous_value,
        )
        for line in log
        if line.resource_id == RING and line.last_action_type is not Action.REPORTED
    ]
    shown = arranged((*log, *chain(log, again)), BOTH).items
    assert [item.id for item in shown] == ([RING] if is_asked else list(parts))


def test_of_parts_that_stay_the_whole_is_asked_about_once():
    log, parts = parted()
    made = arranged(about(log, parts[1], OLD, arranged(log, BOTH)), BOTH)
    assert [(item.id, item.live) for item in made.items] == [(one, True) for one in parts]
    assert list(queue(made)) == [RING]
    page = opened(sent(made))["Queue"]
    heads = [cell.value for cell in page[1]]
    assert dict(zip(heads, [cell.value for cell in page[2]], strict=True))["Wording"] == (
        "\n".join(LINES)
    )


# What is told ------------------------------------------------------------------------------------


def test_the_counts_say_what_stays_meanwhile():
    made = stands(SOME, told((), (RING, OLD, ""), (CLOCK, HARMFUL, "")))
    review = triage(made)
    assert (len(review.queue), review.in_use) == (3, 1)
    lines = describe_status(status(made))
    assert lines[0] == "3 statements = 1 settled by its heading + 2 waiting."
    assert "1 of them stays in the directory meanwhile." in lines
    assert (
        "Of these, 1 statement stays in the directory until a person has answered what a reader "
        "reported." in summary_page(made, review)
    )


def test_personal_details_in_a_report_are_pointed_out_and_published_nowhere():
    def suspects(text):
        return (Evidence("names", "Kaz Example", "r"),) if "Kaz" in text else ()

    made = stands(SOME, told((), (RING, OLD, "Kaz Example said so.")))
    standing = looked_through(made.standing, suspects)
    made = replace(made, standing=standing)
    made = replace(made, items=settle([one.classified for one in SOME], standing))
    assert (
        "“Kaz Example said so.” (May hold personal details: “Kaz Example”. Leave them out of the "
        "wording.)" in queue(made)[RING].why
    )
    assert not any(b"Kaz" in content for content in curated_files(made).values())


def test_the_program_accepts_nothing_by_itself_that_a_reader_finds_harmful(monkeypatch):
    covered = Calibration(promise=Promise(threshold=0.0, drawn=1, wrong=0, risk=0.1, assurance=0.9))
    doubted = statement("Ring home", one=RING, reasons=[Reason.LOW_CONFIDENCE])
    believes = "fingerpost.calibrating.applying.score_of"
    monkeypatch.setattr(believes, lambda _: 1.0)
    for kind, expected in ((HARMFUL, Status.REVIEW), (OLD, Status.ACCEPTED)):
        made = stands((doubted,), told((), (RING, kind, ""), statements=(doubted,)))
        (item,) = apply(made.items, covered)
        assert item.status is expected
        assert item.reasons[0] is Reason.READER_REPORT


def test_one_line_of_the_log_says_what_one_row_said():
    log = told((), (RING, OLD, "We text now."))
    (line,) = log
    assert (line.resource_id, line.last_action_type, line.field_name) == (
        RING,
        Action.REPORTED,
        "out-of-date",
    )
    assert (line.replacement_value, line.previous_value) == (
        "We text now.",
        "2026-02-27T00:00:00+00:00",
    )
    assert line.source_digest == SOME[0].classified.strategy.digest


def test_a_list_of_reports_may_be_a_workbook_of_any_name():
    book = openpyxl.Workbook()
    book.active.append(("Statement", "Words"))
    book.active.append((RING, "Gone"))
    log, brought = taken(saved(book), stands(SOME), (), MONDAY, "Untitled form (1).xlsx")
    assert (len(log), brought.answers) == (1, 1)


def test_a_list_that_comes_again_is_not_told_anew_of_what_is_out_of_the_directory_since():
    first, second = (RING, HARMFUL, "Hm"), (CLOCK, OLD, "Hm")
    log = told((), first, second)
    gone = answer(log, RING, Decision="Reject", shown=log)
    now = [one for one in SOME if one.id != CLOCK]

    again = decided(reports(first, second, (TEXT, OLD, "New")), stands(now, gone), log=gone)

    assert (again.answers, again.repeated, again.set_aside) == (1, 2, ())
