"""Answering on the page by keyboard, with the network blocked, and what comes back from it."""

import io
import json
from itertools import cycle

import pytest
from fingerpost.decisions import Action
from fingerpost.reviewing import Beside, Memory, decide, index, read_return
from fingerpost.suggestions import Reason
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.support.outcomes import NEED, TAXONOMY, outcome, statement, vote
from tests.support.paper import kept, opened, write_page

pytestmark = pytest.mark.slow

MANY = 200
KEYS = {
    "k": Action.APPROVED,
    "r": Action.REJECTED,
    "n": Action.NOT_SURE,
    "m": Action.PARKED,
    "f": Action.UNFITTING,
}


def many(count=MANY):
    return outcome(
        *(
            statement(
                f"Show picture {n} before you speak",
                f"Radio {n % 7}",
                reasons=[Reason.NO_LABEL],
                one=f"s-{n:012}",
                suggestions=[vote(NEED, "sp-hearing", "picture")],
            )
            for n in range(count)
        )
    )


def taken(name, data, made):
    """Take a file in as the program does, into an empty log."""
    returned = read_return(name, data, index(made), TAXONOMY)
    assert returned.set_aside == returned.undecided == ()
    return decide(returned, made, index(made), "2026-01-05T10:00:00+00:00", Memory.of(()))


def verdicts(decided):
    return {
        line.resource_id: line.last_action_type
        for line in decided.lines
        if line.field_name == "status"
    }


