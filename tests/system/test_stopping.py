"""Two people read what was picked by lot and sign off: what the log says of it, here and elsewhere."""

import shutil
from pathlib import Path

import pytest

from tests.support.html import words
from tests.support.program import SAMPLES, Program, workspace
from tests.support.sheets import Workbook

AREAS = SAMPLES / "areas-of-need"
PICKED = "Picked by lot: please read this one."


@pytest.fixture
def areas(made_once, tmp_path) -> Program:
    """Two documents, enough for a part of what is accepted to speak for the rest."""
    names = ("Cognition and Learning.docx", "Communication and Interaction strategies.docx")

    def make(place: Path) -> None:
        workspace(place, *(AREAS / name for name in names)).well("migrate", "--direct")

    return Program(shutil.copytree(made_once("areas", make), tmp_path / "leeds"))


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
    areas: Program, tmp_path
):
    before = figures(areas)
    assert (before["drawn"], before["at_most"]) == (0, before["whole"])
    returned(areas, "Ann")
    returned(areas, "Ben")
    areas.well("review", "apply")
    areas.well("migrate", "--direct")

    after = figures(areas)
    assert (after["whole"], after["drawn"]) == (before["whole"], before["needed"])
    assert (after["wrong"], after["needed"]) == (0, 0)
    both = before["needed"] + 5
    agreed = f"agreed on {both} of {both}"
    summary = words((areas.root / "reports/summary.html").read_text(encoding="utf-8"))
    for said in (areas.well("review", "status"), summary):
        assert "You can stop: of " in said
        assert agreed in said
    assert "Keep it or not: Both said yes every time" in areas.well(
        "review", "status", "--agreement"
    )

    elsewhere = Program(tmp_path / "elsewhere")
    for kept in ("data/raw", "rules"):
        shutil.copytree(areas.root / kept, elsewhere.root / kept)
    (elsewhere.root / "data/curated").mkdir()
    shutil.copy(areas.root / "data/curated/decisions.csv", elsewhere.root / "data/curated")
    assert figures(elsewhere) == after


@pytest.mark.slow
def test_one_that_was_wrong_takes_more_reading_and_a_sign_off_goes_into_the_release(
    areas: Program,
):
    returned(areas, "Ann", wrong=1)
    areas.well("review", "apply")
    areas.well("migrate", "--direct")
    found = figures(areas)
    assert found["wrong"] == 1
    assert found["needed"] > 0

    book = Workbook(areas.root / "reports/review.xlsx")
    sheet = book.book["Start here"]
    (place,) = (row[0].row for row in sheet.iter_rows() if row[0].value == "Signed off by")
    sheet.cell(place, 2).value = "Cy Example"
    book.save(areas.root / "reports/returned/signed.xlsx")
    areas.well("review", "apply")
    assert "Signed off by Cy Example" in areas.well("review", "status")
    areas.well("migrate", "--direct")
    assert areas.asked("load", "--direct")["signed_off_by"] == "Cy Example"
