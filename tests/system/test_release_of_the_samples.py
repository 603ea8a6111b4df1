"""A release of the samples, after something was withdrawn, held to the standards it names and to its own word."""

import json
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from jsonschema import Draft202012Validator
from rdflib import RDF, SKOS, Graph

from tests.publishing.sites import addresses, within
from tests.support.program import Program

pytestmark = pytest.mark.slow

CURATED = "data/curated"


@pytest.fixture(scope="module")
def published(migrated, tmp_path_factory) -> Program:
    """The second release of the samples, without the largest document of the first, and its site."""
    root = tmp_path_factory.mktemp("standards") / "leeds"
    shutil.copytree(migrated.root, root)
    program = Program(root)
    program.well("load", "--direct")
    by_size = sorted((root / "data/raw").rglob("*.docx"), key=lambda path: path.stat().st_size)
    by_size[-1].unlink()
    program.well("migrate", "--direct")
    program.well("load", "--direct", "--signed-off-by", "Ann Example")
    program.well("publish")
    return program


@pytest.fixture
def offline(monkeypatch):
    """Make any look at a network an error."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def ever(program: Program, table: str) -> set[str]:
    """Return every id that any release held."""
    with sqlite3.connect(program.root / CURATED / "directory.db") as database:
        found = {one for (one,) in database.execute(f"SELECT id FROM {table}")}
    database.close()
    return found


def pages(program: Program) -> Iterator[tuple[str, bytes]]:
    site = program.root / "site"
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_bytes()


def graph_of(page: bytes) -> Graph:
    block = BeautifulSoup(page, "lxml").find("script", type="application/ld+json")
    return Graph().parse(data=str(block.string), format="json-ld")


def test_the_data_package_is_valid_by_its_own_program(published):
    command = [sys.executable, "-m", "frictionless", "validate", "datapackage.json"]
    done = subprocess.run(
        command, cwd=published.root / CURATED, check=False, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stdout


def test_the_json_keeps_to_its_schema(published):
    folder = published.root / CURATED
    schema = json.loads((folder / "strategies.schema.json").read_text("utf-8"))
    listed = json.loads((folder / "strategies.json").read_text("utf-8"))

    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(listed)) == []
    assert len(listed) > 100


def test_no_category_is_an_orphan(published, offline):
    graph = Graph().parse(published.root / CURATED / "taxonomy.ttl")
    categories = set(graph.subjects(RDF.type, SKOS.Concept))
    tops = set(graph.subjects(SKOS.topConceptOf))

    assert len(categories) > 40
    assert [one for one in categories if not set(graph.objects(one, SKOS.inScheme))] == []
    assert [
        one for one in categories if tops.isdisjoint(graph.transitive_objects(one, SKOS.broader))
    ] == []


def test_the_linked_data_of_every_statement_is_read_without_a_network(published, offline):
    told = {}
    for row in published.rows(f"{CURATED}/strategies.csv"):
        page = (published.root / f"site/statements/{row['id']}.html").read_bytes()
        told[row["text"]] = {str(value) for value in graph_of(page).objects()}

    assert len(told) > 100
    assert [text for text, values in told.items() if text not in values] == []


def test_no_row_of_the_directory_leads_nowhere(published):
    with sqlite3.connect(published.root / CURATED / "directory.db") as database:
        astray = database.execute("PRAGMA foreign_key_check").fetchall()
        sound = database.execute("PRAGMA integrity_check").fetchall()
    database.close()

    assert (astray, sound) == ([], [("ok",)])


def test_every_link_within_the_site_leads_to_a_file_and_a_place_in_it(published):
    built = dict(pages(published))
    site = published.root / "site"
    nowhere = [
        (path, target)
        for path, content in built.items()
        for target in within(path, content)
        if not (site / target).exists()
    ]
    places = [(path, place) for path, content in built.items() for place in unnamed(content)]

    assert len(built) > 200
    assert nowhere == []
    assert places == []


def unnamed(content: bytes) -> list[str]:
    """Return the places within a page that its own links lead to and that are not there."""
    wanted = {one[1:] for one in addresses(content) if one.startswith("#") and len(one) > 1}
    if not wanted:
        return []
    named = {str(tag["id"]) for tag in BeautifulSoup(content, "lxml").find_all(id=True)}
    return sorted(wanted - named)


def test_every_id_that_was_ever_published_has_a_page(published):
    site = published.root / "site"
    ids = ever(published, "strategies")
    now = {row["id"] for row in published.rows(f"{CURATED}/strategies.csv")}

    assert len(ids - now) > 10
    assert [one for one in ids if not (site / "statements" / f"{one}.html").exists()] == []
    assert [
        one
        for one in ever(published, "concepts")
        if not (site / "categories" / f"{one}.html").exists()
    ] == []


def test_what_was_withdrawn_is_on_no_page_any_more(published, migrated):
    now = {row["text"] for row in published.rows(f"{CURATED}/strategies.csv")}
    gone = {row["text"] for row in migrated.rows(f"{CURATED}/strategies.csv")} - now
    told = {path: content.decode() for path, content in pages(published)}

    assert len(gone) > 10
    assert [(text, path) for text in gone for path, page in told.items() if text in page] == []


def test_the_numbers_of_release_site_and_files_agree(published):
    count = len(published.rows(f"{CURATED}/strategies.csv"))
    listed = json.loads((published.root / "site/data/statements.json").read_text("utf-8"))
    newest = published.asked("changes")["releases"][-1]

    assert len(listed["statements"]) == count
    assert len(list(published.rows("site/data/statements.csv"))) == count
    assert (newest["number"], newest["statements"]) == (2, count)
    assert json.loads((published.root / "site/release.json").read_text("utf-8"))["number"] == 2
