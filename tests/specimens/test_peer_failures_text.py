"""What users of other converters report of text that disappears, by the number in our list."""

import re

from fingerpost.documents import Heading, Table, TextBox

from tests.support.guards import guards, holds, returns, same, without
from tests.support.guidance import guidance
from tests.support.word import (
    bold,
    box,
    bullets,
    choice,
    control,
    deleted,
    docx,
    field,
    footnote,
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
TICKED = '<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>'
GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'


def heading(text, depth=1):
    return p(text, outline=depth - 1)


def item(text):
    return p(text, num=(1, 0))


def page(*blocks, **parts):
    return guidance(docx(*blocks, numbering=BULLETS, **parts))


def no_box(_old):
    return lambda *_given: TextBox(locator="", blocks=())


def _only_direct(_old):
    def children(parent, scope, wanted):
        return [(node, scope) for node in parent if node.tag == wanted]

    return children


def _as_told(grid, cell, _merge):
    grid.rows[-1].append(cell)


@guards("fingerpost.reading.paragraphs._read_box", no_box)
def test_peers_25_a_box_without_an_older_twin_is_read():
    found = page(heading("Strategies"), p(box(item("Offer a den."))))
    assert found.texts == ["Offer a den."]


@guards("fingerpost.reading.paragraphs._read_box", no_box)
def test_peers_26_a_box_stands_apart_from_the_paragraph_it_hangs_on():
    found = page(p("Before the box ", box(p("inside it")), "and after."))
    anchor, inner = found.body
    assert anchor.text == "Before the box and after."
    assert isinstance(inner, TextBox)
    assert inner.locator == "body/p[1]/txbx[1]"
    assert [block.text for block in inner.blocks] == ["inside it"]


@guards("fingerpost.reading.compatibility._choose", same)
def test_peers_27_a_line_that_stands_twice_in_a_box_is_there_twice_and_its_older_twin_is_not():
    lines = (p("Say it again."), p("Say it again."))
    found = page(p(choice(box(*lines), old_box(*lines))))
    assert found.lines == ["Say it again."] * 2
    assert [row.locator for row in found.rows("Say it again.")] == [
        "body/p[1]/txbx[1]/p[1]",
        "body/p[1]/txbx[1]/p[2]",
    ]


@guards("fingerpost.reading.compatibility._is_understood", returns(True))
def test_peers_28_of_two_versions_word_s_own_choice_is_read():
    unknown = choice(box(p("Nobody sees this.")), old_box(p("Seen instead.")), requires="future")
    found = page(p(choice(box(p("Of today.")), old_box(p("Of before.")))), p(unknown))
    assert found.lines == ["Of today.", "Seen instead."]


@guards("fingerpost.reading.tables._read_row", returns(None))
def test_peers_29_a_table_without_a_grid_is_read():
    data = docx(tbl(tr("one", "two"), tr("three")))
    assert b"tblGrid" not in data
    table = guidance(data).body[0]
    assert isinstance(table, Table)
    assert [[cell.column for cell in row.cells] for row in table.rows] == [[0, 1], [0]]
    assert guidance(data).lines == ["one", "two", "three"]


@guards("fingerpost.extracting.flow.take_heading", returns(None))
def test_peers_30_the_title_stays_in_the_flow_of_text():
    found = page(p("Guide to hearing", style="Title"), p("First words."), styles=style("Title"))
    assert found.lines == ["Guide to hearing", "First words."]
    assert found.extraction.title == "Guide to hearing"
    assert found.extraction.ledger[0].text == "Guide to hearing"


@guards("fingerpost.reading.stories._margins", returns(()))
def test_peers_31_headers_and_footers_are_read_and_not_published():
    found = page(
        heading("Strategies"),
        item("Face the class."),
        headers=[item("Our council"), p("First page")],
        footers=[tbl(tr("Page", "2"))],
    )
    assert found.texts == ["Face the class."]
    beside = [(row.kind, row.text, row.locator) for row in found.extraction.ledger[2:]]
    assert beside == [
        ("header", "Our council", "header[1]/p[1]"),
        ("header", "First page", "header[2]/p[1]"),
        ("footer", "Page", "footer[1]/tbl[1]/tr[1]/tc[1]/p[1]"),
        ("footer", "2", "footer[1]/tbl[1]/tr[1]/tc[2]/p[1]"),
    ]


@guards("fingerpost.reading.body._look_through", returns([]))
@guards("fingerpost.reading.inlines.look_through", returns(None))
def test_peers_32_and_37_boxes_to_tick_and_controls_in_controls_are_read():
    found = page(
        heading("Strategies"),
        control(control(item("Face the class."), control(item("Use a lamp.")))),
        p(control(r("☒"), props=TICKED), " Keep ", control(control(r("calm."))), num=(1, 0)),
    )
    assert found.texts == ["Face the class.", "Use a lamp.", "Keep calm."]
    assert found.rows("☒ Keep calm.")


@guards("fingerpost.reading.tables._children", _only_direct)
def test_peers_33_cells_and_rows_in_controls_keep_their_columns():
    found = page(
        heading("SEMH"),
        tbl(
            tr(*(tc(p(bold(name))) for name in ("SKILL", "WHAT TO DO", "ASKING FOR HELP"))),
            control(
                tr(
                    control(tc(p("Anger"))),
                    control(control(tc(item("Offer a den.")))),
                    tc(item("Ask a mentor.")),
                )
            ),
        ),
    )
    assert found.told == [
        "SEMH > Anger > WHAT TO DO: Offer a den.",
        "SEMH > Anger > ASKING FOR HELP: Ask a mentor.",
    ]


@guards("fingerpost.reading.body._GALLERY", holds("nothing"))
@guards("fingerpost.reading.fields._CONTENTS", holds(frozenset()))
@guards("fingerpost.reading.styles._CONTENTS", holds(re.compile("never")))
def test_peers_34_contents_lists_are_kept_and_marked_by_control_field_or_style():
    found = page(
        control(p("Contents"), p("Hearing 3"), props=GALLERY),
        p(field(r'TOC \o "1-2"', "Vision 4")),
        p("Touch 5", style="Inhalt1"),
        heading("Hearing"),
        styles=style("Inhalt1", "toc 1"),
    )
    roles = {row.text: str(row.role) for row in found.extraction.ledger}
    marked = [text for text, role in roles.items() if role == "contents-list"]
    assert marked == ["Contents", "Hearing 3", "Vision 4", "Touch 5"]
    assert roles["Hearing"] == "heading"


@guards("fingerpost.reading.styles._outline", returns(None))
def test_peers_35_headings_are_found_by_level_and_not_by_the_name_of_their_style():
    outline = '<w:outlineLvl w:val="{}"/>'
    found = page(
        p("By a translated style", style="berschrift2"),
        p("By a style of the council's own", style="Own"),
        p("By its parent", style="Child"),
        p("Not at level nine", style="Body9"),
        p("By itself", outline=3),
        styles=style("berschrift2", "Überschrift 2", para=outline.format(1))
        + style("Own", "Blue bar", para=outline.format(0))
        + style("Child", "Blue bar small", based_on="Own")
        + style("Body9", para=outline.format(9)),
    )
    told = [(block.text, block.level) for block in found.body if isinstance(block, Heading)]
    assert told == [
        ("By a translated style", 2),
        ("By a style of the council's own", 1),
        ("By its parent", 1),
        ("By itself", 4),
    ]


@guards("fingerpost.extracting.thread.Thread.branch", lambda _: lambda thread, _s, **_k: thread)
def test_peers_36_a_heading_in_a_cell_holds_in_the_cell_and_no_further():
    found = page(
        heading("SEMH"),
        heading("Strategies", 2),
        tbl(tr(tc(heading("Hearing"), item("Face the class.")), tc(item("Use a lamp.")))),
        item("Praise effort."),
    )
    paths = {s.text: s.heading_path for s in found.extraction.strategies}
    assert paths["Use a lamp."] == paths["Praise effort."] == "SEMH > Strategies"
    assert paths["Face the class."].endswith("Hearing")


@guards("fingerpost.reading.inlines.look_through", returns(None))
def test_peers_38_text_in_any_wrapper_is_text():
    wrapped = (
        f'<w:smartTag w:element="place">{r("Leave ")}</w:smartTag>',
        f'<w:customXml w:element="x">{r("ten ")}</w:customXml>',
        f'<w:bdo w:val="ltr">{r("seconds ")}</w:bdo>',
        f'<w:fldSimple w:instr=" MERGEFIELD x ">{r("of ")}</w:fldSimple>',
        inserted(f"<w:someday>{r('quiet')}</w:someday>"),
        "<w:r><w:t>.</w:t></w:r>",
    )
    found = page(heading("Strategies"), p(*wrapped, num=(1, 0)))
    assert found.texts == ["Leave ten seconds of quiet."]
    assert "tracked-change" in found.extraction.strategies[0].doubts


@guards("fingerpost.reading.count_revisions", returns(None))
@guards("fingerpost.reading.inlines.INLINES", without("delText"))
def test_peers_39_and_48_both_sides_of_a_change_are_kept_and_counted():
    found = page(
        heading("Strategies"),
        p("Wait ", deleted("five"), inserted("ten"), " seconds.", num=(1, 0)),
        inserted(item("Use signs.")),
    )
    assert found.texts == ["Wait ten seconds.", "Use signs."]
    assert found.kinds["five"] == "deleted"
    counted = found.document.revisions
    assert (counted.insertions, counted.deletions, counted.of_words) == (2, 1, 3)


@guards("fingerpost.reading.body._look_through", returns([]))
@guards("fingerpost.reading.tables._children", _only_direct)
@guards("fingerpost.reading.inlines.look_through", returns(None))
def test_peers_40_a_control_hides_nothing_in_any_of_five_places():
    found = page(
        control(p("round a paragraph")),
        p(control(r("round a run"))),
        tbl(control(tr("round a row")), tr(control(tc(p("round a cell"))))),
        p(box(control(p("in a box")))),
        headers=[control(p("in a header"))],
    )
    places = ("a paragraph", "a run", "a row", "a cell", "a box", "a header")
    assert all(len(found.rows(place)) == 1 for place in places)


@guards("fingerpost.reading.stories._notes", returns(()))
def test_peers_41_a_document_of_notes_alone_is_not_empty():
    notes = {
        "footnotes": footnote(1, p("Words below the line.")),
        "endnotes": footnote(1, p("Words at the end."), kind="endnote"),
        "comments": footnote(1, p("Words beside."), kind="comment"),
    }
    found = page(p(note_mark(1)), **notes)
    assert [str(row.kind) for row in found.extraction.ledger] == ["footnote", "endnote", "comment"]
    assert found.document.warnings == ()


@guards("fingerpost.reading.told_of_pictures", returns(""))
def test_peers_41_a_document_without_a_word_says_so():
    (warning,) = page(p("")).document.warnings
    assert warning.startswith("The document holds no words.")


@guards("fingerpost.extracting.account.Account._comments_on", returns(iter(())))
def test_peers_42_comments_are_kept_with_the_place_they_belong_to():
    found = page(
        heading("Strategies"),
        p("Face the class.", note_mark(7, "comment"), num=(1, 0)),
        item("Use a lamp."),
        comments=footnote(7, p("Is this new?"), kind="comment"),
    )
    assert [s.comments for s in found.extraction.strategies] == [("Is this new?",), ()]
    assert found.body[1].anchors == ("comment[1]",)
    assert found.rows("Is this new?")[0].locator == "comment[1]/p[1]"


@guards("fingerpost.reading.tables._WIDEST", holds(10**9))
@guards("fingerpost.reading.tables._Grid.add", lambda _: _as_told)
def test_peers_43_damaged_merges_cost_no_word_and_repeat_none():
    found = page(
        heading("SEMH"),
        tbl(
            tr(
                tc(p("goes on from nothing"), props="<w:vMerge/>"),
                tc(p("far too wide"), props='<w:gridSpan w:val="99999"/>'),
            ),
            tr(tc(p("less than nothing"), props='<w:gridSpan w:val="-3"/>'), tc()),
            tr(tc(p("over two"), props='<w:vMerge w:val="restart"/>')),
            tr(tc(p("words in the lower half"), props="<w:vMerge/>")),
            tr(),
            p("between the rows"),
        ),
    )
    told = (
        "goes on from nothing", "far too wide", "less than nothing", "over two",
        "words in the lower half", "between the rows",
    )  # fmt: skip
    assert [len(found.rows(text)) for text in told] == [1] * 6
    rows = found.body[1].rows
    assert rows[0].cells[1].column_span <= 1000
    assert not rows[0].cells[0].continues
    assert (rows[2].cells[0].row_span, rows[3].cells[0].continues) == (2, True)
