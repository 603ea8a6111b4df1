"""Tables, sound and damaged."""

import pytest
from fingerpost.documents import Fate, Table, paragraphs
from fingerpost.reading import read

from tests.support.blocks import outline
from tests.support.word import box, control, docx, inserted, p, r, style, tbl, tc, tr


def blocks(*body: str):
    return read("a.docx", docx(*body)).stories[0].blocks


def table(*rows: str) -> Table:
    found = blocks(tbl(*rows))[0]
    assert isinstance(found, Table)
    return found


def shape(found: Table) -> list[list[tuple[int, int, int, bool]]]:
    """Column, column span, row span and whether it continues, of each cell."""
    return [
        [(cell.column, cell.column_span, cell.row_span, cell.continues) for cell in row.cells]
        for row in found.rows
    ]


def merge(kind: str = "") -> str:
    return f'<w:vMerge w:val="{kind}"/>' if kind else "<w:vMerge/>"


def wide(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_cells_know_their_column_in_the_grid():
    found = table(
        tr(tc(p("a"), props=wide(2)), "b"), tr("c", "d", "e", props='<w:gridBefore w:val="1"/>')
    )
    assert shape(found) == [
        [(0, 2, 1, False), (2, 1, 1, False)],
        [(1, 1, 1, False), (2, 1, 1, False), (3, 1, 1, False)],
    ]


def test_cells_merged_downwards_say_so():
    found = table(
        tr(tc(p("a"), props=merge("restart")), "1"),
        tr(tc(p(), props=merge()), "2"),
        tr(tc(p(), props=merge("continue")), "3"),
        tr(tc(p("b"), props=merge("restart")), "4"),
    )
    assert [row[0] for row in shape(found)] == [
        (0, 1, 3, False), (0, 1, 1, True), (0, 1, 1, True), (0, 1, 1, False),
    ]  # fmt: skip


def test_a_merge_goes_by_column_and_not_by_place_in_the_row():
    found = table(
        tr("a", tc(p("b"), props=merge("restart"))),
        tr(tc(p(), props=merge()), props='<w:gridBefore w:val="1"/>'),
    )
    assert shape(found)[0][1] == (1, 1, 2, False)
    assert shape(found)[1] == [(1, 1, 1, True)]


def test_a_merge_that_continues_nothing_begins_itself():
    assert shape(table(tr(tc(p("a"), props=merge())), tr(tc(p(), props=merge())))) == [
        [(0, 1, 2, False)],
        [(0, 1, 1, True)],
    ]


def test_a_merge_ends_where_a_row_does_not_continue_it():
    found = table(tr(tc(p("a"), props=merge("restart"))), tr("b"), tr(tc(p("c"), props=merge())))
    assert [row[0] for row in shape(found)] == [(0, 1, 1, False)] * 3


def test_cells_merged_sideways_the_old_way_are_one_wide_cell():
    found = table(
        tr(tc(p("a"), props='<w:hMerge w:val="restart"/>'), tc(p(), props="<w:hMerge/>"), "b")
    )
    assert shape(found) == [[(0, 2, 1, False), (2, 1, 1, False)]]
    assert [cell.locator[-5:] for cell in found.rows[0].cells] == ["tc[1]", "tc[3]"]


def test_text_in_a_cell_merged_away_is_not_lost():
    found = table(
        tr(tc(p("a"), props='<w:hMerge w:val="restart"/>'), tc(p("b"), props="<w:hMerge/>"))
    )
    assert outline([found]) == "| a | b |"


def test_head_rows_and_fills_are_told():
    found = table(
        tr(tc(p("Need"), props='<w:shd w:fill="d9e2f3"/>'), props="<w:tblHeader/>"),
        tr(tc(p("x"), props='<w:shd w:fill="auto"/>'), props='<w:tblHeader w:val="0"/>'),
    )
    assert [(row.header, row.cells[0].fill) for row in found.rows] == [
        (True, "D9E2F3"),
        (False, ""),
    ]


HEADED = style("Grid", kind="table") + style("Leaf", kind="table", based_on="Grid")
HEADED = HEADED.replace(
    "</w:style>",
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:shd w:fill="4472c4"/></w:tcPr>'
    '</w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>',
    1,
)


@pytest.mark.parametrize(
    ("look", "bold"),
    [
        ('<w:tblLook w:firstRow="1" w:firstColumn="0"/>', [[True, True], [False, False]]),
        ('<w:tblLook w:firstRow="0" w:firstColumn="1"/>', [[True, False], [True, False]]),
        ('<w:tblLook w:val="04A0"/>', [[True, True], [True, False]]),
        ('<w:tblLook w:val="0000"/>', [[False, False], [False, False]]),
        ('<w:tblLook w:val="none"/>', [[False, False], [False, False]]),
        ("", [[False, False], [False, False]]),
    ],
)
def test_heads_set_off_by_the_style_of_the_table_look_like_heads(look, bold):
    body = tbl(tr("a", "b"), tr("c", "d"), props=f'<w:tblStyle w:val="Leaf"/>{look}')
    (found,) = read("a.docx", docx(body, styles=HEADED)).stories[0].blocks
    assert [[cell.blocks[0].look.bold for cell in row.cells] for row in found.rows] == bold


def test_a_style_of_the_table_fills_cells_that_say_nothing_themselves():
    cells = tr("a", tc(p(r("b", '<w:b w:val="0"/>')), props='<w:shd w:fill="ffffff"/>'))
    props = '<w:tblStyle w:val="Leaf"/><w:tblLook w:val="0020"/>'
    (found,) = (
        read("a.docx", docx(tbl(cells, tr("c"), props=props), styles=HEADED)).stories[0].blocks
    )
    assert [cell.fill for cell in (*found.rows[0].cells, *found.rows[1].cells)] == [
        "4472C4",
        "FFFFFF",
        "",
    ]
    assert not found.rows[0].cells[1].blocks[0].look.bold


def test_a_table_in_a_head_and_a_box_in_it_have_looks_of_their_own():
    inner = tc(p("a", box(p("boxed"))), tbl(tr("b")))
    props = '<w:tblStyle w:val="Leaf"/><w:tblLook w:val="0020"/>'
    (found,) = read("a.docx", docx(tbl(tr(inner), props=props), styles=HEADED)).stories[0].blocks
    lines = list(paragraphs(found.rows[0].cells[0].blocks))
    assert [(line.text, line.look.bold) for line in lines] == [
        ("a", True), ("boxed", False), ("b", False),
    ]  # fmt: skip


def test_rows_and_cells_in_content_controls_keep_their_places():
    found = table(
        control(tr("a", "b")), control(control(tr(control(tc(p("c"))), "d"))), inserted(tr("e"))
    )
    assert outline([found]) == "| a | b |\n| c | d |\n| e |"
    assert found.rows[1].cells[0].locator == "body/tbl[1]/tr[2]/tc[1]"
    assert found.rows[2].cells[0].blocks[0].revised


def test_a_table_in_a_cell_stays_in_it():
    found = table(tr(tc(p("a"), tbl(tr("b", "c")), p("d")), "e"))
    assert outline([found]) == "| a / | b | c | / d | e |"
    inner = found.rows[0].cells[0].blocks[1]
    assert inner.rows[0].cells[1].locator == "body/tbl[1]/tr[1]/tc[1]/tbl[1]/tr[1]/tc[2]"


@pytest.mark.parametrize(("change", "fate"), [("del", Fate.DELETED), ("ins", Fate.VISIBLE)])
def test_words_of_a_tracked_row_share_its_fate(change, fate):
    (line,) = table(tr("x", props=f"<w:{change}/>")).rows[0].cells[0].blocks
    assert line.spans[0].fate is fate
    assert line.revised


def test_words_of_a_deleted_cell_are_deleted():
    gone, kept = table(tr(tc(p("x"), props="<w:cellDel/>"), "y")).rows[0].cells
    assert gone.blocks[0].spans[0].fate is Fate.DELETED
    assert kept.blocks[0].spans[0].fate is Fate.VISIBLE


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (p("loose"), "loose"),
        (r("loose"), "loose"),
        (tr("a") + p("loose"), "| a |\nloose"),
        (f"<w:tr>{p('loose')}{tc(p('a'))}</w:tr>", "| a |\nloose"),
        (tc(p("loose")), "loose"),
        (f"<w:tr>{tr('inner')}</w:tr>", "|  |\ninner"),
        ("", ""),
        ("<w:tr/>", "|  |"),
        ("<w:tr><w:tc/></w:tr>", "|  |"),
        (tr(tc(p("a"), props='<w:gridSpan w:val="x"/>'), "b"), "| a | b |"),
        (tr(tc(p("a"), props='<w:gridSpan w:val="-4"/>'), "b"), "| a | b |"),
        (tr(tc(p("a"), props='<w:gridSpan w:val="99999999"/>'), "b"), "| a | b |"),
    ],
)
def test_a_damaged_table_loses_no_word(inner, expected):
    document = read("a.docx", docx(f"<w:tbl>{inner}</w:tbl>"))
    assert outline(document.stories[0].blocks) == expected
    assert document.letters == sum(map(str.isalpha, expected))


def test_a_heading_in_a_cell_is_a_heading():
    found = table(tr(tc(p("Hearing", outline=2), p("Face the class"))))
    assert outline([found]) == "| ### Hearing / Face the class |"
