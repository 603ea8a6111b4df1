"""The styles part in; what a paragraph or run of a style looks like out, inheritance resolved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from lxml.etree import _Element as Element

from fingerpost.reading.measures import VAL, children, is_on, twentieths, value, whole
from fingerpost.reading.namespaces import W

P_PR: Final = f"{W}pPr"
R_PR: Final = f"{W}rPr"
TITLE: Final = -1
_BODY_TEXT: Final = 9
# Word keeps these names in English in every language edition; only the ids are translated.
_HEADING: Final = re.compile(r"heading ([1-9])")
_CONTENTS: Final = re.compile(
    r"(?:toc|contents|index|table of (?:figures|authorities)) ?\d?|(?:toc|index|toa|contents) heading"
)
_DEFAULT_SIZE: Final = 10.0


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """How letters look; None is not said here. Each is made once, and told apart by that."""

    bold: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None
    struck: bool | None = None
    underlined: bool | None = None
    size: float | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands; None is not said here.

    `outline` is 0 to 8 for a heading, 9 for body text; `series` is the id of its list, "0" for
    none; `left` is in twentieths of a point.
    """

    outline: int | None = None
    series: str | None = None
    level: int | None = None
    left: int | None = None
    centred: bool | None = None
    fill: str | None = None


PLAIN_INK: Final = Ink()
PLAIN_SHAPE: Final = Shape()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What a table style does to its first row or column."""

    bold: bool = False
    fill: str = ""


_Said = tuple[Ink, tuple[tuple[str, str | None], ...]]
NO_EMPHASIS: Final = Emphasis()


@dataclass(frozen=True, slots=True)
class _Style:
    id: str
    name: str
    parent: str
    shape: Shape
    ink: Ink
    node: Element | None


_NO_STYLE: Final = _Style("", "", "", PLAIN_SHAPE, PLAIN_INK, None)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style with all that it inherits; `outline` is TITLE for the document's title."""

    id: str
    name: str
    shape: Shape
    ink: Ink
    outline: int | None
    contents: bool


@dataclass(slots=True)
class Styles:
    """All styles of a document, read when they are first asked for; answers are remembered."""

    nodes: dict[str, Element]
    default_paragraph: str
    default_character: str
    defaults_shape: Shape
    defaults_ink: Ink
    _styles: dict[str, _Style] = field(default_factory=dict)
    _inherited: dict[str, ParagraphStyle] = field(default_factory=dict)
    _inks: dict[tuple[str, str, bool], Ink] = field(default_factory=dict)
    _emphases: dict[tuple[str, str], Emphasis] = field(default_factory=dict)
    _runs: dict[_Said, Ink] = field(default_factory=dict)

    def paragraph(self, style_id: str) -> ParagraphStyle:
        """The style of a paragraph; the default style where it names none or an unknown one."""
        if style_id not in self.nodes:
            style_id = self.default_paragraph
        return self._with_inherited(style_id)

    def numbered_by(self, style_id: str) -> Iterator[str]:
        """The styles from one up to that which sets its list, nearest first."""
        for style in self._chain(style_id):
            yield style.id
            if style.shape.series is not None:
                return

    def ink(self, paragraph_style: str, character_style: str, *, in_head: bool = False) -> Ink:
        """How letters of these two styles look, nothing left unsaid; bold in a table's head."""
        asked = (paragraph_style, character_style, in_head)
        known = self._inks.get(asked)
        if known is None:
            mixed = self._mix(paragraph_style, character_style)
            known = self._inks[asked] = replace(mixed, bold=True) if in_head else mixed
        return known

    def run_ink(
        self, properties: Element, paragraph_style: str, around: Ink, *, in_head: bool
    ) -> Ink:
        """How the letters of a run look; `around` is how its paragraph's do."""
        said = tuple([(node.tag, node.get(VAL)) for node in properties if node.tag in _INK_TAGS])
        if not said:
            return around
        known = self._runs.get((around, said))
        if known is None:
            base = around
            if character_style := value(properties.find(_RUN_STYLE)):
                base = self.ink(paragraph_style, character_style, in_head=in_head)
            known = self._runs[around, said] = ink_over(read_ink(properties), base)
        return known

    def series_of(self, style_id: str) -> str:
        """The list that a numbering style stands for."""
        style = self._style(style_id)
        return (style.shape.series or "") if style else ""

    def emphasis(self, table_style: str, region: str) -> Emphasis:
        """How a table style sets off a region such as "firstRow"."""
        asked = (table_style, region)
        if asked not in self._emphases:
            nodes = (style.node for style in self._chain(table_style) if style.node is not None)
            regions = (found for node in nodes for found in node.findall(_REGION))
            named = (found for found in regions if found.get(_TYPE) == region)
            self._emphases[asked] = next(map(_emphasis, named), NO_EMPHASIS)
        return self._emphases[asked]

    def _style(self, style_id: str) -> _Style | None:
        node = self.nodes.get(style_id)
        if node is None:
            return None
        if style_id not in self._styles:
            self._styles[style_id] = _read_style(node)
        return self._styles[style_id]

    def _chain(self, style_id: str) -> Iterator[_Style]:
        """A style and those it is based on, nearest first; a loop ends the chain."""
        met: set[str] = set()
        style = self._style(style_id)
        while style is not None and style.id not in met:
            met.add(style.id)
            yield style
            style = self._style(style.parent)

    def _with_inherited(self, style_id: str) -> ParagraphStyle:
        """A style with all that it inherits; each of a chain is put over the one below it once.

        In a ring each style inherits from all others, so that only what was asked for is kept.
        """
        waiting: dict[str, _Style] = {}
        style = self._style(style_id)
        while style is not None and style.id not in self._inherited and style.id not in waiting:
            waiting[style.id] = style
            style = self._style(style.parent)
        is_ring = style is not None and style.id in waiting
        found = self._inherited.get(style.id) if style else None
        for upper in reversed(waiting.values()):
            found = self._over(upper, found)
            if not is_ring or upper.id == style_id:
                self._inherited[upper.id] = found
        return found or self._over(_NO_STYLE, None)

    def _over(self, style: _Style, parent: ParagraphStyle | None) -> ParagraphStyle:
        return ParagraphStyle(
            style.id,
            style.name,
            shape_over(style.shape, parent.shape if parent else self.defaults_shape),
            ink_over(style.ink, parent.ink if parent else PLAIN_INK),
            _outline(style, parent),
            bool((parent and parent.contents) or _CONTENTS.fullmatch(style.name.lower())),
        )

    def _mix(self, paragraph_style: str, character_style: str) -> Ink:
        paragraph = self._with_inherited(paragraph_style).ink
        character = self._with_inherited(character_style or self.default_character).ink
        base = self.defaults_ink
        mixed = ink_over(character, ink_over(paragraph, base))
        return Ink(
            bold=_toggled(base.bold, paragraph.bold, character.bold),
            capitals=_toggled(base.capitals, paragraph.capitals, character.capitals),
            hidden=_toggled(base.hidden, paragraph.hidden, character.hidden),
            struck=_toggled(base.struck, paragraph.struck, character.struck),
            underlined=bool(mixed.underlined),
            size=mixed.size or _DEFAULT_SIZE,
            colour=mixed.colour or "",
        )


