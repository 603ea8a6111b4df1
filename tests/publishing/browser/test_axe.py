"""Searching and lists in every state that they can be in, looked over by axe."""

import pytest

from tests.publishing.browser.sites import id_of
from tests.support.axe import faults_in, looked_over

pytestmark = pytest.mark.slow

STATES = {
    "choices and results": "find.html?q=reading&tier=targeted",
    "words like those typed": "find.html?q=raido",
    "nothing found": "find.html?q=xylophone",
    "an empty list": "list.html",
    "a shared list, of which something is gone": f"list.html?list={id_of(902)},{id_of(3)},s-x",
}


def faults(page) -> list[object]:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    return faults_in(looked_over(page))


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_and_nothing_is_cut_off(opened, small, state, width):
    # Axe is put into the page from outside, which the page's own policy would forbid.
    page = opened(small(STATES[state]), bypass_csp=True, viewport={"width": width, "height": 800})
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_ones_own_list_before_and_after_a_change(opened, small, width):
    page = opened(small("list.html"), bypass_csp=True, viewport={"width": width, "height": 800})
    page.evaluate(f"mylist.set(['{id_of(1)}', '{id_of(2)}', '{id_of(6)}'])")
    assert faults(page) == []
    page.locator("#mine [data-does=remove]").first.click()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
