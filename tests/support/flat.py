"""A Word file in, the same document saved as XML out; and pieces of Word 2003 XML, a file of them out."""

import base64
import io
import zipfile
from typing import Final

_PKG: Final = "http://schemas.microsoft.com/office/2006/xmlPackage"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_PROGRAM: Final = '<?mso-application progid="Word.Document"?>'
_NAMESPACES: Final = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.microsoft.com/office/word/2003/wordml",
        "wx": "http://schemas.microsoft.com/office/word/2003/auxHint",
        "aml": "http://schemas.microsoft.com/aml/2001/core",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "st1": "urn:schemas-microsoft-com:office:smarttags",
    }.items()
)


def flat(package: bytes) -> bytes:
    """The flat form of a package, as Word 2007 and later save it."""
    parts = ""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            if name != "[Content_Types].xml":
                parts += _part(name, archive.read(name))
    return f'{_HEAD}{_PROGRAM}<pkg:package xmlns:pkg="{_PKG}">{parts}</pkg:package>'.encode()


def word_2003(*body: str, before: str = "", section: str = "") -> bytes:
    """A Word 2003 document; `before` holds lists and styles, `section` headers and footers."""
    return (
        f"{_HEAD}{_PROGRAM}<w:wordDocument {_NAMESPACES} xml:space='preserve'>{before}<w:body>"
        f"<wx:sect>{''.join(body)}<w:sectPr>{section}</w:sectPr></wx:sect></w:body></w:wordDocument>"
    ).encode()


def annotation(kind: str, *inner: str, note_id: int = 1) -> str:
    """What Word 2003 puts round tracked changes and comments."""
    content = f"<aml:content>{''.join(inner)}</aml:content>" if inner else ""
    return (
        f'<aml:annotation aml:id="{note_id}" w:type="Word.{kind}" aml:author="A">{content}'
        "</aml:annotation>"
    )


def _part(name: str, content: bytes) -> str:
    is_markup = name.endswith((".xml", ".rels"))
    kind = "application/xml" if is_markup else "application/octet-stream"
    if is_markup:
        text = (
            content.decode().partition("?>")[2]
            if content.startswith(b"<?xml")
            else content.decode()
        )
        held = f"<pkg:xmlData>{text}</pkg:xmlData>"
    else:
        held = f"<pkg:binaryData>{base64.encodebytes(content).decode()}</pkg:binaryData>"
    return f'<pkg:part pkg:name="/{name}" pkg:contentType="{kind}">{held}</pkg:part>'