def read_styles(root: Element | None) -> Styles:
    """The styles of a document, or none where the part is missing."""
    if root is None:
        return Styles({}, "", "", PLAIN_SHAPE, PLAIN_INK)
    nodes = root.findall(f"{W}style")
    defaults = _defaults(nodes)
    return Styles(
        {node.get(_ID, ""): node for node in nodes},
        defaults.get("paragraph", ""),
        defaults.get("character", ""),
        read_shape(root.find(f"{W}docDefaults/{W}pPrDefault/{P_PR}")),
        read_ink(root.find(f"{W}docDefaults/{W}rPrDefault/{R_PR}")),
    )


def read_ink(properties: Element | None) -> Ink:
    """What run properties say of the letters."""
    said = children(properties)
    if _INK_TAGS.isdisjoint(said):
        return PLAIN_INK
    strike = said.get(_STRIKE)
    double = said.get(_DOUBLE_STRIKE)
    points = whole(value(said.get(_SIZE)))
    colour = said.get(_COLOUR)
    underline = said.get(_UNDERLINE)
    return Ink(
        bold=_toggle(said.get(_BOLD)),
        capitals=_toggle(said.get(_CAPITALS)),
        hidden=_toggle(said.get(_VANISH)),
        struck=True if double is not None and is_on(double) else _toggle(strike),
        underlined=None if underline is None else value(underline) not in {"", "none"},
        size=points / 2 if points else None,
        colour=None if colour is None else _colour(colour.get(VAL)),
    )


def read_shape(properties: Element | None) -> Shape:
    """What paragraph properties say of the paragraph."""
    return shape_of(children(properties))


def shape_of(said: dict[str, Element]) -> Shape:
    """What paragraph properties, by tag, say of the paragraph."""
    if _SHAPE_TAGS.isdisjoint(said):
        return PLAIN_SHAPE
    numbering = said.get(_NUMBERING)
    alignment = said.get(_ALIGNMENT)
    shading = said.get(_SHADING)
    return Shape(
        outline=whole(value(said.get(_OUTLINE))),
        series=None if numbering is None else numbering_value(numbering, "numId"),
        level=None if numbering is None else whole(numbering_value(numbering, "ilvl")),
        left=left_edge(said.get(_INDENT)),
        centred=None if alignment is None else alignment.get(VAL) == "center",
        fill=None if shading is None else _colour(shading.get(f"{W}fill")),
    )


