"""The whole round of a directory looked after without Word, with the program as people run it."""

import shutil

import pytest

from tests.reviewing.live.directories import rows, typed
from tests.support.program import SAMPLES, workspace

pytestmark = pytest.mark.slow

HELP = "https://help.example.org/signals"
SIGNAL = "Agree a quiet signal with the pupil for asking for a break"
NAMING = "Ring Oliver Example on 01632 960123 before lunch"
BACK = "reports/returned/any name.xlsx"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A workspace with one short document, migrated, and what its workbook holds."""
    (document,) = sorted(SAMPLES.rglob("*.docx"), key=lambda path: path.stat().st_size)[:1]
    made = workspace(tmp_path_factory.mktemp("live") / "leeds", document)
    made.well("migrate", "--direct")
    return made


@pytest.fixture
def program(small, tmp_path):
    shutil.copytree(small.root, tmp_path / "leeds")
    return type(small)(tmp_path / "leeds")


def directory(program):
    return (program.root / "reports/directory.xlsx").read_bytes()


def edited(data):
    """Type something of each kind into a workbook; return it and the two statements it is about."""
    first, second = (row["Wording"] for row in rows(data, "Statements")[:2])
    area = rows(data, "Statements")[0]["Area"]
    back = typed(
        data,
        (
            "Statements",
            first,
            {
                "Wording": "Say it another way.",
                "Owner": "Ada Example",
                "Next review": "31/8/2031",
                "Resource 1": "Signals",
                "Reviewer": "Ben",
            },
        ),
        ("Statements", second, {"What to do": "Retire", "Reviewer": "Ben"}),
        ("Add", "", {"Statement": SIGNAL, "Area": area, "Resource": HELP, "Reviewer": "Ben"}),
        ("Add", "", {"Statement": NAMING, "Area": area, "Reviewer": "Ben"}),
        (
            "Resources",
            "",
            {
                "Title": "Signals",
                "Publisher": "Example Trust",
                "Why it is trusted": "Specialist teachers wrote it.",
                "Phase": "Key Stage 2",
                "Date checked": "3 May 2026",
                "Owner": "Dee Example",
                "Address": HELP,
                "Reviewer": "Ben",
            },
        ),
    )
    return back, first, second


def test_what_was_typed_reaches_the_directory_and_can_be_taken_back(program):
    before = program.rows("data/curated/strategies.csv")
    back, first, second = edited(directory(program))
    (program.root / BACK).write_bytes(back)

    assert "5 answers taken in" in program.well("review", "apply")
    program.well("migrate", "--direct")

    live = {row["text"]: row for row in program.rows("data/curated/strategies.csv")}
    said = live["Say it another way."]
    assert (said["owner"], said["next_review"], said["resources"]) == (
        "Ada Example",
        "2031-08-31",
        HELP,
    )
    assert first not in live
    assert second not in live
    assert (live[SIGNAL]["source"], live[SIGNAL]["reviewed_by"]) == ("", "Ben")
    (resource,) = [r for r in program.rows("data/curated/resources.csv") if r["url"] == HELP]
    assert resource["strategy_ids"] == "|".join((said["id"], live[SIGNAL]["id"]))
    assert [resource[name] for name in ("title", "publisher", "trusted_because", "phase")] == [
        "Signals",
        "Example Trust",
        "Specialist teachers wrote it.",
        "ks2",
    ]
    assert (resource["checked_on"], resource["owner"]) == ("2026-05-03", "Dee Example")
    shown = rows(directory(program), "Statements")
    assert SIGNAL in [row["Wording"] for row in shown]
    assert NAMING not in live  # it names somebody, so it waits for a person
    (waiting,) = [row for row in program.rows("reports/items.csv") if row["text"] == NAMING]
    assert (waiting["status"], waiting["reasons"].split("|")[0]) == ("review", "personal-data")

    undone = program.well("review", "undo", "--file", "any name.xlsx")
    assert SIGNAL in undone
    assert "r-" not in undone
    assert "s-" not in undone
    program.well("migrate", "--direct")
    assert program.rows("data/curated/strategies.csv") == before


def test_an_unedited_workbook_and_one_taken_in_twice_change_nothing(program):
    log = program.root / "data/curated/decisions.csv"
    before = log.read_bytes() if log.exists() else b""
    (program.root / BACK).write_bytes(directory(program))
    program.well("review", "apply")
    assert (log.read_bytes() if log.exists() else b"") == before
    (program.root / BACK).write_bytes(edited(directory(program))[0])
    program.well("review", "apply")
    once = log.read_bytes()
    program.well("review", "apply", BACK)
    assert log.read_bytes() == once


def test_a_half_filled_workbook_survives_the_next_run_until_it_is_taken_in(program):
    half = edited(directory(program))[0]
    (program.root / "reports/directory.xlsx").write_bytes(half)

    done = program.run("migrate", "--direct")

    aside = program.root / "reports/directory-1.xlsx"
    assert "directory-1.xlsx" in done.stdout + done.stderr
    assert aside.read_bytes() == half
    assert SIGNAL not in [row["Wording"] for row in rows(directory(program), "Statements")]
    program.well("review", "apply", aside)
    program.well("migrate", "--direct")
    assert not aside.exists()
    assert SIGNAL in [row["Wording"] for row in rows(directory(program), "Statements")]


def test_a_workbook_open_in_excel_stops_the_run_before_anything_is_done(program):
    (program.root / "reports/~$directory.xlsx").touch()
    done = program.run("migrate", "--direct")
    assert done.returncode == 2
    assert "close directory.xlsx in Excel, then run again" in done.stderr
