"""Rare habits of Word that carry text."""

import pytest
from fingerpost.documents import AltKind, AltText, Fate, count_letters, paragraphs
from fingerpost.reading import read

from tests.support.drawn import relationships
from tests.support.word import (
    bullets,
    docx,
    field,
    field_code,
    field_mark,
    hidden,
    lists,
    p,
    part,
    r,
    style,
    tbl,
    tc,
    tr,
)


def lines(*body: str, **options):
    """All paragraphs of all stories, with the proof that no letter is lost."""
    document = read("a.docx", docx(*body, **options))
    found = [line for story in document.stories for line in paragraphs(story.blocks)]
    told = sum(count_letters(span.text) for line in found for span in line.spans)
    assert told == document.letters
    return found


def texts(*body: str, **options) -> list[str]:
    return [line.text for line in lines(*body, **options)]


def maths(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def operator(settings: str) -> str:
    inner = f"<m:sub>{maths('i=1')}</m:sub><m:sup>{maths('n')}</m:sup><m:e>{maths('x')}</m:e>"
    return f"<m:oMath><m:nary><m:naryPr>{settings}</m:naryPr>{inner}</m:nary></m:oMath>"


@pytest.mark.parametrize(
    ("settings", "sign"),
    [('<m:chr m:val="∑"/>', "∑"), ("", "∫"), ('<m:chr m:val=""/>', ""), ('<m:chr m:val="A"/>', "")],
)
def test_the_sign_of_a_sum_is_a_setting_and_is_read_where_it_is_no_letter(settings, sign):
    assert texts(p("= ", operator(settings))) == [f"= {sign}i=1nx"]


def test_equations_inside_one_another_are_read_whole():
    root = f"<m:rad><m:deg>{maths('3')}</m:deg><m:e>{maths('y')}</m:e></m:rad>"
    power = f"<m:sSup><m:e>{maths('z')}</m:e><m:sup>{maths('2')}</m:sup></m:sSup>"
    fraction = f"<m:f><m:num>{root}</m:num><m:den>{power}</m:den></m:f>"
    (text,) = texts(p(f"<m:oMathPara><m:oMath>{fraction}</m:oMath></m:oMathPara>"))
    assert text.split() == ["3y", "z2"]


def test_tracked_changes_inside_an_equation_are_kept_apart():
    body = f"<m:oMath><w:del>{maths('q')}</w:del><w:ins>{maths('s')}</w:ins></m:oMath>"
    (line,) = lines(p(body))
    assert [(span.text, span.fate.value, span.revised) for span in line.spans] == [
        ("q", "deleted", False), ("s", "visible", True),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["t", "delText", "sym"])
def test_words_astray_in_a_drawing_are_read(name):
    inner = f"<w:{name}>lost</w:{name}>" if name != "sym" else '<w:sym w:char="0041"/>'
    (_, stray) = lines(p(f"<w:r><w:drawing><wp:inline>{inner}</wp:inline></w:drawing></w:r>"))
    assert "".join(span.text for span in stray.spans) == ("A" if name == "sym" else "lost")


def test_a_box_of_web_markup_in_the_old_drawing_language_is_told():
    body = p(
        "<w:r><w:pict><v:shape><v:textbox><div>Quiet <b>corner</b></div></v:textbox></v:shape></w:pict></w:r>"
    )
    (_, found) = read("a.docx", docx(body)).stories[0].blocks
    assert isinstance(found, AltText)
    assert (found.text, found.kind) == ("Quiet corner", AltKind.DRAWING)


def test_an_old_box_without_words_says_nothing():
    body = p("<w:r><w:pict><v:shape><v:textbox><div> </div></v:textbox></v:shape></w:pict></w:r>")
    assert len(read("a.docx", docx(body)).stories[0].blocks) == 1


def test_dates_and_page_numbers_that_word_fills_in_leave_nothing_in_the_file():
    run = "<w:t>on </w:t><w:dayLong/><w:monthShort/><w:yearLong/><w:pgNum/><w:t>, page</w:t>"
    assert texts(p(r(run))) == ["on , page"]


@pytest.mark.parametrize(
    ("code", "href"),
    [
        (' HYPERLINK "https://e.org/a" \\t "_blank" \\o "A \\"tip\\"" \\h ', "https://e.org/a"),
        (" HYPERLINK https://e.org \\n \\m ", "https://e.org"),
        (' hyperlink "https://e.org" \\l "part" \\* CHARFORMAT ', "https://e.org#part"),
        (' HYPERLINK \\l "_Toc1" \\h', ""),
        (" REF _Ref1 \\h ", ""),
        (" MERGEFIELD Name \\* MERGEFORMAT ", ""),
    ],
)
def test_the_switches_of_a_field_are_no_words_and_no_address(code, href):
    (line,) = lines(p("see ", field(code, "«it»")))
    assert line.text == "see «it»"
    assert line.spans[1].href == href
    assert line.spans[1].field == code.split()[0].upper()


def test_simple_fields_inside_one_another_are_read():
    inner = '<w:fldSimple w:instr="SEQ Figure"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    outer = f'<w:fldSimple w:instr=" REF x ">{inner}<w:r><w:t>b</w:t></w:r></w:fldSimple>'
    (line,) = lines(p(outer))
    assert [(span.text, span.field) for span in line.spans] == [("1", "SEQ"), ("b", "REF")]


def test_an_index_is_contents_and_its_entries_in_the_text_are_not_seen():
    index = (
        p(field_mark("begin"), field_code(' INDEX \\c "2" '), field_mark("separate"), "Apple, 3"),
        p("Bread, 4", field_mark("end")),
    )  # fmt: skip
    entry = p("Bread", field_mark("begin"), field_code(' XE "Bread" '), field_mark("end"), " is")
    assert [(line.text, line.contents) for line in lines(*index, entry)] == [
        ("Apple, 3", True), ("Bread, 4", True), ("Bread is", False),
    ]  # fmt: skip


@pytest.mark.parametrize("wrap", ["customXml", "smartTag"])
def test_custom_wrappers_are_looked_through_round_blocks_rows_cells_and_runs(wrap):
    def w(inner: str) -> str:
        settings = f'<w:{wrap}Pr><w:attr w:name="a" w:val="not a word"/></w:{wrap}Pr>'
        return f'<w:{wrap} w:element="x">{settings}{inner}</w:{wrap}>'

    found = lines(w(p("block ", w(r("run")))), w(tbl(w(tr(w(tc(w(p("cell")))))))))
    assert [(line.locator, line.text) for line in found] == [
        ("body/p[1]", "block run"), ("body/tbl[1]/tr[1]/tc[1]/p[1]", "cell"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "fate", "revised"),
    [
        ("cellIns", Fate.VISIBLE, True),
        ("cellDel", Fate.DELETED, True),
        ("cellMerge", Fate.VISIBLE, True),
    ],
)
def test_a_cell_put_in_taken_out_or_merged_is_marked(change, fate, revised):
    (line,) = lines(tbl(tr(tc(p("x"), props=f'<w:{change} w:id="1"/>'))))
    assert (line.spans[0].fate, line.revised) == (fate, revised)


def test_an_old_numbering_that_was_changed_is_no_text():
    change = (
        '<w:numPr><w:numId w:val="1"/><w:numberingChange w:id="1" w:original="%1:1:0:."/></w:numPr>'
    )
    assert texts(p("x", props=change), numbering=lists(bullets())) == ["x"]


def test_a_move_that_spans_paragraphs_is_read_at_its_new_place():
    def moved(kind: str) -> str:
        lines_ = [
            p(f"<w:{kind}>{r(text)}</w:{kind}>", props=f"<w:rPr><w:{kind}/></w:rPr>")
            for text in ("one", "two")
        ]
        begin = f'<w:{kind}RangeStart w:id="1" w:name="m"/>'
        return f'{begin}{"".join(lines_)}<w:{kind}RangeEnd w:id="1"/>'

    found = lines(moved("moveFrom"), p("between"), moved("moveTo"))
    assert [line.spans[0].fate.value for line in found] == ["deleted"] * 2 + ["visible"] * 3
    assert [line.text for line in found] == ["", "", "between", "one", "two"]


def test_a_heading_that_runs_on_into_its_text_keeps_all_words():
    mark = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert texts(p("Calm", props=mark), p(" corner")) == ["Calm", " corner"]


def test_a_style_hides_what_it_is_given_to():
    styles = style("Notes", run="<w:vanish/>") + style("Shown", based_on="Notes")
    (line, other) = lines(p("a", style="Shown"), p("b", hidden("c")), styles=styles)
    assert line.spans[0].fate is Fate.HIDDEN
    assert [span.fate for span in other.spans] == [Fate.VISIBLE, Fate.HIDDEN]


def test_building_blocks_that_a_template_offers_are_no_text():
    named = {"rId50": ("glossaryDocument", "glossary/document.xml", "x")}
    blocks = part("glossaryDocument", f"<w:docParts><w:docPart><w:docPartBody>{p('not shown')}"
                  "</w:docPartBody></w:docPart></w:docParts>")  # fmt: skip
    more = {
        "word/glossary/document.xml": blocks,
        "word/_rels/document.xml.rels": relationships(named),
    }
    assert texts(p("shown"), more=more) == ["shown"]


def test_every_header_that_a_section_names_is_read_whether_or_not_its_pages_come():
    def section(kind: str, link: int) -> str:
        return f'<w:headerReference w:type="{kind}" r:id="rIdM{link}"/>'

    pages = f"<w:sectPr>{section('first', 1)}{section('even', 2)}<w:titlePg/></w:sectPr>"
    found = texts(p("x", props=pages), p("y"), headers=[p("first"), p("even"), p("usual")])
    assert found == ["x", "y", "first", "even", "usual"]
