"""Fingerpost as a migration would judge text that stands under no heading; `way` is the encoder."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from fingerpost.classifying import classify
from fingerpost.decisions import Standing
from fingerpost.exemplars import Exemplar
from fingerpost.learned import Judgement
from fingerpost.meanings import Meanings
from fingerpost.rulebook import Rulebook, load_rulebook
from fingerpost.running.rules.learner import Learner
from fingerpost.strategies import Role, Strategy
from fingerpost.taxonomy import CORE_FACETS, Facet

RULES = Path(__file__).parents[3] / "rules"
Model = tuple[Rulebook, Judgement]

KEPT = tempfile.TemporaryDirectory(prefix="fingerpost-")


def learn_all(examples: Sequence[Mapping[str, Any]], way: str) -> Model:
    rulebook = replace(
        load_rulebook(RULES), encoder=way, exemplars=tuple(exemplar(one) for one in examples)
    )
    judgement = Learner(RULES, Path(KEPT.name)).judgement(rulebook, Standing())
    return rulebook, judgement


def exemplar(one: Mapping[str, Any]) -> Exemplar:
    labels = {Facet(facet): tuple(labels) for facet, labels in one["labels"].items()}
    return Exemplar(text=one["text"], labels=labels, role=Role(one["role"]), origin=one["origin"])


def judge_all(model: Model, texts: Sequence[str]) -> dict[str, list[str]]:
    rulebook, judgement = model
    strategies = [
        Strategy(text=text, source_text=text, digest="", source="", locator="") for text in texts
    ]
    found = classify(strategies, rulebook, Meanings(rulebook.headings), judgement)
    return {
        facet: [next(iter(one.concepts(facet)), "none") for one in found] for facet in CORE_FACETS
    }
