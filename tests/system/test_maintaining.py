"""Who maintains the directory is told what was done, what comes next and where it was done."""

import os
import shutil

import pytest
from fingerpost.curating import append
from fingerpost.decisions import Action

from tests.curating.lines import answer
from tests.support.program import SAMPLES, Program, workspace

pytestmark = pytest.mark.slow

DOCUMENT = SAMPLES / "areas-of-need" / "Cognition and Learning.docx"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> Program:
    """One document, loaded as it stands, and again without one statement."""
    program = workspace(tmp_path_factory.mktemp("maintained") / "exton", DOCUMENT)
    program.well("migrate", "--direct")
    program.well("load", "--direct")
    item = program.rows("data/curated/strategies.csv")[0]["id"]
    append(program.root / "data/curated/decisions.csv", answer(item, Action.REJECTED))
    program.well("migrate", "--direct")
    program.well("load", "--direct", "--signed-off-by", "Ada Example")
    return program


@pytest.fixture
def program(loaded: Program, tmp_path) -> Program:
    return Program(shutil.copytree(loaded.root, tmp_path / "exton"))


def test_going_back_says_so_and_that_the_next_load_brings_what_is_newer_again(program: Program):
    there = program.well("rollback", "2")
    back = program.well("rollback", "1")

    assert there.startswith("Nothing to go back to: release 2 already says all this.")
    assert "Back to release 1, as release 3." in back
    assert "The next load brings what is newer again." in back
    assert "1 statement retired." in program.well("load", "--dry-run")


def test_what_was_gone_back_to_is_signed_off_without_bringing_what_is_newer(program: Program):
    program.well("rollback", "1")
    said = 'because nobody has signed release 3 off. When somebody agrees: fingerpost rollback 1 --signed-off-by "NAME"'
    assert said in program.well("publish")
    assert said in program.well("audit")

    program.well("rollback", "1", "--signed-off-by", "Ben Example")
    assert "DRAFT" not in program.well("publish")
    assert "Release 3" in program.well("changes").splitlines()[2]


def test_a_directory_named_once_is_the_one_that_every_command_uses(program: Program, tmp_path):
    elsewhere = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    told = program.well("move", "--to", elsewhere)
    assert "FINGERPOST_DIRECTORY" in told
    here = {**os.environ, "FINGERPOST_DIRECTORY": elsewhere}

    gone_back = program.started("rollback", "1", "--signed-off-by", "Ben Example", env=here)
    listed = program.started("changes", env=here)

    assert gone_back.returncode == 0
    assert "signed off by Ben Example" in listed.stdout
    assert "Ben Example" not in program.well("changes")


def test_a_site_says_where_to_name_what_it_lacks(program: Program):
    lacks = (
        "No sitemap.xml, and 404.html looks right at the top of a web host alone: both need the "
        "site's `address` in rules/councils/leeds/site.yaml."
    )
    told = program.well("publish")
    assert lacks in told
    assert "“Report this”: it needs `report_to`" in told

    settings = program.root / "rules/councils/leeds/site.yaml"
    named = 'address: "https://send.example.org"\nreport_to: "send@example.org"\n'
    settings.write_text(named, encoding="utf-8")
    told = program.well("publish")
    assert lacks not in told
    assert "“Report this”" not in told


def test_a_site_says_which_release_to_compare_with_where_the_term_has_seen_none(program: Program):
    told = program.well("publish")
    assert "no earlier release was there when this term began. --since N compares" in told
    assert "What changed is told since release 1." in program.well("publish", "--since", "1")
