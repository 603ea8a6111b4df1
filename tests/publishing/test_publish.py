"""`fingerpost publish`: what is loaded becomes a website, by the real program in a workspace of its own."""

import json
import shutil
import sqlite3

import pytest
from fingerpost.curating import append

from tests.curating.lines import reported
from tests.publishing.sites import said, soup
from tests.reviewing.live.directories import rows, typed
from tests.support.program import SAMPLES, Program, workspace

pytestmark = pytest.mark.slow

DOCUMENT = SAMPLES / "areas-of-need" / "Cognition and Learning.docx"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """A workspace with one document, loaded and not signed off."""
    program = workspace(tmp_path_factory.mktemp("w") / "exton", DOCUMENT)
    program.well("migrate", "--direct")
    program.well("load", "--direct")
    return program


@pytest.fixture
def program(loaded, tmp_path):
    return Program(shutil.copytree(loaded.root, tmp_path / "exton"))


def directory(program: Program) -> sqlite3.Connection:
    return sqlite3.connect(program.root / "data" / "curated" / "directory.db")


def page(program: Program, name: str):
    return soup((program.root / "site" / name).read_bytes())


def test_without_a_loaded_directory_it_says_what_to_do_first(tmp_path):
    done = workspace(tmp_path / "exton", DOCUMENT).run("publish")

    assert done.returncode == 2
    assert "To begin a directory there: fingerpost load" in done.stderr
    assert not (tmp_path / "exton" / "site").exists()


def test_what_nobody_signed_off_is_a_draft_until_somebody_does(program):
    said_first = program.well("publish")
    assert "It is marked DRAFT, because nobody has signed release 1 off." in said_first
    assert "DRAFT" in said(page(program, "index.html").select_one(".draft"))

    program.well("load", "--direct", "--signed-off-by", "Grace Example")
    program.well("publish")
    shown = json.loads((program.root / "site" / "release.json").read_text())
    assert (shown["draft"], shown["signed_off_by"]) == (False, "Grace Example")
    assert not page(program, "index.html").select(".draft")

    program.well("publish", "--draft")
    assert "to be looked over" in said(page(program, "index.html").select_one(".draft"))


def test_every_statement_of_the_directory_has_its_page_and_the_same_again_the_same_bytes(program):
    program.well("publish")
    with directory(program) as database:
        ids = {row[0] for row in database.execute("select id from current_strategies")}
    pages = {path.stem for path in (program.root / "site" / "statements").glob("*.html")}
    assert ids <= pages

    def held():
        return {
            path.relative_to(program.root): path.read_bytes()
            for path in (program.root / "site").rglob("*")
            if path.is_file()
        }

    first = held()
    program.well("publish")
    assert held() == first


def test_words_put_in_by_hand_are_shown_and_those_that_may_name_somebody_left_out_and_named(
    program,
):
    words = ("Ring 07700 900123 and ask for Zebedee Quill.", "Offer a coloured overlay.")
    with directory(program) as database:
        found = database.execute("select id from current_strategies order by id limit 2")
        bad, good = (row[0] for row in found)
        for one, text in zip((bad, good), words, strict=True):
            database.execute(
                "update strategies set text = ? where id = ? and to_release is null", (text, one)
            )
    done = program.run("publish")

    assert done.returncode == 1
    assert [line.partition(".")[0] for line in done.stdout.splitlines() if "Left" in line] == [
        f"Left out: {bad}"
    ]
    site = program.root / "site"
    assert [path for path in site.rglob("*.*") if b"Zebedee" in path.read_bytes()] == []
    assert "shown no more" in said(page(program, f"statements/{bad}.html").find("main"))
    assert said(page(program, f"statements/{good}.html").h1) == words[1]


@pytest.mark.parametrize("column", ["heading_path", "child_voice_by", "lead_in", "purpose"])
def test_whatever_is_shown_of_a_statement_is_looked_through_when_typed_by_hand(program, column):
    with directory(program) as database:
        (bad,) = database.execute("select id from current_strategies limit 1").fetchone()
        database.execute(
            f"update strategies set {column} = 'Rosa Quill, Year 4' "
            "where id = ? and to_release is null",
            (bad,),
        )
    done = program.run("publish")

    assert done.returncode == 1
    assert f"Left out: {bad}." in done.stdout
    site = program.root / "site"
    assert [path for path in site.rglob("*.*") if b"Quill" in path.read_bytes()] == []


