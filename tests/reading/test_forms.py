"""Form fields and content controls: what they show where no run of text says it."""

import pytest
from fingerpost.documents import DROP_DOWN, AltKind, AltText, Fate, Span
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read

from tests.support.shipped import shipped_rules
from tests.support.word import (
    control,
    docx,
    field_code,
    field_mark,
    p,
    r,
)

STORE = "{0C0FFEE0-0000-4000-8000-000000000001}"


def form(settings: str, code: str = "", result: str | None = None) -> str:
    begin = (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{settings}</w:ffData></w:fldChar></w:r>'
    )
    said = "" if result is None else field_mark("separate") + (r(result) if result else "")
    return begin + field_code(code) + said + field_mark("end")


def ticks(inner: str) -> str:
    return form(f"<w:checkBox>{inner}</w:checkBox>", " FORMCHECKBOX ")


def choices(inner: str, result: str | None = None) -> str:
    entries = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("daily", "weekly", "never"))
    return form(f"<w:ddList>{inner}{entries}</w:ddList>", " FORMDROPDOWN ", result)


def bound(path: str, content: str = "", store: str = STORE, spaces: str = "xmlns:x='urn:x'") -> str:
    data = f'<w:dataBinding w:prefixMappings="{spaces}" w:xpath="{path}" w:storeItemID="{store}"/>'
    return control(content, props=data)


def stored(
    content: str = "<x:plan xmlns:x='urn:x' by='Leeds'><x:aim>Read</x:aim><x:aim>Write  well</x:aim></x:plan>",
) -> dict:
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    )
    described = (
        f'<ds:datastoreItem ds:itemID="{STORE.lower()}" xmlns:ds="http://schemas.openxmlformats.org/'
        'officeDocument/2006/customXml"/>'
    )
    return {
        "customXml/item1.xml": content,
        "customXml/itemProps1.xml": described,
        "customXml/_rels/item1.xml.rels": related,
    }  # fmt: skip


def blocks(*body: str, **options):
    return read("a.docx", docx(*body, **options)).stories[0].blocks


def beside(*body: str, **options) -> list[tuple[str, str]]:
    found = blocks(*body, **options)
    return [(block.locator, block.text) for block in found if isinstance(block, AltText)]


@pytest.mark.parametrize(
    ("settings", "box"),
    [
        ("", "☐"),
        ('<w:default w:val="1"/>', "☒"),
        ("<w:checked/>", "☒"),
        ('<w:default w:val="1"/><w:checked w:val="0"/>', "☐"),
        ('<w:default w:val="0"/><w:checked w:val="true"/>', "☒"),
    ],
)
def test_a_tick_box_field_shows_its_state_and_adds_no_letters(settings, box):
    document = read("a.docx", docx(p("Met: ", ticks(settings), " yes")))
    (line,) = document.stories[0].blocks
    assert line.spans == (Span("Met: "), Span(box, field="FORMCHECKBOX"), Span(" yes"))
    assert document.letters == len("Metyes")


def test_a_deleted_tick_box_is_deleted():
    (line,) = blocks(p("x", f"<w:del>{ticks('')}</w:del>"))
    assert line.spans == (Span("x"), Span("☐", Fate.DELETED, field="FORMCHECKBOX"))


def test_a_list_of_tick_boxes_is_a_list():
    found = blocks(p(ticks(""), " Use a timer"), p(ticks("<w:checked/>"), " Offer a quiet space"))
    assert [(item.label, item.typed) for item in found] == [("☐", True), ("☒", True)]


def test_a_tick_box_control_shows_the_glyph_in_its_text():
    ticked = control(r("☒"), props='<w14:checkbox><w14:checked w14:val="1"/></w14:checkbox>')
    assert blocks(p(ticked, " done"))[0].text == "☒ done"


@pytest.mark.parametrize(
    ("state", "box"),
    [
        ('<w14:checked w14:val="1"/><w14:checkedState w14:val="2611"/>', "☑"),
        ('<w14:checked w14:val="0"/><w14:checkedState w14:val="2611"/>', "☐"),
        ('<w14:checked w14:val="1"/><w14:checkedState w14:val="0041"/>', "☒"),
        ('<w14:checked w14:val="1"/><w14:checkedState w14:val="zz"/>', "☒"),
        ("", "☐"),
    ],
)
def test_a_tick_box_control_without_text_shows_its_state(state, box):
    empty = control("", props=f"<w14:checkbox>{state}</w14:checkbox>")
    document = read("a.docx", docx(p(empty, " done")))
    assert document.stories[0].blocks[0].text == f"{box} done"
    assert document.letters == len("done")


@pytest.mark.parametrize(
    ("settings", "word"),
    [
        ("", "daily"),
        ('<w:default w:val="2"/>', "never"),
        ('<w:result w:val="1"/>', "weekly"),
        ('<w:result w:val="0"/><w:default w:val="2"/>', "daily"),
    ],
)
def test_what_a_drop_down_field_shows_stands_beside_a_gap_in_the_text(settings, word):
    line, found = blocks(p("Use it ", choices(settings), " please"))
    assert line.spans == (Span("Use it "), Span("…", field=DROP_DOWN), Span(" please"))
    assert (found.locator, found.text, found.kind) == ("body/p[1]", word, AltKind.CHOICE)


