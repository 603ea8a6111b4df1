"""The wheel, outside any checkout: it carries its flows and rules, and does the main job."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.program import ROOT, SAMPLES

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory) -> dict[str, str]:
    """Install the wheel alone, and return the environment in which it hides the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", folder, wheel], check=True)
    return {**os.environ, "PYTHONPATH": str(folder)}


def run(installed: dict[str, str], folder: Path, *arguments: object) -> str:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "fingerpost", *map(str, arguments)],
        cwd=folder,
        env=installed,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_holds_flows_rules_templates_and_no_tests(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()

    assert "fingerpost/shipped/flows/migrate.py" in names
    assert "fingerpost/shipped/flows/load.py" in names
    assert "fingerpost/shipped/rules/taxonomy/areas_of_need.yaml" in names
    assert "fingerpost/encoding/minilm/tokenizer.json" in names
    assert any(name.endswith((".css", ".html")) for name in names)
    assert not [name for name in names if name.split("/")[0] in {"tests", "pipeline", "flows"}]


def test_it_makes_a_workspace_and_migrates_a_folder_of_documents(installed, tmp_path: Path):
    documents = tmp_path / "from the council"
    shutil.copytree(SAMPLES / "areas-of-need", documents)
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import fingerpost; print(fingerpost.__file__)"],
        env=installed,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert ROOT.as_posix() not in where

    run(installed, tmp_path, "init", "calderdale", "--council", "calderdale")
    workspace = tmp_path / "calderdale"
    run(installed, workspace, "migrate", documents)
    run(installed, workspace, "load", "--direct")

    assert (workspace / "reports/review.xlsx").exists()
    assert "Pastoral" in (workspace / "data/curated/taxonomy.csv").read_text("utf-8")
    assert (workspace / "data/curated/directory.db").exists()
    assert "council: calderdale" in (workspace / "rules/workspace.yaml").read_text("utf-8")
