"""What tells a statement or a wording apart in, its name out; the same on every machine."""

import hashlib
import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import chain, count

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


def added_id(digest: str, in_use: Container[str] = ()) -> str:
    """Make the id of a statement that people add, of the digest of its words alone.

    Whoever adds the same words speaks of the same statement. What is `in_use` is never given.
    """
    first = natural_id("added", digest)
    others = (natural_id(first, str(number)) for number in count(2))
    return next(name for name in chain((first,), others) if name not in in_use)


def digest_of(text: str, lead_in: str = "") -> str:
    """Name a wording, with what introduces it, by the first 16 hex digits of its SHA-256."""
    whole = f"{lead_in}\n{text}" if lead_in else text
    return hashlib.sha256(whole.encode()).hexdigest()[:16]
