"""Workspaces to run the whole program in."""

import shutil
from pathlib import Path

import pytest

from tests.support.program import SAMPLES, Program, workspace


@pytest.fixture
def fresh(migrated, tmp_path) -> Program:
    """A copy of the migrated samples, to be changed at will."""
    shutil.copytree(migrated.root, tmp_path / "leeds")
    return Program(tmp_path / "leeds")


@pytest.fixture
def small(tmp_path) -> Program:
    """A workspace with two short documents."""
    return two_short_documents(tmp_path / "small")


@pytest.fixture
def begun(made_once, tmp_path) -> Program:
    """A workspace with two short documents that were migrated, to be changed at will."""
    made = made_once("small", lambda at: two_short_documents(at).well("migrate", "--direct"))
    return Program(shutil.copytree(made, tmp_path / "small"))


def two_short_documents(place: Path) -> Program:
    chosen = sorted(SAMPLES.rglob("*.docx"), key=lambda path: path.stat().st_size)[:2]
    return workspace(place, *chosen)
