"""What a whole run makes of the samples, held against what they were made to hold."""

import csv

from tests.support.program import ROOT, Program

EXPECTED = ROOT / "tests" / "samples" / "expected"


def expected() -> list[dict[str, str]]:
    rows = []
    for path in sorted(EXPECTED.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows += [{**row, "stem": path.stem} for row in csv.DictReader(file)]
    return rows


def test_no_text_that_is_no_strategy_is_accepted(migrated: Program):
    strategies = {row["text"] for row in expected() if row["role"] == "strategy"}
    accepted = [
        row["text"] for row in migrated.rows("reports/items.csv") if row["status"] == "accepted"
    ]

    assert len(accepted) > 150
    assert [text for text in accepted if text not in strategies] == []


def test_no_specialist_measure_is_accepted(migrated: Program):
    accepted = [row for row in migrated.rows("reports/items.csv") if row["status"] == "accepted"]

    assert [row["text"] for row in accepted if row["tier"] == "specialist"] == []


def test_every_strategy_of_the_samples_is_an_item_or_stands_in_a_newer_edition(migrated: Program):
    items = {row["text"] for row in migrated.rows("reports/items.csv")}
    older = {
        row["text"].strip()
        for row in migrated.rows("reports/ledger.csv")
        if row["role"] == "superseded"
    }

    missing = {row["text"] for row in expected() if row["role"] == "strategy"} - items

    assert missing <= older


def test_an_accepted_item_has_the_area_and_tier_its_headings_state(migrated: Program):
    stated = {(row["stem"], row["text"], row["heading_path"]): row for row in expected()}
    wrong = []
    for item in migrated.rows("reports/items.csv"):
        stem = item["source"].rsplit("/", 1)[-1].removesuffix(".docx")
        row = stated.get((stem, item["text"], item["heading_path"]))
        if item["status"] != "accepted" or row is None:
            continue
        area = row["area_of_need"].split("|")[0]
        if area not in {"*", item["area_of_need"].split("|")[0]}:
            wrong.append((item["text"], item["area_of_need"], area))
        if row["tier"] not in {"*", "", item["tier"]}:
            wrong.append((item["text"], item["tier"], row["tier"]))

    assert wrong == []
