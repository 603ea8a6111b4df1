"""Files that are not read, by what they are."""

import io
import zipfile

import pytest
from fingerpost.errors import DocumentRefused
from fingerpost.reading import read

from tests.support.compound import MAGIC, compound
from tests.support.word import docx, p, package

FORBIDDEN = ("run", "flow", "facet", "ledger", "locator", "artifact", "manifest", "traceback")


def refused(data: bytes, name: str = "guide.docx") -> DocumentRefused:
    with pytest.raises(DocumentRefused) as caught:
        read(name, data)
    return caught.value


def zipped(**files: str) -> bytes:
    return package(
        {name.replace("__", "/").replace("_", "."): text for name, text in files.items()}
    )


@pytest.mark.parametrize(
    ("data", "code", "kind"),
    [
        (b"", "empty-file", "empty"),
        (compound("WordDocument"), "legacy-doc", "old kind"),
        (compound("1Table", "WordDocument"), "legacy-doc", "old kind"),
        (b"\xdb\xa5\x2d\0" + bytes(60), "legacy-doc", "old kind"),
        (compound("EncryptedPackage"), "encrypted", "password"),
        (compound("Workbook"), "not-word", "Excel workbook"),
        (compound("PowerPoint Document"), "not-word", "PowerPoint"),
        (compound("__properties_version1.0"), "not-word", "Outlook"),
        (compound("Other"), "not-word", "Office file"),
        (MAGIC + b"\x01" * 700, "corrupt", "damaged"),
        (b"%PDF-1.7\n", "not-word", "a PDF"),
        (rb"{\rtf1 hello}", "not-word", "Rich Text"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "not-word", "web page"),
        (b"<html><body>x", "not-word", "web page"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "not-word", "saved web page"),
        (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">', "not-word", "saved as XML"),
        (b'<?xml version="1.0"?><w:wordDocument xmlns:w="x">', "not-word", "Word 2003"),
        (b'<?xml version="1.0"?><other/>', "not-word", "an XML file"),
        (b"\x89PNG\r\n\x1a\n", "not-word", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "not-word", "picture (JPEG)"),
        (b"7z\xbc\xaf\x27\x1c", "not-word", "7-Zip"),
        (b"Dear team,\nplease find below ...", "not-word", "plain text"),
        ("Grüße\n".encode("utf-16"), "not-word", "plain text"),
        (bytes(range(256)), "not-word", "unknown kind"),
        (bytes(500), "not-word", "unknown kind"),
        (zipped(mimetype="application/vnd.oasis.opendocument.text"), "not-word", "(.odt)"),
        (zipped(mimetype="application/epub+zip"), "not-word", "e-book"),
        (zipped(xl__workbook_xml="<x/>"), "not-word", "an Excel workbook"),
        (zipped(ppt__presentation_xml="<x/>"), "not-word", "PowerPoint"),
        (zipped(Index__Document_iwa="x"), "not-word", "Apple Pages"),
        (zipped(notes_txt="x"), "not-word", "zip archive"),
        (docx(p("x"))[:-30], "corrupt", "cut short"),
        (b"PK\x03\x04", "corrupt", "cut short"),
    ],
)
def test_a_file_is_refused_by_what_it_is_and_not_by_its_name(data, code, kind):
    refusal = refused(data)
    assert refusal.code == code
    assert kind in refusal.reason


def test_a_zip_inside_an_old_document_does_not_make_it_a_package():
    assert refused(compound("WordDocument") + docx(p("inner"))).code == "legacy-doc"


def test_bytes_before_the_package_do_not_hide_it():
    assert read("a.docx", bytes(range(200, 256)) + docx(p("x"))).letters == 1


def test_the_file_word_keeps_beside_an_open_document_is_named_as_such():
    refusal = refused(b"\x05Owner" + bytes(150), name="send/~$guide.docx")
    assert refusal.code == "lock-file"
    assert "Close the document in Word" in refusal.remedy


def test_an_old_document_is_refused_with_the_way_to_convert_it():
    refusal = refused(compound("WordDocument"))
    assert str(refusal) == (
        "This is a Word document of the old kind (.doc, Word 97 to 2003). Open it in Word or "
        "LibreOffice Writer, choose File > Save As, take the type Word Document (.docx), and put "
        "the new file here. Where LibreOffice is installed, fingerpost migrate --convert-legacy "
        "does this for you."
    )


@pytest.mark.parametrize(
    "data", [b"", compound("WordDocument"), compound("EncryptedPackage"), b"%PDF", b"PK", bytes(9)]
)
def test_reasons_and_remedies_are_whole_sentences_in_plain_words(data):
    refusal = refused(data)
    for words in (refusal.reason, refusal.remedy):
        assert words[0].isupper()
        assert words.endswith(".")
        assert not set(words.lower().replace(".", "").split()) & set(FORBIDDEN)


def test_a_file_that_says_it_is_an_archive_but_has_no_names_is_not_word():
    file = io.BytesIO()
    zipfile.ZipFile(file, "w").close()
    assert refused(file.getvalue()).code == "not-word"
