"""A council switches the graduated approach on: a stage in every file and in the workbook, and back."""

import shutil

import pytest

from tests.support.program import Program
from tests.support.sheets import Workbook

COLUMN = "graduated_approach"


@pytest.fixture
def staged(small) -> Program:
    settings = small.root / "rules" / "councils" / "leeds" / "council.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}facets: [graduated-approach]\n", encoding="utf-8")
    small.well("migrate", "--direct")
    return small


@pytest.mark.slow
def test_a_stage_goes_out_in_the_workbook_and_comes_back_into_every_file(staged):
    book = Workbook(staged.root / "reports/review.xlsx")
    header = [cell.value for cell in book.book["Queue"][1] if cell.value]
    assert header[-3:] == ["Ref", "Stage", "Also stage"]
    first, *_ = book.rows("Queue")
    answer = {
        "Decision": "Keep",
        "Area": "Whole school",
        "Stage": "Review",
        "Reviewer": "M. Example",
    }
    answer |= {"Area": first["Area"] or answer["Area"]}
    book.fill("Queue", lambda row: answer if row["Ref"] == first["Ref"] else {})
    book.save(staged.root / "reports/returned/review.xlsx")
    item = first["Ref"].split()[0]

    staged.well("review", "apply")
    staged.well("migrate", "--direct")

    rows = {row["id"]: row for row in staged.rows("reports/items.csv")}
    assert list(rows[item])[-1] == COLUMN
    assert (rows[item]["status"], rows[item][COLUMN]) == ("approved", "ga-review")
    live = {row["id"]: row for row in staged.rows("data/curated/strategies.csv")}
    assert list(live[item])[-2:] == [COLUMN, "owner"]
    assert live[item][COLUMN] == "ga-review"
    labels = staged.rows("data/curated/strategy_concepts.csv")
    assert [
        row["concept_id"] for row in labels if (row["strategy_id"], row["facet"]) == (item, COLUMN)
    ] == ["ga-review"]
    known = {row["id"] for row in staged.rows("data/curated/taxonomy.csv")}
    assert {"ga-assess", "ga-plan", "ga-do", "ga-review"} <= known
    assert "ga-review" in (staged.root / "data/curated/taxonomy.ttl").read_text(encoding="utf-8")
    staged.well("load", "--direct")


@pytest.mark.slow
def test_switched_off_again_every_file_is_as_it_was_before(begun, tmp_path):
    folders = ("reports", "data/curated")
    for folder in folders:
        shutil.copytree(begun.root / folder, tmp_path / "before" / folder)
    settings = begun.root / "rules" / "councils" / "leeds" / "council.yaml"
    before = settings.read_bytes()
    settings.write_bytes(before + b"facets: [graduated-approach]\n")
    begun.well("migrate", "--direct")
    settings.write_bytes(before)
    begun.well("migrate", "--direct")
    for name in (
        "strategies.csv",
        "strategies.json",
        "strategy_concepts.csv",
        "taxonomy.csv",
        "taxonomy.ttl",
    ):
        path = f"data/curated/{name}"
        assert (begun.root / path).read_bytes() == (tmp_path / "before" / path).read_bytes()
        assert b"ga-review" not in (begun.root / path).read_bytes()
    items = (begun.root / "reports/items.csv").read_bytes()
    assert items == (tmp_path / "before/reports/items.csv").read_bytes()
    assert b"graduated_approach" not in items
