"""Gold is judged as a migration of the workspace would judge it, and the answer says on what it rests."""

import csv
import io
import json
from dataclasses import replace

import click
import pytest
from click.testing import CliRunner
from fingerpost.calibration import Calibration, Curve, Promise
from fingerpost.classifying import GoldRow, Prediction
from fingerpost.classifying.evaluating import GoldError
from fingerpost.cli import program
from fingerpost.directory import Status
from fingerpost.running.cataloguing.founding import found
from fingerpost.running.measuring.evaluating import Question, _as_settled, evaluate_gold
from fingerpost.suggestions import Assignment, Ranked, Reason
from fingerpost.taxonomy import Facet

from tests.support.outcomes import statement

TAUGHT = "Greet each pupil by name at the door."
EXEMPLARS = (
    "text,area_of_need,need,universal,teachers_standards,role\n"
    f"{TAUGHT},semh,semh-relationships,wsu-pastoral,ts-1,strategy\n"
    "Wear the radio aid in assembly too.,sensory-and-physical,sp-hearing,wsu-resources,ts-5,strategy\n"
    "Finds it hard to wait.,not-a-strategy,*,*,*,indicator\n"
)
GOLD = (
    "text,heading_path,area_of_need,council,sure\n"
    f"{TAUGHT},,semh,north,yes\n"
    "Check it each morning.,Hearing > Strategies,sensory-and-physical,north,no\n"
    '"Say ""well done"", then wait.",,semh|universal,dale,yes\n'
)
OTHERS = "text,area_of_need,role\nFinds it hard to wait.,not-a-strategy,indicator\n"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """A workspace that learns from three examples, without an encoder."""
    made = found(tmp_path_factory.mktemp("evaluate") / "leeds", "leeds")
    for path in (made.rules / "exemplars").glob("*.csv"):
        path.unlink()
    (made.rules / "exemplars" / "few.csv").write_text(EXEMPLARS, encoding="utf-8")
    settings = made.rules / "workspace.yaml"
    chosen = settings.read_text(encoding="utf-8").replace("minilm-int8", "none")
    settings.write_text(chosen, encoding="utf-8")
    (made.root / "gold.csv").write_text(GOLD, encoding="utf-8")
    (made.root / "others.csv").write_text(OTHERS, encoding="utf-8")
    return made


def asked(workspace, *names, **more):
    files = tuple(workspace.root / name for name in names or ("gold.csv",))
    return evaluate_gold(workspace, Question(files=files, **more))


def run(workspace, *arguments):
    words = ["evaluate", "--workspace", str(workspace.root), *map(str, arguments)]
    return CliRunner().invoke(program, words, standalone_mode=False, catch_exceptions=False)


def test_a_column_that_no_file_has_is_refused_with_those_there_are(workspace):
    with pytest.raises(GoldError) as refused:
        asked(workspace, by=("region",))
    assert str(refused.value) == (
        "--by region: no file has this column; there are: council, file, sure."
    )


