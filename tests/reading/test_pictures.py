"""Words that stand in charts, diagrams, WordArt and other drawings."""

import pytest
from fingerpost.documents import AltKind, AltText, Fate
from fingerpost.errors import DocumentRefused
from fingerpost.reading import read

from tests.support.drawn import (
    chart,
    chart_frame,
    diagram,
    diagram_frame,
    drawn_line,
    drawn_shapes,
    frame,
    new_chart,
    parts_of,
    years,
)
from tests.support.word import box, choice, docx, hidden, inserted, old_box, p, r, tbl, tr

CHART = chart("Support by age", {"Boys": ["Nursery", "School"], "Girls": ["Nursery", "School"]})


def beside(*body: str, **options) -> list[AltText]:
    blocks = read("a.docx", docx(*body, **options)).stories[0].blocks
    return [block for block in blocks if isinstance(block, AltText)]


def words(*body: str, **options) -> list[tuple[str, str]]:
    return [(found.kind.value, found.text) for found in beside(*body, **options)]


def charted(part: str) -> list[str]:
    more = parts_of({"rId5": ("chart", "charts/chart1.xml", part)})
    return [text for _, text in words(p(chart_frame("rId5")), more=more)]


def test_a_chart_tells_its_title_series_and_categories_each_once():
    assert charted(CHART) == ["Support by age", "Boys", "Nursery, School", "Girls"]


def test_a_title_that_a_series_repeats_is_told_twice():
    assert charted(chart("Boys", {"Boys": ["Nursery"]})) == ["Boys", "Boys", "Nursery"]


def test_a_chart_with_entities_refuses_the_document():
    hostile = '<!DOCTYPE x [<!ENTITY e "x">]><c:chartSpace/>'
    with pytest.raises(DocumentRefused) as refused:
        charted(hostile)
    assert refused.value.code == "unsafe"


def test_what_a_chart_says_names_its_part_and_the_paragraph_that_holds_it():
    more = parts_of({"rId5": ("chart", "charts/chart1.xml", CHART)})
    first = beside(p("Before"), p("Look: ", chart_frame("rId5")), more=more)[0]
    assert (first.locator, first.kind, first.origin) == (
        "body/p[2]", AltKind.CHART, "word/charts/chart1.xml",
    )  # fmt: skip


def test_categories_that_are_years_are_told_and_those_that_are_dates_are_not():
    told = charted(chart("T", {}, years("2024", "2025") + years("45000", code="dd/mm/yyyy")))
    assert told == ["T", "2024, 2025"]


def test_the_titles_of_axes_are_told_and_the_values_are_not():
    axis = (
        f"<c:catAx><c:title><c:tx><c:rich>{drawn_line('Age')}</c:rich></c:tx></c:title></c:catAx>"
    )
    assert charted(chart("T", {"S": ["A"]}, axis)) == ["T", "S", "A", "Age"]


def test_several_levels_of_categories_and_labels_from_cells_are_told():
    levels = (
        "<c:ser><c:cat><c:multiLvlStrRef><c:multiLvlStrCache><c:lvl><c:pt><c:v>Autumn</c:v></c:pt>"
        "</c:lvl><c:lvl><c:pt><c:v>Year 1</c:v></c:pt></c:lvl></c:multiLvlStrCache>"
        "</c:multiLvlStrRef></c:cat><c:extLst><c:ext><c15:datalabelsRange><c15:dlblRangeCache>"
        "<c:pt><c:v>Most</c:v></c:pt></c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
        "</c:ser>"
    )
    assert charted(chart("T", {}, levels)) == ["T", "Autumn, Year 1", "Most"]


def test_shapes_drawn_upon_a_chart_are_told():
    more = parts_of({"rId5": ("chart", "charts/chart1.xml", chart("T", {}))}) | parts_of(
        {"rId1": ("chartUserShapes", "../drawings/d.xml", drawn_shapes("Look here"))},
        owner="word/charts/chart1.xml",
    )
    more["word/drawings/d.xml"] = drawn_shapes("Look here")
    assert words(p(chart_frame("rId5")), more=more)[-1] == ("chart", "Look here")


