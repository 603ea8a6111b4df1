"""What a built site's pages for searching and for lists show before their scripts have come."""

import pytest

from tests.publishing.browser.sites import FILLERS, KNOWN

pytestmark = pytest.mark.slow

ALL = len(KNOWN) + len(FILLERS)

BEFORE_SCRIPTS = """
document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive") { return; }
  const results = document.getElementById("results");
  window.first = {cards: [...results.children], shown: results.checkVisibility()};
  %s
});
"""
"""A page's own scripts run only after this."""

NO_SPACE_BETWEEN = "place => document.getElementById(place).innerHTML.replace(/>\\s+/g, '>').replace(/\\s+</g, '<')"


def test_without_scripts_the_first_statements_stand_on_the_search_page(opened, small):
    page = opened(small("find.html"), java_script_enabled=False)

    assert page.inner_text("#count") == f"Showing 50 of {ALL} statements"
    assert page.locator("#results .words a:visible").count() == 50
    assert page.locator("main button:visible, main input:visible").count() == 0


def test_the_first_statements_stand_before_scripts_and_stay(opened, small):
    page = opened(small("find.html"), script=BEFORE_SCRIPTS % "")

    assert page.evaluate("[window.first.shown, window.first.cards.length]") == [True, 50]
    assert page.evaluate("window.first.cards.every((one) => one.isConnected)")
    assert page.locator("#results button[data-id]:visible").count() == 50


def test_the_first_statements_are_those_that_a_search_for_nothing_shows(opened, small):
    page = opened(small("find.html"))
    first = page.evaluate(NO_SPACE_BETWEEN, "results")
    page.fill("#q", "radio")
    page.wait_for_selector("#results mark")
    page.fill("#q", "")
    page.wait_for_selector("#results li:nth-child(50)", state="attached")

    assert page.evaluate(NO_SPACE_BETWEEN, "results") == first


def test_what_an_address_does_not_ask_for_is_never_shown(opened, small):
    page = opened(small("find.html?q=radio"), script=BEFORE_SCRIPTS % "")

    assert page.evaluate("window.first.shown") is False
    assert page.locator("#results .words:visible").count() == 1


def test_what_is_typed_before_scripts_have_come_is_searched_for(opened, small):
    typed = "document.getElementById('q').value = 'radio';"
    page = opened(small("find.html"), script=BEFORE_SCRIPTS % typed)

    assert page.inner_text("#count") == "Showing 1 of 1 statement"
    assert page.url.endswith("?q=radio")


@pytest.mark.parametrize(
    ("address", "says", "stays"),
    [
        ("list.html", "empty", True),
        (f"list.html?list={KNOWN[0].id},{KNOWN[1].id}", "coming", False),
    ],
    ids=["an empty list", "a list with statements"],
)
def test_a_list_says_how_it_is_before_the_statements_have_come(opened, small, address, says, stays):
    noted = f"""document.addEventListener("readystatechange", () => {{
      window.told ||= new MutationObserver(() => {{ window.known ??= typeof fingerpost; }})
        .observe(document.getElementById("{says}"), {{attributes: true}}) || true; }});"""
    page = opened(small(address), script=noted)

    assert page.is_visible(f"#{says}") is stays
    assert page.evaluate("window.known") == "undefined"
