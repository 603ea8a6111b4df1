"""Small packages in, one for each rule of stories, outline, lists and unreadable files."""

import io
import zipfile

import pytest

from tests.oracle.inspection import reading, seen
from tests.oracle.package import UnreadableError
from tests.oracle.parcel import STRICT, Parcel, Part, notes, p, r, style, styles, t
from tests.oracle.words import FATES, STORIES, read


def test_every_story_is_counted_under_its_kind() -> None:
    sections = '<w:sectPr><w:headerReference r:id="h"/><w:footerReference r:id="f"/></w:sectPr>'
    found = reading(
        p(t("body"), r('<w:footnoteReference w:id="2"/>')) + sections + sections,
        Part("header", "w:hdr", p(t("header")), id="h"),
        Part("footer", "w:ftr", p(t("footer")), id="f"),
        notes(p(t("footnote"))),
        Part("endnotes", "w:endnotes", f"<w:endnote>{p(t('endnote'))}</w:endnote>"),
        Part("comments", "w:comments", f"<w:comment>{p(t('comment'))}</w:comment>"),
    )
    assert [found.words("visible", story) for story in STORIES] == [{x: 1} for x in STORIES]


def test_a_header_that_no_section_names_is_not_read() -> None:
    assert seen(p(t("body")), Part("header", "w:hdr", p(t("unused")), id="h")) == ["body"]


@pytest.mark.parametrize("kind", ["separator", "continuationSeparator", "continuationNotice"])
def test_what_word_puts_between_notes_is_set_aside(kind: str) -> None:
    part = notes(p(t("line")), properties=f'w:type="{kind}"')
    found = reading(p(t("body")), part)
    assert (found.words(), found.asides["notice"]) == ({"body": 1}, {"line": 1})


def test_descriptions_drawings_and_drop_downs_are_set_aside() -> None:
    picture = (
        '<w:drawing><wp:docPr id="1" title="A chart" descr="of ages"/><a:t>axis</a:t></w:drawing>'
    )
    art = '<w:pict><v:shape alt="seal"><v:textpath string="DRAFT"/></v:shape></w:pict>'
    entries = '<w:listEntry w:val="never"/><w:listEntry w:val="often"/>'
    choice = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>{entries}</w:ddList></w:ffData></w:fldChar>'
    found = reading(p(r(picture), r(art), r(choice)))
    assert found.words() == {}
    assert found.asides["alt-text"] == {"a": 1, "chart": 1, "of": 1, "ages": 1, "seal": 1}
    assert found.asides["drawing"] == {"axis": 1, "draft": 1}
    assert found.asides["choice"] == {"often": 1}


def test_a_foreign_chunk_is_reported() -> None:
    assert reading(p(t("body")) + '<w:altChunk r:id="x"/>').foreign_chunks == 1


OUTLINE = styles(
    style("Top", '<w:name w:val="Heading 1"/>'),
    style("Own", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    style("Child", "", based_on="Own"),
    style("Flat", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', based_on="Own"),
    style("Points", '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'),
    style("Deep", "", based_on="Points"),
)
NUMBERING = Part(
    "numbering",
    "w:numbering",
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="2"><w:pStyle w:val="Deep"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>',
)


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="Top"/>', 1),
        ('<w:pStyle w:val="Own"/>', 2),
        ('<w:pStyle w:val="Child"/>', 2),
        ('<w:pStyle w:val="Flat"/>', None),
        ('<w:outlineLvl w:val="4"/>', 5),
        ('<w:pStyle w:val="Top"/><w:outlineLvl w:val="9"/>', None),
        ("", None),
    ],
)
def test_a_heading_has_its_outline_level(properties: str, level: int | None) -> None:
    found = reading(p(t("head"), properties=properties), OUTLINE).headings()
    assert [heading.heading_level for heading in found] == ([] if level is None else [level])


def in_list(list_id: int, level: int | None = None) -> str:
    step = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{step}<w:numId w:val="{list_id}"/></w:numPr>'


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        (in_list(4, 1), 1),
        (in_list(4), 0),
        (in_list(0), None),
        ('<w:pStyle w:val="Points"/>', 0),
        ('<w:pStyle w:val="Deep"/>', 2),
        ('<w:pStyle w:val="Points"/>' + in_list(0), None),
        ('<w:pStyle w:val="Top"/>' + in_list(4, 1), None),
        ("", None),
    ],
)
def test_a_list_item_has_its_level(properties: str, level: int | None) -> None:
    found = reading(p(t("item"), properties=properties), OUTLINE, NUMBERING).list_items()
    assert [item.list_level for item in found] == ([] if level is None else [level])


def test_a_strict_package_reads_like_a_transitional_one() -> None:
    sections = '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
    header = Part("header", "w:hdr", p(t("top")), id="h")
    body = p(t("seen"), t("not", '<w:vanish w:val="on"/>')) + sections
    readings = [
        read(Parcel(body, (header,), namespace=ns).zipped())
        for ns in (STRICT, Parcel("").namespace)
    ]
    counts = [[found.words(fate) for fate in FATES] for found in readings]
    assert counts[0] == counts[1] == [{"seen": 1, "top": 1}, {}, {"not": 1}]


def test_the_main_part_is_found_by_relationship_and_not_by_name() -> None:
    decoy = {"word/document.xml": Parcel(p(t("decoy"))).contents()["word/document.xml"]}
    parcel = Parcel(p(t("true")), main="odd/Main%20part.xml")
    assert isinstance(decoy["word/document.xml"], str)
    files = {name: str(text).encode() for name, text in decoy.items()}
    assert read(Parcel(parcel.body, main=parcel.main, files=files).zipped()).words() == {"true": 1}


def test_a_glossary_is_not_read() -> None:
    glossary = Part("glossaryDocument", "w:glossaryDocument", p(t("stock")))
    assert seen(p(t("body")), glossary) == ["body"]


def zipped(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "code_"),
    [
        (b"", "empty-file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "compound-file"),
        (b"%PDF-1.7", "no-zip"),
        (Parcel(p(t("cut"))).zipped()[:300], "damaged-zip"),
        (zipped(readme="text"), "no-main-part"),
        (Parcel("<broken").zipped(), "damaged-xml"),
    ],
)
def test_a_file_without_words_to_be_had_is_named_by_its_class(data: bytes, code_: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert caught.value.code == code_


def test_a_main_part_without_a_body_is_named() -> None:
    data = Parcel("", files={"word/document.xml": b"<theme/>"}).zipped()
    with pytest.raises(UnreadableError, match="no-body"):
        read(data)
