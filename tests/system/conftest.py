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


@pytest.fixture(scope="session")
def short(made_once) -> Program:
    """Two short documents, migrated and loaded; tests read it and change nothing."""

    def make(at: Path) -> None:
        program = Program(shutil.copytree(made_once("begun", begin), at))
        program.well("load", "--direct")

    return Program(made_once("short", make))


@pytest.fixture
def begun(made_once, tmp_path) -> Program:
    """A workspace with two short documents that were migrated, to be changed at will."""
    return Program(shutil.copytree(made_once("begun", begin), tmp_path / "small"))


@pytest.fixture
def loaded(short, tmp_path) -> Program:
    """A copy of them, to be changed at will."""
    return Program(shutil.copytree(short.root, tmp_path / "small"))


def begin(place: Path) -> None:
    two_short_documents(place).well("migrate", "--direct")


def two_short_documents(place: Path) -> Program:
    chosen = sorted(SAMPLES.rglob("*.docx"), key=lambda path: path.stat().st_size)[:2]
    return workspace(place, *chosen)
