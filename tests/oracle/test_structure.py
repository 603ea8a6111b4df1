"""Small packages in, one for each rule of what is an item, a heading, a link and where it stands."""

import pytest

from tests.oracle.links import address_of
from tests.oracle.structure import Structure, structure
from tests.support.word import (
    box,
    bullets,
    choice,
    control,
    decimals,
    deleted,
    docx,
    field,
    field_code,
    field_mark,
    footnote,
    hidden,
    inserted,
    level,
    link,
    lists,
    old_box,
    p,
    r,
    style,
    tbl,
    tc,
    tr,
)

LISTS = lists(bullets(), decimals(), level(0, "", "none") + level(1, "Note:", "none"))
ADDRESS = "https://example.org/a"


def of(*body: str, numbering: str = LISTS, **parts: object) -> Structure:
    return structure(docx(*body, numbering=numbering, **parts))  # type: ignore[arg-type]


def test_an_item_has_its_words_its_stored_level_and_whether_it_counts() -> None:
    items = of(p("Wait", num=(1, 0)), p("Look", num=(1, 2)), p("First", num=(2, 1))).list_items
    assert [(item.text, item.level, item.ordered) for item in items] == [
        ("Wait", 0, False),
        ("Look", 2, False),
        ("First", 1, True),
    ]


def test_list_zero_headings_and_levels_that_show_nothing_are_no_items() -> None:
    body = (
        p("off", num=(0, 0)),
        p("head", num=(1, 0), outline=1),
        p("none", num=(3, 0)),
        p("labelled", num=(3, 1)),
        p("undefined", num=(9, 0)),
    )
    assert [item.text for item in of(*body).list_items] == ["labelled", "undefined"]


def test_an_item_by_style_takes_the_level_that_names_the_style() -> None:
    numbering = lists(bullets() + level(4, "-", "bullet", more='<w:pStyle w:val="Deep"/>'))
    styles = style("Deep", para='<w:numPr><w:numId w:val="1"/></w:numPr>')
    items = of(p("Wait", style="Deep"), styles=styles, numbering=numbering).list_items
    assert [item.level for item in items] == [4]


def test_a_list_may_hold_its_levels_in_a_numbering_style_and_a_ring_of_them_ends() -> None:
    linked = '<w:numStyleLink w:val="Ticks"/>'
    styles = style("Ticks", kind="numbering", para='<w:numPr><w:numId w:val="2"/></w:numPr>')
    for there, ordered in ((decimals(), True), (linked, False)):
        items = of(p("Wait", num=(1, 0)), styles=styles, numbering=lists(linked, there)).list_items
        assert [(item.level, item.ordered) for item in items] == [(0, ordered)]


def test_a_list_may_say_a_level_anew_for_itself() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "-", "bullet")}</w:lvlOverride>'
    numbering = lists(decimals(), nums={1: (1, own), 2: (1, "")})
    items = of(p("a", num=(1, 0)), p("b", num=(2, 0)), numbering=numbering).list_items
    assert [item.ordered for item in items] == [False, True]


def test_a_heading_has_its_level_and_unseen_ones_are_none() -> None:
    styles = style("H", "heading 3") + style("T", "Title")
    body = (
        p("a", style="H"),
        p("b", outline=0),
        p("c", style="T"),
        p(hidden("d"), outline=0),
        p(deleted("e"), outline=0),
    )
    assert [head[:2] for head in of(*body, styles=styles).headings] == [("a", 3), ("b", 1)]


def test_everything_says_where_it_stands() -> None:
    inner = tbl(tr(tc(p("nested", num=(1, 0)))))
    body = (
        p("plain", box(p("boxed", num=(1, 0)), tbl(tr(tc(p("cell in a box")))))),
        tbl(tr(tc(inner, p("cell", outline=0)))),
        p("after"),
    )
    found = of(
        *body, headers=[p("head", num=(1, 0))], footnotes=footnote(1, tbl(tr(tc(p("note")))))
    )
    assert [passage[:2] for passage in found.passages] == [
        ("plain", "body"),
        ("boxed", "text box"),
        ("cell in a box", "text box"),
        ("nested", "nested table"),
        ("cell", "table"),
        ("after", "body"),
        ("head", "header"),
        ("note", "footnote"),
    ]
    assert [item.place for item in found.list_items] == ["text box", "nested table", "header"]
    assert [head.place for head in found.headings] == ["table"]
    assert [each.text for each in found.of_place("table", "footnote")] == ["cell", "note"]


