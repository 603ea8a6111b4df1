"""A rule that fails its own example stops every command that works by rules, before it writes."""

import shutil

import pytest
from fingerpost.cli import main
from fingerpost.errors import RulesError
from fingerpost.running.rules import proof
from fingerpost.running.rules.proof import proved_rulebook
from fingerpost.workspace import Workspace

from tests.conftest import ROOT
from tests.rulebook.small_rules import FILES, small_rules

CUES = FILES["cues/needs.yaml"]
BAD_CUE = (
    "rules/cues/needs.yaml line 3: the cue 'hearing' should match “Check the batteries.” and does "
    "not; add a phrase that stands in it, or change the example."
)
BAD_HEADING = (
    "rules/headings/roles.yaml line 2: 'role-strategies' does not match its own example 'What now'; "
    "add the words or change the example."
)


def spoilt_cue() -> dict[str, str]:
    return {"cues/needs.yaml": CUES.replace("Check radio aids.", "Check the batteries.")}


def spoilt_heading() -> dict[str, str]:
    text = FILES["headings/roles.yaml"]
    return {"headings/roles.yaml": text.replace("matches: [What to do]", "matches: [What now]")}


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("changes", "told"), [(spoilt_cue(), BAD_CUE), (spoilt_heading(), BAD_HEADING)]
)
@pytest.mark.parametrize(
    "command",
    [
        ["migrate", "--direct"],
        ["check"],
        ["evaluate", "gold.csv", "--predictions", "out.csv"],
        ["load", "--direct"],
        ["explain", "s-000000000000"],
        ["review", "status"],
        ["review", "apply"],
        ["taxonomy", "check"],
    ],
    ids=" ".join,
)
def test_a_rule_that_fails_its_own_example_stops_every_command_and_nothing_is_written(
    command, changes, told, tmp_path, capsys, monkeypatch
):
    small_rules(tmp_path, changes)
    (tmp_path / "data" / "raw").mkdir(parents=True)
    shutil.copy(next(ROOT.glob("data/raw/**/*.docx")), tmp_path / "data" / "raw")
    (tmp_path / "reports" / "returned").mkdir(parents=True)
    (tmp_path / "reports" / "returned" / "review.xlsx").write_bytes(b"")
    (tmp_path / "gold.csv").write_text("text\nCheck radio aids.\n", encoding="utf-8")
    before = files(tmp_path)
    monkeypatch.chdir(tmp_path)

    with pytest.raises(SystemExit) as stopped:
        main(command)

    said = capsys.readouterr()
    assert stopped.value.code == 2
    assert told in said.err + said.out
    assert {
        path: data for path, data in files(tmp_path).items() if path.suffix != ".lock"
    } == before


def test_unchanged_rules_are_proved_once_and_changed_ones_again(tmp_path, monkeypatch):
    workspace = Workspace(tmp_path)
    rules = small_rules(tmp_path)
    tried = []
    monkeypatch.setattr(proof, "check_cues", lambda rulebook: tried.append(rulebook.digest) or ())
    first = proved_rulebook(workspace)
    assert proved_rulebook(workspace) == first
    assert len(tried) == 1
    small_rules(tmp_path, {"cues/needs.yaml": CUES.replace("large print", "larger print")})
    assert rules.is_dir()
    proved_rulebook(workspace)
    assert len(tried) == 2


def test_a_proof_that_may_not_be_noted_is_made_again_and_leaves_nothing(tmp_path):
    small_rules(tmp_path)
    before = files(tmp_path)
    proved_rulebook(Workspace(tmp_path), keep=False)
    assert files(tmp_path) == before


def test_a_note_that_cannot_be_read_proves_nothing(tmp_path):
    workspace = Workspace(tmp_path)
    small_rules(tmp_path, spoilt_cue())
    workspace.state.mkdir()
    (workspace.state / "proved").write_bytes(b"\xff")
    with pytest.raises(RulesError, match="Check the batteries"):
        proved_rulebook(workspace)


def test_a_councils_label_that_takes_a_heading_from_a_rule_breaks_no_rule(tmp_path):
    heading = (
        "  - id: need-hearing\n"
        "    means: {concepts: [sp-hearing]}\n"
        "    within: [ears]\n"
        "    matches: [Our ears and eyes]\n"
        "    rejects: [Contacts]\n"
        "filler: [supporting, pupils with]\n"
    )
    headings = FILES["headings/roles.yaml"].split("filler")[0] + heading
    labels = "labels:\n  sp-vision: {label: Our ears and eyes}\n"
    changes = {"headings/roles.yaml": headings, "councils/north/labels.yaml": labels}
    small_rules(tmp_path, changes)
    assert proved_rulebook(Workspace(tmp_path)).taxonomy["sp-vision"].label == "Our ears and eyes"
