"""What somebody does on the site, what is said of it, and where the focus is then."""

import pytest

pytestmark = pytest.mark.slow

TOLD = "document.querySelector('[role=status]').textContent"
AT = "document.activeElement.innerText || document.activeElement.value"


def differing(found: dict[str, object], wanted: dict[str, object]) -> list[object]:
    return [(what, found[what], wanted[what]) for what in wanted if found[what] != wanted[what]]


def test_what_goes_on_a_list_is_moved_or_removed_is_said_and_can_be_undone(shown, noted):
    page = shown("one's own list")
    found = {}
    page.focus("#mine > li:first-child [data-does=down]")
    page.keyboard.press("Enter")
    found["moved"] = page.evaluate(TOLD)
    page.focus("#mine > li:first-child [data-does=remove]")
    page.keyboard.press("Enter")
    found["removed"] = page.evaluate(TOLD)
    found["focus"] = page.evaluate(AT).split("\n")[0]
    page.click("#undo")
    found["back"] = page.locator("#mine > li").count()

    wanted = {"moved": "Moved to place 2 of 3.", "removed": "Removed. 2 statements left."}
    noted(
        "what is said of a list, with undo, and moves without dragging",
        differing(found, {**wanted, "focus": "Remove", "back": 3}),
    )


def test_a_choice_narrows_what_is_shown_says_how_far_and_leaves_the_focus_there(shown, noted):
    page = shown("search and filters")
    page.focus("#finder input")
    page.keyboard.type("corner")
    page.get_by_role("status").filter(has_text="Showing").wait_for(state="attached")
    told = page.evaluate(TOLD)
    page.focus("input[name=need][value=semh-worry]")
    page.keyboard.press("Space")
    stays = page.evaluate("document.activeElement.value") == "semh-worry"

    noted("what is said of a search", [] if told == page.inner_text("#count") else [told])
    noted("choices narrow and leave the focus where it is", [] if stays else ["focus moved"])


def test_a_search_that_finds_nothing_says_so_and_what_to_do(shown, noted):
    page = shown("search and filters")
    page.fill("#q", "xylophone")
    page.wait_for_selector("#nothing:not([hidden])")
    said = page.inner_text("#nothing")

    noted(
        "a search that finds nothing, in words",
        [] if said.startswith("Nothing has these words. Try another word") else [said],
    )


def test_a_statement_is_reached_by_category_by_search_and_by_a_list(shown, noted):
    faults = []
    for name in ("a category", "results of a search", "a shared list", "what changed"):
        page = shown(name)
        page.locator("main a[href$='statements/s-corner.html']").first.click()
        page.wait_for_selector("h1.words")
        faults += [] if page.url.endswith("statements/s-corner.html") else [name]

    noted("ways to a statement", faults)


SHIFTS = """() => new Promise((done) => { let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(sum), 200); })"""


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(
    "path",
    [
        "find.html",
        "find.html?q=quiet+corner",
        "list.html",
        "list.html?list=s-corner,s-lost",
        "categories/semh.html",
    ],
)
def test_nothing_jumps_while_a_page_gets_its_scripts(browser, folder, path, width):
    page = browser.new_page(viewport={"width": width, "height": 800})

    def late(route):
        page.wait_for_timeout(200)
        route.continue_()

    for name in ("elements.js", "directory.js"):
        page.route(f"**/{name}", late)
    page.goto(f"{(folder / 'whole').as_uri()}/{path}")

    assert page.evaluate(SHIFTS) < 0.05
    page.close()