def test_a_box_that_is_kept_twice_stands_once() -> None:
    body = p(choice(box(p("new")), old_box(p("old"))))
    assert [each.text for each in of(body).passages] == ["new"]


@pytest.mark.parametrize(
    ("content", "trait"),
    [
        (inserted("word"), "inserted"),
        (f"<w:moveTo>{r('word')}</w:moveTo>", "moved"),
        (control(r("word")), "control"),
        (f"<w:smartTag>{r('word')}</w:smartTag>", "wrapped"),
        (f'<w:fldSimple w:instr="DATE">{r("word")}</w:fldSimple>', "simple field"),
        (link("rId1", "word"), "link"),
        (r("<w:t>non</w:t><w:noBreakHyphen/>"), "no-break hyphen"),
        (r('<w:sym w:font="Calibri" w:char="00E9"/>'), "symbol"),
    ],
)
def test_a_passage_says_what_its_words_came_through(content: str, trait: str) -> None:
    assert of(p(content)).passages[0].traits == {trait}
    assert of(control(p("word"))).passages[0].traits == {"control"}
    assert of(p("word")).passages[0].traits == set()


def test_a_link_is_its_address_with_its_place_and_its_visible_text() -> None:
    body = (
        p(link("rIdA", "one ", deleted("not "), r("link"))),
        p(f'<w:hyperlink r:id="rIdA" w:anchor="b">{r("two")}</w:hyperlink>'),
        p(f'<w:hyperlink w:anchor="c">{r("three")}</w:hyperlink>'),
        p(link("rIdMissing", "no address")),
        p(link("rIdA", hidden("no words"))),
        p(link("rIdA", box(p("a box is not linked")))),
    )
    assert of(*body, links={"rIdA": ADDRESS}).links == (
        (ADDRESS, "one link"),
        (f"{ADDRESS}#b", "two"),
        ("#c", "three"),
    )


def test_a_link_in_a_box_that_hangs_in_a_field_code_is_not_seen() -> None:
    linked = box(p(link("rIdA", "unseen")))
    body = p(field_mark("begin"), linked, field_mark("separate"), "shown", field_mark("end"))
    assert of(body, links={"rIdA": ADDRESS}).links == ()


def test_a_field_links_what_it_shows_whole_and_over_paragraphs() -> None:
    body = (
        p(field(f'HYPERLINK "{ADDRESS}" \\o "a tip"', "one")),
        p(f'<w:fldSimple w:instr="HYPERLINK {ADDRESS}">{r("two")}</w:fldSimple>'),
        p(field_mark("begin"), field_code(f'HYPERLINK "{ADDRESS}"'), field_mark("separate"), "th"),
        p("ree", field_mark("end")),
        p(field("REF a", "no link"), field_mark("end")),
        p(field_mark("begin"), field_code(f'HYPERLINK "{ADDRESS}"')),
        p(field("HYPERLINK four", "four"), field_mark("separate"), "never ends"),
    )
    assert of(*body).links == (
        (ADDRESS, "one"),
        (ADDRESS, "two"),
        (ADDRESS, "th ree"),
        ("four", "four"),
    )


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("HYPERLINK https://example.org", "https://example.org"),
        (' hyperlink "https://example.org/?a=1&b=2" \\t "_blank" ', "https://example.org/?a=1&b=2"),
        ('HYPERLINK "x" \\l "part" \\o "tip"', "x#part"),
        ('HYPERLINK \\l "part"', "#part"),
        ('HYPERLINK \\h "x"', "x"),
        ('HYPERLINK "C:\\\\folder\\\\a.docx"', "C:\\folder\\a.docx"),
        ("PAGEREF x", ""),
        ('"HYPERLINK" x', ""),
        ("", ""),
    ],
)
def test_the_address_of_a_field_is_told_from_its_switches(code: str, expected: str) -> None:
    assert address_of(code) == expected
