"""Layouts in which headings, colours, boxes and revisions carry the meaning; each as bytes of Word."""

import re

from fingerpost.strategies import Role

from tests.support.guards import guards, holds, returns, same, without
from tests.support.guidance import guidance
from tests.support.word import (
    bold,
    box,
    bullets,
    choice,
    deleted,
    docx,
    field,
    footnote,
    hidden,
    inserted,
    lists,
    note_mark,
    old_box,
    p,
    r,
    style,
    tbl,
    tc,
    tr,
)

BULLETS = lists(bullets())
GREEN, PURPLE, ORANGE = "00B050", "7030A0", "FFC000"


def heading(text, level=1):
    return p(text, outline=level - 1)


def item(text):
    return p(text, num=(1, 0))


def page(*blocks, **parts):
    return guidance(docx(*blocks, numbering=BULLETS, **parts))


def coloured(text, colour, **more):
    return p(r(text, f'<w:color w:val="{colour}"/>'), **more)


def filled(*blocks, fill):
    return tc(*blocks, props=f'<w:shd w:val="clear" w:fill="{fill}"/>')


@guards("fingerpost.extracting.extraction.colour_hints", returns({}))
@guards("fingerpost.classifying.matchers.colours.Colours._labels", returns(()))
@guards("fingerpost.classifying.reasons._is_coloured_otherwise", returns(False))
def test_layout_19_the_colour_of_an_area_is_a_hint_and_no_more():
    found = page(
        heading("Key"),
        coloured("Communication and interaction", PURPLE),
        coloured("Social, emotional and mental health", GREEN),
        heading("Strategies"),
        coloured("Greet each learner by name.", GREEN, num=(1, 0)),
        coloured("Use a plan.", PURPLE, num=(1, 0)),
        heading("Cognition and learning"),
        heading("Strategies", 2),
        tbl(tr(filled(item("Give a checklist."), fill=PURPLE))),
    )
    assert [s.hint for s in found.extraction.strategies] == [
        "Social, emotional and mental health",
        "Communication and interaction",
        "Communication and interaction",
    ]
    votes = [v for v in found.item("Use a plan").suggestions if v.evidence.matcher == "colours"]
    assert [(v.concept, v.weak) for v in votes] == [("communication-and-interaction", True)]
    assert found.areas("Use a plan") == []
    assert found.reasons("Use a plan") == ["no-label", "heading-not-settled"]
    assert found.reasons("Give a checklist") == ["labels-disagree"]


@guards("fingerpost.extracting.colours.patch_of", returns(""))
@guards("fingerpost.extracting.plans._role_of_key", returns(None))
def test_layout_19_a_key_of_coloured_cells_beside_the_names_of_areas_is_read():
    found = page(
        tbl(
            tr(filled(p(""), fill=ORANGE), "Cognition and learning"),
            tr(filled(p(""), fill=PURPLE), "Communication and interaction"),
        ),
        heading("Strategies"),
        coloured("Use a plan.", ORANGE, num=(1, 0)),
        tbl(tr(filled(p(""), fill=PURPLE), tc(item("Use a chart.")), tc(item("Use a lamp.")))),
    )
    assert found.roles["Communication and interaction"] == "context"
    assert found.texts == ["Use a plan.", "Use a chart.", "Use a lamp."]
    assert [found.strategy(text).hint for text in ("plan", "chart", "lamp")] == [
        "Cognition and learning", "", "",
    ]  # fmt: skip


@guards("fingerpost.extracting.colours._FEWEST", holds(0))
@guards("fingerpost.extracting.colours._tells", returns(True))
def test_layout_19_one_colour_for_all_headings_and_greys_say_nothing():
    found = page(
        coloured("Communication and interaction", GREEN, outline=0),
        coloured("Cognition and learning", GREEN, outline=0),
        coloured("SEMH", ORANGE, outline=0),
        p(r("Hearing", '<w:color w:val="404040"/>'), outline=0),
        p(r("Strategies", '<w:color w:val="404040"/>'), outline=1),
        coloured("Face the class.", GREEN, num=(1, 0)),
        coloured("Use a soundfield system.", ORANGE, num=(1, 0)),
        coloured("Repeat what others say.", "404040", num=(1, 0)),
    )
    assert [s.hint for s in found.extraction.strategies] == ["", "", ""]
    assert found.reasons("soundfield") == []


