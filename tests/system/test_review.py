"""The round of a workbook: out to a SEND team, back into the log, honoured by the next run."""

import json
import shutil
import subprocess

import pytest

from tests.support.program import Program
from tests.support.sheets import Workbook

RETURNED = "reports/returned"


def queue(program: Program) -> list[dict[str, str]]:
    return list(Workbook(program.root / "reports/review.xlsx").rows("Queue"))


def answer_some(program: Program, count: int, decision: str = "Keep") -> list[str]:
    """Answer the first rows of the queue, return the workbook, and name the items."""
    book = Workbook(program.root / "reports/review.xlsx")
    chosen = {row["Ref"] for row in list(book.rows("Queue"))[:count]}
    book.fill(
        "Queue",
        lambda row: (
            {"Decision": decision, "Reviewer": "M. Example"} if row["Ref"] in chosen else {}
        ),
    )
    book.save(program.root / RETURNED / f"review {decision}.xlsx")
    return [ref.split()[0] for ref in sorted(chosen)]


def statuses(program: Program) -> dict[str, str]:
    return {row["id"]: row["status"] for row in program.rows("reports/items.csv")}


def log(program: Program) -> bytes:
    return (program.root / "data/curated/decisions.csv").read_bytes()


def test_an_unedited_workbook_changes_nothing(begun: Program):
    before = log(begun)
    shutil.copy(begun.root / "reports/review.xlsx", begun.root / RETURNED / "review.xlsx")

    begun.well("review", "apply")

    assert log(begun) == before


@pytest.mark.slow
def test_kept_and_rejected_statements_stand_after_the_next_run(begun: Program):
    kept = answer_some(begun, 5, "Keep")
    begun.well("review", "apply")
    begun.well("migrate", "--direct")
    rejected = answer_some(begun, 3, "Reject")
    begun.well("review", "apply")
    begun.well("migrate", "--direct")

    found = statuses(begun)
    assert {found[item] for item in kept} == {"approved"}
    assert {found[item] for item in rejected} == {"rejected"}
    loadable = json.loads((begun.root / "data/curated/strategies.json").read_text("utf-8"))
    live = {entry["id"]: entry for entry in loadable}
    assert all(live[item]["reviewed_by"] == "M. Example" for item in kept)
    assert not set(rejected) & set(live)


@pytest.mark.slow
def test_applying_the_same_file_twice_adds_nothing(begun: Program):
    answer_some(begun, 4)
    begun.well("review", "apply")
    once = log(begun)

    begun.well("review", "apply")

    assert log(begun) == once


@pytest.mark.slow
def test_one_answer_about_a_heading_settles_what_waits_for_it(begun: Program):
    before = begun.asked("review", "status")
    book = Workbook(begun.root / "reports/review.xlsx")
    first = next(iter(book.rows("Headings")))
    book.fill(
        "Headings",
        lambda row: (
            {"This means": "Not advice", "Reviewer": "M. Example"}
            if row["Ref"] == first["Ref"]
            else {}
        ),
    )
    book.save(begun.root / RETURNED / "headings.xlsx")

    begun.well("review", "apply")
    begun.well("migrate", "--direct")

    after = begun.asked("review", "status")
    assert after["waiting"] < before["waiting"]
    nearest = {row["heading_path"].split(" > ")[-1] for row in begun.rows("reports/items.csv")}
    assert first["Heading"] not in nearest


@pytest.mark.slow
def test_undo_takes_back_one_item_one_file_or_the_last_apply(begun: Program):
    before = statuses(begun)
    items = answer_some(begun, 4)
    begun.well("review", "apply")

    begun.well("review", "undo", items[0])
    begun.well("migrate", "--direct")
    assert statuses(begun)[items[0]] == before[items[0]]
    assert {statuses(begun)[item] for item in items[1:]} == {"approved"}

    begun.well("review", "undo", "--file", "review Keep.xlsx")
    begun.well("migrate", "--direct")
    assert statuses(begun) == before


@pytest.mark.slow
def test_what_was_undone_can_be_answered_again(begun: Program):
    (item,) = answer_some(begun, 1)
    begun.well("review", "apply")
    begun.well("review", "undo", "--last")
    begun.well("migrate", "--direct")
    assert statuses(begun)[item] == "review"

    again = begun.well("review", "apply")
    assert "was taken in before" in again

    answer_some(begun, 1, "Reject")
    begun.well("review", "apply")
    begun.well("migrate", "--direct")

    assert statuses(begun)[item] == "rejected"


@pytest.mark.slow
def test_a_half_filled_workbook_survives_the_next_run(begun: Program):
    book = Workbook(begun.root / "reports/review.xlsx")
    wanted = next(iter(book.rows("Queue")))["Ref"]
    book.fill("Queue", lambda row: {"Decision": "Keep"} if row["Ref"] == wanted else {})
    typed = book.save(begun.root / "reports/review.xlsx").read_bytes()

    said = begun.well("migrate", "--direct")

    assert (begun.root / "reports/review-1.xlsx").read_bytes() == typed
    assert "review-1.xlsx" in said
    again = begun.well("migrate", "--direct")
    assert (begun.root / "reports/review-1.xlsx").read_bytes() == typed
    assert "review-1.xlsx" in again

    begun.well("review", "apply", "reports/review-1.xlsx")
    begun.well("migrate", "--direct")

    assert statuses(begun)[wanted.split()[0]] == "approved"
    assert not (begun.root / "reports/review-1.xlsx").exists()


