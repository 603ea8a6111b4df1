"""The first characters of a paragraph in; the bullet or number that they are out."""

import re
from dataclasses import dataclass
from typing import Final

from fingerpost.reading.glyphs import bullet_mark

# Marks that begin nothing but an item, even without a space after them.
_SURE: Final = r"[•‣⁃◦▪▫●○■□◼◻▸▹►▶❖◆◇✓✔✅✗✘✕✖❌❎🚫☐☑☒➢➣➤➔➜➝➡⭐🔹🔸🔷🔶👉📌\uE000-\uF8FF]\uFE0F?"
_SURE_WITH_SPACE: Final = r"[·∙⋅→⇒»]|§(?!\s*\d)"
# Marks that also begin sentences or sums: a tab after them, a neighbour or a colon must tell.
_DOUBTFUL: Final = r"[-–—*>+~]|o"
_NUMBER: Final = (
    r"\((?:\d{1,2}|[a-z]|[ivx]{2,5})\)|(?:\d{1,2}|[a-z]|[ivx]{2,5})[.)]|[A-Z](?:\)|\.(?=\t))"
    r"|\d{1,2}(?:\.\d{1,2})+[.)]?"
)
_MARK: Final = re.compile(
    rf"(?P<lead>\s*)(?:(?P<sure>{_SURE})(?:\s+|(?=\w))|(?P<spaced>{_SURE_WITH_SPACE})\s+"
    rf"|(?P<doubtful>{_DOUBTFUL})(?P<gap>\s+)|(?P<number>{_NUMBER})\s+)(?=\S)"
)
_ANY: Final = rf"(?:{_SURE}\s*|(?:{_SURE_WITH_SPACE}|{_DOUBTFUL}|{_NUMBER})\s+)\S"
_LATER_LINE: Final = re.compile(rf"\n\s*{_ANY}")
# A box ticked and one left empty are marks of one list.
_FAMILIES: Final = dict.fromkeys("☑☒", "☐") | dict.fromkeys("✔✅✗✘✕✖❌❎🚫", "✓")
_AS_PICTURE: Final = "\ufe0f"
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_TAB_WIDTH: Final = 720
_SPACE_WIDTH: Final = 55


@dataclass(frozen=True, slots=True)
class Mark:
    """A typed mark.

    `family` says which marks belong together; `places` what a number may stand for ("i" is the
    first of one list and the ninth of another), nothing for a bullet; `indent` is the width of
    the blanks before it in twentieths of a point.
    """

    label: str
    family: str
    indent: int
    is_sure: bool
    places: frozenset[int] = frozenset()

    @property
    def counts(self) -> bool:
        """Whether it is a number or letter."""
        return bool(self.places)

    def follows(self, other: "Mark") -> bool:
        """Whether it is the number after another."""
        is_next = any(place + 1 in self.places for place in other.places)
        return other.family == self.family and is_next


def find_mark(text: str) -> Mark | None:
    """The mark a paragraph begins with, if it is one item and not several on lines of their own."""
    match = _MARK.match(text)
    if match is None or _LATER_LINE.search(text, match.end()):
        return None
    indent = sum(_TAB_WIDTH if blank == "\t" else _SPACE_WIDTH for blank in match["lead"])
    if match["number"]:
        return _number(match["number"], indent)
    glyph = match["sure"] or match["spaced"] or match["doubtful"]
    if re.search(rf"\s{re.escape(glyph)}\s", text[match.end() :]) and not match["doubtful"]:
        return None
    label = bullet_mark(glyph.rstrip(_AS_PICTURE), is_symbol=False)
    family = _FAMILIES.get(label, label)
    return Mark(label, family, indent, not match["doubtful"] or "\t" in match["gap"])


def _number(text: str, indent: int) -> Mark:
    core = text.strip("().")
    family = text.replace(core, _shape(core))
    return Mark(text, family, indent, is_sure=False, places=_places(core))


def _shape(core: str) -> str:
    if core[0].isdigit():
        return "1" + ".1" * core.count(".")
    return "A" if core.isupper() else "a"


def _places(core: str) -> frozenset[int]:
    if core[0].isdigit():
        return frozenset({int(core.rpartition(".")[2])})
    lowered = core.lower()
    letter = {ord(lowered) - ord("a") + 1} if len(lowered) == 1 else set()
    roman = {_ROMAN.index(lowered) + 1} if lowered in _ROMAN else set()
    return frozenset(letter | roman) or frozenset({0})
