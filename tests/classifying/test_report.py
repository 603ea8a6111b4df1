"""The folder that an evaluation writes: a page that needs nothing else, pictures, and figures."""

import csv
import io
import json
import re
from collections import Counter

import pytest
from fingerpost.classifying.evaluating import About, GoldRow, evaluate, write_report
from fingerpost.errors import WorkspaceError
from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet
from lxml import etree, html

from tests.classifying.rulebooks import rulebook, taxonomy
from tests.support.html import assert_sound, words

CI, SP = "communication-and-interaction", "sensory-and-physical"
ABOUT = About("Dale & District", ("gold.csv",), ("Beliefs <are> raw.",))
SVG = "{http://www.w3.org/2000/svg}"
FILES = {
    "index.html",
    "metrics.json",
    "per_concept.csv",
    "calibration.svg",
    "risk_coverage.svg",
    "confusion_area_of_need.csv",
    "confusion_need.csv",
}


def rows():
    labels = {Facet.AREA: (CI,), Facet.NEED: ("ci-receptive",)}
    return (
        GoldRow(text="Use key words.", labels=labels, strategy=True),
        GoldRow(text="Simplify language.", labels={Facet.AREA: (SP,)}, strategy=True),
        GoldRow(text="Finds it hard to spell.", strategy=False, role=Role.INDICATOR),
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("report") / "new" / "folder"
    write_report(evaluate(rows(), rulebook()), taxonomy(), ABOUT, place)
    return place


def table(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_it_holds_a_page_pictures_and_figures_and_no_facet_that_was_not_scored(folder):
    assert {path.name for path in folder.iterdir()} == FILES


def test_the_page_is_sound_and_runs_nothing(folder):
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert_sound(page)
    tree = html.fromstring(page)
    links = [one for one in tree.xpath("//@href | //@src") if not one.startswith("#")]
    assert {one for one in links if not (folder / one).is_file()} == set()
    assert tree.xpath("//script | //*[@style] | //link") == []
    assert "Dale &amp; District" in page
    assert "Beliefs &lt;are&gt; raw." in page


def test_the_page_says_labels_and_never_ids(folder):
    told = words((folder / "index.html").read_text(encoding="utf-8"))
    assert "Communication and interaction" in told
    assert CI not in told


def test_every_place_of_the_page_has_one_name(folder):
    names = html.parse(folder / "index.html").xpath("//@id")
    assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("name", ["calibration.svg", "risk_coverage.svg"])
def test_a_picture_stands_alone_and_says_its_figures_in_words(folder, name):
    picture = etree.parse(folder / name).getroot()
    named = picture.get("aria-labelledby").split()
    spoken = {one.get("id"): one.text for one in picture.iter(f"{SVG}title", f"{SVG}desc")}
    assert picture.get("role") == "img"
    assert list(spoken) == named
    assert re.search(r"area: .*\d", spoken[named[1]])
    assert not list(picture.iter(f"{SVG}script"))


def test_a_picture_writes_the_count_beside_each_point(folder):
    picture = etree.parse(folder / "calibration.svg").getroot()
    points = len(list(picture.iter(f"{SVG}circle")))
    bands = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))["facets"]
    counts = [str(band["of"]) for facet in bands for band in facet["calibration"]["bands"]]
    written = Counter(one.text for one in picture.iter(f"{SVG}text"))
    assert points == len(counts)
    assert all(written[count] >= times for count, times in Counter(counts).items())


def test_every_label_has_a_row_with_the_councils_words(folder):
    found = {row["concept"]: row for row in table(folder / "per_concept.csv")}
    assert set(found) == {CI, SP, "ci-receptive"}
    assert found[CI]["label"] == "Communication and interaction"
    assert (found[CI]["given"], found[CI]["given_right"], found[CI]["precision"]) == (
        *("2", "1"),
        "0.5000",
    )
    assert (found[SP]["wanted"], found[SP]["found"]) == ("1", "0")


def test_the_matrix_counts_every_row_once(folder):
    found = {row["wanted"]: row for row in table(folder / "confusion_area_of_need.csv")}
    assert (found[CI][CI], found[SP][CI], found[SP][SP]) == ("1", "1", "0")


def test_the_same_gold_writes_the_same_bytes(folder, tmp_path):
    write_report(evaluate(rows(), rulebook()), taxonomy(), ABOUT, tmp_path)
    assert all((tmp_path / name).read_bytes() == (folder / name).read_bytes() for name in FILES)


def test_gold_of_other_text_alone_makes_a_report_too(tmp_path):
    found = evaluate(rows()[2:], rulebook())
    write_report(found, taxonomy(), ABOUT, tmp_path)
    assert "1 text in the files is no advice" in (tmp_path / "index.html").read_text("utf-8")


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "report").write_text("mine", encoding="utf-8")
    with pytest.raises(WorkspaceError, match=r"is a file\. Name a folder"):
        write_report(evaluate(rows(), rulebook()), taxonomy(), ABOUT, tmp_path / "report")
    assert (tmp_path / "report").read_text(encoding="utf-8") == "mine"


@pytest.mark.slow
def test_axe_finds_nothing_on_the_report_and_it_fits_a_narrow_screen(browser, folder):
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    # Axe is put into the page from outside, which the page's own policy would forbid.
    page = browser.new_context(
        offline=True, bypass_csp=True, viewport={"width": 320, "height": 800}
    ).new_page()
    page.goto((folder / "index.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    found = axe.run(page)["violations"]
    assert [(one["id"], [n["html"] for n in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
