"""Texts to be found in, the index that MiniSearch loads in a browser without making it there out.

The words of a text are told apart here and in `templates/scripts/words.js` in the same way: folded
to letters without case or accent, apostrophes left out, then every run of letters and digits.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

FIELDS = ("text", "lead", "headings", "under")
"""What of a statement is searched: its words, and marks of the categories it stands under."""

_APOSTROPHES = re.compile("['’‘ʼ＇`´]")
_MARKS = ("Mn", "Mc", "Me")
_WORD = re.compile(r"[^\W_]+")
_ESCAPED = str.maketrans({"'": "\\'", "\\": "\\\\", "\u2028": "\\u2028", "\u2029": "\\u2029"})


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as they are searched: "The pupil’s café" -> the, pupils, cafe."""
    joined = _APOSTROPHES.sub("", text)
    if not joined.isascii():
        joined = _plain(joined)
    return tuple(_WORD.findall(joined.upper().lower().replace("ς", "σ")))


def _plain(text: str) -> str:
    """Take every letter apart and leave the marks out, which letters in capitals may need anew."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).upper().lower())
    return "".join(letter for letter in apart if unicodedata.category(letter) not in _MARKS)


def search_index(documents: Sequence[Mapping[str, str]]) -> dict[str, object]:
    """Return what MiniSearch 7 writes of an index of these documents, each known by its place."""
    postings: dict[str, dict[int, dict[int, int]]] = {}
    averages = [0.0] * len(FIELDS)
    lengths: dict[str, list[int]] = {}
    for place, document in enumerate(documents):
        counted = [Counter(words_of(document.get(field, ""))) for field in FIELDS]
        lengths[str(place)] = [len(words) for words in counted]
        for number, words in enumerate(counted):
            # The mean as MiniSearch keeps it, so that scores are the same to the last digit.
            averages[number] = (averages[number] * place + len(words)) / (place + 1)
            for word, times in words.items():
                postings.setdefault(word, {}).setdefault(number, {})[place] = times
    return {
        "documentCount": len(documents),
        "nextId": len(documents),
        "documentIds": {str(place): place for place in range(len(documents))},
        "fieldIds": {field: number for number, field in enumerate(FIELDS)},
        "fieldLength": lengths,
        "averageFieldLength": averages if documents else [],
        "storedFields": {},
        "dirtCount": 0,
        "index": sorted(postings.items()),
        "serializationVersion": 2,
    }


def as_script(name: str, value: object) -> bytes:
    """Write plain values as a script that a page loads from disk: fingerpost.NAME is their JSON.

    A browser reads JSON in a text some times faster than the same values written as a script.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    quoted = text.translate(_ESCAPED)
    return f"var fingerpost = fingerpost || {{}};\nfingerpost.{name} = '{quoted}';\n".encode()
