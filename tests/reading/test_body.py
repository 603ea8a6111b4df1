"""Blocks, wrappers round them, boxes, and where each stands."""

import pickle

import pytest
from fingerpost.documents import Fate, TextBox, paragraphs
from fingerpost.errors import DocumentRefused
from fingerpost.reading import Limits, read

from tests.support.blocks import outline
from tests.support.word import (
    box,
    control,
    deleted,
    docx,
    hidden,
    inserted,
    old_box,
    p,
    tbl,
    tr,
)


def blocks(*body: str, **options):
    return read("a.docx", docx(*body, **options)).stories[0].blocks


def places(*body: str) -> list[tuple[str, str]]:
    return [(line.locator, line.text) for line in paragraphs(blocks(*body))]


@pytest.mark.parametrize(
    "wrapper",
    [
        "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:customXml w:element="x">{}</w:customXml>',
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:unheardOf>{}</w:unheardOf>",
    ],
)
def test_blocks_in_wrappers_count_as_if_the_wrapper_were_not_there(wrapper):
    inner = wrapper.format(p("b") + tbl(tr("c")) + wrapper.format(p("d")))
    assert places(p("a"), inner, p("e"), tbl(tr("f"))) == [
        ("body/p[1]", "a"),
        ("body/p[2]", "b"),
        ("body/tbl[1]/tr[1]/tc[1]/p[1]", "c"),
        ("body/p[3]", "d"),
        ("body/p[4]", "e"),
        ("body/tbl[2]/tr[1]/tc[1]/p[1]", "f"),
    ]


def test_blocks_that_were_moved_away_or_deleted_are_deleted():
    for wrapper in ("del", "moveFrom"):
        (line,) = blocks(f"<w:{wrapper}>{p('gone')}</w:{wrapper}>")
        assert line.spans[0].fate is Fate.DELETED
        assert line.revised


def test_inserted_blocks_are_text_and_marked():
    (line,) = blocks(inserted(p("new")))
    assert line.spans[0].revised
    assert line.revised


def test_a_box_stands_after_its_paragraph_at_a_place_of_its_own():
    body = p("a", box(p("1"), p("2"))), p("b", old_box(p("3")), box(p("4")))
    assert places(*body) == [
        ("body/p[1]", "a"),
        ("body/p[1]/txbx[1]/p[1]", "1"),
        ("body/p[1]/txbx[1]/p[2]", "2"),
        ("body/p[2]", "b"),
        ("body/p[2]/txbx[1]/p[1]", "3"),
        ("body/p[2]/txbx[2]/p[1]", "4"),
    ]


def test_a_box_in_a_box_and_a_table_in_a_box_are_read():
    assert outline(blocks(p(box(p("outer", box(p("inner"))), tbl(tr("x", "y")))))) == (
        "[outer]\n[[inner]]\n[| x | y |]"
    )


def test_a_line_that_stands_in_two_boxes_is_read_twice():
    assert [text for _, text in places(p(box(p("Same")), box(p("Same"))))] == ["", "Same", "Same"]


@pytest.mark.parametrize(("wrap", "fate"), [("vanish", Fate.HIDDEN), ("del", Fate.DELETED)])
def test_a_box_shares_the_fate_of_its_anchor(wrap, fate):
    run = box(p("boxed"))
    if wrap == "vanish":
        run = run.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    else:
        run = f"<w:del>{run}</w:del>"
    found = next(block for block in blocks(p("x", run)) if isinstance(block, TextBox))
    assert found.blocks[0].spans[0].fate is fate


def test_another_file_inside_the_document_is_told_once():
    chunk = '<w:altChunk r:id="rId7"/>'
    document = read("a.docx", docx(p("x"), chunk, chunk))
    assert len(document.warnings) == 1
    assert "Its words were not read" in document.warnings[0]


def test_a_document_without_words_is_read_with_a_warning():
    document = read("a.docx", docx(p()))
    assert document.letters == 0
    assert document.warnings[0].startswith("The document holds no words.")


def test_several_bodies_are_read_as_one():
    data = docx(p("a"), "</w:body><w:body>", p("b"))
    assert [block.locator for block in read("a.docx", data).stories[0].blocks] == [
        "body/p[1]",
        "body/p[2]",
    ]


@pytest.mark.parametrize(
    "nest",
    [
        lambda n: "<w:tbl><w:tr><w:tc>" * n + p("x") + "</w:tc></w:tr></w:tbl>" * n,
        lambda n: "<w:sdt><w:sdtContent>" * n + p("x") + "</w:sdtContent></w:sdt>" * n,
        lambda n: p("<w:ins>" * n + "<w:r><w:t>x</w:t></w:r>" + "</w:ins>" * n),
        lambda n: p("<w:sdt><w:sdtContent>" * n + "x" + "</w:sdtContent></w:sdt>" * n),
        lambda n: "<w:tbl>" + "<w:sdt>" * n + tr("x") + "</w:sdt>" * n + "</w:tbl>",
        lambda n: (
            "<w:p><w:r><w:pict><w:txbxContent>" * n
            + p("x")
            + "</w:txbxContent></w:pict></w:r></w:p>" * n
        ),
    ],
)
@pytest.mark.parametrize("depth", [150, 600, 3000])
def test_what_is_too_deep_is_refused_in_words(nest, depth):
    with pytest.raises(DocumentRefused, match="more than 120 deep") as refused:
        read("a.docx", docx(nest(depth)))
    assert refused.value.code == "too-deep"


def test_tables_forty_deep_are_read_and_can_be_sent_between_processes():
    data = docx("<w:tbl><w:tr><w:tc>" * 40 + p("x") + "</w:tc></w:tr></w:tbl>" * 40)
    document = read("a.docx", data)
    assert pickle.loads(pickle.dumps(document)) == document
    assert [line.text for line in paragraphs(document.stories[0].blocks)] == ["x"]


def test_the_limit_of_depth_can_be_set():
    data = docx(control(control(p("x"))))
    assert read("a.docx", data).letters == 1
    with pytest.raises(DocumentRefused):
        read("a.docx", data, Limits(depth=3))


def test_twenty_thousand_paragraphs_are_read_in_order():
    data = docx(*(p(f"Line {number}") for number in range(20_000)))
    document = read("a.docx", data)
    assert len(document.stories[0].blocks) == 20_000


def test_a_hidden_or_deleted_paragraph_is_kept_with_its_place():
    body = p("a"), p(hidden("b")), p(deleted("c")), p("d")
    assert [(line.locator, line.text) for line in paragraphs(blocks(*body))] == [
        ("body/p[1]", "a"), ("body/p[2]", ""), ("body/p[3]", ""), ("body/p[4]", "d"),
    ]  # fmt: skip