@pytest.fixture(scope="module")
def answered(browser, tmp_path_factory):
    """All of many statements, decided by keyboard in two sittings; the files that were saved."""
    folder = tmp_path_factory.mktemp("page")
    made = many()
    file = write_page(folder, made)
    keys = cycle(KEYS)
    given = {}
    saved = {}
    with kept(browser, folder / "profile") as context:
        paper = opened(context, file)
        paper.start()
        answer(paper, keys, given, MANY // 2)
        assert paper.faults == []
    with kept(browser, folder / "profile") as context:
        paper = opened(context, file)
        assert paper.count() == "100 of 200 answered."
        assert paper.said().startswith("Welcome back, Amira.")
        answer(paper, keys, given, MANY // 2)
        assert paper.title() == "All done here"
        saved["json"] = paper.saved("save-data")
        saved["xlsx"] = paper.saved("save-workbook")
        assert paper.faults == []
    return made, given, saved


def answer(paper, keys, given, count):
    for _ in range(count):
        ref = paper.page.evaluate(
            "JSON.parse(localStorage[Object.keys(localStorage).find(k => k.endsWith('/place'))]).ref"
        )
        key = next(keys)
        paper.press(key)
        given[ref.split()[0]] = KEYS[key]


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_of_two_hundred_decisions_by_keyboard_alone_none_is_lost(answered, kind):
    made, given, saved = answered
    decided = taken(f"answers.{kind}", saved[kind], made)

    assert len(given) == decided.answers == MANY
    assert verdicts(decided) == given
    assert {line.updated_by for line in decided.lines} == {"Amira"}


def test_the_file_says_when_each_answer_was_given(answered):
    made, _, saved = answered
    moments = [one["decided_at"] for one in json.loads(saved["json"])["decisions"]]
    given = [
        line.replacement_value
        for line in taken("a.json", saved["json"], made).lines
        if line.last_action_type is Action.GIVEN
    ]

    assert sorted(moments) == sorted(given)


def test_the_workbook_opens_as_one_that_was_sent_and_remembers_what_was_sent(answered):
    _, _, saved = answered
    book = load_workbook(io.BytesIO(saved["xlsx"]))

    assert book.sheetnames == ["Headings", "Queue", "Skim", "Sent"]
    assert book["Sent"].sheet_state == "veryHidden"
    assert [cell.value for cell in book["Queue"][1]][:2] == ["Decision", "Wording"]
    assert book["Queue"].max_row == MANY + 1


@pytest.mark.parametrize("kind", ["json", "xlsx"])
def test_a_page_nobody_answered_on_brings_no_answer_back(browser, tmp_path, kind):
    made = many(20)
    paper = opened(browser.new_context(offline=True), write_page(tmp_path, made))
    paper.start()
    button = {"json": "save-data", "xlsx": "save-workbook"}[kind]
    decided = taken(f"answers.{kind}", paper.saved(button), made)

    assert (decided.answers, decided.lines) == (0, ())


def test_words_and_labels_that_were_changed_come_back_as_a_change(browser, tmp_path):
    made = many(3)
    paper = opened(browser.new_context(offline=True), write_page(tmp_path, made))
    paper.start()
    paper.press("c")  # nothing was changed yet: it leads to the words instead
    assert paper.page.evaluate("document.activeElement.id") == "wording"
    paper.press("Control+a")
    paper.page.keyboard.type("Show a <b>small</b> picture & wait k")
    paper.press("Control+Enter")
    paper.press("2")  # the need that the words speak for
    paper.press("k")
    for kind, button in (("json", "save-data"), ("xlsx", "save-workbook")):
        lines = taken(f"answers.{kind}", paper.saved(button), made).lines
        told = {
            (line.resource_id[-1], line.field_name): line.replacement_value
            for line in lines
            if line.last_action_type in (Action.REWORDED, Action.RELABELLED)
        }
        assert told == {
            ("0", "text"): "Show a <b>small</b> picture & wait k",
            ("1", "need"): "sp-hearing",
        }
    assert paper.faults == []


def test_undo_takes_back_the_last_decision_and_shows_its_card(browser, tmp_path):
    paper = opened(browser.new_context(offline=True), write_page(tmp_path, many(5)))
    paper.start()
    paper.press("k", "r")
    assert paper.count() == "2 of 5 answered."
    paper.press("u")
    assert (paper.count(), paper.title()) == ("1 of 5 answered.", "Statement 2 of 5")
    assert paper.said() == "Taken back: Reject."
    paper.press("u", "u")
    assert paper.count() == "0 of 5 answered."
    assert paper.said() == "There is nothing to undo."


def test_one_decision_for_statements_that_are_alike_is_shown_counted_and_undone_at_once(
    browser, tmp_path
):
    made = many(21)
    paper = opened(browser.new_context(offline=True), write_page(tmp_path, made))
    paper.start()
    paper.press("b")
    assert paper.page.text_content("#bulk-count") == "3 of 3 statements ticked."
    assert len(paper.page.query_selector_all("#bulk-list li")) == 3
    paper.page.focus("#bulk-list li:nth-child(2) input")
    paper.press("Space")
    assert paper.page.text_content("#bulk-count") == "2 of 3 statements ticked."
    paper.page.focus("#bulk-acts button:has-text('Reject')")
    paper.press("Enter")
    assert paper.count() == "2 of 21 answered."
    assert paper.said().startswith("Reject for 2 statements. 19 left.")
    assert (
        list(verdicts(taken("a.json", paper.saved("save-data"), made)).values())
        == [Action.REJECTED] * 2
    )
    paper.press("u")
    assert paper.count() == "0 of 21 answered."


def test_single_keys_can_be_switched_off_and_do_nothing_while_somebody_types(browser, tmp_path):
    paper = opened(browser.new_context(offline=True), write_page(tmp_path, many(5)))
    paper.start()
    paper.page.focus("#note")
    paper.page.keyboard.type("knrmfu123")
    assert paper.count() == "0 of 5 answered."
    paper.press("Escape", "?")
    paper.page.focus("#keys-on")
    paper.press("Space", "Escape", "k", "r")
    assert paper.count() == "0 of 5 answered."
    paper.page.click("[data-act='Keep']")
    assert paper.count() == "1 of 5 answered."


def test_search_and_filters_leave_what_fits_and_say_how_many(browser, tmp_path):
    made = outcome(
        statement("Ring home", "Radio", reasons=[Reason.PERSONAL_DATA], source="b.docx"),
        statement("Use a radio aid", "Radio", reasons=[Reason.NO_LABEL], area=()),
        statement("Sit near the front", "Seats", reasons=[Reason.NO_LABEL]),
    )
    paper = opened(browser.new_context(offline=True), write_page(tmp_path, made))
    page = paper.page
    paper.start()
    shown = lambda: page.text_content("#shown")  # noqa: E731 - read again and again
    page.click("#finding summary")
    assert shown() == "All 3 statements."
    page.fill("#words", "RADIO aid")
    assert shown() == "1 of 3 statements."
    assert page.input_value("#wording") == "Use a radio aid"
    page.click("text=Show everything")
    expect(page.locator("#shown")).to_contain_text("All")
    for field, label, left in (
        ("doubt", "no category found (2)", 2),
        ("under", "Seats (1)", 1),
        ("document", "b.docx (1)", 1),
        ("area", "No area yet", 1),
    ):
        page.select_option(f"#{field}", label=label)
        assert shown() == f"{left} of 3 statements."
        page.select_option(f"#{field}", "")
    page.fill("#words", "nothing like it")
    assert paper.title() == "Nothing fits what you look for"
    assert paper.faults == []


def test_a_saved_file_is_taken_up_on_another_computer(browser, tmp_path):
    made = many(6)
    file = write_page(tmp_path, made)
    first = opened(browser.new_context(offline=True), file)
    first.start()
    first.press("k", "r", "f")
    saved = tmp_path / "mine.json"
    saved.write_bytes(first.saved("save-data"))
    second = opened(browser.new_context(offline=True), file)
    second.start()
    second.page.set_input_files("#load-file", saved)
    expect(second.page.locator("#said")).to_contain_text("taken up")
    assert second.count() == "3 of 6 answered."
    again = json.loads(second.saved("save-data"))["decisions"]
    assert again == json.loads(saved.read_text())["decisions"]


def test_a_file_of_another_kind_is_refused_in_words(browser, tmp_path):
    paper = opened(browser.new_context(offline=True), write_page(tmp_path, many(2)))
    paper.start()
    other = tmp_path / "other.json"
    other.write_text('{"some": "thing"}')
    paper.page.set_input_files("#load-file", other)
    expect(paper.page.locator("#said")).to_contain_text("cannot")
    assert paper.said() == (
        "other.json cannot be read. Choose the file that ends in .json, which this page saved."
    )


def test_a_second_tab_shows_what_is_answered_in_the_first(browser, tmp_path):
    file = write_page(tmp_path, many(4))
    context = browser.new_context(offline=True)
    first = opened(context, file)
    first.start()
    second = context.new_page()
    second.goto(file.as_uri())
    first.press("k")
    expect(second.locator("#progress-words")).to_have_text("1 of 4 answered.")


def test_where_the_browser_keeps_nothing_the_page_says_so_and_still_works(browser, tmp_path):
    context = browser.new_context(offline=True)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })"
    )
    made = many(3)
    paper = opened(context, write_page(tmp_path, made))
    paper.start()
    assert "does not let the page keep anything" in paper.page.text_content("#unsaved")
    paper.press("k", "k", "r")
    assert len(verdicts(taken("a.json", paper.saved("save-data"), made))) == 3


