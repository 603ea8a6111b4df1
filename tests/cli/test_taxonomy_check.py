"""`fingerpost taxonomy check` says what rules are worth, the worst first, and writes nothing."""

import json

import pytest
from fingerpost.cli import main

from tests.rulebook.small_rules import FILES, small_rules

GOLD = """\
text,area_of_need,need,universal,teachers_standards,role
Check the radio aid.,sensory-and-physical,sp-hearing,*,*,strategy
Tune the radio aid to the news.,semh,none,*,*,strategy
Radio aid club on Fridays.,semh,none,*,*,strategy
A radio aid is no toy.,semh,none,*,*,strategy
Cannot hear.,not-a-strategy,*,*,*,indicator
"""


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    small_rules(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gold.csv").write_text(GOLD, encoding="utf-8")
    return tmp_path


def check(capsys, *arguments: str, code: int = 0) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["taxonomy", "check", *arguments])
    said = capsys.readouterr()
    assert ended.value.code == code, said.err + said.out
    return said.out or said.err


def test_the_summary_is_short_and_begins_with_the_worst(workspace, capsys):
    said = check(capsys, "--gold", "gold.csv")
    assert "every example holds" in said
    assert "Measured on 5 statements: 5 of gold." in said
    poor = said.split("Cues that are wrong more often than right (1):\n")[1].split("\n")[0]
    assert poor.split() == (
        [
            "hearing",
            "for",
            "sp-hearing",
            "fires",
            "on",
            "4,",
            "right",
            "1",
            "of",
            "4",
            "(0.25,",
            "0.05",
            "to",
            "0.70)",
        ]
    )
    assert "Rules that fire on nothing measured (2):\n  cue vision\n" in said
    assert "--cue ID" in said


def test_everything_is_shown_where_it_is_asked_for(workspace, capsys):
    said = check(capsys, "--gold", "gold.csv", "--all")
    assert "Every cue (2):" in said
    assert "rule about headings role-strategies" in said


def test_one_cue_is_shown_phrase_by_phrase_with_what_it_was_wrong_about(workspace, capsys):
    said = check(capsys, "--gold", "gold.csv", "--cue", "hearing")
    assert "hearing for sp-hearing (rules/cues/needs.yaml line 3)" in said
    assert "not “radio aid”: Tune the radio aid to the news." in said
    assert "fire on nothing measured: hearing aid" in said


def test_a_cue_nobody_knows_is_named_with_what_was_probably_meant(workspace, capsys):
    said = check(capsys, "--gold", "gold.csv", "--cue", "hearng", code=2)
    assert said == "rules/cues: no cue is called 'hearng'; did you mean 'hearing'?\n"


def test_programs_get_the_same_figures(workspace, capsys):
    found = json.loads(check(capsys, "--gold", "gold.csv", "--json"))
    cue = next(each for each in found["cues"] if each["id"] == "hearing")
    assert (cue["fired"], cue["scored"], cue["right"], cue["precision"]) == (4, 4, 1, 0.25)
    assert found["dead"] == {"cues": ["vision"], "headings": ["role-strategies"]}
    assert found["statements"]["gold"] == 5


def test_exemplars_are_measured_on_where_no_gold_is_named(workspace, capsys):
    (workspace / "rules" / "exemplars").mkdir()
    (workspace / "rules" / "exemplars" / "mine.csv").write_text(GOLD, encoding="utf-8")
    assert "Measured on 5 statements: 5 of the exemplars." in check(capsys)


def test_a_checkouts_own_gold_is_measured_on_without_being_named(workspace, capsys):
    (workspace / "tests" / "gold").mkdir(parents=True)
    (workspace / "tests" / "gold" / "strategies.csv").write_text(GOLD, encoding="utf-8")
    assert "Measured on 5 statements: 5 of gold." in check(capsys)


def test_no_phrase_is_tuned_on_a_checkouts_own_gold(workspace, capsys):
    (workspace / "tests" / "gold").mkdir(parents=True)
    (workspace / "tests" / "gold" / "strategies.csv").write_text(GOLD, encoding="utf-8")
    assert "fire on nothing measured: radio aid" in check(capsys, "--cue", "hearing")


def test_gold_that_cannot_be_used_is_named_with_its_line(workspace, capsys):
    (workspace / "gold.csv").write_text(GOLD.replace("indicator", "omen"), encoding="utf-8")
    said = check(capsys, "--gold", "gold.csv", code=2)
    assert said.startswith("gold.csv line 6: 'omen' is no role; there are: ")
    said = check(capsys, "--gold", str(workspace / "reports"), code=2)
    assert said.startswith(f"{workspace / 'reports'}: cannot be read")


def test_a_folder_of_gold_without_a_file_is_named(workspace, capsys):
    (workspace / "empty").mkdir()
    said = check(capsys, "--gold", "empty", code=2)
    assert said == "empty: no .csv file is there. Name files of labelled statements.\n"


def test_checking_writes_nothing(workspace, capsys):
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    check(capsys, "--all")
    assert {p: p.read_bytes() for p in workspace.rglob("*") if p.is_file()} == before


def test_broken_rules_are_all_named_and_nothing_is_measured(workspace, capsys):
    spoilt = FILES["cues/needs.yaml"].replace("Check radio aids.", "Check the batteries.")
    spoilt = spoilt.replace("[large print]", "[large print, radio aid]")
    small_rules(workspace, {"cues/needs.yaml": spoilt})
    said = check(capsys, code=2)
    assert "'radio aid' is also a phrase of 'hearing'" in said
    assert "should match “Check the batteries.” and does not" in said
    assert "Measured" not in said
