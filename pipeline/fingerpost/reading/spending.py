"""Limits and what a package is about to cost in; a refusal where it would cost too much."""

from dataclasses import dataclass

from fingerpost.reading import refusal
from fingerpost.reading.limits import Limits


@dataclass(slots=True)
class Spent:
    """What the parts read so far have cost; every part of a package draws on the same sums."""

    limits: Limits
    unpacked: int = 0
    tags: int = 0
    attributes: int = 0

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
        self.tags += content.count(b"<")
        if self.tags > self.limits.tags:
            raise refusal.too_large(
                f"with its part {name} it has more than {self.limits.tags:,} tags"
            )
        self.attributes += content.count(b'="')
        if b"'" in content:
            self.attributes += content.count(b"='")
        if self.attributes > self.limits.attributes:
            raise refusal.too_large(
                f"with its part {name} it has more than {self.limits.attributes:,} attributes"
            )
