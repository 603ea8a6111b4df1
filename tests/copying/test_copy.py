"""Word files in, their copies out: the same words, each paragraph at its place, shown as Word does."""

from pathlib import Path

import pytest
from fingerpost.meanings import Meanings
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chance import times
from tests.support.copies import copied, faults
from tests.support.grammar import BLOCKS, PARAGRAPHS
from tests.support.html import (
    assert_headings_in_order,
    assert_links_lead_somewhere,
    assert_self_contained,
)
from tests.support.shipped import shipped_rules
from tests.support.word import (
    box,
    bullets,
    decimals,
    deleted,
    docx,
    footnote,
    hidden,
    inserted,
    lists,
    note_mark,
    p,
    r,
    style,
    tbl,
    tc,
    tr,
)

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "raw").rglob("*.docx"))
NUMBERING = lists(bullets(), decimals())


def test_every_paragraph_stands_at_its_locator():
    made = copied(
        docx(
            p("Plain"),
            tbl(tr(tc(p("In a cell"), tbl(tr("Deeper"))))),
            p("Anchor", box(p("In a box")), note_mark(1)),
            footnotes=footnote(0, p("no"), separator="separator") + footnote(1, p("In a note")),
            comments=footnote(7, p("In a comment"), kind="comment"),
            headers=[p("On every page")],
        )
    )
    assert {locator: made.seen_at(locator) for locator in made.lines} == {
        "body/p[1]": "Plain",
        "body/tbl[1]/tr[1]/tc[1]/p[1]": "In a cell",
        "body/tbl[1]/tr[1]/tc[1]/tbl[1]/tr[1]/tc[1]/p[1]": "Deeper",
        "body/p[2]": "Anchor",
        "body/p[2]/txbx[1]/p[1]": "In a box",
        "footnote[1]/p[1]": "In a note",
        "comment[1]/p[1]": "In a comment",
        "header[1]/p[1]": "On every page",
    }


@settings(deadline=None, max_examples=times(60))
@given(st.lists(BLOCKS, max_size=5), st.lists(PARAGRAPHS, max_size=2), st.booleans())
def test_the_words_of_a_copy_are_those_of_the_document(blocks, notes, strict):
    data = docx(
        *blocks,
        p("x", note_mark(1)),
        footnotes=footnote(1, *notes),
        headers=["".join(blocks[:1])],
        numbering=NUMBERING,
        strict=strict,
    )
    assert list(faults(copied(data))) == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_copy_of_a_sample_has_its_words_and_marks_its_statements(path):
    made = copied(path.read_bytes(), Meanings(shipped_rules().headings))
    assert made.extraction.strategies
    assert list(faults(made)) == []
    assert_headings_in_order(made.soup)
    assert_self_contained(made.soup)
    assert_links_lead_somewhere(made.soup)


def test_a_list_keeps_its_levels_and_shows_the_labels_of_word():
    items = [("One", (2, 0)), ("Inner", (2, 1)), ("Two", (2, 0)), ("Other", (1, 0))]
    made = copied(docx(*(p(text, num=num) for text, num in items), numbering=NUMBERING))
    shown = [(tag.get_text(), tag["data-label"]) for tag in made.soup.select("li > p")]
    assert shown == [("One", "1."), ("Inner", "1.1."), ("Two", "2."), ("Other", "•")]
    assert made.soup.select_one("ol > li > ol > li > p").get_text() == "Inner"
    assert [tag.get_text() for tag in made.soup.select("article > ol > li > p")] == ["One", "Two"]


def test_a_mark_that_was_typed_is_not_shown_twice():
    made = copied(docx(p("•\tFirst"), p("•\tSecond")))
    assert [tag.get("data-label") for tag in made.soup.select("li > p")] == [None, None]
    assert made.seen_at("body/p[1]") == "•\tFirst"


def test_what_hangs_on_a_list_item_stays_in_it():
    made = copied(docx(p("Item", box(p("Box")), num=(1, 0)), numbering=NUMBERING))
    assert made.soup.select_one("li .box p").get_text() == "Box"


