"""Packages made to do harm: each is refused with its code, or read whole and its oddity told."""

import io
import os
import socket
import struct
import zipfile
from pathlib import Path

import pytest
from fingerpost.errors import DocumentRefused
from fingerpost.reading import Limits, read

from tests.support.word import (
    DECLARED,
    bullets,
    docx,
    footnote,
    link,
    lists,
    note_mark,
    p,
    package,
    part,
    r,
    style,
    tbl,
    tc,
    tr,
)

MAIN = "word/document.xml"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY % p SYSTEM "file:///dev/null">'
    "%p;]>"
)


def words(data: bytes, limits: Limits | None = None) -> str:
    body = read("a.docx", data, **({"limits": limits} if limits else {})).stories[0]
    return "\n".join(block.text for block in body.blocks)


def code(data: bytes, **limits: int) -> str:
    """The code of the refusal, or "read"."""
    try:
        read("a.docx", data, Limits(**limits))
    except DocumentRefused as refused:
        return refused.code
    return "read"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def directory_entry(data: bytes, name: str) -> int:
    """Where the entry of the archive's directory begins."""
    at = data.index(b"PK\x01\x02")
    while data[at + 46 : at + 46 + len(name)] != name.encode():
        at = data.index(b"PK\x01\x02", at + 4)
    return at


