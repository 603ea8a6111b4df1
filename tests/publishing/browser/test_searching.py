"""The search of a built site, in a real browser, opened from disk."""

import pytest

from tests.publishing.browser.sites import ANXIETY, FILLERS, KNOWN, SENSORY, built, statement

pytestmark = pytest.mark.slow

ALL = len(KNOWN) + len(FILLERS)


def found(page) -> list[str]:
    return page.locator("#results .words").all_inner_texts()


def search(page, words: str) -> list[str]:
    """Type words, wait until the page has answered, and return the statements shown."""
    page.fill("#q", words)
    page.wait_for_timeout(60)
    return found(page)


@pytest.fixture
def page(opened, small):
    return opened(small("find.html"))


def test_a_word_finds_the_statements_that_hold_it(page):
    assert search(page, "radio") == ["Check that the radio aid is switched on and worn."]


def test_words_are_found_in_a_childs_words_lead_ins_and_headings_too(page):
    assert search(page, "quiet place")[0].startswith("Let the pupil leave")
    assert search(page, "equipment works")[0].startswith("Check that the radio aid")
    assert search(page, "in the classroom")[0].startswith("Face the pupil")


def test_another_name_of_a_category_finds_what_stands_under_it(page):
    assert {"Read aloud what is on the board.", "Offer a reading ruler and paper off white."} <= (
        set(search(page, "dyslexia"))
    )
    assert search(page, "deafness governors") != []


@pytest.mark.parametrize("typed", ["radoi aid", "raido", "swiched"])
def test_a_slip_of_the_fingers_finds_it_all_the_same(page, typed):
    assert search(page, typed)[0] == "Check that the radio aid is switched on and worn."


@pytest.mark.parametrize("typed", ["gov", "govern", "GOVERNORS’", "Gövernors"])
def test_the_beginning_of_a_word_its_case_and_its_accents_do_not_matter(page, typed):
    assert search(page, typed)[0] == "Governors hear about inclusion each term."


def test_words_as_typed_come_before_their_other_forms_and_leave_no_room_for_slips(page):
    assert search(page, "reading") == [
        "Offer a reading ruler and paper off white.",
        "Read aloud what is on the board.",
        "Read instructions twice, and let a partner say them back.",
    ]
    assert not page.is_visible("#partly")


@pytest.mark.parametrize("typed", ["switching", "switches", "a child who can't switch"])
def test_other_forms_of_a_word_find_it_where_nothing_has_it_as_typed(page, typed):
    assert search(page, typed) == ["Check that the radio aid is switched on and worn."]


@pytest.mark.parametrize("typed", ["battery", "worn battery", "cochlear", "she won’t hear"])
def test_what_is_found_by_its_category_alone_says_so(page, typed):
    assert "Check that the radio aid is switched on and worn." in search(page, typed)
    cards = page.locator("#results li").filter(has_text="Found under: Hearing")
    assert cards.count() == (1 if typed == "worn battery" else 3)
    assert page.is_visible("#partly") == (typed != "worn battery")
    assert "No statement" not in page.inner_text("#partly")


def test_a_cue_counts_where_little_is_found_and_no_slip_does_beside_it(page):
    assert len(search(page, "tinnitus")) == 3
    assert len(search(page, "radio tinnitus")) == 1


def test_words_that_the_rules_call_the_same_find_each_other(page):
    assert search(page, "calm corners") == [
        "Let the pupil leave the room with a card that needs no words."
    ]


@pytest.mark.parametrize("typed", ["play ground", "Play-Ground", "offwhite", "off-white"])
def test_words_written_in_one_in_two_or_with_a_hyphen_find_each_other(page, typed):
    assert search(page, typed) != []
    assert not page.is_visible("#partly")


def test_the_most_words_come_first_though_a_need_is_about_some_of_them(page):
    assert search(page, "unheard battery worn")[0].startswith("Check that the radio aid")


def test_words_that_begin_otherwise_are_no_slips(page):
    assert search(page, "beading") == []


def test_exact_words_come_before_words_that_are_like_them(page):
    shown = search(page, "reading governers playgrond")

    assert shown[0] == "Offer a reading ruler and paper off white."
    assert "Governors hear about inclusion each term." in shown
    shown = search(page, "leadin cuestions")
    assert shown == ["Leading questions are put one at a time."]
    assert page.inner_text("#partly") == (
        "Nothing has these words as they are typed. These have words like them."
    )


def test_the_words_that_were_found_are_marked(page):
    search(page, "raido")

    assert page.locator("#results mark").all_inner_texts() == ["radio"]


