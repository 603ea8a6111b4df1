"""Anything edited behind the product's back is named, one sentence each."""

import subprocess

import pytest
from fingerpost.curating import append, keep_copy
from fingerpost.exporting import verify, write_curated
from fingerpost.logbook import REMEDY

from tests.curating.lines import answer
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of

REBUILD = "Run: fingerpost migrate"


@pytest.fixture
def folder(tmp_path):
    append(tmp_path / "decisions.csv", (*answer("s-1", note="fine"), *answer("s-2")))
    write_curated(outcome_of([statement()]), tmp_path)
    return tmp_path


def test_an_untouched_folder_has_nothing_to_name(folder):
    keep_copy(folder / "decisions.csv", "2025-03-03T10:00:00+00:00")
    (folder / "directory.db").write_bytes(b"x")
    (folder / "directory.db-journal").write_bytes(b"x")
    assert verify(folder) == ()


def test_the_list_is_one_that_sha256sum_checks(folder):
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "MANIFEST.sha256"],
        cwd=folder,
        check=False,
        capture_output=True,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_before_anything_was_written_there_is_nothing_to_name(tmp_path):
    assert verify(tmp_path) == ()


def test_a_changed_file_is_named(folder):
    with (folder / "resources.csv").open("a") as file:
        file.write("x")
    assert verify(folder) == (
        (
            "resources.csv: was changed by something other than this program, or writing it was "
            f"interrupted. {REBUILD}"
        ),
    )


def test_a_missing_file_is_named(folder):
    (folder / "strategies.json").unlink()
    assert verify(folder) == (f"strategies.json: is missing. {REBUILD}",)


def test_a_file_that_does_not_belong_is_named(folder):
    (folder / "old").mkdir()
    (folder / "old" / "notes.csv").write_text("x")
    assert verify(folder) == (
        (
            "old/notes.csv: does not belong into this folder, or came there by another way. "
            "Take it out."
        ),
    )


def test_a_missing_list_is_named(folder):
    (folder / "MANIFEST.sha256").unlink()
    assert verify(folder) == (
        (
            f"{folder / 'MANIFEST.sha256'}: there is no such file, so nothing was written here yet. "
            f"{REBUILD}"
        ),
    )


def test_lines_the_product_added_to_the_log_since_are_no_fault(folder):
    append(folder / "decisions.csv", answer("s-3"))
    assert verify(folder) == ()


def test_an_edited_line_of_the_log_is_named_by_file_and_line(folder):
    log = folder / "decisions.csv"
    log.write_text(log.read_text().replace("fine", "splendid"))
    assert verify(folder) == (
        (
            "decisions.csv: was changed by something other than this program. "
            "Put back the newest file from the folder decisions-copies."
        ),
        (
            "decisions.csv: the line with seq 3 (about s-1) was edited after the line with seq 4 "
            f"was written. {REMEDY}"
        ),
    )


def test_an_edit_of_the_last_line_is_seen_too(folder):
    log = folder / "decisions.csv"
    head, sep, last = log.read_text().rpartition("approved,status,review,approved")
    log.write_text(f"{head}rejected,status,review,rejected{last}")
    assert sep
    assert verify(folder) == (
        (
            "decisions.csv: was changed by something other than this program. "
            "Put back the newest file from the folder decisions-copies."
        ),
    )


def test_a_line_taken_out_of_the_log_is_named(folder):
    log = folder / "decisions.csv"
    lines = log.read_text().splitlines(keepends=True)
    log.write_text("".join(lines[:2] + lines[3:]))
    assert verify(folder)[1] == (
        "decisions.csv line 3, column seq: the number is 3 where 2 belongs, so a line was taken "
        f"out, put in or moved. {REMEDY}"
    )


def test_a_log_that_is_gone_is_named(folder):
    (folder / "decisions.csv").unlink()
    assert verify(folder) == (
        "decisions.csv: is missing. Put back the newest file from the folder decisions-copies.",
    )


def test_a_log_that_is_not_text_is_named(folder):
    (folder / "decisions.csv").write_bytes(b"caf\xe9")
    assert verify(folder)[1] == (
        "decisions.csv: is not text in UTF-8. Put back the newest file from decisions-copies."
    )


def test_files_that_cannot_be_opened_are_named(folder):
    (folder / "resources.csv").unlink()
    (folder / "resources.csv").mkdir()
    (named,) = verify(folder)
    assert named.startswith("resources.csv: cannot be read (")
    (folder / "MANIFEST.sha256").unlink()
    (folder / "MANIFEST.sha256").mkdir()
    assert verify(folder) == (f"{folder / 'MANIFEST.sha256'}: cannot be read. {REBUILD}",)
