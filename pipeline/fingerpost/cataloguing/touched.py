"""Ids of categories in; every item, decision and rule that names them out."""

import csv
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from fingerpost.decisions import ABOUT_RULES, LABELLING, Action, Decision, Resource
from fingerpost.directory import Item
from fingerpost.tables import JOINER, csv_rows
from fingerpost.taxonomy import Facet

_START = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedItem:
    """An item that has the label now."""

    id: str
    start: str
    status: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedDecision:
    """A line of the log that names the category: `about` is an item's id or a heading."""

    line: int
    about: str
    person: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedRule:
    """A rule that names the category, and where."""

    at: str
    rule: str
    category: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """All that a change of some categories touches."""

    items: tuple[TouchedItem, ...] = ()
    decisions: tuple[TouchedDecision, ...] = ()
    rules: tuple[TouchedRule, ...] = ()


def items_with(items: Iterable[Item], ids: Collection[str]) -> tuple[TouchedItem, ...]:
    """Return the items that have one of these labels, in document order."""
    return tuple(
        TouchedItem(id=item.id, start=_start(item.text), status=item.status.value, category=concept)
        for item in items
        for facet in Facet
        for concept in item.concepts(facet)
        if concept in ids
    )


def decisions_naming(
    decisions: Iterable[Decision], lines: Mapping[int, int], ids: Collection[str]
) -> tuple[TouchedDecision, ...]:
    """Return the decisions that name one of these; `lines` leads from a seq to the log's line."""
    return tuple(
        TouchedDecision(
            line=lines.get(one.seq, 0),
            about=one.resource_id,
            person=one.updated_by or "somebody who gave no name",
            category=concept,
        )
        for one in decisions
        for concept in named_in(one)
        if concept in ids
    )


def named_in(decision: Decision) -> tuple[str, ...]:
    """Return the ids of categories that a line of the log gives; other answers may be among them."""
    if decision.last_action_type in LABELLING:
        return tuple(filter(None, decision.replacement_value.split(JOINER)))
    if decision.last_action_type in ABOUT_RULES:
        return (decision.replacement_value.partition(JOINER)[0],)
    is_answer = decision.last_action_type is Action.ANSWERED
    if is_answer and decision.resource_type is Resource.HEADING:
        return tuple(filter(None, (decision.replacement_value,)))
    return ()


def rules_naming(texts: Mapping[str, str], ids: Collection[str]) -> tuple[TouchedRule, ...]:
    """Return the rules that name one of these, in the order of the files; `texts` are by name."""
    return tuple(
        rule
        for name in sorted(texts)
        for rule in (_in_table if name.endswith(".csv") else _in_yaml)(name, texts[name], ids)
    )


def _in_yaml(name: str, text: str, ids: Collection[str]) -> Iterator[TouchedRule]:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    if root is not None:
        for line, concept, rule in _scalars(root, ids, ""):
            yield TouchedRule(at=f"rules/{name} line {line}", rule=rule, category=concept)


def _scalars(node: yaml.Node, ids: Collection[str], rule: str) -> Iterator[tuple[int, str, str]]:
    """Yield each text that is one of the ids, with its line and the id of the rule around it."""
    if isinstance(node, yaml.ScalarNode):
        if node.value in ids:
            yield node.start_mark.line + 1, str(node.value), rule
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child, ids, rule)
    elif isinstance(node, yaml.MappingNode):
        around = next((str(v.value) for k, v in node.value if k.value == "id"), rule)
        for key, value in node.value:
            if key.value != "id" or _is_category(node):
                yield from _scalars(key, ids, around)
                yield from _scalars(value, ids, around)


def _is_category(node: yaml.MappingNode) -> bool:
    """Whether a mapping is a category itself; the id of a rule may be the same word by chance."""
    return any(key.value == "definition" for key, _ in node.value)


def _in_table(name: str, text: str, ids: Collection[str]) -> Iterator[TouchedRule]:
    try:
        lines = list(csv_rows(text))
    except csv.Error:
        return
    header = lines[0][1] if lines else ()
    for line, cells in lines[1:]:
        row = dict(zip(header, cells, strict=False))
        labels = (label.strip() for f in Facet for label in row.get(f.value, "").split(JOINER))
        for label in dict.fromkeys(labels):
            if label in ids:
                at = f"rules/{name} line {line}"
                yield TouchedRule(at=at, rule=_start(row.get("text", "")), category=label)


def _start(text: str) -> str:
    return text if len(text) <= _START else f"{text[: _START - 1]}…"