def test_a_workbook_open_in_excel_stops_the_run_before_anything_is_done(begun: Program):
    (begun.root / "reports/~$review.xlsx").write_bytes(b"someone")
    before = (begun.root / "reports/items.csv").stat().st_mtime_ns

    done = begun.run("migrate", "--direct")

    assert done.returncode == 2
    assert "close review.xlsx in Excel" in done.stderr
    assert (begun.root / "reports/items.csv").stat().st_mtime_ns == before


@pytest.mark.slow
def test_a_spoilt_workbook_is_refused_and_the_others_are_taken_in(begun: Program):
    before = statuses(begun)
    items = answer_some(begun, 2)
    book = Workbook(begun.root / "reports/review.xlsx")
    wanted = list(book.rows("Queue"))[5]["Ref"]
    book.fill("Queue", lambda row: {"Decision": "Maybe"} if row["Ref"] == wanted else {})
    book.save(begun.root / RETURNED / "spoilt.xlsx")

    done = begun.run("review", "apply")

    assert done.returncode == 1
    assert "spoilt.xlsx: refused" in done.stdout
    assert "Queue" in done.stdout
    assert "Decision" in done.stdout
    assert "Maybe" in done.stdout
    begun.well("migrate", "--direct")
    changed = {item for item, status in statuses(begun).items() if before.get(item) != status}
    assert changed == set(items)


@pytest.mark.slow
def test_a_workbook_sorted_filtered_and_saved_by_libreoffice_comes_back_right(
    fresh: Program, tmp_path
):
    book = Workbook(fresh.root / "reports/review.xlsx")
    sheet = book.book["Queue"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    refs = [row[-1] for row in rows]
    rows.sort(key=lambda row: str(row[-1]))
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column, value)
        sheet.row_dimensions[number].hidden = number % 3 == 0
    book.fill("Queue", lambda row: {"Decision": "keep "} if row["Ref"] in refs[:6] else {})
    saved = book.save(tmp_path / "sorted.xlsx")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'home').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
            "--outdir",
            str(fresh.root / RETURNED),
            str(saved),
        ],
        check=True,
        capture_output=True,
    )

    fresh.well("review", "apply")
    fresh.well("migrate", "--direct")

    found = statuses(fresh)
    assert {found[ref.split()[0]] for ref in refs[:6]} == {"approved"}
    assert sum(status == "approved" for status in found.values()) == 6


@pytest.mark.slow
def test_answers_are_taken_back_by_what_the_workbook_calls_them(begun: Program):
    before = statuses(begun)
    book = Workbook(begun.root / "reports/review.xlsx")
    asked = next(iter(book.rows("Headings")))
    group = next(row for row in book.rows("Skim") if row["Ref"].startswith("p-"))
    for sheet, ref, answer in (
        ("Headings", asked["Ref"], {"This means": "Not advice"}),
        ("Skim", group["Ref"], {"All fine": "x"}),
    ):
        book.fill(
            sheet,
            lambda row, ref=ref, answer=answer: (
                {**answer, "Reviewer": "M. Example"} if row["Ref"] == ref else {}
            ),
        )
    book.save(begun.root / RETURNED / "headings.xlsx")
    assert begun.asked("review", "apply")["files"][0]["answers"] == 2

    by_words = begun.asked("review", "undo", asked["Heading"].upper())
    by_ref = begun.asked("review", "undo", group["Ref"])

    assert (by_words["answers"], by_ref["answers"]) == (1, 1)
    begun.well("migrate", "--direct")
    assert statuses(begun) == before


def test_an_item_is_explained_by_what_the_workbook_calls_it(begun: Program):
    row = queue(begun)[0]

    said = begun.well("explain", row["Ref"])

    assert row["Wording"] in said
    assert "waits for a person" in said


@pytest.mark.slow
def test_a_run_without_its_log_is_refused_before_it_forgets_anybodys_answers(begun: Program):
    answer_some(begun, 2)
    begun.well("review", "apply")
    begun.well("migrate", "--direct")
    path = begun.root / "data/curated/decisions.csv"
    kept = path.read_bytes()

    path.unlink()
    lost = begun.run("migrate", "--direct")
    path.write_bytes(kept.replace(b"approved", b"rejected", 1))
    edited = begun.run("migrate", "--direct")

    for done in (lost, edited):
        assert done.returncode == 2
        assert "decisions.csv" in done.stderr
        assert "decisions-copies" in done.stderr
    path.write_bytes(kept)
    assert begun.run("migrate", "--direct").returncode == 0


def test_what_a_run_did_not_write_stays_in_the_folder_of_reports(begun: Program):
    (begun.root / "reports/jane").mkdir()
    mine = [begun.root / "reports/notes.docx", begun.root / "reports/jane/review.xlsx"]
    for path in mine:
        path.write_bytes(b"somebody's work")

    begun.well("migrate", "--direct")

    assert [path.read_bytes() for path in mine] == [b"somebody's work"] * 2


def test_a_workbook_open_in_libreoffice_stops_the_run_too(begun: Program):
    (begun.root / "reports/.~lock.review.xlsx#").write_text("someone", encoding="utf-8")

    done = begun.run("migrate", "--direct")

    assert done.returncode == 2
    assert "close review.xlsx" in done.stderr


def test_a_returned_file_of_another_kind_is_refused_by_name(begun: Program):
    (begun.root / RETURNED / "from bob.ods").write_bytes(b"a sheet")

    done = begun.run("review", "apply")

    assert done.returncode == 1
    assert "from bob.ods: refused" in done.stdout
    assert "It is not an Excel workbook. Open it in Excel" in done.stdout