def altered(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


def full() -> bytes:
    """A document with a part of every kind that is read."""
    return docx(
        p("x", note_mark(2), style="a", num=(1, 0)),
        styles=style("a"),
        numbering=lists(bullets()),
        footnotes=footnote(2, p("n")),
        endnotes=footnote(2, p("e"), kind="endnote"),
        comments=footnote(2, p("c"), kind="comment"),
        headers=[p("h")],
        footers=[p("f")],
    )


@pytest.mark.parametrize("name", ["../../evil.xml", "/abs/evil.xml", "C:\\evil.xml", "\\\\host\\x"])
def test_names_that_lead_out_of_the_package_are_only_names(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert words(docx(p("x"), more={name: "<evil/>"})) == "x"
    assert list(tmp_path.rglob("*")) == []


def test_a_main_part_outside_the_package_is_looked_for_inside():
    assert words(docx(p("x"), main="../../evil/document.xml")) == "x"


def test_two_parts_of_one_name_are_told():
    file = io.BytesIO(docx(p("First")))
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(MAIN, part("document", f"<w:body>{p('Second')}</w:body>"))
    assert read("a.docx", file.getvalue()).warnings == (
        "The file holds more than one part named word/document.xml; the last of them was read. "
        "Compare its words with the document in Word.",
    )


def test_a_package_with_the_long_form_of_zip_is_read():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts_of(docx(p("long"))).items():
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(content)
    assert words(file.getvalue()) == "long"


@pytest.mark.parametrize("around", [(b"before" * 99, b""), (b"", b"after" * 99), (b"MZ", b"\0")])
def test_bytes_round_the_package_do_not_hide_it_or_are_refused(around):
    before, after = around
    assert code(before + docx(p("x")) + after) in {"read", "corrupt", "not-word"}


@pytest.mark.parametrize("method", [1, 6, 9, 95, 97, 98, 99, 65535])
def test_a_way_of_packing_that_is_not_known_is_refused(method):
    data = docx(p("x"))
    at = directory_entry(data, MAIN)
    assert code(altered(data, at + 10, struct.pack("<H", method))) == "corrupt"


@pytest.mark.parametrize("field", range(4, 46, 2))
@pytest.mark.parametrize("lie", [b"\0\0", b"\xff\xff"])
def test_a_directory_that_lies_is_refused_or_read_past(field, lie):
    data = docx(p("some words"))
    lying = altered(data, directory_entry(data, MAIN) + field, lie)
    outcome = code(lying)
    assert outcome in {"corrupt", "encrypted", "too-large", "no-main-part", "not-word", "read"}
    if outcome == "read":
        assert words(lying) == "some words"


def test_entries_that_share_their_bytes_are_told():
    data = docx(p("body"), headers=[p("one"), p("two")])
    first, second = (directory_entry(data, f"word/header{n}.xml") for n in (1, 2))
    shared = altered(data, second + 16, data[first + 16 : first + 28])
    document = read("a.docx", altered(shared, second + 42, data[first + 42 : first + 46]))
    assert "damaged at word/header2.xml" in document.warnings[0]


def test_a_hundred_thousand_parts_are_refused_unread():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(20_001):
            archive.writestr(f"{number}.xml", "")
    assert code(file.getvalue()) == "too-large"


def cost(data: bytes) -> dict[str, int]:
    """What the parts hold in all that must be read."""
    spared = ("[Content_Types].xml", "docProps/core.xml")
    parts = [content for name, content in parts_of(data).items() if name not in spared]
    return {
        "unpacked_bytes": sum(map(len, parts)),
        "tags": sum(content.count(b"<") for content in parts),
        "attributes": sum(content.count(b'="') for content in parts),
    }


@pytest.mark.parametrize("limit", ["unpacked_bytes", "tags", "attributes"])
def test_what_all_parts_cost_together_is_bounded(limit):
    data = docx(*[p("x")] * 50, headers=[p("h")] * 9)
    bound = cost(data)[limit]
    assert code(data, **{limit: bound}) == "read"
    assert code(data, **{limit: bound - 1}) == "too-large"


@pytest.mark.parametrize(
    ("limit", "just"),
    [
        ("file_bytes", len),
        ("entries", lambda data: len(parts_of(data))),
        ("part_bytes", lambda data: max(map(len, parts_of(data).values()))),
    ],
)
def test_each_limit_allows_exactly_what_it_says(limit, just):
    data = docx(*[p("x")] * 50)
    assert code(data, **{limit: just(data)}) == "read"
    assert code(data, **{limit: just(data) - 1}) == "too-large"


def test_a_part_that_unpacks_to_much_from_little_is_refused():
    data = docx("<w:p/>" * 5_000_000)
    assert len(data) < 200_000
    assert code(data) == "too-large"


@pytest.mark.parametrize(
    "body",
    [
        "<w:sdt>" * 3_000 + p("x") + "</w:sdt>" * 3_000,
        "<w:p>" + "<w:smartTag>" * 3_000 + r("x") + "</w:smartTag>" * 3_000 + "</w:p>",
        "<w:tbl><w:tr><w:tc>" * 300 + p("x") + "</w:tc></w:tr></w:tbl>" * 300,
        "<w:p><m:oMath>" + "<m:e>" * 200 + "<m:r><m:t>x</m:t></m:r>" + "</m:e>" * 200
        + "</m:oMath></w:p>",
        "<w:p>" + "<w:r>" * 200 + "<w:t>x</w:t>" + "</w:r>" * 200 + "</w:p>",
        "<w:sdt><w:sdtContent>" * 5_000 + p("x") + "</w:sdtContent></w:sdt>" * 5_000,
    ],
    ids=["controls", "tags in a run", "tables", "equations", "runs", "contents"],
)  # fmt: skip
def test_what_stands_too_deep_is_refused_and_never_overflows(body):
    assert code(docx(body)) == "too-deep"


def test_depth_is_counted_exactly():
    def nested(depth: int) -> bytes:
        return docx("<w:sdt>" * depth + p("x") + "</w:sdt>" * depth)

    enough = next(depth for depth in range(20, 40) if code(nested(20), depth=depth) == "read")
    assert code(nested(21), depth=enough) == "too-deep"
    assert code(nested(21), depth=enough + 1) == "read"


def test_tables_a_dozen_deep_are_no_attack():
    body = p("x")
    for _ in range(12):
        body = tbl(tr(tc(body, p("y"))))
    assert read("a.docx", docx(body)).letters == 13


@pytest.mark.parametrize(
    "name",
    sorted(set(parts_of(full())) - {"[Content_Types].xml"}),
)
def test_entities_in_any_part_that_is_read_refuse_the_file(name):
    parts = parts_of(full())
    head, _, tail = parts[name].decode().partition("?>")
    assert code(package(parts | {name: f"{head}?>{ENTITIES}{tail}"})) == "unsafe"


@pytest.mark.parametrize(
    "name", ["[Content_Types].xml", "word/settings.xml", "customXml/item1.xml"]
)
def test_entities_in_parts_that_are_not_read_are_never_seen(name):
    assert code(docx(p("x"), more={name: f"{ENTITIES}<x>&b;</x>"})) == "read"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_entities_in_another_encoding_are_found_too(encoding):
    xml = f'<?xml version="1.0" encoding="{encoding}"?>{ENTITIES}<w:document {DECLARED}/>'
    assert code(docx(more={MAIN: xml.encode(encoding)})) in {"unsafe", "corrupt"}


@pytest.mark.parametrize(
    "content",
    [
        part("document", f"<w:body>{p('café')}</w:body>").encode("latin-1"),
        part("document", f"<w:body>{p('x')}</w:body>").replace("UTF-8", "UTF-16").encode(),
        part("document", f"<w:body>{p('x')}</w:body>").replace("UTF-8", "X-NONE").encode(),
        part("document", "<w:body><w:p><w:r><w:t>a&#1;b</w:t></w:r></w:p></w:body>"),
        part("document", "<w:body><w:p><w:r><w:t>a&#xD800;b</w:t></w:r></w:p></w:body>"),
        part("document", "<w:body><w:p><w:r><w:t>a\0b</w:t></w:r></w:p></w:body>"),
        part("document", "<w:body><w:p><w:r><w:t>a&odd;b</w:t></w:r></w:p></w:body>"),
        b"",
        b"\0" * 100,
    ],
)
def test_lies_about_letters_and_letters_that_are_none_are_refused(content):
    assert code(docx(more={MAIN: content})) == "corrupt"


def test_a_part_with_a_byte_order_mark_is_read():
    xml = part("document", f"<w:body>{p('café')}</w:body>")
    assert words(docx(more={MAIN: b"\xef\xbb\xbf" + xml.encode()})) == "café"


def test_a_line_of_twenty_million_letters_is_refused_as_large():
    assert code(docx(p("word " * 4_000_000))) == "too-large"


def test_a_giant_value_is_refused_as_large():
    assert code(docx(f'<w:p w:rsidR="{"A" * 10_500_000}">{r("y")}</w:p>')) == "too-large"


def test_macros_are_left_alone_and_told():
    document = read("a.docm", docx(p("x"), kind="docm", more={"word/vbaProject.bin": b"\xd0\xcf"}))
    assert document.warnings == (
        "The file carries macros. They were left alone: only its words are read.",
    )


def test_what_the_package_says_of_its_contents_is_not_believed():
    types = parts_of(docx(p("x"), kind="docm"))["[Content_Types].xml"].replace(b"document", b"lie")
    assert words(docx(p("x"), more={"[Content_Types].xml": types})) == "x"
    assert words(docx(p("x"), more={"[Content_Types].xml": b"not even XML"})) == "x"


def test_a_part_that_points_to_itself_and_to_others_in_a_ring_is_read_once():
    kinds = ("styles", "numbering", "footnotes", "comments", "header", "aFChunk", "officeDocument")
    ring = "".join(
        f'<Relationship Id="r{kind}" Type="{RELATED}/{kind}" Target="document.xml"/>'
        for kind in kinds
    )
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{ring}</Relationships>'
    assert words(docx(p("x"), more={"word/_rels/document.xml.rels": rels})) == "x"


@pytest.fixture
def sealed(monkeypatch):
    """Any file or connection opened while reading is a failure."""

    def forbidden(*_args, **_options):
        raise AssertionError("something outside the document was opened")

    read("warm.docx", full())  # what is imported when first needed is no fetch
    monkeypatch.setattr(socket, "socket", forbidden)
    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    monkeypatch.setattr("builtins.open", forbidden)
    monkeypatch.setattr(io, "open", forbidden)
    monkeypatch.setattr(os, "open", forbidden)
    monkeypatch.setattr(Path, "open", forbidden)


@pytest.mark.parametrize(
    "target",
    ["http://192.0.2.1/x", "file:///etc/hostname", "\\\\192.0.2.1\\share\\x", "ftp://192.0.2.1/"],
)
@pytest.mark.parametrize(
    "kind",
    [
        "attachedTemplate",
        "image",
        "aFChunk",
        "subDocument",
        "hyperlink",
        "styles",
        "header",
        "frame",
    ],
)
@pytest.mark.usefixtures("sealed")
def test_nothing_outside_the_document_is_ever_fetched(target, kind):
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATED}/{kind}" Target="{target}" TargetMode="External"/>'
        "</Relationships>"
    )
    body = (
        p("x", link("rId1", "y")) + '<w:altChunk r:id="rId1"/><w:subDoc r:id="rId1"/>'
        '<w:p><w:r><w:drawing><a:blip r:link="rId1" r:embed="rId1"/></w:drawing></w:r></w:p>'
        '<w:sectPr><w:headerReference r:id="rId1"/></w:sectPr>'
    )
    document = read("a.docx", docx(body, more={
        "word/_rels/document.xml.rels": rels,
        "word/_rels/settings.xml.rels": rels,
    }))  # fmt: skip
    assert document.letters == 2


def test_a_document_cut_at_every_place_is_refused_or_whole():
    data = docx(*[p(f"Some words {n} of many") for n in range(2_000)], headers=[p("h")])
    step = max(len(data) // 60, 1)
    codes = {code(data[:length]) for length in range(4, len(data), step)}
    assert codes == {"corrupt"}
