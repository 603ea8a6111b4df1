"""A rules file's bytes in, plain values with the line each stands on out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import yaml

from fingerpost.errors import RulesError

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without its C part reads the same, only slower
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]  # either class will do

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file of rules: its name as people know it, its values, and where each value stands.

    Every value is text, a list or a mapping, so that a phrase such as `no` or `5` stays what was
    typed.
    """

    name: str
    content: object
    lines: dict[Place, int] = field(repr=False)

    def line(self, place: Place) -> int:
        """Return the line of a value, or of the nearest value around it, counting from 1."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def at(self, place: Place) -> str:
        """Return file and line as messages begin."""
        return f"{self.name} line {self.line(place)}"


def read_sheet(path: Path, name: str) -> Sheet:
    """Read one YAML file; `name` is what messages call it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise RulesError(
            f"{name} is missing; put it back, or copy it from a new workspace made with "
            "`fingerpost init`."
        ) from None
    except UnicodeDecodeError as fault:
        raise RulesError(
            f"{name}: the character at byte {fault.start} is not UTF-8; save the file as UTF-8."
        ) from None
    return _parse(text, name)


def _parse(text: str, name: str) -> Sheet:
    lines: dict[Place, int] = {}
    try:
        root = yaml.compose(text, Loader=_Loader)
        content = None if root is None else _value(root, (), lines, name)
    except yaml.MarkedYAMLError as fault:
        mark = fault.problem_mark or fault.context_mark
        line = mark.line + 1 if mark else 1
        raise RulesError(
            f"{name} line {line}: this is not valid YAML ({fault.problem}); check the indents, "
            "colons and quotation marks on this line and the one before it."
        ) from None
    except yaml.YAMLError as fault:
        raise RulesError(
            f"{name}: this is not valid YAML ({fault}); save it as plain text."
        ) from None
    if content is None:
        raise RulesError(f"{name} is empty; fill it in or put the original back.")
    return Sheet(name, content, lines)


def _value(node: yaml.Node, place: Place, lines: dict[Place, int], name: str) -> object:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, place, lines, name))
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*place, i), lines, name) for i, child in enumerate(node.value)]
    is_null = node.tag == "tag:yaml.org,2002:null"
    return None if is_null else cast("str", node.value)


def _pairs(
    node: yaml.MappingNode, place: Place, lines: dict[Place, int], name: str
) -> Iterator[tuple[str, object]]:
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if key in seen:
            raise RulesError(
                f"{name} line {line}: '{key}' stands here a second time (first on line {seen[key]}); "
                "keep one of them."
            )
        seen[key] = line
        value = _value(value_node, (*place, key), lines, name)
        lines[*place, key] = line
        yield key, value
