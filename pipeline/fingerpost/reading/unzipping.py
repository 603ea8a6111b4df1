"""A zip archive and one of its entries in, the entry's bytes out; damage that costs no byte is read past."""

import lzma
import struct
import zipfile
import zlib
from typing import Final

from fingerpost.reading import refusal

_LOCAL_HEADER: Final = 30
ZIP_FAULTS: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, ValueError,
    OverflowError, NotImplementedError, RuntimeError,
)  # fmt: skip
"""What zipfile and the unpackers below it let through from damaged archives."""


def unpack(archive: zipfile.ZipFile, data: bytes, entry: zipfile.ZipInfo) -> tuple[bytes, bool]:
    """Return the bytes of an entry, and whether the archive is sound there.

    Raises DocumentRefused where they cannot be had whole.
    """
    if entry.flag_bits & 1:
        raise refusal.encrypted("a password on its zip package")
    try:
        return archive.read(entry), True
    except ZIP_FAULTS as fault:
        content = _salvage(data, entry)
        if content is None:
            raise refusal.corrupt(f"the part {entry.filename} cannot be unpacked") from fault
        return content, False


def _salvage(data: bytes, entry: zipfile.ZipInfo) -> bytes | None:
    """Unpack past a wrong checksum or local header; None unless every byte promised is there."""
    start = entry.header_offset + _LOCAL_HEADER
    header = data[entry.header_offset : start]
    if len(header) < _LOCAL_HEADER:
        return None
    start += int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        content = packed
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        content = _inflate(packed, entry.file_size)
    else:
        return None
    return content if len(content) == entry.file_size else None


def _inflate(packed: bytes, size: int) -> bytes:
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, size + 1)
    except zlib.error:
        return b""