@guards("fingerpost.reading.quirks.infer_headings", same)
@guards("fingerpost.reading.quirks.typed_bullets._stands_out", returns(False))
@guards("fingerpost.reading.quirks.look_alike_headings._Scope._outer", returns(0))
def test_layout_21_bold_capital_and_hand_numbered_headings_are_headings_and_say_why():
    found = page(
        p(bold("COGNITION AND LEARNING")),
        p(bold("1. What might we notice?")),
        item("Forgets what was said."),
        p(bold("2. Strategies")),
        item("Use a visual checklist."),
        p("These words are plain and long enough to say what most letters of the paper look like."),
    )
    assert found.told == [
        "COGNITION AND LEARNING > 2. Strategies: Use a visual checklist. !inferred-heading"
    ]
    assert found.roles["Forgets what was said."] == "indicator"
    why = {row.text: row.reason for row in found.extraction.ledger if row.role == "heading"}
    assert why["2. Strategies"] == "bold, numbered by hand, short, followed by a list"


@guards("fingerpost.reading.paragraphs._read_box", returns([]))
@guards("fingerpost.extracting.account.Account.describe", returns(None))
def test_layout_22_text_in_boxes_and_shapes_is_read_once_under_its_own_heading():
    inner = (p(bold("Strategies")), item("Offer a calm corner."))
    found = page(
        heading("SEMH"),
        p("Words beside the box.", choice(box(*inner), old_box(*inner))),
        p(old_box(p("Strategies for all"), item("Greet each learner."))),
        p(box(p("The wheel of support"), description="A wheel of ten principles")),
    )
    assert found.texts == ["Offer a calm corner.", "Greet each learner."]
    assert found.strategy("calm").heading_path == "SEMH > Strategies"
    assert found.strategy("calm").locator == "body/p[2]/txbx[1]/p[2]"
    assert found.kinds["A wheel of ten principles"] == "alt-text"
    assert len(found.rows("Offer a calm corner.")) == 1


@guards("fingerpost.reading.fields.Fields.in_contents", holds(False))
@guards("fingerpost.reading.paragraphs._ends_in_page_number", returns(False))
@guards("fingerpost.extracting.giveaways._LEADERS", lambda _: re.compile("nothing"))
def test_layout_23_contents_lists_and_page_references_are_no_headings():
    found = page(
        p(field(r'TOC \o "1-3" \h', "Strategies\t3")),
        p("Hearing\t", field(r"PAGEREF _Toc1 \h", "4")),
        p("Listening ........ 12"),
        p("SEMH\t7", style="TOC1"),
        heading("SEMH"),
        heading("Strategies", 2),
        item("Greet each learner."),
        styles=style("TOC1", "toc 1"),
    )
    lines = [row.text for row in found.extraction.ledger if row.role == "contents-list"]
    assert lines == ["Strategies 3", "Hearing 4", "Listening ........ 12", "SEMH 7"]
    assert found.told == ["SEMH > Strategies: Greet each learner."]
    assert not [row for row in found.extraction.ledger if "TOC" in row.text]


@guards("fingerpost.extracting.plans.record_role", returns(None))
@guards("fingerpost.extracting.items.role_of_words", returns(None))
@guards("fingerpost.extracting.thread.Thread.barred", holds(None))
def test_layout_25_document_control_contacts_and_forewords_are_kept_and_not_published():
    found = page(
        p("Document owner: Inclusion team"),
        p("Review date: September 2026"),
        heading("Foreword"),
        item("We are proud of our schools."),
        heading("Contacts"),
        item("Ring the team on a weekday."),
        heading("SEMH"),
        heading("Strategies", 2),
        item("Greet each learner."),
        item("Next review: March 2027"),
        tbl(tr("Version", "Date", "Author"), tr("2.1", "May 2025", "SEND team")),
    )
    assert found.texts == ["Greet each learner."]
    assert found.roles["Next review: March 2027"] == "document-control"
    assert found.roles["September 2026"] == "document-control"
    assert found.roles["May 2025"] == "document-control"
    assert found.roles["Ring the team on a weekday."] == "contact"
    assert all(head.text != "Review date: September 2026" for head in found.extraction.heads)


@guards("fingerpost.classifying.structure._field", returns(None))
def test_layout_26_a_block_for_an_age_gives_its_items_their_phase_and_ends():
    found = page(
        heading("Hearing"),
        heading("Strategies", 2),
        item("Face the class."),
        heading("Early Years Guidance", 3),
        item("Sing close to the child."),
        heading("Strategies", 2),
        item("Repeat what others say."),
        p(bold("Early Years Guidance")),
        item("Clap the beat of words."),
    )
    assert [(c.strategy.text, c.phases) for c in found.classified] == [
        ("Face the class.", ()),
        ("Sing close to the child.", ("early-years",)),
        ("Repeat what others say.", ()),
        ("Clap the beat of words.", ("early-years",)),
    ]


