"""The styles and numbering parts in, what a paragraph or run gets from its style chain out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_BUILT_IN_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_BODY_TEXT_LEVEL = 9


def local(element: Element) -> str:
    """Return the name of an element without its namespace, Strict or Transitional."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute by its name without namespace."""
    found = (value for key, value in element.items() if key.rpartition("}")[2] == name)
    return next(found, None)


def is_on(value: str | None) -> bool:
    """Read a switch: its bare presence is yes."""
    return value not in {"0", "false", "off"}


def child(element: Element | None, *path: str) -> Element | None:
    """Go down a path of names."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def value(element: Element | None, *path: str) -> str | None:
    """Return the `val` of the element at a path."""
    found = child(element, *path)
    return None if found is None else attribute(found, "val")


def number(text: str | None) -> int | None:
    """Read a whole number; nonsense is nothing."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Style:
    """One style; what it does not say itself is None."""

    id: str
    name: str
    kind: str
    based_on: str | None
    hidden: bool | None
    list_id: int | None
    list_level: int | None
    outline: int | None


@dataclass(frozen=True)
class Styles:
    """All styles of a document by kind and id, and the default of each kind."""

    by_id: dict[tuple[str, str], Style] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    hidden_by_default: bool = False

    def chain(self, kind: str, style: str | None) -> Iterator[Style]:
        """Yield a style and all it is based on; an unknown one is the default style."""
        step = style if (kind, style) in self.by_id else self.defaults.get(kind)
        seen: set[str] = set()
        while step is not None and step not in seen and (kind, step) in self.by_id:
            seen.add(step)
            yield self.by_id[kind, step]
            step = self.by_id[kind, step].based_on

    def hides(self, paragraph_style: str | None, run_style: str | None) -> bool:
        """Say whether styles hide a run: two levels that both say so cancel (ECMA-376 17.7.3)."""
        by_paragraph = self._hides("paragraph", paragraph_style)
        return self.hidden_by_default or by_paragraph != self._hides("character", run_style)

    def _hides(self, kind: str, style: str | None) -> bool:
        said = (step.hidden for step in self.chain(kind, style) if step.hidden is not None)
        return next(said, False)

    def list_id(self, style: str | None) -> int | None:
        """Return the list a paragraph style belongs to."""
        steps = self.chain("paragraph", style)
        return next((step.list_id for step in steps if step.list_id is not None), None)

    def list_level(self, style: str | None) -> int | None:
        """Return the list level a paragraph style states."""
        steps = self.chain("paragraph", style)
        return next((step.list_level for step in steps if step.list_level is not None), None)

    def outline(self, style: str | None) -> int | None:
        """Return the outline level of a paragraph style, from 0; body text is 9."""
        steps = self.chain("paragraph", style)
        return next((level for step in steps if (level := _outline(step)) is not None), None)


def _outline(style: Style) -> int | None:
    built_in = _BUILT_IN_HEADING.match(style.name)
    if style.outline is None and built_in:
        return int(built_in[1]) - 1
    return style.outline


def heading_level(direct: int | None, by_style: int | None) -> int | None:
    """Return the heading level from 1, or None for body text."""
    level = by_style if direct is None else direct
    return level + 1 if level is not None and 0 <= level < _BODY_TEXT_LEVEL else None


def read_styles(root: Element | None) -> Styles:
    """Read the styles part."""
    if root is None:
        return Styles()
    styles = tuple(_style(element) for element in root if local(element) == "style")
    defaults = {
        attribute(element, "type") or "paragraph": attribute(element, "styleId") or ""
        for element in root
        if local(element) == "style" and attribute(element, "default") in {"1", "true", "on"}
    }
    hidden = child(root, "docDefaults", "rPrDefault", "rPr", "vanish")
    return Styles(
        {(style.kind, style.id): style for style in styles},
        defaults,
        hidden is not None and is_on(attribute(hidden, "val")),
    )


def _style(element: Element) -> Style:
    hidden = child(element, "rPr", "vanish")
    return Style(
        id=attribute(element, "styleId") or "",
        name=value(element, "name") or "",
        kind=attribute(element, "type") or "paragraph",
        based_on=value(element, "basedOn"),
        hidden=None if hidden is None else is_on(attribute(hidden, "val")),
        list_id=number(value(element, "pPr", "numPr", "numId")),
        list_level=number(value(element, "pPr", "numPr", "ilvl")),
        outline=number(value(element, "pPr", "outlineLvl")),
    )
