"""Every page from disk and from a web server, with scripts and without, by keyboard, under attack."""

import pytest

from tests.publishing.browser.hostile import HOSTILE, MARKUP, TEXTS
from tests.publishing.browser.sites import CATEGORIES, FILLERS, KNOWN, id_of

pytestmark = pytest.mark.slow

BROKEN_WORDS = """
() => Array.from(document.querySelectorAll("table :is(th, td)")).flatMap((cell) => {
  const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (text.nextNode()) {
    for (const { 0: word, index } of text.currentNode.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(text.currentNode, index);
      range.setEnd(text.currentNode, index + word.length);
      if (range.getClientRects().length > 1) { broken.push(word); }
    }
  }
  return broken;
})
"""
LEADS_SOMEWHERE = """
() => Array.from(document.querySelectorAll("a[href], link[href], script[src]"), one => one.href || one.src)
"""


def places(page) -> set[str]:
    """Return the paths that a page leads to, without what follows them."""
    return {address.split("#")[0].split("?")[0] for address in page.evaluate(LEADS_SOMEWHERE)}


def test_no_page_asks_anything_of_others_or_breaks_its_own_policy(opened, small):
    page = opened(small("index.html"))
    for name in [one for one in small.pages if "statements/" not in one]:
        page.goto(small(name))
    # What the fixture heard of other hosts, of the policy and of errors fails the test.
    assert page.evaluate("typeof elements") == "object"


def test_on_a_phone_no_word_of_a_table_is_broken(opened, small):
    page = opened(small("about.html"), viewport={"width": 320, "height": 640})

    assert page.locator("table td").count() > 0
    assert page.evaluate(BROKEN_WORDS) == []


def test_every_link_leads_to_a_page_of_the_site(opened, small):
    page = opened(small("index.html"))
    known = {small(path.relative_to(small.folder).as_posix()) for path in small.folder.rglob("*.*")}
    for name in [
        *(one for one in small.pages if "statements/" not in one),
        f"statements/{id_of(1)}.html",
    ]:
        page.goto(small(name))
        outside = {one for one in places(page) if not one.startswith(("file:", "mailto:"))}
        assert {one for one in places(page) if one.startswith("file:")} <= known, name
        assert all(one.startswith("https://guide.example.org/") for one in outside)


def test_below_a_path_of_a_web_server_everything_works_as_from_disk(opened, served):
    page = opened(served("index.html"))
    page.get_by_role("searchbox").first.fill("radio")
    page.keyboard.press("Enter")
    page.wait_for_selector("#results li")
    page.locator("#results button").first.click()
    page.locator("#results .words a").first.click()
    page.wait_for_selector("h1.words")
    page.get_by_role("link", name="My list").click()
    page.wait_for_selector("#mine > li")
    assert page.url == served("list.html")
    assert page.input_value("#link") == served(f"list.html?list={id_of(2)}")


def test_the_lists_of_two_councils_on_one_host_are_kept_apart(opened, served):
    page = opened(served("index.html"))
    page.evaluate("mylist.set(['s-1'])")
    assert page.evaluate("Object.keys(localStorage)") == ["fingerpost/leeds/list"]


def test_without_scripts_every_statement_is_reached_from_the_home_page(opened, small):
    page = opened(small("index.html"), java_script_enabled=False)
    seen, waiting = set(), ["index.html"]
    while waiting:
        page.goto(small(waiting.pop()))
        hrefs = page.locator("main a[href]").evaluate_all("all => all.map(one => one.href)")
        for href in hrefs:
            name = href.split("#")[0].removeprefix(small("")).split("?")[0]
            if name not in seen and name.startswith(("categories/", "statements/")):
                seen.add(name)
                waiting.extend([name] if name.startswith("categories/") else [])

    everything = {f"statements/{one.id}.html" for one in (*KNOWN, *FILLERS)}
    assert everything <= seen