def test_a_chart_of_the_newer_kinds_tells_its_title_once():
    part = new_chart("Steps of help", ["Class", "Group"])
    more = parts_of({"rId5": ("chartEx", "charts/chartEx1.xml", part)})
    shown = choice(chart_frame("rId5", "cx"), r("too old"), requires="cx1").replace(
        "<mc:AlternateContent>",
        '<mc:AlternateContent xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8/chartex">',
    )
    document = read("a.docx", docx(p(shown), more=more))
    assert [block.text for block in document.stories[0].blocks] == [
        "", "Class, Group", "Steps of help", "Pupils",
    ]  # fmt: skip


def test_a_diagram_is_told_in_the_order_of_its_tree():
    part = diagram({"Plan": ["Ask", "Listen"], "Do": ["Show"]}, loose=["Alone"])
    more = parts_of({"rId5": ("diagramData", "diagrams/data1.xml", part)})
    assert words(p(diagram_frame("rId5")), more=more) == [
        ("diagram", text) for text in ("Plan", "Ask", "Listen", "Do", "Show", "Alone")
    ]


def test_a_diagram_that_is_tied_in_a_ring_is_told_once():
    part = diagram({"Plan": ["Do"], "Do": ["Plan"]})
    more = parts_of({"rId5": ("diagramData", "diagrams/data1.xml", part)})
    assert sorted(text for _, text in words(p(diagram_frame("rId5")), more=more)) == ["Do", "Plan"]


def test_what_two_shapes_of_a_diagram_say_alike_is_told_twice():
    part = diagram({"Plan": ["Ask"]}).replace(">Do<", ">Plan<").replace("<dgm:ptLst>", (
        f'<dgm:ptLst><dgm:pt modelId="x"><dgm:t>{drawn_line("Plan")}</dgm:t></dgm:pt>'
    ))  # fmt: skip
    more = parts_of({"rId5": ("diagramData", "diagrams/data1.xml", part)})
    assert [text for _, text in words(p(diagram_frame("rId5")), more=more)] == [
        "Plan",
        "Ask",
        "Plan",
    ]


def embedded(link: str = "rId5", program: str = "Word.Document.12") -> str:
    held = f'<o:OLEObject Type="Embed" ProgID="{program}" r:id="{link}"/>'
    return f'<w:r><w:object><v:shape alt="A page"/>{held}</w:object></w:r>'


def test_an_embedded_word_document_is_told():
    inner = docx(p("Inner"), p(box(p("boxed"))))
    more = parts_of({"rId5": ("package", "embeddings/a.docx", inner)})
    document = read("a.docx", docx(p("Outer", embedded()), more=more))
    assert [(b.kind.value, b.text) for b in document.stories[0].blocks[1:]] == [
        ("description", "A page"), ("embedded-document", "Inner"), ("embedded-document", "boxed"),
    ]  # fmt: skip
    assert document.warnings[0].startswith("2 words stand in embedded documents: listed")


@pytest.mark.parametrize("content", [b"PK\x03\x04 not so", b"\xd0\xcf\x11\xe0 old", ""])
def test_an_embedded_object_that_cannot_be_read_is_named(content):
    more = parts_of({"rId5": ("oleObject", "embeddings/a.bin", content)})
    document = read("a.docx", docx(p("x", embedded(program="Excel.Sheet.8")), more=more))
    assert document.warnings == (
        "An object of another program (Excel.Sheet.8) is embedded in this document. Words that its "
        "picture shows were not read. Where there are strategies among them, write them into the "
        "text in Word.",
    )


def test_word_art_is_told():
    art = '<w:r><w:pict><v:shape alt="A sign"><v:textpath string="Well done"/></v:shape></w:pict></w:r>'
    assert words(p(art)) == [("description", "A sign"), ("word-art", "Well done")]


def test_text_in_a_shape_that_is_no_text_box_is_told_and_its_equation_read():
    shape = (
        '<lc:lockedCanvas xmlns:lc="http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas">'
        f"<a:sp><a:txBody>{drawn_line('Calm corner')}<a:p><m:oMath><m:r><m:t>x2</m:t></m:r></m:oMath>"
        "</a:p></a:txBody></a:sp></lc:lockedCanvas>"
    )
    document = read("a.docx", docx(p(frame(shape))))
    assert [block.text for block in document.stories[0].blocks] == ["", "Calm corner", "x2"]
    assert document.letters == 2


def test_a_description_that_a_shape_repeats_is_told_once():
    inner = '<wps:wsp><wps:cNvPr id="2" name="x" descr="A ring"/></wps:wsp>'
    assert words(p(frame(inner, "A ring"))) == [("description", "A ring")]


