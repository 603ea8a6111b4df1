"""Headings, proposed rules, settled statements and comments: answered on the page, and back."""

from dataclasses import replace

import pytest
from fingerpost.calibration import Audit, Calibration
from fingerpost.decisions import Action, Verdict
from fingerpost.packs import PackKind, PackSent
from fingerpost.reviewing import Memory, decide, index, read_return
from fingerpost.suggestions import Reason
from fingerpost.taught import Proposal, WordRule

from tests.support.outcomes import LEEDS, TAXONOMY, outcome, statement
from tests.support.paper import opened, write_page

pytestmark = pytest.mark.slow

TUESDAY = "2026-03-03T09:00:00+00:00"
SAVES = {"json": "save-data", "xlsx": "save-workbook"}
RULE = WordRule("r-1", "radio aid", "sp-hearing")


def pack(kind):
    return PackSent(
        id="k-one", person="Ben", kind=kind, sent_on="2026-01-05T10:00:00+00:00", rows=()
    )


def some():
    settled = [statement(text) for text in ("Face the pupil", "Keep noise low", "Give time")]
    audit = Audit(share=0.05, assurance=0.95, whole=3, accepted=3, needed=1, asked=(settled[1].id,))
    return outcome(
        *settled,
        statement("Sit near", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()),
        statement("Ring home", "Radio", reasons=[Reason.PERSONAL_DATA]),
        proposals=(Proposal(rule=RULE, right=9, of=10, mends=4, examples=("Use it",)),),
        calibration=Calibration(audit=audit),
    )


def paper_of(browser, folder, made, **more):
    return opened(browser.new_context(offline=True), write_page(folder, made, **more))


def told(paper, made, kind):
    data = paper.saved(SAVES[kind])
    returned = read_return(f"answers.{kind}", data, index(made), TAXONOMY)
    assert returned.set_aside == returned.undecided == ()
    found = decide(returned, made, index(made), "2026-01-06T10:00:00+00:00", Memory.of(()))
    assert paper.faults == []
    return [(one.resource_id, one.last_action_type, one.replacement_value) for one in found.lines]


@pytest.mark.parametrize("kind", SAVES)
def test_a_heading_is_answered_by_one_key_or_from_the_list(browser, tmp_path, kind):
    made = some()
    paper = paper_of(browser, tmp_path, made)
    paper.start()
    assert paper.title() == "What does “Mystery” mean?"
    paper.press("2")
    assert ("mystery", Action.ANSWERED, "signs-of-need") in told(paper, made, kind)
    paper.press("u")
    paper.page.select_option("#means", label="Hearing")
    paper.page.focus("#answer")
    paper.press("Enter")
    assert ("mystery", Action.ANSWERED, "sp-hearing") in told(paper, made, kind)


@pytest.mark.parametrize("kind", SAVES)
def test_settled_statements_are_found_fine_pulled_out_or_read_one_by_one(browser, tmp_path, kind):
    made = some()
    paper = paper_of(browser, tmp_path, made)
    paper.start()
    paper.go_to("Skim")
    page = paper.page
    page.click("section:has(h3:text('Picked by lot')) button[data-act='All fine']")
    page.click("section:has(h3:text('Hearing > Strategies')) > button[data-act='All fine']")
    page.click("li:has-text('Give time') button[data-act='Pull out']")
    lines = told(paper, made, kind)
    ids = {item.text: item.id for item in made.items}

    assert (ids["Keep noise low"], Action.APPROVED, Action.APPROVED) in lines
    assert (ids["Give time"], Action.PULLED_OUT, Action.PULLED_OUT) in lines
    assert [line for line in lines if line[1] is Action.SKIMMED] == [
        ("Hearing > Strategies", Action.SKIMMED, "all-fine")
    ]


@pytest.mark.parametrize("kind", SAVES)
def test_a_proposed_rule_is_accepted_or_declined_by_one_key(browser, tmp_path, kind):
    made = some()
    paper = paper_of(browser, tmp_path, made)
    paper.start()
    paper.go_to("Proposed rules")
    paper.press("d")
    assert ("r-1", Action.DECLINED_RULE, "sp-hearing|radio aid") in told(paper, made, kind)


@pytest.mark.parametrize("kind", SAVES)
def test_comments_come_back_as_comments_and_decide_nothing(browser, tmp_path, kind):
    made = some()
    paper = paper_of(browser, tmp_path, made, pack=pack(PackKind.COMMENTS))
    paper.start("a parent")
    assert not paper.page.query_selector("[data-act]")
    paper.page.focus("#note")
    paper.page.keyboard.type("Ring me at work, k r")
    paper.press("Control+Enter", "l")
    lines = told(paper, made, kind)
    ring = next(item.id for item in made.items if item.text == "Ring home")

    assert [line for line in lines if line[1] is Action.COMMENTED] == [
        (ring, Action.COMMENTED, "Ring me at work, k r")
    ]
    assert not [line for line in lines if line[1] in (Action.APPROVED, Action.REJECTED)]