def test_without_scripts_every_page_can_be_read_and_offers_nothing_that_needs_one(opened, samples):
    page = opened(samples("index.html"), java_script_enabled=False)
    names = [one for one in samples.pages if "statements/" not in one]
    for name in [*names, *[one for one in samples.pages if "statements/" in one][:5]]:
        page.goto(samples(name))
        assert page.inner_text("h1"), name
        assert page.locator("button[data-id]:visible").count() == 0, name
    page.goto(samples("find.html"))
    assert not page.is_visible("#finder")
    assert "Searching needs scripts" in page.inner_text("main")


def test_without_scripts_the_search_page_links_every_category(opened, small):
    page = opened(small("find.html"), java_script_enabled=False)
    links = page.locator("main li a").evaluate_all("all => all.map(one => one.href)")

    assert {small(f"categories/{one.id}.html") for one in CATEGORIES} <= set(links)


def tab_to(page, wanted: str, key: str = "Tab") -> None:
    """Press a key until the focus is on what is wanted, and can be seen there."""
    for _ in range(120):
        page.keyboard.press(key)
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(wanted)


def test_by_keyboard_alone_one_gets_from_the_home_page_to_a_printed_list(opened, small):
    page = opened(small("index.html"), script="window.print = () => { window.printed = true; };")
    tab_to(page, "input[type=search]")
    page.keyboard.type("hearing")
    page.keyboard.press("Enter")
    page.wait_for_selector("#results li")
    tab_to(page, "#filters input[value='sensory-and-physical']")
    page.keyboard.press("Space")
    assert page.inner_text("#count") == "Showing 3 of 3 statements"
    tab_to(page, "#results button[data-id]")
    page.keyboard.press("Enter")
    tab_to(page, "#results button[data-id]")
    page.keyboard.press("Space")
    tab_to(page, "nav a[href$='list.html']", "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("#mine > li")
    tab_to(page, "[data-does=down]:not([aria-disabled])")
    page.keyboard.press("Enter")
    assert page.inner_text("#said") == "Moved to place 2 of 2."
    tab_to(page, "#print", "Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed")


@pytest.mark.parametrize(
    "name", ["index.html", "find.html", "list.html", "changed.html", "about.html"]
)
def test_hostile_words_do_nothing_on_any_page(opened, hostile, name):
    ids = ",".join(one.id for one in HOSTILE.statements)
    page = opened(hostile(f"{name}?list={ids}" if name == "list.html" else name))
    page.wait_for_timeout(100)

    assert page.locator("main img, main svg[onload], [onerror], [onmouseover]").count() == 0
    assert page.locator("a[href^='javascript:'], a[href^='data:']").count() == 0


def test_hostile_words_do_nothing_on_the_pages_of_statements_and_categories(opened, hostile):
    page = opened(hostile("index.html"))
    for name in [one for one in hostile.pages if "/" in one]:
        page.goto(hostile(name))
        assert page.locator("main img, [onload], [onerror], [onmouseover]").count() == 0, name
        assert page.locator("a[href^='javascript:'], a[href^='data:']").count() == 0, name


def test_hostile_words_are_shown_as_they_were_written(opened, hostile):
    page = opened(hostile("find.html"))
    shown = page.locator("#results .words").all_inner_texts()

    assert shown[0] == MARKUP
    assert shown[2] == TEXTS[2]
    assert len(shown) == len(TEXTS)


@pytest.mark.parametrize(
    "typed",
    [MARKUP, "__proto__", "constructor", "W" * 500, "\u202e", "((((", "\\", "%", "a" * 5000],
)
def test_whatever_is_searched_for_does_no_harm(opened, hostile, typed):
    page = opened(hostile("find.html"))
    page.fill("#q", typed)
    page.wait_for_timeout(100)
    address = page.url
    page.reload()
    assert "statement" in page.inner_text("#count")
    assert page.locator("main img").count() == 0
    assert address.startswith(hostile("find.html"))


def test_very_long_words_do_not_make_a_narrow_page_wider(opened, hostile):
    ids = ",".join(one.id for one in HOSTILE.statements)
    page = opened(hostile("find.html"), viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.goto(hostile(f"list.html?list={ids}"))
    page.click("#take-theirs")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
