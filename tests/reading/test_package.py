"""Bytes in, parts out: what is opened in spite of oddities, and what is not."""

import io
import struct
import zipfile

import pytest
from fingerpost.errors import DocumentRefused
from fingerpost.reading import Limits, read

from tests.support.word import DECLARED, docx, link, p, package, part, r

MAIN = "word/document.xml"


def words(data: bytes, **options: Limits) -> str:
    body = read("folder/a.docx", data, **options).stories[0]
    return "\n".join(block.text for block in body.blocks)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def renamed(data: bytes, change) -> bytes:
    return package({change(name): content for name, content in parts_of(data).items()})


def damaged(data: bytes, name: str, *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Give an entry a wrong checksum, in its own header and in the directory."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for known, content in parts_of(data).items():
            archive.writestr(known, content)
        wrong = struct.pack("<I", archive.getinfo(name).CRC)
    return file.getvalue().replace(wrong, b"\0\0\0\0")


@pytest.mark.parametrize("kind", ["docx", "docm", "dotx", "dotm"])
def test_documents_templates_and_macro_files_are_read(kind):
    assert words(docx(p("Hello"), kind=kind)) == "Hello"


def test_strict_files_are_read_as_transitional_ones():
    data = docx(p("See ", link("rId9", "this")), links={"rId9": "https://example.org"}, strict=True)
    assert b"purl.oclc.org" in parts_of(data)[MAIN]
    spans = read("a.docx", data).stories[0].blocks[0].spans
    assert [(span.text, span.href) for span in spans] == [
        ("See ", ""),
        ("this", "https://example.org"),
    ]


def test_the_main_part_is_found_by_relationship_whatever_its_name():
    assert words(docx(p("Here"), main="inner/Some document2.xml")) == "Here"


def test_a_part_that_only_has_the_usual_name_is_not_the_document():
    data = docx(p("Right"), main="word/other.xml", more={MAIN: part("document", "<w:body/>")})
    assert words(data) == "Right"


@pytest.mark.parametrize(
    "target", ["/word/document.xml", "word\\document.xml", "./word/document.xml"]
)
def test_absolute_relative_and_backslash_targets_lead_to_the_part(target):
    data = docx(p("Found"))
    relationships = parts_of(data)["_rels/.rels"].decode().replace(MAIN, target)
    assert words(docx(p("Found"), more={"_rels/.rels": relationships})) == "Found"


def test_part_names_are_told_apart_without_case_and_slashes():
    odd = renamed(docx(p("Odd")), lambda name: name.upper().replace("/", "\\"))
    assert words(odd) == "Odd"


def test_of_two_entries_with_one_name_the_later_counts():
    file = io.BytesIO(docx(p("First")))
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN, part("document", f"<w:body>{p('Second')}</w:body>"))
    assert words(file.getvalue()) == "Second"


def test_a_missing_picture_or_thumbnail_is_no_hindrance():
    data = docx(p("Text", r('<w:drawing><a:blip r:embed="rId4"/></w:drawing>')))
    lost = (
        parts_of(data)["_rels/.rels"]
        .decode()
        .replace(
            "</Relationships>",
            '<Relationship Id="t" Type="http://x/thumbnail" Target="docProps/thumbnail.jpeg"/>'
            "</Relationships>",
        )
    )
    whole = package(parts_of(data) | {"_rels/.rels": lost.encode()})
    assert words(whole) == "Text"


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED])
def test_a_wrong_checksum_is_read_past_and_told(compression):
    document = read("a.docx", damaged(docx(p("Intact")), MAIN, compression=compression))
    assert document.stories[0].blocks[0].text == "Intact"
    assert document.warnings == (
        "The file is damaged at word/document.xml. Its words were read all the same; compare "
        "them with the document in Word.",
    )


def test_a_wrong_checksum_of_a_part_that_is_not_needed_goes_unnoticed():
    data = damaged(
        docx(p("Fine"), more={"word/theme/theme1.xml": "<theme/>"}), "word/theme/theme1.xml"
    )
    assert read("a.docx", data).warnings == ()


def test_a_part_that_cannot_be_unpacked_is_refused_by_name():
    data = docx(p("word " * 400))
    start = data.index(b"word/document.xml") + len("word/document.xml")
    with pytest.raises(DocumentRefused, match=r"word/document\.xml cannot be unpacked") as refused:
        read("a.docx", data[: start + 20] + b"\xff" * 40 + data[start + 60 :])
    assert refused.value.code == "corrupt"


