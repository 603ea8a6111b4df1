import pytest
from fingerpost.publishing import Site, build
from fingerpost.publishing.vocabularies import Vocabulary

from tests.support.audits import category, released, settings, statement
from tests.support.shipped import shipped_rules

pytestmark = pytest.mark.slow

COUNCIL = shipped_rules().council
PARTS = (
    statement("s-1", "Greet each child by name.", "wsu-voice", "wsu-teaching", "ts-5"),
    statement("s-2", "a clock in each room", lead_in="We provide:"),
)
MANY = tuple(statement(f"s-many{n}", f"Number {n} of many is done each day.") for n in range(120))
WEST = Vocabulary(
    id="west",
    name="Westshire",
    site="https://send.west.example.org",
    categories=(category("wsu-voice", "What families say"), category("w-own", "Own")),
)
PAGES = ("few/audit.html", "few/words.html", "many/audit.html", "many/audit/wsu-teaching-2.html")


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """A site with a short audit and another council's words, and one with a long audit."""
    folder = tmp_path_factory.mktemp("audited")
    short = Site(
        released=released(*PARTS, *MANY[:60]),
        council=COUNCIL,
        settings=settings(wsu_voice="1. Partnership"),
        beside=WEST,
    )
    long = Site(released=released(*PARTS, *MANY), council=COUNCIL, settings=settings(levels=()))
    for below, site in (("few", short), ("many", long)):
        for name, data in build(site):
            path = folder / below / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    return folder


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(browser, sites, name, width):
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    shown = browser.new_page(bypass_csp=True, viewport={"width": width, "height": 800})
    shown.goto((sites / name).as_uri())

    assert [one["id"] for one in axe.run(shown)["violations"]] == []
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    shown.close()


@pytest.mark.parametrize("name", ["few/audit.html", "many/audit/wsu-teaching.html"])
def test_on_a4_the_head_is_repeated_no_row_is_cut_and_nothing_sticks_out(browser, sites, name):
    shown = browser.new_page(viewport={"width": 1040, "height": 720})
    shown.goto((sites / name).as_uri())
    shown.emulate_media(media="print")

    def style(selector, name):
        return shown.eval_on_selector(selector, f"e => getComputedStyle(e).{name}")

    assert style("table.audit thead", "display") == "table-header-group"
    assert style("table.audit tbody tr", "breakInside") == "avoid"
    assert style(".wide", "overflowX") == "visible"
    assert shown.evaluate("document.documentElement.scrollWidth") <= 1040
    assert not shown.is_visible("nav[aria-label*='ocus areas']")
    shown.close()


def test_on_paper_there_is_room_for_the_schools_name(browser, sites):
    shown = browser.new_page()
    shown.goto((sites / "few" / "audit.html").as_uri())
    assert not shown.is_visible(".school")
    shown.emulate_media(media="print")
    assert shown.is_visible(".school")
    shown.close()


def test_on_a_phone_only_the_tables_scroll_and_by_keyboard_too(browser, sites):
    shown = browser.new_page(viewport={"width": 320, "height": 640})
    shown.goto((sites / "few" / "audit.html").as_uri())

    assert shown.eval_on_selector(".wide", "e => e.scrollWidth > e.clientWidth && e.tabIndex === 0")
    shown.close()
