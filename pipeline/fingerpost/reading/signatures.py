"""Bytes that are no Word package in; what they seem to be out."""

import io
import struct
import zipfile
from typing import Final

import olefile

LEGACY: Final = "a Word document of the old kind (.doc)"
ENCRYPTED: Final = "a document locked with a password"
DAMAGED_OLE: Final = "a damaged Office file"
ARCHIVE: Final = "a zip archive"
UNKNOWN: Final = "a file of an unknown kind"

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Word before 97 and Word for DOS wrote files of their own, without a container.
_OLD_WORD: Final = (b"\xdb\xa5", b"\x31\xbe\x00\x00", b"\x32\xbe\x00\x00", b"\xfe\x37\x00")
# What olefile lets through from a damaged container, besides its own OSError.
OLE_FAULTS: Final = (OSError, ValueError, LookupError, TypeError, struct.error, ArithmeticError)
_OLE_STREAMS: Final = (
    ("EncryptedPackage", ENCRYPTED),
    ("WordDocument", LEGACY),
    ("Workbook", "an Excel workbook of the old kind (.xls)"),
    ("Book", "an Excel workbook of the old kind (.xls)"),
    ("PowerPoint Document", "a PowerPoint presentation of the old kind (.ppt)"),
    ("__properties_version1.0", "an Outlook message"),
)
_MAGIC: Final = (
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a Rich Text file (.rtf)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"BM", "a picture (BMP)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xffWPC", "a WordPerfect document"),
    (b"MZ", "a Windows program"),
)
_OPENINGS: Final = (
    ("<!doctype html", "a web page"),
    ("<html", "a web page"),
    ("mime-version:", "a saved web page (.mht)"),
    ("<pkg:package", "a Word document saved as XML"),
    ("<w:worddocument", "a Word 2003 document saved as XML"),
    ('<?mso-application progid="word', "a Word document saved as XML"),
    ("<?xml", "an XML file"),
)
_ZIP_MEMBERS: Final = (
    ("xl/", "an Excel workbook"),
    ("ppt/", "a PowerPoint presentation"),
    ("visio/", "a Visio drawing"),
    ("index/document.iwa", "an Apple Pages document"),
    ("index.apxl", "an Apple Pages document"),
    ("meta-inf/manifest.mf", "a Java archive"),
)
_MIME_TYPES: Final = (
    ("opendocument.text", "an OpenDocument text (.odt)"),
    ("opendocument", "an OpenDocument file"),
    ("epub", "an e-book (EPUB)"),
)


def may_be_package(data: bytes) -> bool:
    """Whether to look for a zip package; other kinds of file may hold one inside them."""
    return data.startswith(b"PK") or describe(data) == UNKNOWN


def describe(data: bytes) -> str:
    """What a file that is no zip package seems to be, in words with an article."""
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(_OLD_WORD):
        return LEGACY
    known = next((words for magic, words in _MAGIC if data.startswith(magic)), "")
    return known or _text(data)


def describe_archive(archive: zipfile.ZipFile) -> str:
    """What a zip package without a Word document seems to be."""
    names = [name.lower().replace("\\", "/") for name in archive.namelist()]
    if "mimetype" in names:
        return _by_mime_type(archive)
    for start, words in _ZIP_MEMBERS:
        if any(name.startswith(start) for name in names):
            return words
    return ARCHIVE


def _compound(data: bytes) -> str:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            streams = {entry[0].lower() for entry in container.listdir()}
    except OLE_FAULTS:
        return DAMAGED_OLE
    return next(
        (words for name, words in _OLE_STREAMS if name.lower() in streams),
        "an Office file of a kind that holds no Word text",
    )


def _text(data: bytes) -> str:
    head = data[:4096].decode(
        "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace"
    )
    lowered = head.lower().lstrip("\ufeff \t\r\n")
    if lowered.startswith("<"):
        return next((words for opening, words in _OPENINGS if opening in lowered), "an XML file")
    if lowered.startswith("mime-version:"):
        return "a saved web page (.mht)"
    readable = sum(character.isprintable() or character in "\r\n\t" for character in head)
    return "plain text" if head and readable > 0.95 * len(head) else UNKNOWN


def _by_mime_type(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as member:
        mime_type = member.read(200).decode("ascii", "replace")
    return next((words for part, words in _MIME_TYPES if part in mime_type), ARCHIVE)
