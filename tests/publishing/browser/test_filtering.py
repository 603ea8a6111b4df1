"""The filters of a built site, and the address that holds them, in a real browser."""

import pytest

from tests.publishing.browser.sites import FILLERS, KNOWN, TEACHING

pytestmark = pytest.mark.slow

ALL = len(KNOWN) + len(FILLERS)
CHOICES = "input[data-choice]"


def choose(page, *values: str) -> None:
    unfold(page)
    for value in values:
        page.check(f"{CHOICES}[value='{value}']")


def unfold(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")


def many(page) -> int:
    said = page.inner_text("#count")
    return 0 if said == "No statements" else int(said.split(" of ")[1].split()[0].replace(",", ""))


def found(page) -> list[str]:
    return page.locator("#results .words").all_inner_texts()


def counts(page) -> dict[str, int]:
    """Return the count beside each choice."""
    pairs = page.evaluate(
        f"""Array.from(document.querySelectorAll("{CHOICES}:enabled"), box => [
            `${{box.name}}=${{box.value}}`, document.getElementById(`${{box.id}}-count`).textContent])"""
    )
    return {choice: int(said.strip("()").replace(",", "")) for choice, said in pairs}


@pytest.fixture
def page(opened, small):
    return opened(small("find.html"))


def test_within_a_kind_either_will_do_and_between_kinds_both_must(page):
    choose(page, "sp-hearing")
    assert many(page) == 3
    choose(page, "semh-anxiety")
    assert many(page) == 3 + 2 + len(FILLERS) // 2
    choose(page, TEACHING)
    assert found(page) == ["Check that the radio aid is switched on and worn."]


def test_an_area_holds_what_stands_under_its_needs(page):
    choose(page, "sensory-and-physical")

    assert many(page) == 3


def test_support_beyond_the_ordinary_is_a_filter_and_is_said_in_words(page):
    choose(page, "specialist")

    assert found(page) == ["Check that the radio aid is switched on and worn."]
    assert page.inner_text("#results .tier") == "Specialist: not part of what every school provides"


def test_who_goes_by_keys_need_not_go_through_every_choice(page):
    page.focus("#q")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('#results') !== null")


def test_what_names_no_phase_is_offered_to_whoever_asks_for_one(page):
    choose(page, "cl-literacy", "ks1")
    assert found(page) == ["Read aloud what is on the board."]
    offered = page.inner_text("#unnamed")
    page.click("#unnamed-too")

    assert many(page) == 1 + int(offered.split()[0])
    assert page.url.endswith("?need=cl-literacy&phase=ks1&phase=none")
    assert not page.is_visible("#unnamed")


def test_a_category_leads_to_its_statements_where_they_can_be_narrowed(opened, small):
    page = opened(small("categories/sp-hearing.html"))
    page.get_by_role("link", name="Narrow these down").click()
    page.wait_for_selector("#results li")

    assert page.url == small("find.html?need=sp-hearing")
    assert many(page) == 3


TRY_EACH = """
() => Array.from(document.querySelectorAll("input[data-choice]:enabled:not(:checked)"), box => {
  const kind = Array.from(document.querySelectorAll(`input[name="${box.name}"]:checked`));
  const said = document.getElementById(`${box.id}-count`).textContent;
  kind.forEach(one => one.click());
  box.click();
  const shown = document.getElementById("count").textContent;
  box.click();
  kind.forEach(one => one.click());
  return [`${box.name}=${box.value}`, said, shown];
})
"""
"""Take each choice instead of what is chosen of its kind, and note its count and what it leaves."""


def test_each_count_says_how_many_the_choice_would_leave(opened, samples):
    page = opened(samples("find.html?q=pupil&area=semh&tier=universal"))
    tried = page.evaluate(TRY_EACH)

    assert len(tried) > 40
    for choice, said, shown in tried:
        assert shown.split(" of ")[-1].split()[0].replace("No", "0") == said.strip("()"), choice


def test_the_counts_are_those_of_the_pages_of_categories(opened, samples):
    said = {
        choice.split("=")[1]: count
        for choice, count in counts(opened(samples("find.html"))).items()
        if count and choice.split("=")[0] not in {"tier", "phase"}
    }
    filed = {
        concept: sum(
            path.read_text(encoding="utf-8").count('<li class="card" data-statement')
            for path in (samples.folder / "categories").glob(f"{concept}*.html")
            if path.stem.removeprefix(concept).strip("-").isdigit() or path.stem == concept
        )
        for concept in said
    }

    assert len(said) > 20
    assert filed == said


def test_the_address_always_holds_the_whole_choice(page, small):
    page.fill("#q", "radio aid")
    choose(page, "sp-hearing", "specialist")

    assert page.url == small("find.html?q=radio+aid&need=sp-hearing&tier=specialist")


def test_a_link_shows_exactly_this_list_to_somebody_else(page, opened):
    page.fill("#q", "readin")
    choose(page, "cl-literacy", "targeted")
    shown = found(page)

    theirs = opened(page.url)
    assert found(theirs) == shown == ["Offer a reading ruler and paper off white."]
    assert theirs.input_value("#q") == "readin"
    assert theirs.is_checked("[value='targeted']")
    assert theirs.is_visible("[value='targeted']")


def test_going_back_and_forward_goes_through_the_choices(page, small):
    page.fill("#q", "radio")
    page.wait_for_timeout(600)
    page.fill("#q", "radio aid")
    choose(page, "specialist")
    page.go_back()
    assert page.url == small("find.html?q=radio+aid")
    assert not page.is_checked("[value='specialist']")
    page.go_back()
    assert page.url == small("find.html")
    assert (page.input_value("#q"), many(page)) == ("", ALL)
    page.go_forward()
    page.go_forward()
    assert page.is_checked("[value='specialist']")
    assert page.input_value("#q") == "radio aid"


def test_coming_back_from_a_statement_shows_as_much_as_before(page):
    page.click("#more")
    page.locator("#results .words a").nth(80).click()
    page.wait_for_selector("h1.words")
    page.go_back()
    page.wait_for_selector("#results li:nth-child(81)", state="attached")
    assert page.inner_text("#count").startswith("Showing 100 of")


def test_each_choice_can_be_taken_away_and_all_at_once(page):
    choose(page, "specialist", "sp-hearing")
    page.get_by_role("button", name="Remove: Hearing").click()
    assert "need=" not in page.url
    assert page.is_checked("[value='specialist']")
    page.get_by_role("button", name="Clear all").click()
    assert many(page) == ALL
    assert page.url.endswith("find.html")


@pytest.mark.parametrize(
    "address", ["find.html?area=nowhere&need=%3Cscript%3E&x=1", "find.html?q=", "find.html?#main"]
)
def test_an_address_that_means_nothing_shows_everything(opened, small, address):
    assert many(opened(small(address))) == ALL


def test_on_a_phone_two_and_a_half_results_fill_the_screen_and_no_category_is_lost(opened, samples):
    address = samples("find.html?q=pupil&area=semh")
    phone = opened(address, viewport={"width": 390, "height": 844})
    heights = phone.eval_on_selector_all(
        "#results .card", "all => all.map(one => one.offsetHeight)"
    )
    assert sum(heights) / len(heights) <= 844 / 2.5

    phone.eval_on_selector_all("#results details", "all => all.forEach(one => { one.open = true })")
    links = "#results .tags a:visible"
    filed = phone.locator(links).all_inner_texts()
    assert len(filed) > 2 * len(heights)
    assert opened(address).locator(links).all_inner_texts() == filed


def test_on_a_narrow_screen_the_filters_are_folded_and_nothing_is_cut_off(opened, small):
    page = opened(small("find.html"), viewport={"width": 320, "height": 800})
    assert not page.is_visible("[value='sp-hearing']")
    page.click("#filters > summary")
    assert page.is_visible("[value='sp-hearing']")
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_a_phone_how_many_are_left_is_seen_beside_what_is_chosen(opened, small):
    page = opened(small("find.html"), viewport={"width": 390, "height": 844})
    choose(page, "sp-hearing")
    above, below = (page.locator(one).bounding_box()["y"] for one in (".side", "#count"))

    assert below - above < 844 / 2
    assert page.locator("[value='sp-hearing']").is_visible()
