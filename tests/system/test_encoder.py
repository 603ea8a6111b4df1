"""With the encoder the rules name, a migration gives the same bytes however it is run; or says why not."""

import os
import shutil
from pathlib import Path

import pytest

from tests.support.program import SAMPLES, Program, workspace

ENCODER = "minilm-int8"
HIDE = """
import importlib.util

there = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if "minilm" in name else there(name, *rest)
"""


def of_four_documents(place: Path) -> Program:
    chosen = sorted(SAMPLES.rglob("*.docx"), key=lambda path: path.stat().st_size)[:4]
    return workspace(place, *chosen, encoder=ENCODER)


@pytest.fixture
def program(tmp_path):
    return of_four_documents(tmp_path / "leeds")


@pytest.fixture
def encoded(made_once, tmp_path):
    """It, migrated."""
    made = made_once("encoded", lambda at: of_four_documents(at).well("migrate", "--direct"))
    return Program(shutil.copytree(made, tmp_path / "leeds"))


def files_of(program):
    return {path for path in program.root.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_one_worker_or_two_and_kept_vectors_or_fresh_ones_give_the_same_bytes(encoded):
    first = encoded.manifest()
    assert list((encoded.root / ".fingerpost" / "vectors").glob("vectors-*.db"))
    encoded.well("migrate", "--direct", "--fresh", "--runner", "processes", "--workers", "2")
    assert encoded.manifest() == first
    for kept in (encoded.root / ".fingerpost" / "vectors").iterdir():
        kept.unlink()
    encoded.well("migrate", "--direct", "--fresh")
    assert encoded.manifest() == first


@pytest.mark.slow
def test_a_statement_says_which_example_it_is_like(encoded):
    waiting = next(row for row in encoded.rows("reports/items.csv") if row["status"] == "review")
    votes = encoded.asked("explain", waiting["id"], "--all")["suggestions"]
    learned = [vote["evidence"] for vote in votes if vote["evidence"]["matcher"] == "learned"]
    assert any("rules/exemplars/" in evidence["rule"] for evidence in learned)


def test_an_encoder_nobody_knows_stops_the_run_before_anything_is_written(program):
    mark = program.root / "rules" / "workspace.yaml"
    mark.write_text(mark.read_text().replace(ENCODER, "nonesuch"))
    before = files_of(program)
    done = program.run("migrate", "--direct")
    assert done.returncode == 2
    assert "No encoder is called 'nonesuch'" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path for path in files_of(program) - before if ".fingerpost" not in path.parts} == set()


def test_an_encoder_that_is_not_installed_is_named_with_the_line_that_installs_it(
    program, tmp_path
):
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(HIDE)
    before = files_of(program)
    done = program.started("migrate", "--direct", env={**os.environ, "PYTHONPATH": str(hidden)})
    assert done.returncode == 2
    assert "pip install" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path for path in files_of(program) - before if ".fingerpost" not in path.parts} == set()
