"""Names, attributes and children in, WordprocessingML elements out."""

from collections.abc import Iterable

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DATE = "2025-03-03T09:00:00Z"
REVIEWER = "Reviewer"
Node = etree._Element


def name(prefixed: str) -> str:
    prefix, local = prefixed.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(tag: str, *children: Node, **attributes: str | int) -> Node:
    """An element; attributes without a prefix are in the namespace of Word, `r_id` stands for `r:id`."""
    prefix, _, _ = tag.partition(":")
    made = etree.Element(name(tag), nsmap={prefix: NAMESPACES[prefix]})
    for key, value in attributes.items():
        made.set(name(key.replace("_", ":", 1) if "_" in key else f"w:{key}"), str(value))
    made.extend(children)
    return made


def plain(tag: str, *children: Node, **attributes: str | int) -> Node:
    """An element whose attributes are in no namespace, as in drawings."""
    made = element(tag, *children)
    for key, value in attributes.items():
        made.set(key, str(value))
    return made


def text_nodes(text: str, tag: str = "w:t") -> list[Node]:
    """Text, with tabs and line ends as the elements that Word writes for them."""
    nodes: list[Node] = []
    for at, line in enumerate(text.split("\n")):
        nodes.extend([element("w:br")] if at else [])
        for column, piece in enumerate(line.split("\t")):
            nodes.extend([element("w:tab")] if column else [])
            nodes.extend([_text(piece, tag)] if piece else [])
    return nodes


def run(text: str, *properties: Node, tag: str = "w:t") -> Node:
    return element("w:r", *properties_of("w:rPr", properties), *text_nodes(text, tag))


def properties_of(tag: str, properties: Iterable[Node]) -> list[Node]:
    found = list(properties)
    return [element(tag, *found)] if found else []


def paragraph(style: str, content: Iterable[Node], *properties: Node) -> Node:
    styled = [element("w:pStyle", val=style)] if style else []
    return element("w:p", *properties_of("w:pPr", [*styled, *properties]), *content)


def fonts(font: str) -> Node:
    return element("w:rFonts", ascii=font, hAnsi=font, hint="default")


def field(code: str, result: Iterable[Node]) -> list[Node]:
    """A complex field: begin, code, separator, result, end."""
    return [
        element("w:r", element("w:fldChar", fldCharType="begin")),
        element("w:r", _text(f" {code} ", "w:instrText")),
        element("w:r", element("w:fldChar", fldCharType="separate")),
        *result,
        element("w:r", element("w:fldChar", fldCharType="end")),
    ]


def _text(text: str, tag: str) -> Node:
    made = element(tag)
    made.text = text
    made.set(XML_SPACE, "preserve")
    return made
