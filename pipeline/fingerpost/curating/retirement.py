"""Lines of the log that may name retired categories in, the same naming what stands for them out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from fingerpost.decisions import Action, Decision
from fingerpost.tables import JOINER
from fingerpost.taxonomy import Taxonomy

NO_LABEL_LEFT = "-"
"""Stands for labels that are all retired with nothing in their place; no id is written so."""


def in_force(decisions: Iterable[Decision], taxonomy: Taxonomy) -> Iterator[Decision]:
    """Let decisions about retired categories hold for those that replaced them.

    An answer about a heading is empty where nothing did, so that the heading is asked again.
    """
    for line in decisions:
        if line.last_action_type is Action.RELABELLED:
            yield replace(line, replacement_value=_labels(line.replacement_value, taxonomy))
        elif line.last_action_type is Action.ANSWERED:
            yield replace(line, replacement_value=taxonomy.standing(line.replacement_value))
        else:
            yield line


def _labels(value: str, taxonomy: Taxonomy) -> str:
    given = tuple(filter(None, value.split(JOINER)))
    standing = taxonomy.all_standing(given)
    return NO_LABEL_LEFT if given and not standing else JOINER.join(standing)
