"""Limits and what a package is about to cost in; a refusal where it would cost too much."""

from dataclasses import dataclass, field

from fingerpost.reading import refusal
from fingerpost.reading.limits import Limits


@dataclass(slots=True)
class Spent:
    """What the parts read so far have cost; every part of a package draws on the same sums."""

    limits: Limits
    unpacked: int = 0
    tags: int = 0
    attributes: int = 0
    _uncounted: list[bytes] = field(default_factory=list)
    _most: int = 0

    def unpack(self, name: str, packed: int, size: int) -> None:
        """Refuse a part before it is unpacked, by the sizes that the archive states."""
        limits = self.limits
        if size > limits.part_bytes:
            raise refusal.too_large(f"its part {name} unpacks to {size:,} bytes")
        if size > limits.ratio_from and size > limits.ratio * max(packed, 1):
            raise refusal.too_large(f"its part {name} unpacks to {size:,} bytes from very few")
        self.unpacked += size
        if self.unpacked > limits.unpacked_bytes:
            raise refusal.too_large(
                f"its parts unpack to more than {limits.unpacked_bytes:,} bytes"
            )

    def parse(self, name: str, content: bytes) -> None:
        """Refuse a part before it is parsed, by the signs in it that make up tags and attributes."""
        self._uncounted.append(content)
        # As long as there are fewer bytes than there may be signs, nobody need count these.
        self._most += len(content)
        limits, most = self.limits, self._most
        if self.tags + most <= limits.tags and self.attributes + most <= limits.attributes:
            return
        for waiting in self._uncounted:
            self._count(waiting)
        self._uncounted, self._most = [], 0
        if self.tags > self.limits.tags:
            raise refusal.too_large(
                f"with its part {name} it has more than {self.limits.tags:,} tags"
            )
        if self.attributes > self.limits.attributes:
            raise refusal.too_large(
                f"with its part {name} it has more than {self.limits.attributes:,} attributes"
            )

    def _count(self, content: bytes) -> None:
        self.tags += content.count(b"<")
        self.attributes += content.count(b'="')
        if b"'" in content:
            self.attributes += content.count(b"='")
