"""The bytes of a compound file in; how it is locked, if it is, out.

Only the few bytes that name the method are looked at; the descriptions beside them are XML that
anyone may have written, and are not parsed.
"""

import io
from enum import StrEnum
from typing import Final

import olefile

from fingerpost.reading.signatures import LEGACY, OLE_FAULTS, describe


class Lock(StrEnum):
    """How a document is locked, in words for people."""

    NONE = ""
    RIGHTS = "a rights policy"
    AGILE = "a password, in the way of Word 2010 and later"
    STANDARD = "a password, in the way of Word 2007"
    EXTENSIBLE = "a password, in a way that its maker added to Word"
    RC4_STRONG = "a password, in the way of Word 2002 and 2003 (RC4 CryptoAPI)"
    RC4 = "a password, in the way of Word 97 and 2000 (RC4)"
    OBFUSCATED = "a password, in the way of Word 95 (XOR)"
    UNKNOWN = "a password, in a way that is not known"


_INFO: Final = "EncryptionInfo"
_WORD: Final = "WordDocument"
_TABLES: Final = ("0Table", "1Table")
# MS-DOC, 2.5.1: flags of the first block of a Word 97 document.
_FLAGS: Final = slice(10, 12)
_ENCRYPTED: Final = 0x0100
_SECOND_TABLE: Final = 0x0200
_XOR: Final = 0x8000
# MS-DOC, 2.5.1: the first version of Word that has table streams.
_VERSION: Final = slice(2, 4)
_WORD_97: Final = 101
_RIGHTS: Final = ("drmencrypteddataspace", "drmencryptedtransform", "drmcontent", "drmdataspace")
# MS-OFFCRYPTO, 2.3.4: the version of the method, major and minor.
_AGILE: Final = (4, 4)
_STANDARD_MINOR: Final = 2
_EXTENSIBLE_MINOR: Final = 3
_RC4: Final = (1, 1)


def is_open_legacy(data: bytes) -> bool:
    """Whether a file is a Word document of the old kind that opens without a password."""
    return describe(data) == LEGACY and lock_of(data) is Lock.NONE


def lock_of(data: bytes) -> Lock:
    """Say how a compound file is locked; Lock.NONE where it is not, or cannot be told."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return _lock(container)
    except OLE_FAULTS:
        return Lock.NONE


def _lock(container: olefile.OleFileIO) -> Lock:
    names = {part.strip("\x06\x09").lower() for entry in container.listdir() for part in entry}
    if not names.isdisjoint(_RIGHTS):
        return Lock.RIGHTS
    if container.exists(_INFO):
        return _of_package(_version(container, _INFO))
    if "encryptedpackage" in names:
        return Lock.UNKNOWN
    return _of_old_document(container) if container.exists(_WORD) else Lock.NONE


def _version(container: olefile.OleFileIO, stream: str) -> tuple[int, int]:
    head = container.openstream(stream).read(4)
    return int.from_bytes(head[:2], "little"), int.from_bytes(head[2:4], "little")


def _of_package(version: tuple[int, int]) -> Lock:
    if version == _AGILE:
        return Lock.AGILE
    minors = {_STANDARD_MINOR: Lock.STANDARD, _EXTENSIBLE_MINOR: Lock.EXTENSIBLE}
    return minors.get(version[1], Lock.UNKNOWN)


def _of_old_document(container: olefile.OleFileIO) -> Lock:
    head = container.openstream(_WORD).read(32)
    flags = int.from_bytes(head[_FLAGS], "little")
    if not flags & _ENCRYPTED:
        return Lock.NONE
    if flags & _XOR or int.from_bytes(head[_VERSION], "little") < _WORD_97:
        return Lock.OBFUSCATED
    table = _TABLES[bool(flags & _SECOND_TABLE)]
    if not container.exists(table):
        return Lock.UNKNOWN
    version = _version(container, table)
    return Lock.RC4 if version == _RC4 else Lock.RC4_STRONG
