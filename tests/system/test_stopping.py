"""Two people read what was picked by lot and sign off: what the log says of it, here and elsewhere."""

import shutil

import pytest

from tests.support.html import words
from tests.support.program import Program
from tests.support.sheets import Workbook

PICKED = "Picked by lot: please read this one."


def returned(program: Program, name: str, wrong: int = 0) -> None:
    """Answer all that was picked by lot and five rows of the queue, and send it back."""
    book = Workbook(program.root / "reports/review.xlsx")
    picked = [row["Ref"] for row in book.rows("Skim") if PICKED in (row["Statement"] or "")]
    queue = [row["Ref"] for row in list(book.rows("Queue"))[:5]]
    book.fill(
        "Skim",
        lambda row: (
            {"Reviewer": name, "Pull out" if row["Ref"] in picked[:wrong] else "All fine": "x"}
            if row["Ref"] in picked
            else {}
        ),
    )
    decision = {"Reviewer": name, "Decision": "Keep"}
    book.fill("Queue", lambda row: decision if row["Ref"] in queue else {})
    book.save(program.root / f"reports/returned/{name}.xlsx")


def figures(program: Program) -> dict[str, int]:
    found = program.asked("review", "status")["audit"]
    return {name: found[name] for name in ("whole", "drawn", "wrong", "at_most", "needed")}


@pytest.mark.slow
def test_reading_what_was_picked_by_lot_lets_a_team_stop_and_the_log_alone_remembers(
    fresh: Program, tmp_path
):
    before = figures(fresh)
    assert (before["drawn"], before["at_most"]) == (0, before["whole"])
    returned(fresh, "Ann")
    returned(fresh, "Ben")
    fresh.well("review", "apply")
    fresh.well("migrate", "--direct")

    after = figures(fresh)
    assert (after["whole"], after["drawn"]) == (before["whole"], before["needed"])
    assert (after["wrong"], after["needed"]) == (0, 0)
    both = before["needed"] + 5
    agreed = f"agreed on {both} of {both}"
    summary = words((fresh.root / "reports/summary.html").read_text(encoding="utf-8"))
    for said in (fresh.well("review", "status"), summary):
        assert "You can stop: of " in said
        assert agreed in said
    assert "Keep it or not: Both said yes every time" in fresh.well(
        "review", "status", "--agreement"
    )

    elsewhere = Program(tmp_path / "elsewhere")
    for kept in ("data/raw", "rules"):
        shutil.copytree(fresh.root / kept, elsewhere.root / kept)
    (elsewhere.root / "data/curated").mkdir()
    shutil.copy(fresh.root / "data/curated/decisions.csv", elsewhere.root / "data/curated")
    assert figures(elsewhere) == after


@pytest.mark.slow
def test_one_that_was_wrong_takes_more_reading_and_a_sign_off_goes_into_the_release(
    fresh: Program,
):
    returned(fresh, "Ann", wrong=1)
    fresh.well("review", "apply")
    fresh.well("migrate", "--direct")
    found = figures(fresh)
    assert found["wrong"] == 1
    assert found["needed"] > 10

    book = Workbook(fresh.root / "reports/review.xlsx")
    sheet = book.book["Start here"]
    (place,) = (row[0].row for row in sheet.iter_rows() if row[0].value == "Signed off by")
    sheet.cell(place, 2).value = "Cy Example"
    book.save(fresh.root / "reports/returned/signed.xlsx")
    fresh.well("review", "apply")
    assert "Signed off by Cy Example" in fresh.well("review", "status")
    fresh.well("migrate", "--direct")
    assert fresh.asked("load", "--direct")["signed_off_by"] == "Cy Example"