@pytest.mark.parametrize("kind", SAVES)
def test_a_childs_words_come_back_with_who_wrote_them(browser, tmp_path, kind):
    made = outcome(
        statement("Ring home", "Radio", reasons=[Reason.NO_LABEL], one="s-ring"),
        council=replace(LEEDS, child_voice=True),
    )
    paper = paper_of(browser, tmp_path, made)
    paper.start()
    paper.page.click(".voice summary")
    paper.page.focus("#voice")
    paper.page.keyboard.type("Ring my mum")
    paper.page.focus("#voice-by")
    paper.page.keyboard.type("Year 4")
    paper.page.focus("#card-title")
    paper.press("k")
    lines = told(paper, made, kind)

    assert ("s-ring", Action.VOICED, "Ring my mum") in lines
    assert ("s-ring", Action.APPROVED, Action.APPROVED) in lines


def test_a_pack_knows_its_reader_and_its_answers_say_which_pack_they_are(browser, tmp_path):
    made = some()
    paper = paper_of(browser, tmp_path, made, pack=pack(PackKind.SECOND))
    assert paper.page.input_value("#your-name") == "Ben"
    paper.start("")
    paper.press("k")
    returned = read_return("a.json", paper.saved("save-data"), index(made), TAXONOMY)

    assert returned.sent_as == "k-one"
    assert {answer.reviewer for answer in returned.answers} == {"Ben"}
    assert {answer.asked_after for answer in returned.answers} == {""}


def test_two_packs_keep_their_answers_apart(browser, tmp_path):
    made = some()
    context = browser.new_context(offline=True)
    one = opened(context, write_page(tmp_path, made, "one.html", pack=pack(PackKind.SHARE)))
    one.start("")
    one.press("k")
    other = opened(context, write_page(tmp_path, made, "other.html"))
    assert other.count().startswith("0 of")
    other.page.on("dialog", lambda dialog: dialog.accept())
    other.page.click("text=Bring in 1 answer that you gave on an earlier page")
    assert other.count().startswith("1 of")


@pytest.mark.parametrize("kind", SAVES)
def test_an_answer_from_an_earlier_page_does_not_know_what_others_said_since(
    browser, tmp_path, kind
):
    ring = statement("Ring home", "Radio", reasons=[Reason.NO_LABEL], one="s-ring")
    parked = Verdict(
        action=Action.PARKED, reviewer="Bob", decided_on=TUESDAY, text_seen=ring.text, digest="d"
    )
    now = outcome(replace(ring, verdict=parked, reasons=(Reason.PARKED,)))
    context = browser.new_context(offline=True)
    first = opened(context, write_page(tmp_path, outcome(ring), "first.html"))
    first.start("Ann")
    first.press("k")
    paper = opened(context, write_page(tmp_path, now, "later.html"))
    paper.page.on("dialog", lambda dialog: dialog.accept())
    paper.page.click("text=Bring in 1 answer that you gave on an earlier page")
    assert asked_after(paper, kind, now) == ""
    fresh = paper_of(browser, tmp_path, now)
    fresh.start("Ann")
    fresh.press("k")
    assert asked_after(fresh, kind, now) == TUESDAY


def test_a_decision_for_many_leaves_out_what_somebody_said_something_of(browser, tmp_path):
    parked = Verdict(
        action=Action.PARKED, reviewer="Bob", decided_on=TUESDAY, text_seen="", digest="d"
    )
    rings = [
        statement(f"Ring home on day {n}", "Radio", reasons=[Reason.PARKED], verdict=parked)
        for n in range(3)
    ]
    paper = paper_of(browser, tmp_path, outcome(*rings))
    paper.start("Ann")
    paper.press("b")
    assert paper.page.text_content("#bulk-count") == "1 of 3 statements ticked."
    assert "Bob" in paper.page.text_content("#bulk-list li:nth-child(2)")


def asked_after(paper, kind, made):
    """What the one answer that a page saves says was known to whoever gave it."""
    data = paper.saved(SAVES[kind])
    (answer,) = read_return(f"a.{kind}", data, index(made), TAXONOMY).answers
    return answer.asked_after


def test_minutes_left_are_those_of_this_person_once_ten_decisions_were_timed(browser, tmp_path):
    items = [statement(f"Ring {n} times", "Radio", reasons=[Reason.NO_LABEL]) for n in range(50)]
    context = browser.new_context(offline=True)
    context.add_init_script(
        "let clock = 1767600000000; Date.now = () => { clock += 60000; return clock; }"
    )
    paper = opened(context, write_page(tmp_path, outcome(*items)))
    paper.start()
    left = lambda: paper.page.text_content("#time-left")  # noqa: E731 - read again and again
    assert left() == "About 21 minutes left, by our estimate."
    paper.press(*["k"] * 10)
    assert left() == "About 17 minutes left, by our estimate."
    paper.press("k")
    assert left() == "About 39 minutes left, at your pace."
