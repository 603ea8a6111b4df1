"""Word files with italics and the like in, the same letters with the same look in the copy out."""

import mammoth
import pytest
from fingerpost.copying import looks
from fingerpost.copying.letters import write_letters
from fingerpost.documents import Span

from tests.support.copies import copied
from tests.support.word import (
    box,
    choice,
    control,
    deleted,
    docx,
    footnote,
    hidden,
    inserted,
    link,
    note_mark,
    p,
    r,
    tbl,
    tc,
    tr,
)

ITALIC, UNDERLINED = "<w:i/>", '<w:u w:val="single"/>'
RAISED = '<w:vertAlign w:val="superscript"/>'


def slanted(text):
    return r(text, ITALIC)


@pytest.mark.parametrize(
    ("properties", "selector"),
    [
        (ITALIC, "em"),
        (UNDERLINED, "u"),
        (RAISED, "sup"),
        ('<w:vertAlign w:val="subscript"/>', "sub"),
        ("<w:smallCaps/>", "span.small-caps"),
        ("<w:caps/>", "span.all-caps"),
    ],
)
def test_letters_keep_their_look(properties, selector):
    made = copied(docx(p("some ", r("of these", properties), " words")))
    line = made.places["body/p[1]"]
    assert [tag.get_text() for tag in line.select(selector)] == ["of these"]
    assert made.seen_at("body/p[1]") == "some of these words"


def test_what_is_switched_off_is_not_shown():
    made = copied(docx(p(r("upright", '<w:i w:val="0"/>'), r("plain", '<w:u w:val="none"/>'))))
    assert made.places["body/p[1]"].find(["em", "u"]) is None


def test_looks_are_found_wherever_a_paragraph_stands():
    made = copied(
        docx(
            p("plain"),
            control(tbl(control(tr(control(tc(p("a ", slanted("cell")))))))),
            p("x", choice(box(p("a ", slanted("box"))), "old"), note_mark(1)),
            inserted(p("an ", slanted("insertion"))),
            footnotes=footnote(0, p("no"), separator="separator")
            + footnote(1, p("a ", slanted("note"))),
            headers=[p("a ", slanted("header"))],
            comments=footnote(1, p("a ", slanted("comment")), kind="comment"),
        )
    )
    found = {tag.find_parent(id=True)["id"]: tag.get_text() for tag in made.soup.select("em")}
    assert found == {
        "body/tbl[1]/tr[1]/tc[1]/p[1]": "cell",
        "body/p[2]/txbx[1]/p[1]": "box",
        "body/p[3]": "insertion",
        "footnote[1]/p[1]": "note",
        "comment[1]/p[1]": "comment",
        "header[1]/p[1]": "header",
    }


def test_looks_fit_round_links_deletions_and_hidden_words():
    made = copied(
        docx(
            p(deleted("no "), link("a", "see ", slanted("this")), hidden("psst"), slanted(" too")),
            links={"a": "https://example.org"},
        )
    )
    line = made.places["body/p[1]"]
    assert [tag.get_text().strip() for tag in line.select("em")] == ["this", "too"]
    assert line.select_one("a em").get_text() == "this"


def test_strict_files_have_looks_too():
    made = copied(docx(p("a ", slanted("word")), strict=True))
    assert made.soup.select_one("em").get_text() == "word"


def test_a_paragraph_that_mammoth_reads_otherwise_keeps_its_words_without_a_look(monkeypatch):
    class Other:
        value = '<p><a id="fp-0"></a>an<em>other</em></p>'

    monkeypatch.setattr(mammoth, "convert_to_html", lambda *_given, **_named: Other)
    made = copied(docx(p("a ", slanted("word"))))
    assert made.seen_at("body/p[1]") == "a word"
    assert made.soup.select_one("em") is None


def test_the_boxes_of_a_form_stand_in_the_way_of_no_look():
    looked = (("a\u2011b ", frozenset()), ("word", frozenset({"em"})))
    assert write_letters((Span("☐ a-b word"),), (), looked) == "☐ a-b <em>word</em>"


def test_a_fault_of_mammoths_costs_no_words(monkeypatch):
    def fail(*_given, **_named):
        raise RecursionError

    monkeypatch.setattr(mammoth, "convert_to_html", fail)
    made = copied(docx(p("a ", slanted("word"))))
    assert made.seen_at("body/p[1]") == "a word"
    assert made.soup.select_one("em") is None


def test_mammoth_is_not_asked_about_more_than_it_can_take_in_a_moment(monkeypatch):
    monkeypatch.setattr(looks, "_MOST_NODES", 1)
    made = copied(docx(p("a ", slanted("word"))))
    assert made.seen_at("body/p[1]") == "a word"
    assert made.soup.select_one("em") is None


def test_mammoth_is_not_asked_where_there_is_nothing_to_learn(monkeypatch):
    asked = []
    monkeypatch.setattr(looks, "_stamped", asked.append)
    assert looks.read_looks(docx(p("plain"), p(props="<w:rPr><w:i/></w:rPr>")), 5) == {}
    assert asked == []
