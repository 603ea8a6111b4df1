"""Files that were inserted into a document without being merged into it."""

import pytest
from fingerpost.documents import AltKind, AltText, Fate
from fingerpost.errors import DocumentRefused
from fingerpost.reading import Limits, read

from tests.support.drawn import parts_of, relationships
from tests.support.flat import flat, word_2003
from tests.support.word import box, deleted, docx, footnote, note_mark, p, tbl, tc, tr

CHUNK = '<w:altChunk r:id="rId7"/>'
PAGE = (
    "<html><head><title>Not shown</title><style>p {}</style></head><body><h1>One</h1>"
    "<p>Offer a <b>qui</b>et\nspace<br/>and time</p><!-- not this --><ul><li>first</li>"
    "<li>second</li></ul><script>not()</script>tail</body></html>"
)
LINES = ["One", "Offer a quiet space", "and time", "first", "second", "tail"]
MESSAGE = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/html; charset=windows-1252\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>caf=E9</p>\r\n"
    "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
)
TWO_WAYS = (
    'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n"
    "--b\r\nContent-Type: text/html\r\n\r\n<p>page</p>\r\n--b--\r\n"
)


def document(content: bytes, *body: str, target: str = "chunk.dat"):
    more = parts_of({"rId7": ("aFChunk", target, content)})
    return read("a.docx", docx(*(body or (p("Before"), CHUNK, p("After"))), more=more))


def beside(content: bytes, *body: str, **options) -> list[str]:
    blocks = document(content, *body, **options).stories[0].blocks
    return [block.text for block in blocks if isinstance(block, AltText)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (PAGE.encode(), LINES),
        (("\ufeff" + PAGE).encode("utf-16-le"), LINES),
        (b'<?xml version="1.0" encoding="utf-8"?>' + PAGE.encode(), LINES),
        (b'\n <?xml version="1.0" encoding="utf-8"?>' + PAGE.encode(), LINES),
        (b'<?xml version="1.0"?>', []),
        (b'<?xml encoding="utf-8"><p>cut</p>', ["cut"]),
        (TWO_WAYS.encode(), ["page"]),
        (b"<div>loose <i>pa</i>ge</div>", ["loose page"]),
        ("<html><meta charset='windows-1252'><p>café</p></html>".encode("cp1252"), ["café"]),
        (MESSAGE.encode(), ["café"]),
        (MESSAGE.replace("windows-1252", "no-such-code").encode(), ["café"]),
        (MESSAGE.replace("text/html", "text/plain").encode(), ["<p>café</p>"]),
        (rb"{\rtf1\ansi One\par {\b Tw}o}", ["One", "Two"]),
        (b"One\r\n\r\nTwo  words", ["One", "Two words"]),
        ("Zoë’s".encode("cp1252"), ["Zoë’s"]),
        ("Zoë’s".encode("utf-16"), ["Zoë’s"]),
        (flat(docx(p("Flat", deleted(" gone")))), ["Flat"]),
        (word_2003(p("Old")), ["Old"]),
        (b"<html></html>", []),
    ],
)
def test_an_inserted_file_is_read_by_what_it_is(content, expected):
    assert beside(content) == expected


def test_an_inserted_word_file_gives_all_that_is_seen_in_it():
    inner = docx(
        p("One", note_mark(2), deleted(" gone")), tbl(tr(tc(p("cell")))), p(box(p("boxed"))),
        footnotes=footnote(2, p("Note")),
    )  # fmt: skip
    assert beside(inner) == ["One", "cell", "boxed", "Note"]


def test_the_words_stand_at_their_own_place_with_what_they_are():
    _, found, after = document(b"Words").stories[0].blocks
    assert found == AltText(
        locator="body/altChunk[1]", text="Words", kind=AltKind.INSERTED_FILE,
        origin="word/chunk.dat",
    )  # fmt: skip
    assert after.locator == "body/p[2]"


def test_an_inserted_file_is_read_in_cells_and_shares_what_became_of_them():
    table = tbl(tr(tc(CHUNK, p()), props="<w:del/>"))
    (cell,) = document(b"Words", table).stories[0].blocks[0].rows[0].cells
    assert cell.blocks[0].locator == "body/tbl[1]/tr[1]/tc[1]/altChunk[1]"
    assert cell.blocks[0].fate is Fate.DELETED


def test_a_subdocument_is_read_where_it_hangs():
    _, found = document(docx(p("Chapter")), p("See ", '<w:subDoc r:id="rId7"/>')).stories[0].blocks
    assert (found.locator, found.text, found.kind) == (
        "body/p[1]", "Chapter", AltKind.INSERTED_FILE,
    )  # fmt: skip


