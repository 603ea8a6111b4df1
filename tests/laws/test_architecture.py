"""The shape of the house: who may import whom, how long things may be, what they may be called."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "pipeline" / "fingerpost").rglob("*.py"))
FLOWS = sorted((ROOT / "flows").glob("*.py"))
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "core", "tools"}


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_length(function: ast.FunctionDef) -> int:
    has_doc = ast.get_docstring(function) is not None
    first = function.body[1] if has_doc and len(function.body) > 1 else function.body[0]
    return (function.end_lineno or 0) - first.lineno + 1


def test_imports_point_down_and_stages_do_not_know_each_other():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "path", SOURCES + FLOWS, ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_a_file_has_one_job_a_plain_name_and_says_what_goes_in_and_out(path: Path):
    assert path.stem not in VAGUE
    assert lines_of(path) <= 400
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.name)
def test_a_flow_fits_on_one_screen(path: Path):
    assert lines_of(path) <= 80


def test_functions_are_small():
    lengths = {
        f"{path.relative_to(ROOT)}:{function.name}": body_length(function)
        for path in SOURCES + FLOWS
        for function in functions(path)
    }

    ordered = sorted(lengths.values())
    assert {name: length for name, length in lengths.items() if length > 50} == {}
    assert ordered[len(ordered) // 2] <= 8
    assert ordered[len(ordered) * 9 // 10] <= 25
