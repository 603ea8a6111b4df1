"""Workspaces to run the whole program in."""

import shutil

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
    chosen = sorted(SAMPLES.rglob("*.docx"), key=lambda path: path.stat().st_size)[:2]
    return workspace(tmp_path / "small", *chosen)
