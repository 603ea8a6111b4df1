"""The bytes of a Word file and a source of chance in; the bytes of a damaged one out."""

import copy
import io
import random
import zipfile
from collections.abc import Callable
from typing import Final

from lxml import etree

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V: Final = "{urn:schemas-microsoft-com:vml}"
TAGS: Final = (
    *(W + name for name in (
        "p", "r", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "sdtPr", "ins", "del", "moveFrom",
        "moveTo", "delText", "instrText", "fldSimple", "hyperlink", "smartTag", "customXml", "bdo",
        "txbxContent", "pict", "drawing", "sectPr", "pPr", "rPr", "tcPr", "trPr", "tblPr", "body",
        "footnote", "comment", "ruby", "rt", "rubyBase", "sym", "tab", "br", "vanish", "numPr",
        "ilvl", "numId", "pStyle", "rStyle", "fldChar", "bookmarkStart", "altChunk", "object",
        "footnoteReference", "commentReference", "headerReference", "noBreakHyphen", "unknown",
    )),
    *(M + name for name in ("oMath", "oMathPara", "r", "t", "f", "num", "den", "e")),
    *(MC + name for name in ("AlternateContent", "Choice", "Fallback")),
    f"{V}textbox", "{urn:odd}odd", "bare",
)  # fmt: skip
VALUES: Final = (
    "", "0", "1", "-1", "9", "99999999999999999999", "1e9", "٣", "true", "off", "none", "restart",
    "continue", "begin", "separate", "end", "bullet", "decimal", "Heading1", "rId1", "rId9999",
    "..", "../..", "/", "word/document.xml", "http://192.0.2.1/", "file:///dev/null", "x" * 5000,
    "%1%2%9%99", "\u202e", "\ufffe"[:0], "D800", "F0FC", "auto", "wps", "w14 nothing",
)  # fmt: skip
TEXTS: Final = (
    "",
    " ",
    "odd words",
    "•\t",
    "1.\t",
    "- ",
    "ﬃ½",
    "a\u0301\u0327",
    "\u200b",
    "A:\n",
    "x" * 2000,
)
MOST_MUTATIONS: Final = 8
MOST_BYTES: Final = 20


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Damage a file: its zip, one of its parts, or the XML in it."""
    if chance.random() < 0.3:
        return _damage(data, chance)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError):
        return _damage(data, chance)
    chance.choice((_in_xml, _in_xml, _in_xml, _in_xml, _in_bytes, _in_parts))(parts, chance)
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def _damage(data: bytes, chance: random.Random) -> bytes:
    """Flip, zero, double or cut bytes, as a bad disk or transfer does."""
    damaged = bytearray(data)
    at, length = chance.randrange(len(damaged) + 1), chance.choice((1, 4, 64, 4096))
    match chance.choice(("flip", "flip", "zero", "double", "cut", "remove", "directory")):
        case "flip":
            _flip(damaged, 0, len(damaged), chance)
        case "zero":
            damaged[at : at + length] = bytes(len(damaged[at : at + length]))
        case "double":
            damaged[at:at] = damaged[at : at + length]
        case "cut":
            del damaged[at:]
        case "remove":
            del damaged[at : at + length]
        case _:
            _flip(damaged, max(bytes(damaged).find(b"PK\x01\x02"), 0), len(damaged), chance)
    return bytes(damaged)


def _flip(damaged: bytearray, start: int, end: int, chance: random.Random) -> None:
    if start < end:
        for _ in range(chance.randint(1, MOST_BYTES)):
            damaged[chance.randrange(start, end)] ^= 1 << chance.randrange(8)


def _some_part(parts: dict[str, bytes], chance: random.Random) -> str:
    """Mostly the document, else any part of XML."""
    names = [name for name in parts if name.lower().endswith((".xml", ".rels"))] or list(parts)
    main = [name for name in names if name.endswith("document.xml")]
    return chance.choice(main if main and chance.random() < 0.6 else names)


def _in_bytes(parts: dict[str, bytes], chance: random.Random) -> None:
    if parts:
        name = _some_part(parts, chance)
        parts[name] = _damage(parts[name], chance)


def _in_parts(parts: dict[str, bytes], chance: random.Random) -> None:
    """Take a part away, or give it another's content."""
    if parts:
        name, other = chance.choice(list(parts)), chance.choice(list(parts))
        if chance.random() < 0.5:
            del parts[name]
        else:
            parts[name], parts[other] = parts[other], parts[name]


def _in_xml(parts: dict[str, bytes], chance: random.Random) -> None:
    name = _some_part(parts, chance) if parts else ""
    try:
        root = etree.fromstring(parts[name])
    except (etree.XMLSyntaxError, KeyError, ValueError):
        return _in_bytes(parts, chance)
    for _ in range(chance.randint(1, MOST_MUTATIONS)):
        elements = [node for node in root.iter(etree.Element) if node is not root]
        if elements:
            chance.choice(OPERATIONS)(chance.choice(elements), elements, chance)
    parts[name] = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return None


def _delete(node: etree._Element, _all: list[etree._Element], _chance: random.Random) -> None:
    node.getparent().remove(node)


def _double(node: etree._Element, _all: list[etree._Element], chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 2, 5))):
        node.addnext(copy.deepcopy(node))


def _swap(node: etree._Element, others: list[etree._Element], chance: random.Random) -> None:
    """Put a copy of one element in the place of another."""
    other = chance.choice(others)
    twin = copy.deepcopy(other)
    node.getparent().replace(node, twin)


def _move(node: etree._Element, others: list[etree._Element], chance: random.Random) -> None:
    """Put a copy of an element into another."""
    chance.choice(others).insert(chance.randrange(3), copy.deepcopy(node))


def _wrap(node: etree._Element, _all: list[etree._Element], chance: random.Random) -> None:
    parent = node.getparent()
    for _ in range(chance.choice((1, 1, 1, 3, 30))):
        wrapper = etree.Element(chance.choice(TAGS))
        parent.replace(node, wrapper)
        wrapper.append(node)
        parent = wrapper


def _unwrap(node: etree._Element, _all: list[etree._Element], _chance: random.Random) -> None:
    parent = node.getparent()
    place = parent.index(node)
    parent[place : place + 1] = list(node)


def _rename(node: etree._Element, _all: list[etree._Element], chance: random.Random) -> None:
    node.tag = chance.choice(TAGS)


def _insert(node: etree._Element, _all: list[etree._Element], chance: random.Random) -> None:
    new = etree.Element(chance.choice(TAGS))
    new.set(f"{W}val", chance.choice(VALUES))
    new.text = chance.choice(TEXTS)
    node.insert(chance.randrange(3), new)


def _value(node: etree._Element, _all: list[etree._Element], chance: random.Random) -> None:
    names = list(node.attrib) or [f"{W}val"]
    node.set(chance.choice(names), chance.choice(VALUES))


def _forget(node: etree._Element, _all: list[etree._Element], chance: random.Random) -> None:
    if node.attrib:
        del node.attrib[chance.choice(list(node.attrib))]


def _text(node: etree._Element, _all: list[etree._Element], chance: random.Random) -> None:
    if chance.random() < 0.5:
        node.text = chance.choice(TEXTS)
    else:
        node.tail = chance.choice(TEXTS)


OPERATIONS: Final[tuple[Callable[..., None], ...]] = (
    _delete, _double, _swap, _move, _wrap, _unwrap, _rename, _insert, _value, _value, _forget, _text,
)  # fmt: skip
