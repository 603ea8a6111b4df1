"""How much of a package is read before it is refused: numbers in, nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds that no guidance document comes near.

    `file_bytes` is the size of the file itself, `part_bytes` of one unpacked part that is read;
    `ratio` is unpacked to packed size and counts only beyond `ratio_from` bytes, since Word's own
    XML packs very well; `depth` is how far wrappers, tables and boxes may stand in one another.
    """

    file_bytes: int = 512 * 2**20
    part_bytes: int = 96 * 2**20
    ratio: int = 400
    ratio_from: int = 24 * 2**20
    entries: int = 20_000
    depth: int = 120
