"""The bytes of a returned file in, what kind of file they are and how to make a workbook of it out."""

import io
import zipfile
from collections.abc import Callable, Mapping

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_MOST_BYTES = 400_000_000
"""Unpacked size, in bytes, of the largest workbook that is read: some 200,000 statements."""

_MOST_SWELLING = 200
"""Times that a workbook's parts, which shrink to a tenth or so, may be larger than the file."""

_SMALL = 20_000_000
"""Unpacked size, in bytes, that is read however much smaller the file is."""

_SAVE_AS = "Open it in Excel, choose File, Save As, “Excel Workbook (.xlsx)”, and send that file."
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"

_OTHERS: Mapping[str, str] = {
    "xl/workbook.bin": f"It is a binary workbook (.xlsb). {_SAVE_AS}",
    "word/document.xml": "It is a Word document and not the workbook. Send the workbook (.xlsx).",
    "ppt/presentation.xml": "It is a presentation and not the workbook. Send the workbook (.xlsx).",
    "Index/Document.iwa": (
        "It is a Numbers document. Open it in Numbers, choose File, Export To, Excel, and send the "
        "file that this makes."
    ),
}
"""What a zip file is that holds a part of this name."""


def container_fault(data: bytes) -> str:
    """Say what is wrong with a file before anything looks into its sheets; empty where it may be read.

    A workbook with macros (.xlsm) may be: macros are never looked at.
    """
    if not data:
        return "It is empty. Save it again in Excel, and check that it has finished copying."
    if data.startswith(_OLE):
        return _old_or_locked(data)
    if data.startswith(_ZIP):
        return _zip_fault(data)
    return _plain_fault(data)


def _old_or_locked(data: bytes) -> str:
    if _ENCRYPTED in data:
        return (
            "It is protected by a password. Open it in Excel, choose File, Info, Protect Workbook, "
            "“Encrypt with Password”, empty the box, and save it again."
        )
    return f"It is in the old .xls format. {_SAVE_AS}"


def _zip_fault(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _package_fault(package, len(data))
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError):
        return (
            "Only part of it is here, or it was damaged on its way. Copy or download it again, wait "
            "until that has finished, and check that it opens in Excel."
        )


def _package_fault(package: zipfile.ZipFile, size: int) -> str:
    entries = {entry.filename: entry for entry in package.infolist()}
    unpacked = sum(entry.file_size for entry in entries.values())
    if unpacked > _MOST_BYTES or unpacked > max(_SMALL, size * _MOST_SWELLING):
        return (
            f"It unpacks to {unpacked // 1_000_000:,} MB, far more than any workbook of answers, so "
            "it was not opened. Ask for a new copy, and type the answers into that."
        )
    for part, says in _OTHERS.items():
        if part in entries:
            return says
    if "mimetype" in entries and b"opendocument" in package.read("mimetype"):
        return (
            "It is an OpenDocument file (.ods). Open it in LibreOffice or Excel, choose File, Save "
            "As, “Excel 2007-365 (.xlsx)” or “Excel Workbook (.xlsx)”, and send that file."
        )
    book = next((name for name in entries if name.endswith("workbook.xml")), "")
    if not book:
        return _no_workbook(entries)
    if _STRICT in package.read(book):
        return (
            "It was saved as “Strict Open XML Spreadsheet”. Open it in Excel, choose File, Save As, "
            "plain “Excel Workbook (.xlsx)”, and send that file."
        )
    return ""


def _no_workbook(entries: Mapping[str, object]) -> str:
    if any(name.casefold().endswith((".xlsx", ".xlsm", ".json")) for name in entries):
        return "It is a compressed folder (.zip). Open it, and send the file that is inside."
    return f"It is not an Excel workbook. {_SAVE_AS}"


def _plain_fault(data: bytes) -> str:
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for looks, says in _PLAIN:
        if looks(start):
            return says
    return f"It is not an Excel workbook. {_SAVE_AS}"


def _is_text(start: bytes) -> bool:
    return b"\0" not in start and any(mark in start for mark in (b",", b";", b"\t"))


_PLAIN: tuple[tuple[Callable[[bytes], bool], str], ...] = (
    (
        lambda start: b"urn:schemas-microsoft-com:office:spreadsheet" in start,
        f"It is in the XML format of Excel 2003. {_SAVE_AS}",
    ),
    (
        lambda start: start.startswith((b"<!doctype", b"<html", b"<?xml", b"<")),
        "It is a web page, whatever its name says: perhaps the page where one signs in. Download the "
        "workbook again, and check that it opens in Excel. If it is the review page, open it, choose "
        "“Save my answers”, and send the file that this makes.",
    ),
    (lambda start: start.startswith(b"%pdf"), "It is a PDF. Send the workbook itself (.xlsx)."),
    (
        _is_text,
        "It is text, such as a .csv file, which keeps one sheet only. Send the workbook itself "
        "(.xlsx), with all its sheets.",
    ),
)
"""What a file is that begins in a certain way, the surest first."""
