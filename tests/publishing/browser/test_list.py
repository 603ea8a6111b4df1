"""The list that somebody gathers: kept, ordered, shared; in a real browser."""

from dataclasses import replace

import pytest
from fingerpost.publishing import build

from tests.publishing.browser.sites import GONE, KNOWN, id_of, released_of, site_of, written

pytestmark = pytest.mark.slow

REFUSED = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("refused", "SecurityError"); },
});
"""


def ids(page) -> list[str]:
    return page.locator("#mine > li").evaluate_all("all => all.map(one => one.dataset.statement)")


def kept(page, *places: int) -> None:
    """Put statements on the list of this profile, as the buttons would."""
    listed = ",".join(f'"{id_of(place)}"' for place in places)
    page.evaluate(f"mylist.set([{listed}])")


def told(page) -> str:
    return page.inner_text("#said")


@pytest.fixture
def page(opened, small):
    """The list of somebody who gathered three statements."""
    page = opened(small("list.html"))
    kept(page, 1, 2, 3)
    return page


def test_a_statement_is_added_wherever_it_stands_and_counted_on_every_page(opened, small):
    page = opened(small(f"statements/{id_of(1)}.html"))
    add = page.locator(f"article button[data-id='{id_of(1)}']")
    add.click()
    assert add.inner_text().startswith("Remove from my list")
    page.goto(small("categories/sp-hearing.html"))
    page.locator(f"button[data-id='{id_of(2)}']").click()
    page.goto(small("find.html?q=board"))
    page.locator(f"button[data-id='{id_of(3)}']").click()
    page.goto(small("index.html"))
    assert page.inner_text("[data-list-count]") == "(3)"
    page.goto(small("list.html"))
    assert ids(page) == [id_of(1), id_of(2), id_of(3)]


def test_adding_is_told_and_taken_back_by_the_same_button(opened, small):
    page = opened(small("find.html?q=board"))
    button = page.locator(f"button[data-id='{id_of(3)}']")
    button.click()
    page.get_by_role("status").filter(has_text="Added. My list has 1 statement.").wait_for(
        state="attached"
    )
    assert button.evaluate("one => document.activeElement === one")
    button.click()
    assert not page.is_visible("[data-list-count]")


def test_the_list_is_there_on_the_next_visit_and_in_another_window(page, opened, small):
    other = opened(small("list.html"), page.context)
    assert ids(other) == [id_of(1), id_of(2), id_of(3)]
    kept(other, 3)
    page.wait_for_selector("#mine > li:only-child")
    assert ids(page) == [id_of(3)]


def test_buttons_move_a_statement_and_keep_the_focus_and_say_where_it_is(page):
    page.locator("#mine > li").nth(0).get_by_role("button", name="Move down").focus()
    page.keyboard.press("Enter")
    assert ids(page) == [id_of(2), id_of(1), id_of(3)]
    assert told(page) == "Moved to place 2 of 3."
    page.keyboard.press("Enter")
    assert ids(page) == [id_of(2), id_of(3), id_of(1)]
    page.keyboard.press("Enter")
    assert ids(page) == [id_of(2), id_of(3), id_of(1)]
    assert page.evaluate("document.activeElement.getAttribute('aria-disabled')") == "true"
    page.locator("#mine > li").nth(1).get_by_role("button", name="Move up").press("Space")
    assert ids(page) == [id_of(3), id_of(2), id_of(1)]


def test_a_statement_can_be_dragged_to_another_place(page):
    grips = page.locator("#mine .grip")
    grips.nth(2).scroll_into_view_if_needed()
    start = grips.nth(2).bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    end = page.locator("#mine > li").nth(0).bounding_box()
    page.mouse.move(end["x"] + 50, end["y"] + 5, steps=5)
    page.mouse.up()

    assert ids(page) == [id_of(3), id_of(1), id_of(2)]
    assert told(page) == "Moved to place 1 of 3."


def test_a_statement_let_go_where_it_was_stays_there(page):
    start = page.locator("#mine .grip").nth(1).bounding_box()
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(start["x"] + 5, start["y"] + 9)
    page.mouse.up()

    assert ids(page) == [id_of(1), id_of(2), id_of(3)]


def test_what_was_removed_can_be_put_back(page):
    page.locator("#mine > li").nth(1).get_by_role("button", name="Remove").click()
    assert ids(page) == [id_of(1), id_of(3)]
    assert page.evaluate("document.activeElement.dataset.does") == "remove"
    page.click("#undo")
    assert ids(page) == [id_of(1), id_of(2), id_of(3)]
    page.click("#clear")
    assert ids(page) == []
    assert "Nothing is on your list yet" in page.inner_text("#empty")
    page.click("#undo")
    assert ids(page) == [id_of(1), id_of(2), id_of(3)]


def test_where_nothing_may_be_kept_the_list_lasts_for_the_visit_and_says_so(opened, small):
    page = opened(small("find.html?q=board"), script=REFUSED)
    page.locator(f"button[data-id='{id_of(3)}']").click()
    page.get_by_role("status").filter(has_text="This browser keeps nothing").wait_for(
        state="attached"
    )
    page.goto(small("list.html"))
    assert ids(page) == [id_of(3)]
    assert "as long as this window is open" in page.inner_text("#keeps-nothing")


def test_where_it_is_kept_nothing_is_said_of_it(page):
    assert not page.is_visible("#keeps-nothing")


def test_what_was_replaced_is_followed_for_good_and_what_is_gone_is_said(opened, small):
    page = opened(small("list.html"))
    kept(page, 901, 902, 2)
    page.reload()
    assert ids(page) == [id_of(1), id_of(3), id_of(2)]
    assert page.locator("#gone-says p").all_inner_texts() == [
        "1 statement was replaced by newer ones, which stand here now.",
        "1 statement is no longer part of the directory.",
    ]
    page.reload()
    assert page.locator("#gone-says p").all_inner_texts() == [
        "1 statement is no longer part of the directory."
    ]
    page.get_by_role("link", name="What became of it").click()
    page.wait_for_selector("h1")
    assert "Retired words" not in page.content()


def test_what_is_gone_is_taken_off_the_list_when_one_has_read_so(opened, small):
    page = opened(small("list.html"))
    kept(page, 902, 2)
    page.reload()
    page.get_by_role("button", name="Take them off my list").click()
    assert not page.is_visible("#gone")
    assert page.evaluate("mylist.all()") == [id_of(2)]


def test_a_shared_list_opens_for_somebody_else_and_leaves_their_own_alone(page, opened, small):
    link = page.input_value("#link")
    theirs = opened(small("list.html"))
    kept(theirs, 5)
    theirs.goto(link)
    assert ids(theirs) == [id_of(1), id_of(2), id_of(3)]
    assert "Somebody shared this list of 3 statements with you." in theirs.inner_text("#shared")
    assert theirs.locator("[data-does]").count() == 0
    assert theirs.evaluate("mylist.all()") == [id_of(5)]
    theirs.click("#keep-mine")
    assert ids(theirs) == [id_of(5)]
    assert theirs.url == small("list.html")


def test_a_shared_list_can_be_added_to_ones_own_or_take_its_place(page, opened, small):
    link = page.input_value("#link")
    theirs = opened(small("list.html"))
    kept(theirs, 3, 5)
    theirs.goto(link)
    theirs.click("#add-theirs")
    assert ids(theirs) == [id_of(3), id_of(5), id_of(1), id_of(2)]
    theirs.goto(link)
    theirs.click("#take-theirs")
    assert ids(theirs) == [id_of(1), id_of(2), id_of(3)]
    theirs.click("#undo")
    assert ids(theirs) == [id_of(3), id_of(5), id_of(1), id_of(2)]


def test_who_has_no_list_is_offered_to_keep_the_shared_one(page, opened):
    theirs = opened(page.input_value("#link"))
    assert theirs.get_by_role("button", name="Keep this as my list").is_visible()
    assert not theirs.is_visible("#add-theirs")
    assert theirs.evaluate("mylist.all()") == []
    theirs.click("#take-theirs")
    assert theirs.evaluate("mylist.all()") == [id_of(1), id_of(2), id_of(3)]


def test_ones_own_list_behind_a_link_is_ones_own_list(page):
    page.goto(page.input_value("#link"))
    assert not page.is_visible("#shared")
    assert page.locator("[data-does]").count() == 9


def test_a_link_holds_references_and_nothing_else(page, small):
    assert page.input_value("#link") == small(f"list.html?list={id_of(1)},{id_of(2)},{id_of(3)}")
    assert page.locator("textarea, input:not([type=search]):not([readonly])").count() == 0


def test_words_that_somebody_puts_into_a_link_are_not_shown(opened, small):
    page = opened(small(f"list.html?list=Sam%20Example,Sam-Example,<b>x</b>,{id_of(1)}&note=Sam"))
    assert ids(page) == [id_of(1)]
    assert "Sam" not in page.inner_text("body")
    assert "Sam" not in page.input_value("#link")
    assert "1 statement is not known to this directory" in page.inner_text("#gone-says")


def test_a_link_to_nothing_that_is_known_shows_ones_own_list(page, small):
    page.goto(small("list.html?list=s-unknown,,"))
    assert ids(page) == [id_of(1), id_of(2), id_of(3)]
    assert "not known to this directory" in page.inner_text("#gone-says")


@pytest.mark.parametrize("damage", ["{", '{"a": 1}', '[1, null, "x y", "<b>"]', '"s-1"'])
def test_what_something_else_left_in_the_browser_does_no_harm(opened, small, damage):
    page = opened(small("list.html"))
    page.evaluate(
        "text => localStorage.setItem(`fingerpost/${document.body.dataset.site}/list`, text)",
        damage,
    )
    page.reload()
    assert ids(page) == []
    kept(page, 1)
    assert ids(page) == [id_of(1)]


def test_sharing_is_offered_above_a_list_however_long_it_is(page):
    page.get_by_role("link", name="Share this list").click()

    assert page.evaluate("document.querySelector(':target').textContent") == "Share this list"
    assert ids(page) == [id_of(1), id_of(2), id_of(3)]
    assert page.input_value("#link").endswith(f"list.html?list={id_of(1)},{id_of(2)},{id_of(3)}")


def test_a_link_is_copied_with_one_button(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.click("#copy")
    page.wait_for_timeout(100)
    assert page.inner_text("#copied") == "The link is copied."
    assert page.evaluate("document.getElementById('copied').getBoundingClientRect().top > 0")
    assert page.evaluate("navigator.clipboard.readText()") == page.input_value("#link")
    kept(page, 1, 2)
    assert page.inner_text("#copied") == ""


def test_every_id_that_is_gone_leads_somewhere(opened, small):
    page = opened(small("list.html?list=" + ",".join(one.id for one in GONE)))
    assert ids(page) == [id_of(1), id_of(3)]


def test_ids_that_stand_for_each_other_are_gone_and_nothing_hangs(opened, tmp_path):
    round_about = (
        replace(GONE[0], replaced_by=(id_of(901),)),
        replace(GONE[1], replaced_by=(id_of(900),)),
    )
    place = written(build(site_of(released_of(KNOWN, gone=round_about))), tmp_path)
    page = opened(place(f"list.html?list={id_of(900)},{id_of(901)},{id_of(2)}"))
    assert ids(page) == [id_of(2)]
    assert "2 statements are no longer part" in page.inner_text("#gone-says")


def test_a_list_is_no_longer_than_a_link_can_be(opened, small):
    page = opened(small("find.html?q=board"))
    page.evaluate("mylist.set(Array.from({length: 600}, (_, number) => `s-${number}`))")
    assert page.evaluate("mylist.all().length") == 500
    page.locator(f"button[data-id='{id_of(3)}']").click()
    page.get_by_role("status").filter(has_text="A list holds 500 statements at most.").wait_for(
        state="attached"
    )
    assert page.evaluate("mylist.all().length") == 500
