"""The numbering part and the styles in, what a list and a level of it are out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from tests.oracle.definitions import Styles, attribute, child, local, number, value

_UNNUMBERED = frozenset({"bullet", "none"})


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the format of its numbers, its pattern, the style it belongs to."""

    kind: str
    pattern: str
    style: str | None

    @property
    def ordered(self) -> bool:
        """Say whether it counts."""
        return self.kind not in _UNNUMBERED

    @property
    def shown(self) -> bool:
        """Say whether Word puts anything before the words."""
        return self.kind != "none" or bool(self.pattern.strip())


@dataclass(frozen=True)
class Lists:
    """The levels of each list by the number that paragraphs name."""

    levels: Mapping[int, Mapping[int, Level]] = field(default_factory=dict)

    def level_of(self, list_id: int, style: str) -> int | None:
        """Return the level of a list that belongs to a paragraph style."""
        levels = self.levels.get(list_id, {})
        return next((depth for depth, level in levels.items() if level.style == style), None)

    def level(self, list_id: int, depth: int) -> Level | None:
        """Return a level; one that is not defined is nothing."""
        return self.levels.get(list_id, {}).get(depth)


def read_lists(root: Element | None, styles: Styles) -> Lists:
    """Read the numbering part, through links to the lists of numbering styles."""
    if root is None:
        return Lists()
    definitions = _by_id(root, "abstractNum", "abstractNumId")
    lists = {number(id_): element for id_, element in _by_id(root, "num", "numId").items()}
    return Lists(
        {
            id_: _levels(_definition(element, definitions, lists, styles)) | _own(element)
            for id_, element in lists.items()
            if id_ is not None
        }
    )


def _by_id(root: Element, name: str, key: str) -> dict[str | None, Element]:
    return {attribute(element, key): element for element in root if local(element) == name}


def _definition(
    element: Element,
    definitions: Mapping[str | None, Element],
    lists: Mapping[int | None, Element],
    styles: Styles,
) -> Element | None:
    """Follow a list to the definition that holds its levels; a ring ends where it began."""
    met: set[str | None] = set()
    while (id_ := value(element, "abstractNumId")) not in met:
        met.add(id_)
        definition = definitions.get(id_)
        link = value(definition, "numStyleLink")
        style = styles.by_id.get(("numbering", link or ""))
        if style is None or style.list_id not in lists:
            return definition
        element = lists[style.list_id]
    return definitions.get(id_)


def _levels(definition: Element | None) -> dict[int, Level]:
    if definition is None:
        return {}
    levels = (element for element in definition if local(element) == "lvl")
    return {number(attribute(level, "ilvl")) or 0: _level(level) for level in levels}


def _own(element: Element) -> dict[int, Level]:
    """Return the levels that a list says anew for itself."""
    overrides = (inner for inner in element if local(inner) == "lvlOverride")
    return {
        number(attribute(override, "ilvl")) or 0: _level(level)
        for override in overrides
        if (level := child(override, "lvl")) is not None
    }


def _level(element: Element) -> Level:
    kind = value(element, "numFmt") or "decimal"
    return Level(kind, value(element, "lvlText") or "", value(element, "pStyle"))
