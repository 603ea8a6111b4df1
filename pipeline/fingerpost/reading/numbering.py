"""The numbering part in; the level and the label of each list paragraph, in order, out."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.glyphs import bullet_mark, is_symbol_font
from fingerpost.reading.measures import children, value, whole
from fingerpost.reading.namespaces import W
from fingerpost.reading.numerals import numeral
from fingerpost.reading.styles import P_PR, R_PR, Styles, left_edge

DEEPEST: Final = 8
# Word's own patterns have some thirty characters; a longer one would be written out per paragraph.
_LONGEST_PATTERN: Final = 255


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restart` is the level (from 1) whose step sets it back, 0 never."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    left: int | None = None
    symbols: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A list as paragraphs name it: its counters' owner, its levels, its own starting numbers.

    `owned` gives the level that belongs to a paragraph style.
    """

    owner: str
    levels: dict[int, Level]
    starts: dict[int, int]
    owned: dict[str, int]

    def level_of(self, styles: Iterable[str]) -> int | None:
        """The level that belongs to the first of these paragraph styles to own one."""
        if not self.owned:
            return None
        return next((self.owned[style] for style in styles if style in self.owned), None)


@dataclass(slots=True)
class Numbering:
    """All lists of a document, by the ids of the file; each is read when first asked for."""

    nums: dict[str, Element]
    abstracts: dict[str, Element]
    styles: Styles
    _series: dict[str, Series] = field(default_factory=dict)
    _levels: dict[str, dict[int, Level]] = field(default_factory=dict)

    def series(self, series_id: str) -> Series | None:
        """The list that paragraphs name, None where the document lacks it."""
        num = self.nums.get(series_id)
        if num is None:
            return None
        if series_id not in self._series:
            owner = self._owner(series_id)
            self._series[series_id] = _series(num, owner, self._levels_of(owner))
        return self._series[series_id]

    def level(self, series_id: str, depth: int) -> Level | None:
        """The definition of a level, None where the document lacks it."""
        series = self.series(series_id)
        return None if series is None else series.levels.get(depth)

    def _levels_of(self, owner: str) -> dict[int, Level]:
        """The levels of an abstract list, which many lists may share."""
        if owner not in self._levels:
            abstract = self.abstracts.get(owner)
            nodes = () if abstract is None else abstract.findall(f"{W}lvl")
            self._levels[owner] = {_depth(node): _level(node) for node in nodes}
        return self._levels[owner]

    def _owner(self, num_id: str) -> str:
        """The abstract list behind a list, through links to numbering styles; a loop ends it."""
        met: set[str] = set()
        owner = ""
        while num_id in self.nums and num_id not in met:
            met.add(num_id)
            owner = value(self.nums[num_id].find(f"{W}abstractNumId"))
            abstract = self.abstracts.get(owner)
            link = None if abstract is None else abstract.find(f"{W}numStyleLink")
            num_id = "" if link is None else self.styles.series_of(value(link))
        return owner


@dataclass(slots=True)
class Counters:
    """How far the lists of one story have counted."""

    numbering: Numbering
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, series_id: str, depth: int) -> str:
        """Count one paragraph and return the mark Word puts before it."""
        series = self.numbering.series(series_id)
        level = self.numbering.level(series_id, depth)
        if series is None or level is None:
            return ""
        counts = self._counts.setdefault(series.owner, [None] * (DEEPEST + 1))
        self._step(series_id, series, depth, counts)
        if level.kind == "bullet":
            return bullet_mark(level.text, is_symbol=level.symbols)
        return _expand(level, series, counts)

    def _step(self, series_id: str, series: Series, depth: int, counts: list[int | None]) -> None:
        own_start = series.starts.get(depth)
        if own_start is not None and (series_id, depth) not in self._begun:
            self._begun.add((series_id, depth))
            counts[depth] = own_start
        else:
            count = counts[depth]
            counts[depth] = series.levels[depth].start if count is None else count + 1
        for deeper in range(depth + 1, DEEPEST + 1):
            if _restarts(series.levels.get(deeper), depth):
                counts[deeper] = None


def read_numbering(root: Element | None, styles: Styles) -> Numbering:
    """The lists of a document, or none where the part is missing."""
    if root is None:
        return Numbering({}, {}, styles)
    return Numbering(
        {node.get(f"{W}numId", ""): node for node in root.findall(f"{W}num")},
        {node.get(f"{W}abstractNumId", ""): node for node in root.findall(f"{W}abstractNum")},
        styles,
    )


def _series(num: Element, owner: str, shared: dict[int, Level]) -> Series:
    own = dict(shared)
    starts: dict[int, int] = {}
    for override in num.findall(f"{W}lvlOverride"):
        depth = _depth(override)
        replacement = override.find(f"{W}lvl")
        if replacement is not None:
            own[depth] = _level(replacement)
        start = whole(value(override.find(f"{W}startOverride")))
        if start is not None:
            starts[depth] = start
    owned = {level.style: depth for depth, level in own.items() if level.style}
    return Series(owner, own, starts, owned)


def _depth(node: Element) -> int:
    return min(max(whole(node.get(f"{W}ilvl")) or 0, 0), DEEPEST)


def _level(node: Element) -> Level:
    said = children(node)
    start = whole(value(said.get(f"{W}start")))
    fonts = children(said.get(R_PR)).get(f"{W}rFonts")
    legal = said.get(f"{W}isLgl")
    return Level(
        start=1 if start is None else start,
        kind=value(said.get(f"{W}numFmt")) or "decimal",
        text=value(said.get(f"{W}lvlText"))[:_LONGEST_PATTERN],
        restart=whole(value(said.get(f"{W}lvlRestart"))),
        legal=legal is not None and value(legal) not in {"0", "false", "off"},
        style=value(said.get(f"{W}pStyle")),
        left=left_edge(children(said.get(P_PR)).get(f"{W}ind")),
        symbols=fonts is not None and is_symbol_font(fonts.get(f"{W}ascii", "")),
    )


def _restarts(level: Level | None, stepped: int) -> bool:
    """ISO/IEC 29500-1, 17.9.10: by default any level above sets it back."""
    if level is None or level.restart is None:
        return True
    return stepped < level.restart


def _expand(level: Level, series: Series, counts: list[int | None]) -> str:
    """Put the counters into a pattern such as "%1.%2)"."""
    label = level.text
    for place in range(DEEPEST + 1):
        mark = f"%{place + 1}"
        if mark in label:
            label = label.replace(mark, _counter(level, series.levels.get(place), counts[place]))
    return label


def _counter(level: Level, counted: Level | None, count: int | None) -> str:
    counted = counted or level
    number = counted.start if count is None else count
    return numeral(number, "decimal" if level.legal else counted.kind)
