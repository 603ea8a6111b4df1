"""One document through every form: its model, its strategies, its labels, its files."""

import json
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from pathlib import Path

import pytest
from fingerpost.curating import settle
from fingerpost.decisions import Standing
from fingerpost.exporting import curated_files
from fingerpost.meanings import Meanings
from fingerpost.outcome import Outcome
from fingerpost.reading import read
from fingerpost.reporting import tables
from fingerpost.running.migrating.assembly import assemble
from fingerpost.running.migrating.inputs import Inputs
from fingerpost.running.processing.batches import RawDocument, process
from fingerpost.running.rules.learner import Learner
from fingerpost.workspace import Workspace

from tests.support.golden import assert_golden
from tests.support.program import ROOT
from tests.support.shipped import shipped_rules

CASE = Path(__file__).parent / "hearing"
SOURCE = "Supporting hearing 2026.docx"


def as_json(value: object) -> str:
    return json.dumps(plain(value), indent=1, ensure_ascii=False) + "\n"


def plain(value: object) -> object:
    """Turn values into JSON, leaving out what has its usual value, so that the file can be read."""
    if is_dataclass(value) and not isinstance(value, type):
        told = {f.name: getattr(value, f.name) for f in fields(value) if f.init}
        usual = {f.name: f.default for f in fields(value)}
        return {
            "is": type(value).__name__,
            **{name: plain(one) for name, one in told.items() if one != usual[name]},
        }
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, float):
        return round(value, 3)
    return value


@pytest.fixture(scope="module")
def raw() -> RawDocument:
    return RawDocument(SOURCE, (CASE / SOURCE).read_bytes())


@pytest.fixture(scope="module")
def result(raw, tmp_path_factory):
    rulebook = replace(shipped_rules(), encoder="none")  # alike on every processor
    learner = Learner(ROOT / "rules", tmp_path_factory.mktemp("state"))
    judgement = learner.judgement(rulebook, Standing())
    return process(raw, rulebook, Meanings(rulebook.headings), judgement)


@pytest.fixture(scope="module")
def outcome(result, tmp_path_factory) -> Outcome:
    rulebook = shipped_rules()
    inputs = Inputs(
        workspace=Workspace(tmp_path_factory.mktemp("golden")),
        rulebook=rulebook,
        decisions=(),
        standing=Standing(),
        meanings=Meanings(rulebook.headings),
        documents=(),
        unopened=(),
        known=(),
        previous=(),
        whole=True,
    )
    return assemble(inputs, [replace(result, seconds=0.0)]).outcome


def test_golden_document_model(raw):
    assert_golden(CASE / "document.json", as_json(read(raw.source, raw.data)))


def test_golden_strategies_and_account_of_words(result):
    assert_golden(CASE / "extraction.json", as_json(result.extraction))


def test_golden_labels_and_doubts(result):
    told = [
        {
            "text": one.strategy.text,
            "labels": {a.facet.value: list(a.concepts) for a in one.assignments},
            "settled": [a.facet.value for a in one.assignments if a.settled],
            "tier": one.tier,
            "phases": list(one.phases),
            "actor": one.actor,
            "voice": one.voice,
            "reasons": [reason.value for reason in one.reasons],
            "because": sorted(
                {f"{s.concept}: {s.evidence.matcher} {s.evidence.rule}" for s in one.suggestions}
            ),
        }
        for one in result.classified
    ]
    assert_golden(CASE / "classified.json", json.dumps(told, indent=1, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("name", ["items.csv", "ledger.csv", "documents.csv"])
def test_golden_reports(outcome, name):
    assert_golden(CASE / name, tables(outcome)[name].decode("utf-8-sig"))


@pytest.mark.parametrize("name", ["strategies.csv", "strategy_concepts.csv", "strategies.json"])
def test_golden_curated_files(outcome, name):
    assert_golden(CASE / name, curated_files(outcome)[name].decode("utf-8"))


def test_golden_items_follow_from_labels_and_no_decision(outcome):
    classified = tuple(item.classified for item in outcome.items)
    assert settle(classified, Standing()) == outcome.items