@pytest.mark.parametrize(
    ("reason", "title", "told"),
    [
        ("It helped Rosa Quill in Year 4", "Help", "Why it is trusted may identify a person (Rosa"),
        ("Tried in ten schools", "For Rosa Quill, Year 4", "Its title may identify a person (Rosa"),
    ],
)
def test_what_is_said_of_a_resource_is_not_shown_where_it_may_name_somebody(
    program, reason, title, told
):
    link = ("r-aaaaaaaaaaaa", "https://help.example.org", reason, title)
    with directory(program) as database:
        (one,) = database.execute("select id from current_strategies limit 1").fetchone()
        database.execute("insert into ids values (?, 'resource', 1)", link[:1])
        database.execute(
            "insert into resources (id, url, trusted_because, title, host, from_release) "
            "values (?, ?, ?, ?, 'help.example.org', 1)",
            link,
        )
        database.execute(
            "insert into strategy_resources (strategy_id, resource_id, place, from_release) "
            "values (?, ?, 9, 1)",
            (one, link[0]),
        )
    done = program.run("publish")

    assert done.returncode == 1
    assert told in done.stdout
    site = program.root / "site"
    assert (title if title == "Help" else "help.example.org") in said(
        page(program, f"statements/{one}.html").find("main")
    )
    assert [path for path in site.rglob("*.*") if b"Quill" in path.read_bytes()] == []


def test_words_changed_after_a_reader_said_that_they_do_harm_are_told_nowhere(program):
    """Nothing in the words themselves may say so, and "What changed" would print them anew."""
    data = (program.root / "reports" / "directory.xlsx").read_bytes()
    old = rows(data, "Statements")[0]["Wording"]
    back = typed(data, ("Statements", old, {"Wording": "Say it kindly.", "Reviewer": "Ben"}))
    (program.root / "reports" / "returned" / "back.xlsx").write_bytes(back)
    program.well("review", "apply")
    program.well("migrate", "--direct")
    program.well("load", "--direct")
    (one,) = (
        row["id"]
        for row in program.rows("data/curated/strategies.csv")
        if row["text"] == "Say it kindly."
    )

    program.well("publish", "--since", "1")
    assert old.split()[-1] in (program.root / "site" / "changed.txt").read_text()
    append(program.root / "data" / "curated" / "decisions.csv", reported(one, "harmful", "Hm"))
    program.well("publish", "--since", "1")
    site = program.root / "site"
    shown = b"".join(path.read_bytes() for path in site.rglob("*.*"))
    assert old.encode() not in shown
    assert b"Say it kindly." not in shown


def test_an_earlier_release_is_published_when_asked_for_and_changes_since_any_are_told(program):
    (program.root / "data" / "raw" / DOCUMENT.name).unlink()
    shutil.copy(
        SAMPLES / "areas-of-need" / "Communication and Interaction strategies.docx",
        program.root / "data" / "raw",
    )
    program.well("migrate", "--direct")
    program.well("load", "--direct")
    told = program.well("publish", "--since", "1")

    assert "What changed is told since release 1." in told
    assert "No longer shown" in said(page(program, "changed.html").find("main"))
    older = program.well("publish", "--release", "1")
    assert "from release 1, which is not the newest" in older
    assert json.loads((program.root / "site" / "release.json").read_text())["number"] == 1


def test_a_release_that_does_not_come_before_is_nothing_to_compare_with(program):
    done = program.run("publish", "--since", "1")

    assert done.returncode == 2
    assert "Release 1 does not come before release 1" in done.stderr
    assert not (program.root / "site").exists()


def test_a_folder_with_other_things_in_it_is_refused_in_a_sentence(program):
    (program.root / "mine").mkdir()
    (program.root / "mine" / "notes.txt").write_text("keep")
    done = program.run("publish", "--out", "mine")

    assert done.returncode == 2
    assert "holds what the program did not write there (notes.txt)" in done.stderr
    assert (program.root / "mine" / "notes.txt").read_text() == "keep"