def shape_over(upper: Shape, lower: Shape) -> Shape:
    """What is said above, and what is said below where nothing is."""
    if upper is PLAIN_SHAPE:
        return lower
    return Shape(
        lower.outline if upper.outline is None else upper.outline,
        lower.series if upper.series is None else upper.series,
        lower.level if upper.level is None else upper.level,
        lower.left if upper.left is None else upper.left,
        lower.centred if upper.centred is None else upper.centred,
        lower.fill if upper.fill is None else upper.fill,
    )


def ink_over(upper: Ink, lower: Ink) -> Ink:
    """What is said above, and what is said below where nothing is."""
    if upper is PLAIN_INK:
        return lower
    return Ink(
        lower.bold if upper.bold is None else upper.bold,
        lower.capitals if upper.capitals is None else upper.capitals,
        lower.hidden if upper.hidden is None else upper.hidden,
        lower.struck if upper.struck is None else upper.struck,
        lower.underlined if upper.underlined is None else upper.underlined,
        lower.size if upper.size is None else upper.size,
        lower.colour if upper.colour is None else upper.colour,
    )


def left_edge(indent: Element | None) -> int | None:
    """Where the text of a w:ind begins."""
    if indent is None:
        return None
    start = indent.get(f"{W}start")
    return twentieths(indent.get(f"{W}left") if start is None else start)


def numbering_value(numbering: Element, name: str) -> str | None:
    """A value of a w:numPr, None where it is not said."""
    node = numbering.find(W + name)
    return None if node is None else node.get(VAL)


def shading_fill(said: dict[str, Element]) -> str:
    """The fill of cell properties, by tag, as RRGGBB, empty for none."""
    shading = said.get(_SHADING)
    return "" if shading is None else _colour(shading.get(f"{W}fill"))


_TYPE: Final = f"{W}type"
_ID: Final = f"{W}styleId"
_NAME: Final = f"{W}name"
_BASED_ON: Final = f"{W}basedOn"
_DEFAULT: Final = f"{W}default"
_REGION: Final = f"{W}tblStylePr"
_BOLD: Final = f"{W}b"
_CAPITALS: Final = f"{W}caps"
_VANISH: Final = f"{W}vanish"
_STRIKE: Final = f"{W}strike"
_DOUBLE_STRIKE: Final = f"{W}dstrike"
_UNDERLINE: Final = f"{W}u"
_SIZE: Final = f"{W}sz"
_COLOUR: Final = f"{W}color"
_RUN_STYLE: Final = f"{W}rStyle"
_INK_TAGS: Final = frozenset(
    (_BOLD, _CAPITALS, _VANISH, _STRIKE, _DOUBLE_STRIKE, _UNDERLINE, _SIZE, _COLOUR, _RUN_STYLE)
)
_OUTLINE: Final = f"{W}outlineLvl"
_NUMBERING: Final = f"{W}numPr"
_INDENT: Final = f"{W}ind"
_ALIGNMENT: Final = f"{W}jc"
_SHADING: Final = f"{W}shd"
_SHAPE_TAGS: Final = frozenset((_OUTLINE, _NUMBERING, _INDENT, _ALIGNMENT, _SHADING))


def _read_style(node: Element) -> _Style:
    said = children(node)
    return _Style(
        node.get(_ID, ""),
        value(said.get(_NAME)),
        value(said.get(_BASED_ON)),
        read_shape(said.get(P_PR)),
        read_ink(said.get(R_PR)),
        node,
    )


def _emphasis(region: Element) -> Emphasis:
    ink = read_ink(region.find(R_PR))
    return Emphasis(bool(ink.bold), shading_fill(children(region.find(f"{W}tcPr"))))


def _defaults(nodes: list[Element]) -> dict[str | None, str]:
    """The default style of each kind, the last one named."""
    named = [node for node in nodes if node.get(_DEFAULT, "0").lower() in {"1", "true", "on"}]
    return {node.get(_TYPE): node.get(_ID, "") for node in named}


def _toggle(node: Element | None) -> bool | None:
    return None if node is None else is_on(node)


def _toggled(default: bool | None, paragraph: bool | None, character: bool | None) -> bool:
    """ISO/IEC 29500-1, 17.7.3: said twice in the styles of one run, a toggle is off again."""
    return bool(default) or bool(paragraph) != bool(character)


def _colour(text: str | None) -> str:
    return "" if text is None or text.lower() == "auto" else text.upper()


def _outline(style: _Style, parent: ParagraphStyle | None) -> int | None:
    name = style.name.lower()
    if name == "title":
        return TITLE
    if style.shape.outline is not None:
        return style.shape.outline
    if match := _HEADING.fullmatch(name):
        return int(match[1]) - 1
    return parent.outline if parent else None
