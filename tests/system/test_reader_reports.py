"""A reader's report goes the whole way: into the log, into the workbook, and out again once answered."""

import openpyxl
import pytest

from tests.support.program import SAMPLES, workspace

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def program(tmp_path_factory):
    one = next(iter(sorted(SAMPLES.rglob("Communication and Interaction*.docx"))))
    made = workspace(tmp_path_factory.mktemp("reports") / "leeds", one)
    made.well("migrate", "--direct")
    return made


def statuses(program):
    return {row["id"]: row for row in program.rows("reports/items.csv")}


def published(program):
    return {row["id"] for row in program.rows("data/curated/strategies.csv")}


def test_a_report_comes_in_is_asked_about_answered_explained_and_taken_back(program):
    first, second, *_ = (
        one for one, row in statuses(program).items() if row["status"] == "accepted"
    )
    (program.root / "reports" / "returned" / "Report this.csv").write_text(
        "Timestamp,Page,What is wrong?,Your words\n"
        f"09/03/2026 14:05:12,https://send.example/statements/{first}.html,"
        "It could do harm,It frightened somebody.\n"
        f"10/03/2026 14:05:12,https://send.example/statements/{second}.html,"
        "A link does not work,\n",
        encoding="utf-8",
    )
    assert "Report this.csv: 2 answers taken in." in program.well("review", "apply")
    assert "was taken in before" in program.well("review", "apply")
    program.well("migrate", "--direct")
    rows = statuses(program)
    assert (rows[first]["status"], rows[first]["reasons"]) == ("review", "reader-report")
    assert (rows[second]["status"], rows[second]["reasons"]) == ("accepted", "reader-report")
    assert (first in published(program), second in published(program)) == (False, True)
    assert "A reader of the directory says on 9 March 2026 that it could do harm" in (
        program.well("explain", first)
    )

    path = program.root / "reports" / "review.xlsx"
    book = openpyxl.load_workbook(path)
    queue = book["Queue"]
    columns = {cell.value: cell.column for cell in queue[1]}
    for row in range(2, queue.max_row + 1):
        if str(queue.cell(row, columns["Ref"]).value).partition(" ")[0] in (first, second):
            queue.cell(row, columns["Decision"]).value = "Keep"
            queue.cell(row, columns["Reviewer"]).value = "Ann"
    back = program.root / "reports" / "returned" / "review-ann.xlsx"
    book.save(back)
    assert "2 answers taken in" in program.well("review", "apply", back)
    program.well("migrate", "--direct")
    rows = statuses(program)
    assert [rows[one]["status"] for one in (first, second)] == ["approved", "approved"]
    assert [rows[one]["reasons"] for one in (first, second)] == ["", ""]
    assert "Somebody decided about it since." in program.well("explain", first)

    program.well("review", "undo", "--file", "review-ann.xlsx")
    program.well("review", "undo", "--file", "Report this.csv")
    program.well("migrate", "--direct")
    assert {first, second} <= published(program)
    assert statuses(program)[first]["reasons"] == ""


def test_what_is_loaded_is_exported_for_another_site(program):
    assert "nothing was loaded yet" in program.run("export", "wordpress").stderr
    program.well("load", "--direct", "--signed-off-by", "Ann")
    told = program.well("export", "wordpress")
    assert "WordPress, through WP All Import: release 1." in told
    rows = program.rows("export/wordpress/statements.csv")
    assert {row["fingerpost_id"] for row in rows} == published(program)
    assert "Nothing changed" in program.well("export", "csv", "--since", "1")
    refused = program.run("export", "wordpres")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "did you mean 'wordpress'?" in refused.stderr
