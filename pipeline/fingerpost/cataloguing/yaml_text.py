"""A YAML file as people wrote it and new settings in, the file with only those lines changed out.

Comments, order, quotation marks and the way of writing stay wherever nothing changes.
"""

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence

import yaml

from fingerpost.errors import RulesError

Value = str | int | bool | tuple[str, ...]
Settings = Mapping[str, Value | None]
"""Settings by name; None takes one away."""

Place = tuple[str | int, ...]
_Write = Callable[[int], list[str]]

_ONE_LINE = "'{}' is written on one line; put each entry on a line of its own."
_WIDTH = 100
_LONG = 76
_STEP = 2
_ORDER = (
    *("id", "facet", "parent", "framework", "label", "definition", "alternates", "alt_in"),
    *("examples", "not", "maps_to", "order", "hidden", "folds_into"),
    *("retired", "replaced_by", "change_note"),
)
"""The order in which people write settings; a new one goes to its place."""


def edit(text: str, place: Place, settings: Settings) -> str:
    """Set some settings of the mapping at a place, and take away those that are None."""
    for name in sorted(settings, key=_rank):
        node = _find(text, place)
        value = settings[name]
        if node.flow_style:
            text = _refill(text, place, node, {**_plain(node), name: value})
        elif name in _names(node):
            text = _set(text, node, name, value)
        elif value is not None:
            text = _insert(text, node, name, value)
    return text


def add_entry(text: str, name: str, settings: Settings) -> str:
    """Add a mapping at the end of the list of this name, or below it under its own name."""
    return _add(text, name, lambda indent: _item(settings, indent))


def add_pair(text: str, name: str, key: str, settings: Settings) -> str:
    """Add a mapping under a key to the mapping of this name."""
    line = _flow(key, _given(settings))

    def write(indent: int) -> list[str]:
        if len(line) + indent <= _WIDTH:
            return [" " * indent + line]
        return [" " * indent + f"{key}:", *_block(_given(settings), indent + _STEP)]

    return _add(text, name, write)


def drop(text: str, place: Place) -> str:
    """Take away a setting or an entry of a list, with the empty lines after it."""
    lines = text.splitlines()
    parent, step = _find(text, place[:-1]), place[-1]
    if parent.flow_style:
        raise NotEditable(_ONE_LINE.format(place[-2]))
    start, end = next(span for one, span in _spans(parent, lines) if one == step)
    after = end + 1
    while after < len(lines) and not lines[after].strip():
        after += 1
    kept = _joined([*lines[:start], *lines[after:]])
    if parent.value[1:] or not place[:-1]:
        return kept
    empty = "{}" if isinstance(parent, yaml.MappingNode) else "[]"
    above = _spans(_find(text, place[:-2]), lines)
    first = next(span for one, span in above if one == place[-2])[0]
    return _joined([*lines[:first], f"{lines[first].split(':')[0]}: {empty}", *lines[after:]])


class NotEditable(RulesError):
    """A file written in a way in which a program cannot change one setting."""


_Collection = yaml.MappingNode | yaml.SequenceNode


def _find(text: str, place: Place) -> _Collection:
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    for step in place:
        node = next((child for one, child in _children(node) if one == step), None)
    if not isinstance(node, yaml.MappingNode | yaml.SequenceNode):
        raise NotEditable(f"There is nothing at {'/'.join(map(str, place))} of the rules.")
    return node


def _children(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value)


def _names(node: _Collection) -> list[str]:
    return [str(name) for name, _ in _children(node)]


def _plain(node: _Collection) -> dict[str, Value | None]:
    return {str(name): _value(child) for name, child in _children(node)}


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return tuple(str(child.value) for child in node.value)
    if node.tag == "tag:yaml.org,2002:bool":
        return str(node.value).casefold() in ("true", "yes", "on")
    return int(node.value) if node.tag == "tag:yaml.org,2002:int" else str(node.value)


def _spans(node: _Collection, lines: Sequence[str]) -> Iterator[tuple[str | int, tuple[int, int]]]:
    """Yield each entry with its first and last line, empty lines and comments after it left out."""
    starts = _starts(node)
    for place, (step, value) in enumerate(_children(node)):
        limit = starts[place + 1] - 1 if place + 1 < len(starts) else node.end_mark.line - 1
        yield step, (starts[place], _last_line(value, starts[place], limit, lines))


def _starts(node: _Collection) -> list[int]:
    if isinstance(node, yaml.MappingNode):
        return [key.start_mark.line for key, _ in node.value]
    return [value.start_mark.line for value in node.value]


def _last_line(value: yaml.Node, start: int, limit: int, lines: Sequence[str]) -> int:
    last = min(limit, len(lines) - 1)
    is_text = isinstance(value, yaml.ScalarNode) and value.style in ("|", ">")
    while last > start and not _counts(lines[last], is_text):
        last -= 1
    return last


def _counts(line: str, is_text: bool) -> bool:
    bare = line.strip()
    comment = bare.startswith("#") and not (is_text and line.startswith(" " * 2 * _STEP))
    return bool(bare) and not comment


