"""The layouts that are lists, numbered as councils' papers were sorted; each as bytes of Word."""

import re

from tests.support.guards import guards, returns, same
from tests.support.guidance import guidance
from tests.support.word import bold, bullets, control, decimals, docx, link, lists, p, r, style

LISTS = lists(bullets(), decimals(), bullets(left=1440))


def heading(text, level=1):
    return p(text, outline=level - 1)


def item(text, depth=0, series=1):
    return p(text, num=(series, depth))


def page(*blocks, **parts):
    return guidance(docx(*blocks, numbering=LISTS, **parts))


def section(area, *blocks, **parts):
    return page(heading(area), heading("Strategies", 2), *blocks, **parts)


@guards("fingerpost.extracting.items.broken_lines", lambda _: lambda text, **_k: text.split(" "))
def test_layout_8_a_head_with_a_dash_and_examples_is_one_statement():
    told = [
        "Scaffolding of work - eg task plans; word banks; writing frames",
        "Practical maths aids – number lines/counters/bead strings",
        "Memory aids: checklists, sticky notes, voice notes",
    ]
    found = section("Cognition and learning", *map(item, told))
    assert found.texts == told
    assert all(not strategy.part for strategy in found.extraction.strategies)


@guards("fingerpost.extracting.thread.Thread.lead_in", lambda _: property(lambda _: ""))
@guards("fingerpost.extracting.items._introduces", returns(False))
def test_layout_9_a_stem_goes_with_each_of_its_children():
    found = section(
        "Communication and interaction",
        p("Visual supports such as symbols are used to:"),
        item("structure the day;"),
        item("Adults give help by:"),
        item("pointing to the picture;", 1),
        item("waiting for an answer.", 1),
        item("Keep a spare set of cards."),
    )
    path = "Communication and interaction > Strategies"
    assert found.told == [
        f"{path}: [Visual supports such as symbols are used to:] structure the day;",
        f"{path}: [Adults give help by:] pointing to the picture;",
        f"{path}: [Adults give help by:] waiting for an answer.",
        f"{path}: Keep a spare set of cards.",
    ]
    assert found.roles["Adults give help by:"] == "lead-in"
    assert found.areas("structure the day") == ["communication-and-interaction"]


@guards("fingerpost.extracting.passages._introduces", returns(False))
def test_layout_10_this_includes_is_a_lead_in_and_gerunds_below_it_are_advice():
    found = page(
        heading("Communication and interaction"),
        heading("Provision", 2),
        p("This includes:"),
        item("using gestures with words"),
        item("allowing time to answer"),
    )
    assert [s.lead_in for s in found.extraction.strategies] == ["This includes:"] * 2
    assert found.roles["This includes:"] == "lead-in"
    assert found.item("using gestures").voice == "gerund"
    assert found.reasons("using gestures") == []


@guards("fingerpost.extracting.thread.Thread.barred", lambda _: property(lambda _: None))
@guards("fingerpost.extracting.passages.role_of_stem", returns(None))
@guards("fingerpost.classifying.reasons._kind", returns(()))
def test_layout_11_signs_of_need_in_the_style_of_strategies_are_never_accepted():
    found = page(
        heading("Social, emotional and mental health"),
        heading("Needs Descriptors", 2),
        item("Withdraws from activities"),
        heading("Indicators of possible difficulties", 2),
        item("Finds change hard"),
        heading("What might we notice?", 2),
        item("Leaves the room"),
        heading("Strategies", 2),
        item("May struggle to wait for a turn"),
        item("Offer a calm start to the day."),
        p("They may:"),
        item("cry when a parent leaves"),
    )
    for sign in ("Withdraws from activities", "Finds change hard", "Leaves the room"):
        assert found.roles[sign] == "indicator"
    assert found.roles["cry when a parent leaves"] == "indicator"
    assert found.texts == ["May struggle to wait for a turn", "Offer a calm start to the day."]
    assert found.reasons("May struggle") == ["may-be-indicator"]
    assert found.reasons("Offer a calm start") == []


MARKED = (
    "·\tSeat the learner near the window.",
    "→ Use thick lines on paper.",
    "-\tGive a copy of the slides.",
    "- Read aloud what you write.",
    "§ Use matt paper.",
    "o\tCheck the blinds.",
    "\uf0b7\tKeep floors clear.",
    "\uf0d8 Mark the edge of steps.",
    "➢ Leave a lamp on.",
)


@guards("fingerpost.reading.quirks.find_typed_items", same)
@guards("fingerpost.extracting.thread.without_mark", lambda _: lambda words, **_typed: words)
def test_layout_13_typed_and_symbol_marks_make_items_and_are_no_part_of_them():
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>'
    found = section("Sensory and physical", *map(p, MARKED), p(symbol, "\tTurn the sound down."))
    expected = [line[1:].strip() for line in MARKED] + ["Turn the sound down."]
    assert found.texts == expected
    assert {found.kinds[row.text] for row in found.extraction.ledger[2:]} == {"list-item"}
    assert [s.source_text for s in found.extraction.strategies][4] == "§ Use matt paper."