def test_leaving_with_answers_that_are_in_no_file_is_asked_about(browser, tmp_path):
    paper = opened(browser.new_context(offline=True), write_page(tmp_path, many(3)))
    asked = []
    paper.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    paper.start()
    paper.press("k")
    assert paper.page.is_visible("#unsaved")
    paper.page.reload()
    assert asked == ["beforeunload"]
    paper.saved("save-data")
    assert not paper.page.is_visible("#unsaved")
    paper.page.reload()
    assert asked == ["beforeunload"]


def test_words_in_a_document_stay_words(browser, tmp_path):
    evil = "<img src=x onerror=\"document.title='done'\"><script>document.title='done'</script>"
    made = outcome(
        statement(f"Say {evil}", f"Radio {evil}", reasons=[Reason.NO_LABEL], lead_in=evil)
    )
    beside = Beside(passages={made.items[0].id: f"<p>Before <mark>{evil}</mark></p>{evil}"})
    paper = opened(browser.new_context(offline=True), write_page(tmp_path, made, beside=beside))
    paper.start()
    paper.go_to("Statements")
    assert paper.page.input_value("#wording") == f"Say {evil}"
    assert paper.page.query_selector_all("main img, main script:not([type])") == []
    assert paper.page.title().startswith("Review")
    assert all("has been blocked" in fault for fault in paper.faults)