def _set(text: str, node: _Collection, name: str, value: Value | None) -> str:
    lines = text.splitlines()
    start, end = next(span for one, span in _spans(node, lines) if one == name)
    column = node.start_mark.column
    lead = lines[start][:column]
    if value is None:
        following = lines[end + 1 :]
        if (
            lead.strip() and following
        ):  # the entry's mark stands on this line: the next one takes it
            following = [lead + following[0][column:], *following[1:]]
        return _joined([*lines[:start], *following])
    old = next(child for one, child in _children(node) if one == name)
    made = _pair(name, value, column, _is_flow(old))
    return _joined([*lines[:start], lead + made[0][column:], *made[1:], *lines[end + 1 :]])


def _insert(text: str, node: _Collection, name: str, value: Value) -> str:
    """Put a new setting after those that people write before it."""
    lines = text.splitlines()
    before = [span for one, span in _spans(node, lines) if _rank(str(one)) <= _rank(name)]
    after = before[-1][1] if before else next(_spans(node, lines))[1][1]
    made = _pair(name, value, node.start_mark.column, None)
    return _joined([*lines[: after + 1], *made, *lines[after + 1 :]])


def _refill(text: str, place: Place, node: _Collection, settings: Settings) -> str:
    """Write a mapping that stands in curly brackets anew."""
    lines = text.splitlines()
    start, end = node.start_mark, node.end_mark
    lead, tail = lines[start.line][: start.column], lines[end.line][end.column :]
    given = _given(settings)
    flow = lead + _braces(given) + tail
    if len(flow) <= _WIDTH or not isinstance(place[-1], str):
        made = [flow]
    else:
        indent = len(lead) - len(lead.lstrip()) + _STEP
        made = [lead.rstrip() + tail.rstrip(), *_block(given, indent)]
    return _joined([*lines[: start.line], *made, *lines[end.line + 1 :]])


def _add(text: str, name: str, write: _Write) -> str:
    lines = text.splitlines()
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    node = dict(_children(root)).get(name)
    if node is None:
        return _joined([*lines, f"{name}:", *write(_STEP)])
    if not isinstance(node, yaml.MappingNode | yaml.SequenceNode) or not node.value:
        start, lead = node.start_mark, lines[node.start_mark.line][: node.start_mark.column]
        rest = lines[start.line + 1 :]
        return _joined([*lines[: start.line], lead.rstrip(), *write(_STEP), *rest])
    if node.flow_style:
        raise NotEditable(_ONE_LINE.format(name))
    spans = [span for _, span in _spans(node, lines)]
    parted = [""] if len(spans) > 1 and not lines[spans[-1][0] - 1].strip() else []
    end = spans[-1][1] + 1
    made = write(lines[spans[0][0]].index(lines[spans[0][0]].lstrip()[0]))
    return _joined([*lines[:end], *parted, *made, *lines[end:]])


def _item(settings: Settings, indent: int) -> list[str]:
    block = _block(_given(settings), indent + _STEP)
    return [" " * indent + "- " + block[0].lstrip(), *block[1:]]


def _block(settings: Mapping[str, Value], indent: int) -> list[str]:
    names = sorted(settings, key=_rank)
    return [line for name in names for line in _pair(name, settings[name], indent, None)]


def _pair(name: str, value: Value, indent: int, flow: bool | None) -> list[str]:
    """Write one setting, a list as the one before it was written."""
    lead = " " * indent
    if isinstance(value, tuple):
        line = lead + _flow(name, value)
        if flow is not False and (flow or len(value) < len("ab")) and len(line) <= _WIDTH:
            return [line]
        return [f"{lead}{name}:", *(f"{lead}  - {_scalar(text)}" for text in value)]
    line = f"{lead}{name}: {_scalar(value)}"
    if isinstance(value, str) and (name == "definition" or len(line) > _WIDTH) and _folds(value):
        wrapped = textwrap.wrap(
            value, _WIDTH - indent - _STEP, break_long_words=False, break_on_hyphens=False
        )
        return [f"{lead}{name}: >-", *(f"{lead}  {part}" for part in wrapped)]
    return [line]


def _folds(text: str) -> bool:
    """Whether a text comes back as it was when it is folded into several lines."""
    return len(text) > _LONG and text.isprintable() and text == " ".join(text.split())


def _flow(name: str, value: Value | Mapping[str, Value]) -> str:
    return f"{name}: {_braces(value) if isinstance(value, Mapping) else _scalar(value)}"


def _braces(settings: Settings) -> str:
    given = _given(settings)
    return f"{{{', '.join(f'{name}: {_scalar(given[name], True)}' for name in given)}}}"


def _scalar(value: Value, inside: bool = False) -> str:
    """Write one value, in quotation marks where it needs them; more of them inside brackets."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(_scalar(text, True) for text in value)}]"
    if isinstance(value, int):
        return str(value)
    if not value.isprintable():
        return json.dumps(value, ensure_ascii=False)  # a JSON text is a YAML text
    listed = yaml.safe_dump(
        [value], default_flow_style=inside, allow_unicode=True, width=float("inf")
    )
    return listed.strip()[1:-1] if inside else listed.strip()[2:]


def _given(settings: Settings) -> dict[str, Value]:
    return {name: value for name, value in settings.items() if value is not None}


def _is_flow(node: yaml.Node) -> bool | None:
    return bool(node.flow_style) if isinstance(node, yaml.SequenceNode) else None


def _rank(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _joined(lines: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