@guards("fingerpost.extracting.account._list_place", returns(None))
@guards("fingerpost.reading.quirks.level_by_indent", same)
def test_layout_14_nested_items_keep_level_mark_and_parent():
    found = section(
        "Communication and interaction",
        item("Plan talk time", 0, 2),
        item("Use a talk partner", 1, 2),
        item("Change partners each week", 2, 2),
        item("Use a small group", 1, 2),
        item("Choose three learners", 0, 3),
        item("Plan play time", 0, 2),
    )
    places = {s.text: s.listed for s in found.extraction.strategies}
    shown = {text: (at.label, at.level, at.stored, at.parent) for text, at in places.items()}
    assert shown == {
        "Plan talk time": ("1.", 0, 0, ""),
        "Use a talk partner": ("1.1.", 1, 1, "body/p[3]"),
        "Change partners each week": ("1.1.1.", 2, 2, "body/p[4]"),
        "Use a small group": ("1.2.", 1, 1, "body/p[3]"),
        "Choose three learners": ("•", 1, 0, "body/p[3]"),
        "Plan play time": ("2.", 0, 0, ""),
    }


@guards("fingerpost.extracting.items.is_only_links", returns(False))
@guards("fingerpost.extracting.passages.is_only_links", returns(False))
@guards("fingerpost.extracting.passages.is_linked", returns(False))
def test_layout_18_an_item_that_is_only_a_link_is_a_resource_with_its_address():
    found = section(
        "SEMH",
        item("Use a feelings chart."),
        p(link("r1", "Chart of feelings (opens new window)"), num=(1, 0)),
        p("Resources: ", link("r2", "Guide to calm corners")),
        p("Useful links:"),
        p(link("r2", "Guide to calm corners")),
        heading("Hearing"),
        p("For example:"),
        heading("Strategies", 2),
        item("Face the class."),
        links={"r1": "https://example.org/a?b=1&c=2", "r2": "https://example.org/guide"},
    )
    assert found.texts == ["Use a feelings chart.", "Face the class."]
    assert [link.href for link in found.strategy("feelings").links] == [
        "https://example.org/a?b=1&c=2"
    ]
    resources = [row.reason for row in found.extraction.ledger if row.role == "resource"]
    assert resources == ["https://example.org/a?b=1&c=2", *["https://example.org/guide"] * 2]
    assert found.roles["For example:"] != "strategy"


@guards("fingerpost.extracting.account.has_letters", lambda _: lambda text: len(text.split()) > 3)
def test_layout_30_items_of_one_to_six_words_are_kept_by_their_headings():
    short = ["Trust", "Growth mindset", "Now and next board", "Safe place to store belongings"]
    found = section("SEMH", *map(item, short), item("–"), item("3"))
    assert found.texts == short
    assert found.reasons("Growth mindset") == []
    assert found.areas("Trust") == ["semh"]


@guards("fingerpost.reading.body._look_through", returns([]))
@guards("fingerpost.extracting.items._MARKED_STYLE", lambda _: __import__("re").compile("nothing"))
def test_lists_by_style_in_controls_and_with_lost_marks_are_lists_all_the_same():
    found = section(
        "SEMH",
        control(p("Greet each learner.", style="Bullets"), p("Say well done.", style="Bullets")),
        p("End the day with a song.", style="LostBullets"),
        p(r("Thank the learner."), style="LostBullets"),
        styles=style("Bullets", para='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        + style("LostBullets", "List Bullet 2"),
    )
    assert len(found.texts) == 4
    assert {found.kinds[text] for text in found.texts} == {"list-item"}


@guards("fingerpost.classifying.personal._words", lambda _: lambda s: f"{s.lead_in} {s.text}")
def test_a_bold_label_that_is_itself_an_item_leads_in_and_is_nobodys_name():
    found = section(
        "SEMH",
        p(bold("Classroom"), num=(1, 0)),
        item("Seat near the front.", 1),
        p(bold("Playground"), num=(1, 0)),
        item("Use a buddy bench.", 1),
    )
    assert found.told == [
        "SEMH > Strategies: [Classroom] Seat near the front.",
        "SEMH > Strategies: [Playground] Use a buddy bench.",
    ]
    assert found.reasons("Seat near") == []


@guards("fingerpost.extracting.marks._NUMBER_MARK", lambda _: re.compile("never"))
def test_numbers_of_several_parts_that_were_typed_are_no_part_of_the_words():
    found = section("Hearing", p("1.1.1 Face the class."), p("1.1.2 Use a lamp."))
    assert found.texts == ["Face the class.", "Use a lamp."]
    assert found.strategy("Face").source_text == "1.1.1 Face the class."
    assert found.strategy("Use").listed.label == "1.1.2"
