"""The review page of a whole migration: what it holds, and answers on it through the program."""

import json

import pytest

from tests.support.html import parsed
from tests.support.paper import opened
from tests.support.program import Program

pytestmark = pytest.mark.slow

MOST_BYTES = 3_000_000


def data(program: Program) -> dict:
    page = (program.root / "reports" / "review.html").read_text(encoding="utf-8")
    return json.loads(parsed(page).select_one("script#data").string)


def test_the_page_of_the_samples_is_small_enough_to_send(migrated: Program):
    assert (migrated.root / "reports" / "review.html").stat().st_size < MOST_BYTES


def test_every_statement_stands_in_a_passage_with_its_words_marked(migrated: Program):
    marked = [one["passage"].count("<mark>") for one in data(migrated)["statements"]]

    assert len(marked) > 200
    assert marked.count(0) == 0


def test_answers_from_the_page_are_taken_in_by_the_program(browser, fresh: Program):
    paper = opened(browser.new_context(offline=True), fresh.root / "reports" / "review.html")
    paper.start("Amira")
    paper.press(*"kk12kk")
    paper.go_to("Statements")
    paper.press(*"kkrnmf")
    assert paper.count().startswith("12 of ")
    returned = fresh.root / "reports" / "returned"
    for ending, button in (("json", "save-data"), ("xlsx", "save-workbook")):
        (returned / f"mine.{ending}").write_bytes(paper.saved(button))
    assert paper.faults == []

    assert "12 answers" in fresh.well("review", "apply", "mine.json")
    again = fresh.run("review", "apply", "mine.xlsx").stdout
    assert "0 answers taken in. 12 answers were known already." in again
    before = len(data(fresh)["statements"])
    fresh.well("migrate", "--direct")
    assert len(data(fresh)["statements"]) < before
