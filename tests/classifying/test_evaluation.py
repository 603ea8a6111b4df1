"""Gold statements are read, scored and written back as the contract fixes it."""

import csv

import pytest
from fingerpost.classifying import GoldRow, evaluate, read_gold, write_predictions
from fingerpost.classifying.evaluating import GoldError
from fingerpost.taxonomy import Facet

from tests.classifying.rulebooks import rulebook, taxonomy

AREA = Facet.AREA
CI, SP = "communication-and-interaction", "sensory-and-physical"


def write(tmp_path, text):
    path = tmp_path / "gold.csv"
    path.write_text(text, encoding="utf-8")
    return path


def refusal(tmp_path, text):
    with pytest.raises(GoldError) as refused:
        read_gold(write(tmp_path, text), taxonomy())
    return str(refused.value).replace(str(tmp_path), "…")


def score(rows, facet=AREA):
    return next(s for s in evaluate(rows, rulebook()).facets if s.facet is facet)


def test_a_file_without_statements_is_refused(tmp_path):
    assert refusal(tmp_path, "words,area_of_need\nA,semh\n") == (
        "…/gold.csv: has no column 'text'. Name the column of statements 'text'."
    )


def test_a_label_nobody_defined_is_refused_with_its_line(tmp_path):
    assert refusal(tmp_path, "text,universal\nA,wsu-voice\nB,wsu-vioce\n") == (
        "…/gold.csv line 3: 'wsu-vioce' is no label of the column universal;"
        " there are: wsu-environment, wsu-voice."
    )


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(GoldError, match="cannot be read"):
        read_gold(tmp_path / "none.csv", taxonomy())


def test_a_file_that_is_not_text_is_refused(tmp_path):
    path = tmp_path / "gold.csv"
    path.write_bytes(b"text\n\xff\xfe\n")
    with pytest.raises(GoldError, match="not UTF-8"):
        read_gold(path, taxonomy())


def test_cells_say_what_is_scored(tmp_path):
    text = (
        "text,area_of_need,need,universal\n"
        f"A,{CI}|{SP},*,none\n"
        "B,not-a-strategy,,\n"
        "C,*,,wsu-voice\n"
        "D,universal,,\n"
    )
    first, second, third, fourth = read_gold(write(tmp_path, text), taxonomy())
    assert first == GoldRow(
        text="A",
        labels={AREA: (CI, SP), Facet.UNIVERSAL: ()},
        strategy=True,
        origin=f"{tmp_path / 'gold.csv'} line 2",
    )
    assert (second.strategy, AREA in second.labels) == (False, False)
    assert (third.strategy, third.labels[Facet.UNIVERSAL]) == (None, ("wsu-voice",))
    assert fourth.labels == {AREA: ("universal",), Facet.NEED: (), Facet.UNIVERSAL: ()}


def test_a_statement_may_hold_line_breaks_and_a_byte_order_mark(tmp_path):
    path = write(tmp_path, '\ufefftext\n"One\nline\u2028more"\n')
    assert [row.text for row in read_gold(path, taxonomy())] == ["One\nline\u2028more"]


def test_the_first_label_counts_against_the_whole_set():
    row = GoldRow(text="Simplify language.", labels={AREA: (SP, CI)})
    assert (score([row]).scored, score([row]).accuracy) == (1, 1.0)
    assert score([row]).macro_f1 == 0.0


def test_no_label_is_right_where_none_is_wanted():
    assert score([GoldRow(text="Think.", labels={AREA: ()})]).accuracy == 1.0
    assert score([GoldRow(text="Use key words.", labels={AREA: ()})]).accuracy == 0.0


def test_a_row_that_is_not_scored_does_not_count():
    assert score([GoldRow(text="Use key words.")]).scored == 0


def test_a_heading_path_is_read_as_headings():
    row = GoldRow(text="Think.", heading_path="SEMH > Strategies", labels={AREA: ("semh",)})
    assert score([row]).accuracy == 1.0


def test_the_gate_tells_signs_of_need_from_strategies():
    rows = (
        GoldRow(text="Use key words.", strategy=True),
        GoldRow(text="May struggle to follow key words.", strategy=False),
        GoldRow(text="Finds it hard to spell.", strategy=False),
    )
    gate = evaluate(rows, rulebook()).gate
    assert (gate.strategies, gate.others, gate.auc, gate.flagged, gate.held) == (1, 2, 1.0, 2, 0)


def test_a_gold_of_strategies_alone_has_no_gate_to_measure():
    assert evaluate([GoldRow(text="Use key words.", strategy=True)], rulebook()).gate.auc is None


def test_predictions_keep_the_golds_rows_in_order(tmp_path):
    rows = (
        GoldRow(text='Say "hello", then wait.'),
        GoldRow(text="Use key words.", heading_path="Communication and interaction > Strategies"),
    )
    path = tmp_path / "out.csv"
    write_predictions(evaluate(rows, rulebook()).predictions, path)
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert list(found[0]) == [
        *("text", "area_of_need", "need", "universal", "teachers_standards"),
        *("status", "confidence", "reasons", "strategy_probability"),
    ]
    assert [row["text"] for row in found] == [row.text for row in rows]
    assert (found[1]["area_of_need"], found[1]["need"]) == (CI, "ci-receptive")
    assert (found[1]["status"], found[1]["reasons"]) == ("accepted", "")
    assert found[0]["status"] == "review"
    assert float(found[1]["strategy_probability"]) > 0.9