def test_a_file_without_a_row_is_refused(workspace, tmp_path):
    (tmp_path / "gold.csv").write_text("text\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"holds no statements\. Put one in each line"):
        evaluate_gold(workspace, Question(files=(tmp_path / "gold.csv",)))


def test_rows_are_told_apart_by_the_columns_asked_for_and_by_how_sure_they_are(workspace):
    groups = asked(workspace, by=("council",)).evaluation.groups
    assert [(one.column, one.value, one.rows) for one in groups] == [
        ("sure", "no", 1),
        ("sure", "yes", 2),
        ("council", "dale", 1),
        ("council", "north", 2),
    ]


def test_several_files_are_measured_together_and_told_apart(workspace):
    one = asked(workspace, "gold.csv", "others.csv").evaluation
    assert [row.row.text for row in one.predictions][-1] == "Finds it hard to wait."
    assert [g.value for g in one.groups if g.column == "file"] == ["gold.csv", "others.csv"]
    assert (one.gate.strategies, one.gate.others, one.gate.accepted) == (3, 1, 0)


def test_headings_count_unless_they_are_left_out(workspace):
    with_headings = asked(workspace).evaluation.predictions[1]
    alone = asked(workspace, text_alone=True)
    without = alone.evaluation.predictions[1]
    assert with_headings.classified.concepts(Facet.NEED) == ("sp-hearing",)
    assert with_headings.status is Status.ACCEPTED
    assert without.classified.concepts(Facet.NEED) != ("sp-hearing",)
    assert without.status is Status.REVIEW
    assert (
        alone.about.notes[0]
        == "The headings of the files were left out: the text alone was judged."
    )


def test_it_says_how_many_statements_the_program_was_taught(workspace):
    assert (
        "Among the statements are examples that the program learned from: 1. They flatter."
        in asked(workspace).about.notes
    )


def test_beliefs_are_calibrated_and_statements_accepted_as_in_a_migration():
    made = statement("Sit near.", reasons=[Reason.HEADING_NOT_SETTLED]).classified
    area = Assignment(
        Facet.AREA, ("sensory-and-physical",), ranked=(Ranked("sensory-and-physical", 0.9),)
    )
    sure = replace(made, assignments=(area,), strategy_probability=1.0)
    calibration = Calibration(
        promise=Promise(risk=0.05, assurance=0.9, threshold=0.8),
        curves={(Facet.AREA, False): Curve(slope=0.5)},
    )
    row = GoldRow(text="Sit near.")
    (before,) = _as_settled([Prediction(row, sure)], Calibration())
    (after,) = _as_settled([Prediction(row, sure)], calibration)
    assert (before.status, before.confidence) == (Status.REVIEW, 0.9)
    assert (after.status, after.confidence, after.reasons) == (Status.ACCEPTED, 0.75, ())


def test_the_answer_is_short_and_a_program_gets_all_of_it(workspace, tmp_path):
    gold = workspace.root / "gold.csv"
    said = run(workspace, gold, "--predictions", tmp_path / "out.csv", "--report", tmp_path / "r")
    assert said.exit_code == 0, said.output
    assert len(said.output.splitlines()) <= 10
    assert said.output.startswith("area           first label right ")
    assert (tmp_path / "r" / "index.html").is_file()
    data = json.loads(run(workspace, gold, "--json").output)
    assert data["statements"] == 3
    assert data["facets"][0]["scored"] == 3
    rows = list(csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8"))))
    assert [row["text"] for row in rows][2] == 'Say "well done", then wait.'
    assert (rows[1]["status"], rows[1]["area_of_need"]) == ("accepted", "sensory-and-physical")
    assert all(0 <= float(row["confidence"]) <= 1 for row in rows if row["area_of_need"])


def test_the_gold_is_never_written_over(workspace):
    gold = workspace.root / "gold.csv"
    before = gold.read_bytes()
    with pytest.raises(click.UsageError, match="holds the labels"):
        run(workspace, gold, "--predictions", gold.parent / "." / gold.name)
    assert gold.read_bytes() == before


@pytest.mark.parametrize(
    "lines",
    [
        "text,area_of_need\n,semh\n",
        "text,area_of_need\nOnly a text\n",
        "text,area_of_need\nOne,semh,two,three\n",
        'text,heading_path\n"\t\n", > > \n',
        "text,text\nOne,Two\n",
        "text\nZero\0width\u200b\u202eback\n",
    ],
)
def test_odd_rows_are_judged_like_others(workspace, tmp_path, lines):
    (tmp_path / "odd.csv").write_text(lines, encoding="utf-8")
    report = tmp_path / "report"
    said = run(workspace, tmp_path / "odd.csv", "--report", report, "--predictions", tmp_path / "p")
    assert said.exit_code == 0, said.output
    assert (report / "index.html").is_file()
