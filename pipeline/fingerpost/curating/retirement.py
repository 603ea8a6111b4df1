"""Lines of the log that may name retired categories in, the same naming what stands for them out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fingerpost.decisions import ABOUT_RULES, LABELLING, Action, Decision
from fingerpost.tables import JOINER
from fingerpost.taxonomy import Taxonomy

NO_LABEL_LEFT = "-"
"""Stands for labels that are all retired with nothing in their place; no id is written so."""


def in_force(decisions: Iterable[Decision], taxonomy: Taxonomy) -> Iterator[Decision]:
    """Let decisions about retired categories hold for those that replaced them.

    An answer about a heading is empty where nothing did, so that the heading is asked again; what
    was said of a proposed rule is then left out.
    """
    for line in decisions:
        if line.last_action_type in LABELLING:
            labels = _labels(line.replacement_value, taxonomy)
            changed = labels != line.replacement_value
            yield replace(line, replacement_value=labels) if changed else line
        elif line.last_action_type is Action.ANSWERED:
            yield replace(line, replacement_value=taxonomy.standing(line.replacement_value))
        elif line.last_action_type in ABOUT_RULES:
            concept, mark, phrase = line.replacement_value.partition(JOINER)
            if value := taxonomy.standing(concept):
                yield replace(line, replacement_value=f"{value}{mark}{phrase}")
        else:
            yield line


def _labels(value: str, taxonomy: Taxonomy) -> str:
    given = tuple(filter(None, value.split(JOINER)))
    standing = taxonomy.all_standing(given)
    return NO_LABEL_LEFT if given and not standing else JOINER.join(standing)