@pytest.mark.parametrize("settings", ['<w:result w:val="9"/>', '<w:result w:val="-1"/>'])
def test_a_drop_down_field_that_shows_nothing_leaves_no_gap(settings):
    (line,) = blocks(p("Use it ", choices(settings)))
    assert line.text == "Use it "


def test_a_drop_down_field_whose_choice_is_in_the_text_is_told_once():
    (line,) = blocks(p("Use it ", choices('<w:result w:val="1"/>', "weekly")))
    assert line.text == "Use it weekly"
    assert len(blocks(p("Use it ", choices('<w:result w:val="1"/>', "")))) == 2


def test_a_text_field_says_what_was_typed_into_it():
    (line,) = blocks(p("Name: ", form("<w:textInput/>", " FORMTEXT ", "Sam")))
    assert [(span.text, span.field) for span in line.spans] == [("Name: ", ""), ("Sam", "FORMTEXT")]


def test_a_list_control_a_date_and_a_combined_box_say_what_was_chosen():
    held = "".join(
        control(
            r(text), props=f'<w:{kind}><w:listItem w:displayText="other" w:value="1"/></w:{kind}>'
        )
        for kind, text in (("dropDownList", "one "), ("comboBox", "two "), ("date", "3 May"))
    )
    assert blocks(p(held))[0].text == "one two 3 May"


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/x:plan[1]/x:aim[2]", "Write well"),
        ("/x:plan/x:aim", "Read"),
        ("/x:plan[1]/x:aim[1]/text()", "Read"),
        ("/x:plan/@by", "Leeds"),
        ("/x:plan/*[2]", "Write well"),
    ],
)
def test_an_empty_control_shows_the_data_it_is_bound_to(path, shown):
    line, found = blocks(p("Aim: ", bound(path)), more=stored())
    assert line.text == "Aim: …"
    assert (found.text, found.kind, found.origin) == (shown, AltKind.CHOICE, "customxml/item1.xml")


@pytest.mark.parametrize(
    "path",
    [
        "/x:plan/x:none",
        "/x:other/x:aim",
        "//x:aim",
        "count(/x:plan)",
        "",
        "/plan/aim",
        "/x:plan/@none",
    ],
)
def test_a_path_that_leads_nowhere_or_asks_for_more_shows_nothing(path):
    assert beside(p("Aim: ", bound(path)), more=stored()) == []


def test_a_tick_box_control_round_an_equation_is_not_empty():
    equation = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    box = control(equation, props="<w14:checkbox/>")
    assert read("a.docx", docx(p("a ", box))).stories[0].blocks[0].text == "a x"


def test_a_control_with_text_shows_its_text():
    body = p(bound("/x:plan/x:aim", r("As typed"))), bound("/x:plan/x:aim", p("And said"))
    assert [line.text for line in blocks(*body, more=stored())] == ["As typed", "And said"]


def test_a_control_bound_to_nothing_shows_nothing_more():
    assert [line.text for line in blocks(control(p()), p(control("")))] == ["", ""]


def test_an_empty_control_round_a_paragraph_shows_its_data():
    assert beside(p("a"), bound("/x:plan/x:aim", p()), more=stored()) == [("body/p[2]", "Read")]


def test_a_control_may_be_bound_to_what_the_document_says_of_itself():
    path = "/ns1:coreProperties[1]/ns0:title[1]"
    spaces = (
        "xmlns:ns0='http://purl.org/dc/elements/1.1/' xmlns:ns1='http://schemas.openxmlformats.org/"
        "package/2006/metadata/core-properties'"
    )
    empty = bound(path, store="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", spaces=spaces)
    assert beside(p(empty), title="Guide") == [("body/p[1]", "Guide")]


@pytest.mark.parametrize("content", ["<broken", "<x:plan xmlns:x='urn:x'/>"])
def test_data_that_is_damaged_or_missing_shows_nothing(content):
    assert beside(p("a", bound("/x:plan/x:aim")), more=stored(content)) == []
    assert beside(p("a", bound("/x:plan/x:aim"))) == []


def test_choices_apart_from_the_text_are_counted_in_a_warning():
    (warning,) = read("a.docx", docx(p("Use it ", choices("")))).warnings
    assert warning.startswith("One word stands in form fields")


def test_a_strategy_with_a_gap_is_doubted_and_its_choice_accounted_for():
    document = read(
        "a.docx", docx(p("Strategies", outline=0), p("Use a timer ", choices(""), num=(1, 0)))
    )
    extraction = extract(document, Meanings(shipped_rules().headings))
    (strategy,) = extraction.strategies
    assert "not-whole-alone" in strategy.doubts
    assert [(row.text, row.reason) for row in extraction.ledger if row.kind == "alt-text"] == [
        ("daily", "what a form field shows, kept apart from the text")
    ]


def test_the_data_of_a_picture_are_no_words():
    data = f'<w:picture/><w:dataBinding w:xpath="/x:plan[1]/x:aim[1]" w:prefixMappings="xmlns:x=\'urn:x\'" w:storeItemID="{STORE}"/>'
    assert beside(p("Logo: ", control("", props=data)), more=stored()) == []
