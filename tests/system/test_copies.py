"""The copies of the documents that a run leaves, and the links that lead to them."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from fingerpost.neutral import restore

from tests.support.copies import solid
from tests.support.program import SAMPLES, Program

pytestmark = pytest.mark.slow

PAGES = ("preview.html", "review.html", "summary.html")


def copies_of(reports: Path) -> set[str]:
    folder = reports / "copies"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def links(page: Path) -> list[tuple[str, str]]:
    """Return where a page leads to in copies: the file and the place, of links and of data."""
    soup = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    data = soup.select_one("script#data")
    told = json.loads(data.string or "{}")["statements"] if data else []
    found = [
        *(str(tag["href"]) for tag in soup.select('a[href^="copies/"]')),
        *(one["copy"] for one in told),
    ]
    parts = (address.partition("#") for address in found)
    return [(unquote(file), unquote(place)) for file, _, place in parts]


def test_every_document_has_a_copy_in_the_folder_it_stands_in(migrated: Program):
    there = {f"{path.relative_to(SAMPLES).as_posix()}.html" for path in SAMPLES.rglob("*.docx")}
    assert copies_of(migrated.root / "reports") == there


def test_every_link_to_a_copy_leads_to_the_marked_words(migrated: Program):
    reports = migrated.root / "reports"
    pages: dict[str, BeautifulSoup] = {}
    for name in PAGES:
        found = links(reports / name)
        assert found, name
        for file, place in found:
            if file not in pages:
                text = (reports / file).read_text(encoding="utf-8")
                pages[file] = BeautifulSoup(text, "html.parser")
            if place:
                assert pages[file].find(id=place).select("mark[data-place]"), (file, place)


def test_every_item_is_marked_in_the_copy_of_its_document(migrated: Program):
    reports = migrated.root / "reports"
    whole: dict[str, str] = {}
    for row in migrated.rows("reports/items.csv"):
        if row["source"] not in whole:
            page = (reports / "copies" / f"{row['source']}.html").read_text(encoding="utf-8")
            marks = BeautifulSoup(page, "html.parser").select("mark[data-place]")
            whole[row["source"]] = solid("".join(mark.get_text() for mark in marks))
        assert solid(restore(row["source_text"])) in whole[row["source"]]


def test_the_copies_of_the_run_before_are_archived_and_new_ones_come_from_the_cache(
    begun: Program,
):
    before = copies_of(begun.root / "reports")
    assert begun.run("migrate", "--direct").returncode == 0
    (archived,) = (begun.root / "reports" / "archive").iterdir()
    assert copies_of(archived) == copies_of(begun.root / "reports") == before


def test_only_what_was_read_has_a_copy(small: Program):
    (small.root / "data" / "raw" / "bad.docx").write_bytes(b"%PDF-1.7")
    assert small.run("migrate", "--direct").returncode == 1
    assert len(copies_of(small.root / "reports")) == 2