def test_the_words_are_counted_in_a_warning_and_are_none_of_the_documents_own():
    found = document(b"Two words")
    assert found.letters == len("BeforeAfter")
    assert found.warnings == (
        "2 words stand in files that were inserted into this document without being merged into "
        "it: listed in the account, and not published. Open the document in Word, save it, and put "
        "the saved file here.",
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF-1.4", "it seems to be a PDF"),
        (b"PK\x03\x04 broken", "The file is damaged"),
        (b"\x00\x01\x02\x03", "it seems to be a file of an unknown kind"),
        (b"x" * (8 * 2**20 + 1), "has 8,388,609 bytes"),
    ],
)
def test_an_inserted_file_that_cannot_be_read_is_named(content, reason):
    (warning,) = document(content).warnings
    assert warning.startswith("Another file, word/chunk.dat, was inserted into this document")
    assert reason in warning
    assert warning.endswith("save it, and put the saved file here.")


@pytest.mark.parametrize("content", [b"<html>" + b"<p>" * 300_001, b"{\\rtf1" + b"{" * 300_001])
def test_an_inserted_file_of_too_many_marks_is_named(content):
    (warning,) = document(content).warnings
    assert "larger than can be read safely" in warning


def test_inserted_files_are_told_up_to_a_number_of_lines():
    found = document(b"x\n" * 40_000, CHUNK, CHUNK, CHUNK)
    assert len(found.stories[0].blocks) == 80_000
    assert "too many lines" in found.warnings[0]


def test_a_file_outside_the_document_is_named_and_never_fetched():
    (warning,) = document(
        b"", p("x", '<w:subDoc r:id="rId7"/>'), target="file:///C:\\a\\two.docx"
    ).warnings
    assert warning == (
        "This document takes in another file, two.docx, that is not part of it. Its words were not "
        "read. Put that file here too, or open this document in Word, merge the two, and save it."
    )


def test_an_inserted_file_with_entities_refuses_the_whole():
    hostile = docx(p("x"), more={
        "word/document.xml": '<!DOCTYPE x [<!ENTITY e "x">]><w:document/>',
    })  # fmt: skip
    with pytest.raises(DocumentRefused) as refused:
        document(hostile)
    assert refused.value.code == "unsafe"


def test_an_embedded_file_with_entities_refuses_the_whole():
    hostile = docx(p("x"), more={
        "word/document.xml": '<!DOCTYPE x [<!ENTITY e "x">]><w:document/>',
    })  # fmt: skip
    held = '<w:r><w:object><o:OLEObject ProgID="Word.Document.12" r:id="rId7"/></w:object></w:r>'
    with pytest.raises(DocumentRefused) as refused:
        document(hostile, p(held))
    assert refused.value.code == "unsafe"


def test_an_inserted_file_that_is_not_there_is_named():
    named = {"word/_rels/document.xml.rels": relationships({"rId7": ("aFChunk", "gone.html", "x")})}
    (warning,) = read("a.docx", docx(p("x"), CHUNK, more=named)).warnings
    assert "word/gone.html" in warning
    assert "it is not in the package" in warning


def test_files_inside_files_are_read_to_a_depth_and_then_named():
    content = docx(p("level 5"))
    for level in range(4, 0, -1):
        more = parts_of({"rId7": ("aFChunk", "chunk.docx", content)})
        content = docx(p(f"level {level}"), CHUNK, more=more)
    found = document(content)
    told = [block.text for block in found.stories[0].blocks if isinstance(block, AltText)]
    assert told == ["level 1", "level 2", "level 3"]


def test_what_was_not_read_inside_an_inserted_file_is_told():
    more = parts_of({"rId7": ("aFChunk", "chunk.pdf", b"%PDF-1.4")})
    warnings = document(docx(p("inner"), CHUNK, more=more)).warnings
    assert any("a PDF" in warning for warning in warnings)


def test_inserted_files_cost_what_their_document_may_cost():
    inner = docx(p("word " * 4000))
    more = parts_of({"rId7": ("aFChunk", "chunk.docx", inner)})
    (warning,) = read("a.docx", docx(CHUNK, more=more), Limits(unpacked_bytes=20_000)).warnings[:1]
    assert "more than 20,000 bytes" in warning


def test_a_file_inserted_twice_is_read_once_and_told_twice():
    found = document(b"Words", CHUNK, CHUNK)
    assert [block.locator for block in found.stories[0].blocks] == [
        "body/altChunk[1]", "body/altChunk[2]",
    ]  # fmt: skip
