"""What somebody who sees the page for the first time is told, and where a slip would go unseen."""

import pytest
from fingerpost.reviewing import Beside
from fingerpost.suggestions import Reason
from playwright.sync_api import expect

from tests.support.outcomes import outcome, statement
from tests.support.paper import opened, write_page

pytestmark = pytest.mark.slow

TABLE = (
    "<table><tbody><tr><td><p>SKILL</p></td><td><p>WHAT TO DO EVERYWHERE</p></td>"
    "<td><p>ASKING SOMEBODY</p></td><td><ul class='list'><li><p data-label='•'>"
    "<mark>Alternative accreditation</mark></p></li></ul></td></tr></tbody></table>"
)


def some():
    unsettled = {"reasons": [Reason.HEADING_NOT_SETTLED], "area": ()}
    many = [
        statement(f"Sit {n} seats off", "Mystery", source=f"{n}.docx", **unsettled)
        for n in range(4)
    ]
    return outcome(
        *many,
        statement("Talk softly", "Riddle", **unsettled),
        statement("Ring home", "Radio", reasons=[Reason.PERSONAL_DATA]),
        statement("Ring twice", "Radio", reasons=[Reason.PERSONAL_DATA], one="s-2"),
    )


@pytest.fixture
def paper(browser, tmp_path):
    made = some()
    beside = Beside(passages={item.id: TABLE for item in made.items})
    found = opened(browser.new_context(offline=True), write_page(tmp_path, made, beside=beside))
    yield found
    assert found.faults == []


def test_the_first_words_say_what_it_is_all_for(paper):
    assert "before it goes into the directory" in paper.page.text_content("#card")


def test_beside_a_heading_stands_what_each_answer_means_and_nothing_of_statements(paper):
    paper.start()

    told = paper.page.inner_text("#beside")
    assert "What you may notice about a child. None of it goes into the directory." in told
    assert "In the Word document" not in told
    paper.go_to("Statements")
    told = paper.page.inner_text("#beside")
    assert "In the Word document" in told
    assert "What each answer means" not in told


def test_a_key_that_answers_no_heading_says_so_where_it_is_seen(paper):
    paper.start()
    for key in "nmrcf":
        paper.press(key)
        expect(paper.page.locator("#told")).to_be_visible()
        expect(paper.page.locator("#told")).to_have_text(
            "Choose one of the answers on the card, or skip this heading."
        )
    assert paper.count() == "0 of 4 answered."
    paper.press("1")
    expect(paper.page.locator("#told")).to_have_text("")


def test_a_heading_is_skipped_without_an_answer_and_found_again_in_the_list(paper):
    paper.start()
    paper.page.click("#skip")
    assert paper.title() == "What does “Riddle” mean?"
    paper.page.click("#skip")
    assert paper.title() == "You are through"
    assert paper.count() == "0 of 4 answered."
    paper.page.click("#listing-items button:has-text('Mystery')")
    assert paper.title() == "What does “Mystery” mean?"


def test_who_answered_all_of_a_part_can_look_it_over(paper):
    paper.start()
    paper.go_to("Statements")
    paper.press("k", "r")

    assert paper.title() == "All done here"
    said = paper.page.locator("#listing-items .said").all_text_contents()
    assert [one for one in said if one] == ["Keep", "Reject"]


def test_saving_counts_answers_and_names_what_has_none(paper):
    paper.start()
    paper.page.fill("#note", "We differ about this")
    paper.go_to("Statements")
    paper.press("k", "s")

    assert paper.page.text_content("#save-count") == (
        "1 answer so far. 1 question has a note or a change of yours, but no answer, and will "
        "simply wait."
    )


def test_the_button_beside_the_list_says_what_it_answers(paper):
    paper.start()
    paper.page.select_option("#means", label="Hearing")
    assert paper.page.text_content("#answer") == "Answer: Hearing"
    paper.page.click("#answer")
    assert paper.count() == "1 of 4 answered."


def test_of_many_documents_a_heading_names_two(paper):
    paper.start()

    assert "in 0.docx, 1.docx and 2 other documents." in paper.page.inner_text("#card")


def test_words_in_a_narrow_table_stay_whole(paper):
    paper.start()
    paper.go_to("Statements")
    lines = paper.page.evaluate(
        """() => Array.from(document.querySelectorAll('.passage td')).flatMap((cell) => {
          const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT); const found = [];
          while (words.nextNode()) {
            const text = words.currentNode;
            for (const word of text.data.matchAll(/\\S+/g)) {
              const range = document.createRange();
              range.setStart(text, word.index); range.setEnd(text, word.index + word[0].length);
              found.push(range.getClientRects().length);
            }
          } return found; })"""
    )

    seen = paper.page.evaluate(
        """() => { const box = document.querySelector('.passage').getBoundingClientRect();
          const mark = document.querySelector('.passage mark').getBoundingClientRect();
          return mark.left >= box.left && mark.right <= box.right && mark.top >= box.top; }"""
    )

    assert seen
    assert len(lines) == 9
    assert set(lines) == {1}


def test_quick_answers_about_headings_promise_no_quick_statements(browser, tmp_path):
    headings = [
        statement(f"Sit {n}", f"Mystery {n}", reasons=[Reason.HEADING_NOT_SETTLED], area=())
        for n in range(11)
    ]
    others = [statement(f"Ring {n}", "Radio", reasons=[Reason.NO_LABEL]) for n in range(30)]
    context = browser.new_context(offline=True)
    context.add_init_script(
        "let clock = 1e12; Date.now = () => { clock += PACE; return clock; }".replace(
            "PACE", "1000 * JSON.parse(document.getElementById('data').textContent).seconds.heading"
        )
    )
    paper = opened(context, write_page(tmp_path, outcome(*headings, *others)))
    paper.start()
    before = paper.page.evaluate("Math.ceil(30 * store.data.seconds.statement / 60)")
    paper.press(*["1"] * 11)

    assert paper.page.text_content("#time-left") == f"About {before} minutes left, at your pace."
