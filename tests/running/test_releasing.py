"""A release is loaded in a workspace; its pages, and what is said with them, are what people go by."""

import csv
import io
import json
import shutil

import pytest
from bs4 import BeautifulSoup
from fingerpost.exporting import write_curated
from fingerpost.pages import copy_path
from fingerpost.running.cataloguing.founding import found
from fingerpost.running.directory.releasing import go_back, load_release, plan_release
from fingerpost.workspace import DIRECTORY, Workspace

from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.loading.databases import by_hand


def curate(workspace, *names, text="Give one instruction at a time."):
    """Put statements in the place of those that are to be loaded."""
    write_curated(outcome_of([statement(name, text) for name in names]), workspace.curated)


@pytest.fixture(scope="module")
def loaded_once(tmp_path_factory):
    made = found(tmp_path_factory.mktemp("w") / "exton", "leeds")
    curate(made, "s-1", "s-2", "s-3")
    load_release(made, DIRECTORY, "Ann Example")
    curate(made, "s-1", "s-4")
    return made


@pytest.fixture
def workspace(loaded_once, tmp_path):
    """Give a workspace with one release of three statements, and the files of the next, of two."""
    return Workspace(shutil.copytree(loaded_once.root, tmp_path / "exton"))


def page(workspace, name):
    return BeautifulSoup((workspace.reports / name).read_text(encoding="utf-8"), "html.parser")


def words(workspace, name):
    return " ".join(page(workspace, name).get_text(" ").split())


def changed(workspace, name):
    text = (workspace.reports / name).read_text(encoding="utf-8-sig")
    return {row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))}


def build_site(workspace, number):
    (workspace.root / "site").mkdir()
    (workspace.root / "site" / "release.json").write_text(json.dumps({"number": number}))


@pytest.mark.parametrize(
    ("url", "said"),
    [
        (DIRECTORY, 'reports/plan.json --signed-off-by "Name"'),
        ("sqlite:///the other.db", "plan.json --to 'sqlite:///the other.db' --signed-off-by"),
    ],
)
def test_a_plan_says_the_command_that_loads_exactly_this(workspace, url, said):
    told = plan_release(workspace, url)

    assert any(said in note for note in told.notes)
    assert changed(workspace, "plan.csv") >= {"s-4"}


def test_a_plan_adds_up_from_what_stands_there_now(workspace):
    plan_release(workspace, DIRECTORY)

    assert "3 statements now + 1 new" in words(workspace, "plan.html")


def test_the_page_of_a_release_adds_up_from_the_one_before(workspace):
    told = load_release(workspace, DIRECTORY)

    assert told.page == "reports/release.html"
    for name in ("release.html", "releases/2.html"):
        assert "3 statements before + 1 new" in words(workspace, name)
    assert changed(workspace, "releases/2.csv") >= {"s-2", "s-3", "s-4"}


def test_where_there_is_nothing_to_load_the_page_still_tells_of_the_release_that_stands(workspace):
    by_hand(workspace.database(DIRECTORY), "UPDATE strategies SET text = 'Typed.' WHERE id = 's-2'")
    curate(workspace, "s-1", "s-4", text="Give two instructions at a time.")
    load_release(workspace, DIRECTORY)
    shutil.rmtree(workspace.reports / "releases")
    again = load_release(workspace, DIRECTORY, "Ben Example")

    assert again.report.release is None
    assert changed(workspace, "releases/2.csv") >= {"s-2", "s-3", "s-4"}
    assert "Ben Example" in words(workspace, "release.html")
    assert page(workspace, "release.html").select_one("#met")
    assert plan_release(workspace, DIRECTORY).notes == ()


def of_site(told):
    return [note for note in told.notes if note.startswith("site/")]


def test_a_site_of_another_release_is_named_however_the_release_came(workspace):
    build_site(workspace, 1)
    still = ["site/ still shows release 1; run: fingerpost publish"]

    assert of_site(load_release(workspace, DIRECTORY)) == still
    assert of_site(go_back(workspace, DIRECTORY, 1)) == still

    build = workspace.root / "site" / "release.json"
    for shown in ("[]", "{}", '{"number": "4"}', "no", '{"number": 4}'):
        build.write_text(shown)
        assert of_site(load_release(workspace, DIRECTORY)) == []


def test_a_site_that_is_still_a_draft_of_what_was_signed_off_is_named(workspace):
    curate(workspace, "s-1", "s-2", "s-3")
    build_site(workspace, 1)
    build = workspace.root / "site" / "release.json"
    build.write_text('{"number": 1, "signed_off_by": ""}')

    assert of_site(load_release(workspace, DIRECTORY, "Ann Example")) == [
        "site/ still shows release 1 as a draft; run: fingerpost publish"
    ]
    build.write_text('{"number": 1, "signed_off_by": "Ann Example"}')
    assert of_site(load_release(workspace, DIRECTORY, "Ann Example")) == []


def test_a_release_that_no_site_shows_is_to_be_published_next(workspace):
    told = load_release(workspace, DIRECTORY, "Ann Example")

    assert "No website shows it yet; run: fingerpost publish" in told.notes
    assert "The website does not show it yet." in words(workspace, "release.html")
    build_site(workspace, 2)
    load_release(workspace, DIRECTORY)
    assert "Nothing: it is loaded, checked and signed off." in words(workspace, "release.html")


def test_a_sample_stands_there_as_the_copy_of_the_document_marks_it(workspace):
    copy = workspace.reports / copy_path("areas/one.docx")
    copy.parent.mkdir(parents=True)
    marks = {"body/p[3]": "As in Word.", "body/p[4]": "Another place."}
    copy.write_text("".join(f'<mark data-place="{at}">{said}</mark>' for at, said in marks.items()))
    load_release(workspace, DIRECTORY)

    assert "As in Word." in words(workspace, "release.html")
    assert "Another place." not in words(workspace, "release.html")


def test_samples_lead_to_their_pages_of_the_built_site(workspace):
    build_site(workspace, 1)
    (workspace.root / "site" / "statements").mkdir()
    (workspace.root / "site" / "statements" / "s-1.html").write_text("s-1")
    load_release(workspace, DIRECTORY)

    for name, way in (("release.html", "../site/"), ("releases/2.html", "../../site/")):
        leads = [str(one["href"]) for one in page(workspace, name).select("article a[href]")]
        assert [one for one in leads if "site/" in one] == [f"{way}statements/s-1.html"]


def test_a_release_whose_page_cannot_be_written_is_loaded_all_the_same(workspace):
    build_site(workspace, 1)
    (workspace.reports / "releases").rename(workspace.reports / "elsewhere")
    (workspace.reports / "releases").write_text("a file where a folder belongs")

    told = load_release(workspace, DIRECTORY)

    assert (told.report.release, told.page) == (2, "")
    assert of_site(told)
    assert any(note.startswith("It is loaded. ") for note in told.notes)
