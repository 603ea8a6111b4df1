"""What one document may cost: time and memory, in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from fingerpost.meanings import Meanings
from fingerpost.running.migrating.inputs import gather
from fingerpost.running.processing import batches
from fingerpost.running.processing.batches import RawDocument, process
from fingerpost.running.processing.bounds import memory_limit
from fingerpost.workspace import Workspace

from tests.support.program import SAMPLES, workspace
from tests.support.shipped import shipped_rules

LINUX = sys.platform == "linux"
HUNGRY = """
from fingerpost.running.processing.bounds import memory_limit
with memory_limit(300 * 2**20):
    try:
        held = bytearray(600 * 2**20)
        print("held")
    except MemoryError:
        print("refused")
print(len(bytearray(600 * 2**20)) > 0)
"""
ENDLESS = """
import time
from fingerpost.running.processing.bounds import time_limit
with time_limit(1):
    time.sleep(0.01)
with time_limit(0.2):
    any(n < 0 for n in iter(int, 1))
"""


def in_a_process(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )


def test_memory_is_bounded_while_a_document_is_read_and_free_again_afterwards():
    done = in_a_process(HUNGRY)
    assert done.stdout.split() == ["refused" if LINUX else "held", "True"], done.stderr


def test_a_process_that_hangs_is_ended_without_a_word():
    done = in_a_process(ENDLESS)
    assert done.returncode not in {0, None}
    assert done.stderr == ""


def test_a_lower_limit_that_stands_already_stays():
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_DATA)
    with memory_limit(2**40), memory_limit(2**41):
        soft, _ = resource.getrlimit(resource.RLIMIT_DATA)
        assert soft in {2**40, before[0]}
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


def test_a_document_that_wants_too_much_memory_is_refused_with_a_remedy(monkeypatch):
    def hungry(*_given, **_named):
        raise MemoryError

    monkeypatch.setattr(batches, "read", hungry)
    rulebook = shipped_rules()
    result = process(RawDocument("a.docx", b"PK"), rulebook, Meanings(rulebook.headings))
    assert result.refusal is not None
    assert result.refusal.code == "reader-stopped"
    assert result.refusal.reason == (
        "Reading this document needs more memory than one document may have."
    )


def test_a_file_beyond_all_bounds_is_refused_without_being_opened(tmp_path, monkeypatch):
    small = workspace(tmp_path / "small", next(SAMPLES.rglob("*.docx")))
    with (small.root / "data" / "raw" / "film.docx").open("wb") as file:
        file.truncate(600 * 2**20)  # takes no room on the disk
    opened = []
    read_bytes = Path.read_bytes
    monkeypatch.setattr(
        Path, "read_bytes", lambda path: opened.append(path.name) or read_bytes(path)
    )
    [refusal] = gather(Workspace(small.root)).unopened
    assert (refusal.source, refusal.code) == ("film.docx", "too-large")
    assert "film.docx" not in opened


def test_what_stands_in_a_file_that_cannot_be_opened_is_not_taken_for_gone(tmp_path):
    document = next(SAMPLES.rglob("*.docx"))
    small = workspace(tmp_path / "small", document)
    small.well("migrate", "--direct")
    assert gather(Workspace(small.root)).known
    with (small.root / "data" / "raw" / document.name).open("r+b") as file:
        file.truncate(600 * 2**20)
    assert gather(Workspace(small.root)).known == ()