def test_fifty_are_shown_at_a_time_and_the_rest_on_request(page):
    assert page.inner_text("#count") == f"Showing 50 of {ALL} statements"
    page.click("#more")
    assert page.inner_text("#count") == f"Showing 100 of {ALL} statements"
    assert page.evaluate("document.activeElement.closest('li').textContent").find("number") > 0
    page.click("#more")
    assert page.inner_text("#count") == f"Showing {ALL} of {ALL} statements"
    assert not page.is_visible("#more")


def test_where_nothing_has_all_words_it_says_so_and_shows_what_has_some(page):
    assert "Governors hear about inclusion each term." in search(page, "governors radio")
    assert page.inner_text("#partly") == (
        "Nothing has all of these words. These have some of them, or words like them."
    )
    search(page, "governors")
    assert not page.is_visible("#partly")


def test_where_nothing_is_found_it_says_what_to_do(page):
    assert search(page, "xylophone") == []
    assert page.inner_text("#count") == "No statements"
    assert page.inner_text("#nothing").startswith("Nothing has these words.")
    assert "browse by category" in page.inner_text("#nothing")
    page.goto(f"{page.url.split('?')[0]}?q=radio&need={ANXIETY}")
    assert page.inner_text("#nothing").startswith("Nothing with these words fits what you chose.")
    page.goto(f"{page.url.split('?')[0]}?area={SENSORY}&need={ANXIETY}")
    assert page.inner_text("#nothing").startswith("No statement fits all that you chose.")


@pytest.mark.parametrize(("typed", "many"), [("partners", 1), ("a pupil in peril", 0)])
def test_whoever_types_words_of_danger_is_told_whom_to_tell(page, typed, many):
    assert len(search(page, typed)) == many
    assert "designated safeguarding lead" in page.inner_text("#danger")
    assert page.locator("#danger").bounding_box()["y"] < page.locator("#count").bounding_box()["y"]
    assert not page.is_visible("#nothing")
    told = page.get_by_role("status").filter(has_text="designated safeguarding lead")
    told.wait_for(state="attached")
    search(page, "radio")
    assert not page.is_visible("#danger")


def test_a_council_words_whom_to_tell_itself_and_whom_to_ask(opened, tmp_path):
    own = {"safeguarding": "Tell Mx <Example>.", "safeguarding_link": "https://safe.example.org/"}
    place = built(tmp_path, *KNOWN, contact="the desk", **own)
    page = opened(place("find.html?q=peril"))

    assert page.inner_text("#danger").startswith("Tell Mx <Example>.")
    assert page.get_attribute("#danger a", "href") == "https://safe.example.org/"
    assert page.inner_text("#nothing").endswith("ask the desk.")


@pytest.mark.parametrize(
    ("typed", "path"), [("whole school audit", "audit.html"), ("What’s changed", "changed.html")]
)
def test_who_searches_for_another_page_of_the_site_is_led_there(page, typed, path):
    door = page.locator(f"#finding [href='{path}']")
    assert not door.is_visible()
    search(page, typed)
    assert door.is_visible()


def test_what_was_found_is_told_to_who_cannot_see_it(page):
    search(page, "radio")
    told = page.get_by_role("status").filter(has_text="Showing 1 of 1 statement")
    told.wait_for(state="attached")


def test_the_search_box_of_any_page_leads_to_its_results(opened, small):
    page = opened(small("index.html"))
    box = page.get_by_role("search").get_by_role("searchbox").first
    box.fill("radio")
    box.press("Enter")
    page.wait_for_selector("#results li")
    assert found(page) == ["Check that the radio aid is switched on and worn."]
    assert page.input_value("#q") == "radio"


def test_a_sentence_is_searched_by_its_telling_words(page):
    assert search(page, "how do I help with the radio aid")[0].startswith("Check that the radio")
    assert search(page, "instructions in class") == [
        "Read instructions twice, and let a partner say them back."
    ]
    assert search(page, "just got questions about radio aids") == search(
        page, "questions radio aids"
    )
    assert search(page, "dyslexia of others with a teacher") == search(page, "dyslexia")


def test_letters_that_are_a_name_are_searched_and_a_letter_begun_is_not(opened, tmp_path):
    page = opened(built(tmp_path, statement(1, "Plan B for C&I."), *KNOWN[:3])("find.html"))

    assert search(page, "c&i") == ["Plan B for C&I."]
    assert len(search(page, "c")) == 4


def test_statements_without_tier_phase_or_category_are_found(opened, tmp_path):
    page = opened(built(tmp_path, statement(1, "Only words."))("find.html"))

    assert search(page, "words") == ["Only words."]
