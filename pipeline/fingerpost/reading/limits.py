"""How much of a package is read before it is refused: numbers in, nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds that no guidance document comes near; what is beyond one is refused by name.

    `file_bytes` is the size of the file itself, `entries` how many parts it may hold, read or not;
    `part_bytes` is the size of one unpacked part that is read, `unpacked_bytes` of all of them;
    `ratio` is unpacked to packed size and counts only beyond `ratio_from` bytes, since Word's own
    XML packs very well; `tags` (opening and closing) and `attributes` bound what the parts that
    are read cost in memory and time; `depth` is how far wrappers, tables and boxes may stand in
    one another. A single text or value ends at ten million letters, which is libxml2's own bound.
    """

    file_bytes: int = 512 * 2**20
    entries: int = 20_000
    part_bytes: int = 96 * 2**20
    unpacked_bytes: int = 256 * 2**20
    ratio: int = 400
    ratio_from: int = 24 * 2**20
    tags: int = 4_000_000
    attributes: int = 6_000_000
    depth: int = 120
