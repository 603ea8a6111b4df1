import csv
from collections import Counter
from pathlib import Path

import pytest
from fingerpost.extracting import extract
from fingerpost.extracting.marks import without_mark
from fingerpost.extracting.wording import publishable
from fingerpost.meanings import Meanings
from fingerpost.reading import read
from fingerpost.strategies import Role

from tests.support.shipped import shipped_rules

ROOT = Path(__file__).parents[2]
RAW = ROOT / "data" / "raw"
EXPECTED = ROOT / "tests" / "samples" / "expected"
SAMPLES = sorted(RAW.rglob("*.docx"))
BARRED = {"indicator", "contact", "contents-list", "document-control", "rationale", "duty"}
UNPUBLISHED = {
    "principle",
    "deleted",
    "hidden",
    "header",
    "footer",
    "footnote",
    "endnote",
    "comment",
}
# The sample's author meant a bold line in capitals as the equal of the styled heading before it.
# Nothing in the file says so, and an unstyled heading stands below a styled one.
UNTOLD = {
    "What we ask of every department > Teaching": (
        "What we ask of every department > Learning environment > Teaching"
    )
}


@pytest.fixture(scope="module")
def meanings():
    return Meanings(shipped_rules().headings)


def extracted(path, meanings):
    name = path.relative_to(RAW).as_posix()
    return extract(read(name, path.read_bytes()), meanings)


def expected(path):
    with (EXPECTED / f"{path.stem}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def key(text, path, lead_in):
    return (publishable(text), path, lead_in)


def bare(text):
    return publishable(without_mark(text, typed=True))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_expected_strategy_stands_once_under_its_headings_and_nothing_else_does(
    path, meanings
):
    found = extracted(path, meanings)
    wanted = Counter(
        key(row["text"], UNTOLD.get(row["heading_path"], row["heading_path"]), row["lead_in"])
        for row in expected(path)
        if row["role"] == "strategy"
    )
    got = Counter(key(s.text, s.heading_path, s.lead_in) for s in found.strategies)
    both = (wanted & got).total()
    print(f"{path.stem}: recall {both}/{wanted.total()}, precision {both}/{got.total()}")
    assert got == wanted


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_must_not_be_advice_stands_in_the_ledger_in_its_role(path, meanings):
    found = extracted(path, meanings)
    rows = Counter((bare(row.text), str(row.role)) for row in found.ledger)
    strategies = {strategy.text for strategy in found.strategies}
    for row in expected(path):
        text = bare(row["text"])
        if row["role"] in BARRED:
            assert rows[text, row["role"]], (text, row["role"])
        if row["role"] in BARRED | UNPUBLISHED:
            assert text not in strategies


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_deleted_hidden_and_beside_text_is_in_the_ledger_as_such(path, meanings):
    kinds = {(publishable(row.text), str(row.kind)) for row in extracted(path, meanings).ledger}
    for row in expected(path):
        if row["role"] in {"deleted", "hidden", "footnote", "endnote", "comment"}:
            assert (publishable(row["text"]), row["role"]) in kinds


def test_the_samples_hold_enough_strategies_to_mean_something():
    rows = (row for path in SAMPLES for row in expected(path))
    assert sum(row["role"] == Role.STRATEGY for row in rows) >= 350