def test_what_a_table_says_of_itself_is_told():
    props = '<w:tblCaption w:val="Ages"/><w:tblDescription w:val="Who does what"/>'
    (told,) = beside(tbl(tr("a"), props=props))
    assert (told.locator, told.text) == ("body/tbl[1]", "Ages: Who does what")


def test_shapes_in_a_group_are_each_described():
    inner = "".join(
        f'<wps:wsp><wps:cNvPr id="{n}" name="x" descr="{said}"/></wps:wsp>'
        for n, said in enumerate(("A hand", "An ear"))
    )
    assert words(p(frame(inner, "Two signs"))) == [
        ("description", said) for said in ("Two signs", "A hand", "An ear")
    ]


def test_a_chart_beside_a_text_box_in_one_drawing_leaves_the_box_alone():
    more = parts_of({"rId5": ("chart", "charts/chart1.xml", chart("T", {}))})
    both = box(p("In the box")).replace("</wps:wsp>", '</wps:wsp><c:chart r:id="rId5"/>')
    both = both.replace(
        "<w:r>", '<w:r xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    )
    document = read("a.docx", docx(p(both), more=more))
    assert [block.locator for block in document.stories[0].blocks] == [
        "body/p[1]", "body/p[1]/txbx[1]", "body/p[1]",
    ]  # fmt: skip


def test_a_picture_kept_in_two_languages_is_told_once():
    art = '<w:r><w:pict><v:shape><v:textpath string="Well done"/></v:shape></w:pict></w:r>'
    assert words(p(choice(frame("", "A sign"), art))) == [("description", "A sign")]
    assert words(p(old_box(p("x")))) == []


@pytest.mark.parametrize(
    ("wrap", "fate"),
    [
        (lambda run: f"<w:del>{run}</w:del>", Fate.DELETED),
        (lambda run: hidden("x").replace("</w:r>", run[5:]), Fate.HIDDEN),
        (inserted, Fate.VISIBLE),
    ],
)
def test_words_in_a_picture_share_the_fate_of_the_run_that_holds_it(wrap, fate):
    more = parts_of({"rId5": ("chart", "charts/chart1.xml", chart("T", {}))})
    assert beside(p(wrap(chart_frame("rId5"))), more=more)[-1].fate is fate


def test_words_in_pictures_are_counted_in_a_warning_that_says_what_to_do():
    more = parts_of({"rId5": ("chart", "charts/chart1.xml", CHART)})
    document = read("a.docx", docx(p("Hello"), p(chart_frame("rId5")), more=more))
    assert document.warnings == (
        "7 words stand in charts: listed in the account, and not published. Where there are "
        "strategies among them, write them into the text in Word.",
    )
    assert document.letters == len("Hello")


def test_descriptions_and_deleted_pictures_give_no_warning():
    more = parts_of({"rId5": ("chart", "charts/chart1.xml", CHART)})
    gone = f"<w:del>{chart_frame('rId5')}</w:del>"
    assert read("a.docx", docx(p("Hello", gone, frame("", "A sign")), more=more)).warnings == ()


@pytest.mark.parametrize("frame_of", [chart_frame, diagram_frame])
@pytest.mark.parametrize(
    "more",
    [
        {},
        parts_of({"rId5": ("chart", "charts/chart1.xml", "<broken")}),
        parts_of({"rId5": ("chart", "https://example.org/chart.xml", "")}),
    ],
)
def test_a_chart_or_diagram_that_cannot_be_read_is_named(frame_of, more):
    (warning,) = read("a.docx", docx(p("Hello", frame_of("rId5")), more=more)).warnings
    assert "cannot be read, so that words in it may be missing. Look at it in Word." in warning


def test_pictures_in_strict_files_say_the_same():
    more = parts_of({"rId5": ("chart", "charts/chart1.xml", CHART)})
    twin = {
        name: content.replace(
            "http://schemas.openxmlformats.org/drawingml/2006/",
            "http://purl.oclc.org/ooxml/drawingml/",
        )
        for name, content in more.items()
    }
    body = p(chart_frame("rId5")).replace(
        "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "http://purl.oclc.org/ooxml/drawingml/chart",
    )
    strict = [text for _, text in words(body, more=twin, strict=True)]
    assert strict == charted(CHART)
