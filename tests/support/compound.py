"""Names and bytes of streams in, a compound file (OLE, MS-CFB version 3) out."""

from collections.abc import Mapping
from itertools import chain
from typing import Final

MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR: Final = 512
_NONE: Final = 0xFFFFFFFF
_END: Final = 0xFFFFFFFE
_FAT: Final = 0xFFFFFFFD
# Shorter streams would have to stand in a store of their own inside the file.
_SHORTEST: Final = 4096


def compound(*names: str, contents: Mapping[str, bytes] | None = None) -> bytes:
    """Build a file of empty streams by name, and of streams with contents (padded with nought)."""
    given = dict.fromkeys(names, b"") | dict(contents or {})
    streams = {name: _padded(content) for name, content in given.items()}
    directory_sectors = -(-(len(streams) + 1) * 128 // _SECTOR)
    starts, at = [], 1 + directory_sectors
    for content in streams.values():
        starts.append(at if content else _END)
        at += len(content) // _SECTOR
    sizes = [directory_sectors, *(len(content) // _SECTOR for content in streams.values())]
    table = [_FAT, *chain.from_iterable(_chain(sizes, place) for place in range(len(sizes)))]
    entries = [_entry("Root Entry", 5, 1 if streams else _NONE, _NONE, _END, 0)]
    for place, (name, content) in enumerate(streams.items(), start=1):
        right = place + 1 if place < len(streams) else _NONE
        entries.append(_entry(name, 2, _NONE, right, starts[place - 1], len(content)))
    directory = b"".join(entries).ljust(directory_sectors * _SECTOR, b"\0")
    fat = b"".join(map(_long, table)).ljust(_SECTOR, b"\xff")
    return _header() + fat + directory + b"".join(streams.values())


def _chain(sizes: list[int], place: int) -> list[int]:
    first = 1 + sum(sizes[:place])
    return [*range(first + 1, first + sizes[place]), _END] if sizes[place] else []


def _padded(content: bytes) -> bytes:
    size = max(len(content), _SHORTEST) if content else 0
    return content.ljust(-(-size // _SECTOR) * _SECTOR, b"\0")


def _header() -> bytes:
    head = MAGIC + bytes(16) + b"\x3e\0\x03\0\xfe\xff\x09\0\x06\0" + bytes(10)
    head += _long(1) + _long(1) + bytes(4) + _long(_SHORTEST) + _long(_END) + bytes(4)
    head += _long(_END) + bytes(4) + bytes(4)
    return head.ljust(_SECTOR, b"\xff")


def _entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    head = encoded.ljust(64, b"\0") + len(encoded).to_bytes(2, "little") + bytes([kind, 1])
    links = _long(_NONE) + _long(right) + _long(child)
    return head + links + bytes(36) + _long(start) + _long(size) + bytes(4)


def _long(number: int) -> bytes:
    return number.to_bytes(4, "little")
