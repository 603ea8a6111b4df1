"""The page for everybody: axe on every view, the keyboard alone, zoom, reduced motion, forced colours."""

import pytest
from fingerpost.packs import PackKind, PackSent
from fingerpost.reviewing import Beside
from fingerpost.suggestions import Reason
from fingerpost.taught import Proposal, WordRule

from tests.support.evidence import note
from tests.support.outcomes import NEED, outcome, statement, vote
from tests.support.paper import opened, write_page

pytestmark = pytest.mark.slow

WIDTHS = (1280, 320)
PASSAGE = (
    '<p class="head">Radio</p><ul class="list"><li><p data-label="•">Before it.</p></li>'
    '<li><p data-label="•"><mark>Ring home</mark></p></li></ul>'
    "<div><table><tbody><tr><td><p>Need</p></td><td><p>Do</p></td></tr></tbody></table></div>"
)


def some():
    rule = WordRule("r-1", "radio aid", "sp-hearing")
    return outcome(
        statement("Face the pupil", need=("sp-hearing",), lead_in="Staff will:"),
        statement("Sit near", "Mystery", reasons=[Reason.HEADING_NOT_SETTLED], area=()),
        statement("Ring home", "Radio", reasons=[Reason.PERSONAL_DATA], lead_in="Staff will:"),
        statement("Ring twice", "Radio", reasons=[Reason.PERSONAL_DATA], one="s-2"),
        statement(
            "Use a radio aid",
            "Radio",
            reasons=[Reason.NO_LABEL],
            suggestions=[vote(NEED, "sp-hearing", "radio aid")],
        ),
        proposals=(Proposal(rule=rule, right=9, of=10, mends=4, examples=("Use a radio aid",)),),
    )