def test_deleted_hidden_and_inserted_words_are_told_apart():
    made = copied(docx(p("kept ", deleted("gone"), hidden("unseen"), inserted("new"))))
    line = made.places["body/p[1]"]
    found = [line.select_one(one).get_text() for one in ("del.gone", ".unseen", "ins")]
    assert found == ["gone", "unseen", "new"]
    assert made.seen_at("body/p[1]") == "kept new"


def test_headings_never_skip_a_level_whatever_the_document_does():
    made = copied(docx(p("Deep", outline=4), p("Top", outline=0), p("Deep again", outline=8)))
    tags = [made.places[f"body/p[{n}]"].name for n in (1, 2, 3)]
    assert tags == ["h2", "h2", "h3"]


def test_merged_cells_are_one_and_lose_no_words():
    merged = tr(tc(p("Tall"), props='<w:vMerge w:val="restart"/>'), "a")
    below = tr(tc(p("still there"), props="<w:vMerge/>"), "b")
    late = tr(tc(p("c")), props='<w:gridBefore w:val="1"/>')
    made = copied(docx(tbl(merged, below, late)))
    tall = made.soup.select_one('td[rowspan="2"]')
    assert tall.get_text(" ", strip=True) == "Tall still there"
    assert made.soup.select("tr")[2].select_one("td.gap") is not None


def test_a_note_is_linked_from_where_it_hangs_without_adding_to_the_words():
    made = copied(docx(p("Words", note_mark(4)), footnotes=footnote(4, p("Note"))))
    link = made.soup.select_one("p a.note")
    assert (link["href"], link["aria-label"]) == ("#footnote%5B1%5D", "Footnote 1")
    assert made.places["footnote[1]"].get_text(strip=True) == "Note"
    assert made.seen_at("body/p[1]") == "Words"


def test_a_loose_run_of_a_damaged_file_has_a_place_too():
    made = copied(docx(r("loose"), p("sound")))
    assert made.seen_at("body/r[1]") == "loose"


def test_the_description_of_a_picture_is_shown():
    made = copied(docx(p("Words", box(p("in"), description="A teacher at a board"))))
    described = made.soup.select_one(".beside")
    assert (described["data-label"], described.get_text()) == ("Picture:", "A teacher at a board")
    assert list(faults(made)) == []


def test_the_description_of_a_hidden_picture_is_shown_as_hidden():
    unseen = box(description="A plan").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)
    made = copied(docx(p("Words", unseen)))
    assert made.soup.select_one(".beside .unseen").get_text() == "A plan"


def test_line_ends_and_tabs_are_kept():
    made = copied(docx(p("one\ntwo\tthree")))
    assert made.seen_at("body/p[1]") == "one\ntwo\tthree"


def test_a_title_and_a_centred_line_look_like_what_they_are():
    made = copied(
        docx(
            p("Guidance", style="T"),
            p("By us", props='<w:jc w:val="center"/>'),
            styles=style("T", "Title"),
        )
    )
    assert made.places["body/p[1]"].name == "h2"
    assert made.places["body/p[2]"]["class"] == ["centred"]


def test_the_page_leads_back_to_the_reports_and_is_kept_from_search_engines():
    made = copied(docx(p("x")), source="a/b c/d.docx")
    assert '<a href="../../../summary.html">' in made.page
    assert made.soup.select_one('meta[name="robots"]')["content"] == "noindex"


def test_a_document_beyond_the_bound_is_copied_without_mammoth(monkeypatch):
    asked = []
    monkeypatch.setattr("fingerpost.copying.looks.MOST_LETTERS", 3)
    monkeypatch.setattr("fingerpost.copying.looks._read", asked.append)
    made = copied(docx(p(r("slanted", "<w:i/>"))))
    assert (asked, made.seen_at("body/p[1]")) == ([], "slanted")


@pytest.mark.slow
def test_a_page_of_five_megabytes_is_made():
    data = docx(
        *(p("Offer a choice of seats and say why it is offered. " * 20) for _ in range(4500))
    )
    assert len(copied(data).page) > 4_500_000
