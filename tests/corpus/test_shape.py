"""Documents whose structure was changed after reading in, the fault that is named out."""

from dataclasses import replace

import pytest
from fingerpost.documents import Block, Document, Heading, ListItem, Paragraph, Span
from fingerpost.reading import read

from tests.corpus.shape import misshapen
from tests.oracle.words import read as read_by_oracle
from tests.support.word import bullets, docx, field, hidden, link, lists, p, style

ADDRESS = "https://example.org"
DATA = docx(
    p("Needs", outline=1),
    p("Wait", num=(1, 1)),
    p("Plain ", link("rId9", "text")),
    p(hidden("unseen")),
    numbering=lists(bullets()),
    links={"rId9": ADDRESS},
)
ORACLE = read_by_oracle(DATA)


@pytest.fixture
def document() -> Document:
    return read("a.docx", DATA)


def changed(document: Document, place: int, block: Block) -> Document:
    (body,) = document.stories
    blocks = (*body.blocks[:place], block, *body.blocks[place + 1 :])
    return replace(document, stories=(replace(body, blocks=blocks),))


def test_a_document_read_right_has_no_fault(document: Document) -> None:
    assert list(misshapen(document, ORACLE)) == []


def test_a_level_a_kind_or_an_order_that_is_not_the_files_is_a_fault(document: Document) -> None:
    head, item, plain, _ = document.stories[0].blocks
    assert isinstance(head, Heading)
    assert isinstance(item, ListItem)
    assert isinstance(plain, Paragraph)
    for place, block, fault in (
        (0, replace(head, level=3), "body/p[1]: ('heading', 3, None), not ('heading', 2, None)"),
        (0, replace(head, inferred="bold"), "body/p[1]: None, not ('heading', 2, None)"),
        (1, replace(item, level=0), "body/p[2]: ('item', 0, False), not ('item', 1, False)"),
        (1, replace(item, ordered=True), "body/p[2]: ('item', 1, True), not ('item', 1, False)"),
        (1, replace(item, typed=True), "body/p[2]: None, not ('item', 1, False)"),
        (2, item, "body/p[2]: 'Wait', not 'Plain text'"),
    ):
        told = list(misshapen(changed(document, place, block), ORACLE))
        assert told
        assert told[0].startswith(fault)


def test_a_level_seen_beside_the_stored_one_is_no_fault(document: Document) -> None:
    item = document.stories[0].blocks[1]
    assert isinstance(item, ListItem)
    shifted = changed(document, 1, replace(item, level=2, stored=1))
    assert list(misshapen(shifted, ORACLE)) == []


def test_a_paragraph_or_a_link_too_few_or_too_many_is_a_fault(document: Document) -> None:
    (body,) = document.stories
    fewer = replace(document, stories=(replace(body, blocks=body.blocks[:2]),))
    assert list(misshapen(fewer, ORACLE)) == [
        "body: 2 paragraphs, not 3",
        f"links missing: {ADDRESS}",
    ]
    plain = body.blocks[2]
    assert isinstance(plain, Paragraph)
    linked = replace(plain, spans=(Span("Plain text", href="https://example.net"),))
    assert list(misshapen(changed(document, 2, linked), ORACLE)) == [
        f"links missing: {ADDRESS}",
        "links too many: https://example.net",
    ]


def test_contents_lines_and_titles_are_what_they_are_whatever_their_level() -> None:
    styles = style("T", "Title", para='<w:outlineLvl w:val="0"/>')
    data = docx(p("Support", style="T"), p(field("TOC", "Needs"), outline=1), styles=styles)
    assert list(misshapen(read("a.docx", data), read_by_oracle(data))) == []
