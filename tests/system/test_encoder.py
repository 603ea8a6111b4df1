"""With the encoder the rules name, a migration gives the same bytes however it is run; or says why not."""

import os

import pytest

from tests.support.program import SAMPLES, workspace

ENCODER = "minilm-int8"
HIDE = """
import importlib.util

there = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if "minilm" in name else there(name, *rest)
"""


@pytest.fixture
def program(tmp_path):
    chosen = sorted(SAMPLES.rglob("*.docx"), key=lambda path: path.stat().st_size)[:4]
    return workspace(tmp_path / "leeds", *chosen, encoder=ENCODER)


def files_of(program):
    return {path for path in program.root.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_one_worker_or_two_and_kept_vectors_or_fresh_ones_give_the_same_bytes(program):
    program.well("migrate", "--direct")
    first = program.manifest()
    assert list((program.root / ".fingerpost" / "vectors").glob("vectors-*.db"))
    program.well("migrate", "--direct", "--fresh", "--runner", "processes", "--workers", "2")
    assert program.manifest() == first
    for kept in (program.root / ".fingerpost" / "vectors").iterdir():
        kept.unlink()
    program.well("migrate", "--direct", "--fresh")
    assert program.manifest() == first


@pytest.mark.slow
def test_a_statement_says_which_example_it_is_like(program):
    program.well("migrate", "--direct")
    waiting = next(row for row in program.rows("reports/items.csv") if row["status"] == "review")
    votes = program.asked("explain", waiting["id"], "--all")["suggestions"]
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
    done = program.run("migrate", "--direct", env={**os.environ, "PYTHONPATH": str(hidden)})
    assert done.returncode == 2
    assert "pip install" in done.stderr
    assert "Traceback" not in done.stderr
    assert {path for path in files_of(program) - before if ".fingerpost" not in path.parts} == set()
