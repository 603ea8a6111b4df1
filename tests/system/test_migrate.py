"""`fingerpost migrate` from outside: what it leaves, what adds up, what never changes."""

import hashlib
import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest
from fingerpost.meanings import Meanings
from fingerpost.running.processing import batches

from tests.support.program import SAMPLES, Program, workspace
from tests.support.shipped import shipped_rules

REPORTS = {
    "items.csv",
    "ledger.csv",
    "documents.csv",
    "errors.csv",
    "summary.html",
    "preview.html",
    "review.xlsx",
    "review.html",
    "proposals.html",
    "you-said.html",
}
CURATED = {
    "strategies.csv",
    "strategies.json",
    "strategy_concepts.csv",
    "resources.csv",
    "taxonomy.csv",
    "MANIFEST.sha256",
}


def test_it_leaves_every_report_and_every_curated_file(migrated: Program):
    reports = {path.name for path in (migrated.root / "reports").iterdir()}
    curated = {path.name for path in (migrated.root / "data" / "curated").iterdir()}

    assert reports >= REPORTS
    assert curated >= CURATED


def test_every_document_is_read_or_refused(migrated: Program):
    read = {row["source"] for row in migrated.rows("reports/documents.csv")}
    refused = {row["source"] for row in migrated.rows("reports/errors.csv")}
    there = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*.docx")}

    assert read | refused == there
    assert not refused


def test_the_counts_of_the_documents_are_the_counts_of_the_items(migrated: Program):
    items = migrated.rows("reports/items.csv")
    for row in migrated.rows("reports/documents.csv"):
        own = [item for item in items if item["source"] == row["source"]]
        assert len(own) == int(row["statements"])
        assert sum(item["status"] == "review" for item in own) == int(row["waiting"])
        assert sum(item["status"] == "accepted" for item in own) == int(row["accepted"])


def test_every_item_waits_for_a_reason_or_does_not_wait(migrated: Program):
    items = migrated.rows("reports/items.csv")

    assert items
    assert all(bool(item["reasons"]) == (item["status"] == "review") for item in items)
    assert len({item["id"] for item in items}) == len(items)


def test_every_item_is_named_by_its_row_of_the_account_of_words(migrated: Program):
    named = {
        name
        for row in migrated.rows("reports/ledger.csv")
        for name in row["item"].split("|")
        if name
    }

    assert named >= {item["id"] for item in migrated.rows("reports/items.csv")}


def test_only_settled_items_are_loadable(migrated: Program):
    live = {
        item["id"]
        for item in migrated.rows("reports/items.csv")
        if item["status"] in {"accepted", "approved"}
    }
    loadable = json.loads((migrated.root / "data/curated/strategies.json").read_text("utf-8"))

    assert {entry["id"] for entry in loadable} == live


def test_a_second_run_changes_no_curated_byte(fresh: Program):
    before = fresh.manifest()

    fresh.well("migrate", "--direct", "--fresh")

    assert fresh.manifest() == before


def test_the_earlier_reports_are_archived(begun: Program):
    begun.well("migrate", "--direct")

    archived = {path.name for path in (begun.root / "reports" / "archive").glob("*/*")}
    assert archived >= REPORTS


@pytest.mark.slow
@pytest.mark.parametrize("runner", ["processes", "dask"])
def test_however_it_is_run_the_bytes_are_the_same(fresh: Program, runner: str):
    before = fresh.manifest()

    done = fresh.started("migrate", "--direct", "--fresh", "--runner", runner, "--workers", "2")

    assert done.returncode == 0, done.stderr
    assert fresh.manifest() == before


@pytest.mark.slow
def test_the_order_and_the_place_of_the_files_do_not_matter(migrated: Program, tmp_path):
    elsewhere = workspace(tmp_path / "deeper" / "leeds")

    elsewhere.well("migrate", "--direct")

    assert elsewhere.manifest() == migrated.manifest()


def test_check_writes_nothing(small: Program):
    def state() -> dict[str, str]:
        return {
            path.as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in small.root.rglob("*")
            if path.is_file()
        }

    before = state()
    found = small.asked("check")

    assert state() == before
    assert found["statements"] > 0


def test_a_bad_file_is_refused_by_name_and_the_rest_go_on(small: Program):
    (small.root / "data/raw/broken.docx").write_bytes(b"PK\x03\x04 and then nothing")

    done = small.run("migrate", "--direct")

    assert done.returncode == 1
    assert "broken.docx" in done.stdout
    refused = small.rows("reports/errors.csv")
    assert [row["source"] for row in refused] == ["broken.docx"]
    assert all(refused[0].values())
    assert len(small.rows("reports/documents.csv")) == 2


def test_an_empty_folder_is_named_and_nothing_is_written(tmp_path):
    empty = workspace(tmp_path / "empty", *[])
    shutil.rmtree(empty.root / "data/raw")
    (empty.root / "data/raw").mkdir()

    done = empty.run("migrate", "--direct")

    assert done.returncode == 2
    assert "no documents found" in done.stderr
    assert "Traceback" not in done.stderr


def test_outside_a_workspace_it_says_how_to_make_one(tmp_path: Path):
    done = Program(tmp_path).run("migrate", "--direct")

    assert done.returncode == 2
    assert "fingerpost init" in done.stderr


def test_no_document_is_written_to(migrated: Program):
    for original in SAMPLES.rglob("*.docx"):
        copy = migrated.root / "data/raw" / original.relative_to(SAMPLES)
        assert copy.read_bytes() == original.read_bytes()
        assert zipfile.is_zipfile(copy)


def test_whoever_reads_only_some_documents_is_told_what_that_leaves_out(fresh: Program):
    said = fresh.well("migrate", "--direct", "data/raw/early-years")

    assert "1 document read" in said
    assert "loading now would retire" in said


def test_a_file_that_is_there_twice_is_read_under_the_name_it_was_known_by(begun: Program):
    before = begun.rows("reports/items.csv")
    original = next((begun.root / "data/raw").glob("*.docx"))
    shutil.copy(original, original.with_name("A copy of it.docx"))

    done = begun.run("migrate", "--direct")

    assert done.returncode == 1
    assert "A copy of it.docx: It is the same file" in done.stdout
    assert begun.rows("reports/items.csv") == before


def test_a_name_that_is_no_text_is_refused_and_the_rest_go_on(small: Program):
    original = next((small.root / "data/raw").glob("*.docx"))
    odd = os.fsencode(small.root / "data/raw") + b"/bad\xff.docx"
    Path(os.fsdecode(odd)).write_bytes(original.read_bytes())

    done = small.run("migrate", "--direct")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert [row["code"] for row in small.rows("reports/errors.csv")] == ["bad-name"]
    assert len(small.rows("reports/documents.csv")) == 2


def test_a_fault_nobody_foresaw_refuses_one_document_by_name(monkeypatch):
    def fail(name: str, data: bytes, **_settings):
        raise IndexError("list index out of range")

    monkeypatch.setattr(batches, "read", fail)
    raw = batches.RawDocument("odd.docx", b"odd")
    rulebook = shipped_rules()

    refusal = batches.process(raw, rulebook, Meanings(rulebook.headings)).refusal

    assert refusal is not None
    assert (refusal.source, refusal.code) == ("odd.docx", "reader-failed")
    assert "IndexError" in refusal.reason