def comments():
    return PackSent(
        id="k-1", person="", kind=PackKind.COMMENTS, sent_on="2026-01-05T10:00:00+00:00", rows=()
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("page")
    made = some()
    passages = {item.id: PASSAGE for item in made.items}
    write_page(place, made, beside=Beside(passages=passages))
    write_page(place, made, "comments.html", pack=comments())
    return place


def on_statement(paper):
    paper.start()
    paper.go_to("Statements")
    paper.page.click(".all-labels summary")


def on_bulk(paper):
    paper.start()
    paper.go_to("Statements")
    paper.press("b")
    assert paper.page.is_visible("#bulk-dialog")


def on_save(paper):
    paper.start()
    paper.press("k", "s")
    assert paper.page.is_visible("#save-dialog")


def on_help(paper):
    paper.start()
    paper.press("?")
    assert paper.page.is_visible("#help-dialog")


def on_filters(paper):
    paper.start()
    paper.go_to("Statements")
    paper.page.click("#finding summary")
    paper.page.click("#group-part summary")


def at_the_end(paper):
    paper.start()
    paper.go_to("Proposed rules")
    paper.press("a")
    assert paper.title() == "All done here"


VIEWS = {
    "before the start": lambda paper: None,
    "a heading": lambda paper: paper.start(),
    "a statement": on_statement,
    "search and filters": on_filters,
    "a decision for many": on_bulk,
    "a proposed rule": lambda paper: (paper.start(), paper.go_to("Proposed rules")),
    "skim": lambda paper: (paper.start(), paper.go_to("Skim")),
    "saving": on_save,
    "keys and help": on_help,
    "all done": at_the_end,
    "comments": lambda paper: paper.start(),
}


def view(browser, folder, name, **options):
    context = browser.new_context(offline=True, **options)
    file = "comments.html" if name == "comments" else "review.html"
    paper = opened(context, folder / file)
    VIEWS[name](paper)
    return paper


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing_on_any_view(browser, folder, name, width):
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    # Axe is put into the page from outside, which the page's own policy would forbid.
    options = {"bypass_csp": True, "reduced_motion": "reduce"}
    paper = view(browser, folder, name, viewport={"width": width, "height": 800}, **options)
    found = axe.run(paper.page)
    faults = [(one["id"], [n["html"] for n in one["nodes"]]) for one in found["violations"]]

    note(f"axe on the view “{name}”, {width} pixels wide", faults, found)
    assert faults == []


@pytest.mark.parametrize("name", VIEWS)
def test_nothing_needs_scrolling_sideways_at_four_hundred_per_cent(browser, folder, name):
    # 1280 pixels at 400 % are 320 (WCAG 2.2, 1.4.10).
    paper = view(browser, folder, name, viewport={"width": 320, "height": 256})
    wide = paper.page.evaluate("document.documentElement.scrollWidth")

    note(f"reflow of the view “{name}” at 320 pixels", [] if wide <= 320 else [wide])
    assert wide <= 320
    assert paper.faults == []


CUT = """(() => { const found = [];
  const words = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const inside = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || inside.closest('.heard, option') || !inside.checkVisibility()) { continue; }
    const range = document.createRange(); range.selectNodeContents(words.currentNode);
    const box = inside.closest('button, summary, .card, section, dialog, #page').getBoundingClientRect();
    const drawn = range.getBoundingClientRect();
    if (drawn.width && (drawn.right > box.right + 1 || (inside.closest('button') && drawn.bottom > box.bottom + 1))) { found.push(words.currentNode.data); }
  } return found; })()"""


@pytest.mark.parametrize("name", ["a statement", "a heading", "skim"])
def test_text_of_twice_the_size_is_cut_nowhere(browser, folder, name):
    paper = view(browser, folder, name, viewport={"width": 1280, "height": 800})
    paper.page.evaluate("document.documentElement.style.fontSize = '200%'")
    cut = paper.page.evaluate(CUT)

    note(f"text at 200 % on the view “{name}”", cut)
    assert cut == []
    assert paper.page.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.mark.parametrize("name", ["a statement", "a heading", "skim"])
@pytest.mark.parametrize("width", WIDTHS)
def test_wider_spacing_of_text_cuts_nothing(browser, folder, name, width):
    # The spacing that WCAG 2.2, 1.4.12 names.
    paper = view(browser, folder, name, viewport={"width": width, "height": 800})
    paper.page.evaluate(
        """(() => { const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
          word-spacing: .16em !important; } p { margin-bottom: 2em !important; }`);
        document.adoptedStyleSheets = [sheet]; })()"""
    )
    cut = paper.page.evaluate(CUT)

    note(f"text spacing on the view “{name}”, {width} pixels wide", cut)
    assert cut == []
    assert paper.page.evaluate("document.documentElement.scrollWidth") <= width


def test_borders_of_controls_stand_out(browser, folder):
    paper = view(browser, folder, "a statement", viewport={"width": 1280, "height": 800})
    faint = paper.page.evaluate(
        """(() => { const light = (colour) => { const [r, g, b] = colour.match(/[0-9]+/g).slice(0, 3)
          .map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
          return .2126 * r + .7152 * g + .0722 * b; };
        return Array.from(document.querySelectorAll('.card button, .tools button, textarea, select, input'))
          .filter((e) => e.checkVisibility() && !e.disabled && e.type !== 'checkbox')
          .map((e) => [e.outerHTML.slice(0, 60), 1.05 / (light(getComputedStyle(e).borderTopColor) + .05)])
          .filter(([, ratio]) => ratio < 3); })()"""
    )

    note("borders of fields and buttons", faint)
    assert faint == []


def test_what_is_missing_is_said_with_what_to_do(browser, folder):
    paper = view(browser, folder, "a heading", viewport={"width": 1280, "height": 800})
    paper.page.focus("#answer")
    paper.press("Enter")
    said = paper.page.text_content("#told")

    note("what is missing, in words", [] if said.startswith("Choose an answer") else [said])
    assert said == "Choose an answer from the list first."
    assert paper.page.evaluate("document.activeElement.id") == "means"


def test_a_choice_in_a_list_decides_nothing_and_a_decision_can_be_undone(browser, folder):
    paper = view(browser, folder, "a heading", viewport={"width": 1280, "height": 800})
    paper.page.select_option("#means", label="Hearing")
    chosen = paper.count()
    paper.press("k", "u")
    faults = [said for said in (chosen, paper.count()) if not said.startswith("0 of")]

    note("undo, and nothing decided by a choice in a list", faults)
    assert faults == []


def test_a_name_is_asked_for_once(browser, folder):
    context = browser.new_context(offline=True)
    first = opened(context, folder / "review.html")
    first.start("Amira")
    again = opened(context, folder / "comments.html")
    known = again.page.input_value("#your-name")

    note("a name is asked for once", [] if known == "Amira" else [known])
    assert known == "Amira"


def test_single_keys_are_listed_can_be_switched_off_and_leave_typing_alone(browser, folder):
    paper = view(browser, folder, "a statement", viewport={"width": 1280, "height": 800})
    paper.page.focus("#note")
    paper.page.keyboard.type("kr")
    typed = paper.count()
    paper.press("Escape", "?")
    listed = paper.page.text_content("#key-list")
    paper.page.focus("#keys-on")
    paper.press("Space", "Escape", "k")
    faults = [said for said in (typed, paper.count()) if not said.startswith("0 of")]

    note("single keys", faults if "Keep" in listed else [*faults, "not listed"])
    assert faults == []
    assert "Keep" in listed


@pytest.mark.parametrize(
    "name", ["a heading", "a statement", "skim", "a proposed rule", "comments"]
)
def test_everything_is_reached_with_tab_and_nothing_holds_the_focus(browser, folder, name):
    paper = view(browser, folder, name, viewport={"width": 1280, "height": 800})
    wanted = paper.page.evaluate(
        """Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]'))
        .filter(e => e.checkVisibility() && !e.disabled).length"""
    )
    paper.page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    paper.page.evaluate("window.seen = new Set()")
    for _ in range(3 * wanted):
        paper.press("Tab")
        paper.page.evaluate("seen.add(document.activeElement)")
    reached = paper.page.evaluate("[...seen].filter(e => e !== document.body).length")

    note(f"the keyboard alone on the view “{name}”", [] if reached >= wanted else [reached])
    assert reached >= wanted


def test_focus_can_be_seen_and_is_not_covered(browser, folder):
    paper = view(browser, folder, "a statement", viewport={"width": 1280, "height": 800})
    paper.page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    hidden = []
    for _ in range(60):
        paper.press("Tab")
        state = paper.page.evaluate(
            """(() => { const e = document.activeElement, r = e.getBoundingClientRect();
            if (e === document.body) { return null; }
            const at = document.elementFromPoint(r.left + Math.min(r.width / 2, 20), r.top + Math.min(r.height / 2, 10));
            return { what: e.outerHTML.slice(0, 100), outline: getComputedStyle(e).outlineWidth,
              seen: Boolean(at) && (e.contains(at) || at.contains(e)) }; })()"""
        )
        if state and not (state["outline"] == "3px" and state["seen"]):
            hidden.append(state)

    note("focus that is seen and not covered", hidden)
    assert hidden == []


def test_targets_are_big_enough_to_hit(browser, folder):
    small = []
    for name in VIEWS:
        paper = view(browser, folder, name, viewport={"width": 320, "height": 800})
        small += paper.page.evaluate(
            """Array.from(document.querySelectorAll('button, select, summary, input, textarea'))
            .filter(e => e.checkVisibility()).map(e => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
            .filter(([, r]) => r.width < 24 || r.height < 24).map(([html]) => html)"""
        )
        paper.page.context.close()

    note("targets of 24 pixels and more", small)
    assert small == []


def test_a_decision_is_said_and_the_focus_goes_to_the_next_cards_heading(browser, folder):
    paper = view(browser, folder, "a statement", viewport={"width": 1280, "height": 800})
    paper.press("Escape")
    paper.page.focus("#card-title")
    paper.press("k")
    focus = paper.page.evaluate("document.activeElement.id")

    note("what is said, and where the focus goes", [] if focus == "card-title" else [focus])
    assert paper.said() == "Keep. 4 left. Next: Statement 2 of 4."
    assert focus == "card-title"
    assert paper.page.text_content("#card-title") == "Statement 2 of 4: Ring twice"


def test_nothing_moves_where_less_motion_is_asked_for(browser, folder):
    paper = view(browser, folder, "a statement", reduced_motion="reduce")
    moving = paper.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")

    note("reduced motion", [] if moving == "auto" else [moving])
    assert moving == "auto"


def test_what_is_chosen_is_seen_in_forced_colours(browser, folder):
    paper = view(browser, folder, "a statement", forced_colors="active")
    outline = paper.page.eval_on_selector(
        ".choice[aria-pressed='true']", "e => getComputedStyle(e).outlineStyle"
    )
    words = paper.page.text_content(".choice[aria-pressed='true'] .tick")

    note("what is chosen, in forced colours and without colour", [] if words else ["no tick"])
    assert (outline, words) == ("solid", "✓")
