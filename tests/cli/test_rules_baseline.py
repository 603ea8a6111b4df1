"""A change of rules that makes a category less right on the gold fails, and names what became wrong."""

import pytest
from fingerpost.cli import main

from tests.rulebook.small_rules import FILES, small_rules

GOLD = """\
text,area_of_need,need,universal,teachers_standards,role
Check the radio aid.,sensory-and-physical,sp-hearing,*,*,strategy
Hand out the hearing aid.,sensory-and-physical,sp-hearing,*,*,strategy
Use large print.,sensory-and-physical,sp-vision,*,*,strategy
Print the sheet large.,sensory-and-physical,sp-vision,*,*,strategy
Share the sheet.,semh,none,*,*,strategy
Cannot hear.,not-a-strategy,*,*,*,indicator
"""
CUES = FILES["cues/needs.yaml"]
SPOILT = CUES.replace("[radio aid, hearing aid]", "[radio aid, hearing aid, sheet]")


@pytest.fixture
def workspace(tmp_path, monkeypatch, capsys):
    small_rules(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gold.csv").write_text(GOLD, encoding="utf-8")
    said = check(capsys, "--write-baseline", "baseline.json")
    assert said == "baseline.json: written, from 6 statements.\n"
    return tmp_path


def check(capsys, *arguments: str, code: int = 0) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["taxonomy", "check", "--gold", "gold.csv", *arguments])
    said = capsys.readouterr()
    assert ended.value.code == code, said.err + said.out
    return said.out or said.err


def test_unchanged_rules_pass(workspace, capsys):
    said = check(capsys, "--baseline", "baseline.json")
    assert said == "No category is given less rightly on 6 statements than before.\n"


def test_a_spoilt_rule_fails_and_names_the_statements_that_became_wrong(workspace, capsys):
    small_rules(workspace, {"cues/needs.yaml": SPOILT})
    said = check(capsys, "--baseline", "baseline.json", code=1)
    for way in ("its cues", "rules alone", "all that is known"):
        start = (
            f"need sp-hearing (Ears), by {way}: right 2 of 4 (0.50); before right 2 of 2 (1.00)."
        )
        wrong = said.split(start)[1].split("\nneed")[0].split("\narea")[0].split("\nMend")[0]
        assert wrong.split("\n")[1:] == [
            "  now wrong: gold.csv line 5: Print the sheet large.",
            "  now wrong: gold.csv line 6: Share the sheet.",
        ]
    assert said.endswith("write the baseline anew: make rules-baseline\n")


def test_a_category_that_is_given_no_more_fails(workspace, capsys):
    silent = CUES.replace("[large print]", "[braille]").replace("Use large print.", "Use braille.")
    small_rules(workspace, {"cues/needs.yaml": silent})
    said = check(capsys, "--baseline", "baseline.json", code=1)
    assert "by its cues: never given; before right 1 of 1 (1.00)." in said


def test_a_rule_that_is_right_more_often_passes(workspace, capsys):
    small_rules(workspace, {"cues/needs.yaml": SPOILT})
    check(capsys, "--write-baseline", "baseline.json")
    small_rules(workspace)
    check(capsys, "--baseline", "baseline.json")


def test_two_points_less_are_borne(tmp_path):
    from fingerpost.classifying.proving.baseline import Baseline, Given, falls

    thing = ("rules alone", "need", "sp-hearing")
    before = Baseline("g", {thing: Given(100, 80)})
    assert falls(before, Baseline("g", {thing: Given(100, 78)}), ()) == ()
    (fall,) = falls(before, Baseline("g", {thing: Given(100, 77)}), ())
    assert (fall.concept, fall.before.precision, fall.now.precision) == ("sp-hearing", 0.8, 0.77)


def test_other_gold_is_no_comparison(workspace, capsys):
    (workspace / "gold.csv").write_text(GOLD.replace("semh,none", "universal,none"), "utf-8")
    said = check(capsys, "--baseline", "baseline.json", code=2)
    assert said.startswith("baseline.json: the labelled statements have changed")


@pytest.mark.parametrize("content", ["", "[]", '{"gold": "x"}', '{"gold": "x", "standings": [1]}'])
def test_a_file_that_is_no_baseline_is_named(content, workspace, capsys):
    (workspace / "baseline.json").write_text(content, encoding="utf-8")
    assert check(capsys, "--baseline", "baseline.json", code=2).startswith(
        "baseline.json: is no baseline."
    )


def test_a_missing_baseline_and_missing_gold_are_named(workspace, capsys):
    assert "Write it with --write-baseline." in check(capsys, "--baseline", "none.json", code=2)
    (workspace / "gold.csv").write_text("text\n", encoding="utf-8")
    said = check(capsys, "--baseline", "baseline.json", code=2)
    assert said == "There are no labelled statements to measure on. Name some with --gold.\n"


def test_a_baseline_is_written_the_same_each_time_a_concept_a_line(workspace, capsys):
    first = (workspace / "baseline.json").read_text(encoding="utf-8")
    check(capsys, "--write-baseline", "baseline.json")
    assert (workspace / "baseline.json").read_text(encoding="utf-8") == first
    assert sum('"concept": "sp-hearing"' in line for line in first.splitlines()) == 3