def test_a_wrong_checksum_under_a_rare_compression_is_refused():
    data = damaged(docx(p("x")), MAIN, compression=zipfile.ZIP_BZIP2)
    with pytest.raises(DocumentRefused, match="cannot be unpacked"):
        read("a.docx", data)


def test_an_entry_that_lies_about_its_place_is_refused():
    data = docx(p("x"))
    directory = data.index(b"PK\x01\x02")
    while data[directory + 46 : directory + 46 + len(MAIN)] != MAIN.encode():
        directory = data.index(b"PK\x01\x02", directory + 4)
    far = struct.pack("<I", len(data) - 10)
    with pytest.raises(DocumentRefused) as refused:
        read("a.docx", data[: directory + 42] + far + data[directory + 46 :])
    assert refused.value.code == "corrupt"


def test_ill_formed_xml_is_refused_with_its_line():
    with pytest.raises(
        DocumentRefused, match=r"part word/document\.xml is not well-formed"
    ) as refused:
        read("a.docx", docx("<w:p><w:r></w:p>"))
    assert refused.value.code == "corrupt"


def test_damaged_styles_only_warn():
    document = read("a.docx", docx(p("Kept"), styles="<w:style>"))
    assert document.stories[0].blocks[0].text == "Kept"
    assert "word/styles.xml is not well-formed" in document.warnings[0]
    assert "Headings, lists or hidden text may be missed." in document.warnings[0]


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE d [<!ENTITY e "boom">]>',
        '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY e "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        "<!DOCTYPE d>",
        "<!DOCTYPE d><broken>",
    ],
)
def test_entities_are_refused_and_never_expanded(declaration):
    entity = "&e;" if "ENTITY" in declaration else ""
    xml = f"{declaration}<w:document {DECLARED}><w:body><w:p><w:r><w:t>x{entity}</w:t></w:r></w:p></w:body></w:document>"
    with pytest.raises(DocumentRefused) as refused:
        read("a.docx", docx(more={MAIN: xml}))
    assert refused.value.code == "unsafe"


def test_comments_and_instructions_in_the_xml_do_not_tear_words():
    body = "<w:p><w:r><w:t>on<!-- aside -->e<?aside?> word</w:t></w:r></w:p>"
    assert words(docx(f"<!-- first -->{body}")) == "one word"


def test_a_part_in_another_encoding_is_read():
    xml = part("document", f"<w:body>{p('naïve café')}</w:body>").replace("UTF-8", "UTF-16")
    assert words(docx(more={MAIN: xml.encode("utf-16")})) == "naïve café"


def refusal_code(data: bytes, **limits: int) -> str:
    with pytest.raises(DocumentRefused) as refused:
        read("a.docx", data, Limits(**limits))
    return refused.value.code


def test_each_limit_is_kept():
    data = docx(p("word " * 2000))
    assert refusal_code(data, file_bytes=1000) == "too-large"
    assert refusal_code(data, part_bytes=5000) == "too-large"
    assert refusal_code(data, ratio=10, ratio_from=5000) == "too-large"
    assert refusal_code(data, entries=3) == "too-large"
    assert words(data, limits=Limits(part_bytes=20_000, ratio=10, entries=5)).startswith("word")


def test_a_paragraph_of_millions_of_letters_is_too_large_and_not_damaged():
    assert words(docx(p("ab " * 700_000))).startswith("ab")
    assert refusal_code(docx(p("ab " * 3_500_000))) == "too-large"


def test_a_header_that_lies_about_the_size_does_not_unpack_more():
    data = docx(p("x" * 50_000))
    honest = struct.pack("<I", len(parts_of(data)[MAIN]))
    with pytest.raises(DocumentRefused) as refused:
        read("a.docx", data.replace(honest, struct.pack("<I", 2000)))
    assert refused.value.code == "corrupt"


def test_a_password_on_the_zip_itself_is_named():
    data = bytearray(docx(p("x")))
    for entry in zipfile.ZipFile(io.BytesIO(bytes(data))).infolist():
        data[entry.header_offset + 6] |= 1
    directory = bytes(data).index(b"PK\x01\x02")
    while directory >= 0:
        data[directory + 8] |= 1
        directory = bytes(data).find(b"PK\x01\x02", directory + 4)
    assert refusal_code(bytes(data)) == "encrypted"


def test_a_package_without_a_document_is_refused():
    parts = parts_of(docx(p("x")))
    del parts[MAIN]
    assert refusal_code(package(parts)) == "no-main-part"


def test_a_relationship_to_something_that_is_no_document_is_refused():
    assert refusal_code(docx(more={MAIN: "<theme/>"})) == "no-main-part"
