"""What tells a statement apart in, its id out; the same on every machine."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence

# Base 32 without i, l, o and u, which are taken for other signs.
_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 12
_NOT_WORDS = re.compile(r"[\W_]+")


def natural_id(*parts: str) -> str:
    """Make an id of what tells a statement apart: `s-` and 12 signs that are not mistaken for others."""
    number = int.from_bytes(hashlib.sha256("\n".join(parts).encode()).digest(), "big")
    return "s-" + "".join(_SIGNS[(number >> (5 * place)) & 31] for place in range(_LENGTH))


def part_ids(parent: str, parts: Sequence[str]) -> tuple[str, ...]:
    """Make the ids of the parts of a statement, of its id and their words; their order does not matter."""
    seen: Counter[str] = Counter()
    ids = []
    for part in parts:
        words = _NOT_WORDS.sub(" ", part.casefold()).strip()
        seen[words] += 1
        ids.append(natural_id(parent, "part", words, str(seen[words])))
    return tuple(ids)