@guards("fingerpost.extracting.giveaways._TESTS", holds(()))
@guards("fingerpost.extracting.items._may_be_advice", returns(True))
def test_layout_31_duties_notes_and_resources_are_kinds_of_their_own():
    found = page(
        heading("SEMH"),
        heading("Strategies", 2),
        p("Schools must make reasonable adjustments under the Equality Act."),
        item("Schools must have regard to the Code of Practice in law."),
        item("Staff must greet each learner."),
        item("Please also see section 4."),
        heading("The law", 2),
        item("Keep a plan for each learner."),
        heading("Useful resources", 2),
        item("A set of picture cards"),
    )
    assert found.texts == ["Staff must greet each learner."]
    assert {found.roles[text] for text in found.roles if text.startswith("Schools")} == {Role.DUTY}
    assert found.roles["Please also see section 4."] == "note"
    assert found.roles["Keep a plan for each learner."] == "duty"
    assert found.roles["A set of picture cards"] == "resource"


@guards("fingerpost.reading.inlines.INLINES", without("delText"))
@guards("fingerpost.extracting.account._is_changed", returns(False))
@guards("fingerpost.extracting.account.Account.unseen", returns(None))
def test_layout_32_changes_hidden_words_comments_and_margins_are_told_apart():
    found = page(
        heading("Hearing"),
        heading("Strategies", 2),
        p("Say the name ", deleted("twice"), inserted("once"), num=(1, 0)),
        p(hidden("Old advice."), num=(1, 0)),
        p("Face the class.", note_mark(1, "comment"), num=(1, 0)),
        inserted(item("Use signs.")),
        p(r("Tap the desk twice.", "<w:strike/>"), num=(1, 0)),
        headers=[p("Our council")],
        footers=[p("Page 1")],
        comments=footnote(1, p("Is this enough?"), kind="comment"),
    )
    assert found.texts == [
        "Say the name once", "Face the class.", "Use signs.", "Tap the desk twice.",
    ]  # fmt: skip
    assert found.reasons("Say the name") == ["tracked-change"]
    assert found.reasons("Use signs") == ["tracked-change"]
    assert found.reasons("Tap the desk") == ["struck-out"]
    assert found.reasons("Face the class") == []
    assert found.strategy("Face").comments == ("Is this enough?",)
    kinds = ("twice", "Old advice.", "Is this enough?", "Our council", "Page 1")
    assert [found.kinds[text] for text in kinds] == [
        "deleted", "hidden", "comment", "header", "footer",
    ]  # fmt: skip


@guards("fingerpost.extracting.account.Account.marks_of", returns(()))
def test_words_struck_through_by_any_means_are_never_accepted_unseen():
    struck = (
        p(r("Use a bell.", "<w:dstrike/>"), num=(1, 0)),
        p(r("Use a gong.", '<w:rStyle w:val="Gone"/>'), num=(1, 0)),
        p("Use ", r("two", "<w:strike/>"), " timers.", num=(1, 0)),
        p("Use a whistle.", style="GoneLine", num=(1, 0)),
    )
    found = page(
        heading("Hearing"),
        heading("Strategies", 2),
        *struck,
        item("Use a lamp."),
        tbl(tr(tc(p(r("Use a horn.", "<w:strike/>"), num=(1, 0))))),
        styles=style("Gone", kind="character", run="<w:strike/>")
        + style("GoneLine", run="<w:strike/>"),
    )
    reasons = {c.strategy.text: [str(r) for r in c.reasons] for c in found.classified}
    assert [text for text, why in reasons.items() if "struck-out" in why] == [
        "Use a bell.", "Use a gong.", "Use two timers.", "Use a whistle.", "Use a horn.",
    ]  # fmt: skip
    assert reasons["Use a lamp."] == []


@guards(
    "fingerpost.extracting.extraction._with_marks", lambda _: lambda account, _b: account.strategies
)
@guards("fingerpost.extracting.account.Account.marks_of", returns(()))
def test_what_stands_below_a_changed_or_struck_heading_or_lead_in_waits():
    struck = "<w:strike/>"
    found = page(
        heading("Hearing"),
        p(deleted("What not to do"), inserted("Strategies"), outline=1),
        item("Face the class."),
        heading("Strategies", 2),
        item("Use a lamp."),
        p(deleted("Never "), "try:"),
        item("a radio aid"),
        p(r("Strategies at home", struck), outline=1),
        item("Sing close to the child."),
        tbl(
            tr(tc(p(r("Need", struck))), tc(p(inserted("Strategies")))),
            tr("Glue ear", tc(item("Check each day."))),
        ),
    )
    reasons = {s.text: s.doubts for s in found.extraction.strategies}
    assert reasons == {
        "Face the class.": ("tracked-change",),
        "Use a lamp.": (),
        "a radio aid": ("tracked-change",),
        "Sing close to the child.": ("struck-out",),
        "Check each day.": ("struck-out", "tracked-change"),
    }
    assert found.reasons("Face the class") == ["tracked-change"]
