"""Labelled statements and contestants in, who is right how often, and at what cost, out."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from fingerpost.exemplars import Exemplar
from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet

from benchmarks.classification import __main__ as program
from benchmarks.classification.cases import Case, of_exemplars, read_cases, workload
from benchmarks.classification.roster import CONTESTANTS, REQUIREMENTS, Contestant, Training
from benchmarks.classification.scores import score
from benchmarks.classification.sitting import (
    Answer,
    Cost,
    FailedError,
    Material,
    Run,
    Sitting,
    examine,
)
from benchmarks.classification.tables import page
from benchmarks.support.environments import OUR_OWN
from benchmarks.support.running import CannotStartError
from tests.support.golden import assert_golden

AREA = Facet.AREA.value
LIMIT = 60.0
PARROT = """
def learn(texts, labels, way):
    if way == "fail":
        raise ValueError("learned nothing")
    return dict(zip(texts, labels)), way

def judge(model, texts):
    known, way = model
    if way == "tell":
        return ["|".join(sorted(known)) for text in texts]
    return [known.get(text, [way])[0] for text in texts]
"""


def case(text: str, council: str, *labels: str) -> Case:
    return Case(text=text, council=council, labels={AREA: labels})


COUNCILS = (
    case("sit", "north", "semh"),
    case("stand", "north", "semh", "universal"),
    case("wait", "south"),
    case("look", "east", "sensory-and-physical"),
)
MATERIAL = Material(
    exemplars=(case("taught", "", "semh"), case("sit", "", "universal")),
    gold={"gold.csv": COUNCILS},
    workload=("a", "b", "c"),
)


@pytest.fixture
def parrot(tmp_path: Path) -> Contestant:
    (tmp_path / "parrot.py").write_text(PARROT, encoding="utf-8")
    return Contestant("parrot", "pytest", "as it comes", "parrot", "semh", folder=tmp_path)


def answers(run: Run, training: Training) -> dict[str, str]:
    (found,) = (each for each in run.sittings if each.training is training)
    return {each.case.text: each.labels[AREA] for each in found.answers}


def test_a_council_is_judged_by_what_all_the_others_taught_and_nothing_else(
    parrot: Contestant,
) -> None:
    run = examine(replace(parrot, way="tell"), OUR_OWN, MATERIAL, LIMIT)
    assert answers(run, Training.OTHERS) == {
        "sit": "look|wait",
        "stand": "look|wait",
        "wait": "look|sit|stand",
        "look": "sit|stand|wait",
    }
    assert answers(run, Training.BOTH)["wait"] == "look|sit|stand|taught"


def test_an_exemplar_that_stands_in_the_gold_teaches_nothing(parrot: Contestant) -> None:
    run = examine(replace(parrot, way="tell"), OUR_OWN, MATERIAL, LIMIT)
    assert set(answers(run, Training.EXEMPLARS).values()) == {"taught"}


def test_statements_without_a_label_are_taught_as_having_none(parrot: Contestant) -> None:
    twice = Material((), {"gold.csv": (case("wait", "south"), case("wait", "north"))})
    run = examine(parrot, OUR_OWN, twice, LIMIT)
    assert answers(run, Training.OTHERS) == {"wait": "none"}


def test_learning_and_judging_are_timed_apart(parrot: Contestant) -> None:
    cost = examine(parrot, OUR_OWN, MATERIAL, LIMIT).cost
    assert cost is not None
    assert cost.statements == 3
    assert 0 <= cost.learning < 5
    assert 0 <= cost.judging < 5


def test_a_file_of_one_council_leaves_no_others_to_learn_from(parrot: Contestant) -> None:
    alone = replace(MATERIAL, gold={"gold.csv": COUNCILS[:2]})
    sittings = examine(parrot, OUR_OWN, alone, LIMIT).sittings
    assert [each.training for each in sittings] == [Training.EXEMPLARS]


def test_a_contestant_that_does_not_answer_says_why(parrot: Contestant) -> None:
    with pytest.raises(FailedError, match="ValueError: learned nothing"):
        examine(replace(parrot, way="fail"), OUR_OWN, MATERIAL, LIMIT)
    with pytest.raises(CannotStartError, match="no-such-package"):
        examine(replace(parrot, distribution="no-such-package"), OUR_OWN, MATERIAL, LIMIT)


def judged(found: Case, label: str) -> Answer:
    return Answer(found, {AREA: label})


def test_a_first_label_is_right_if_it_is_among_the_right_ones() -> None:
    given = ("semh", "universal", "none", "universal")
    found = score(map(judged, COUNCILS, given), AREA)
    assert found is not None
    assert (found.right, found.of, found.share) == (3, 4, 0.75)
    assert found.councils == {"east": 0.0, "north": 1.0, "south": 1.0}
    # After Wilson: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n), z = 1.95996, p = 3/4, n = 4.
    assert (found.low, found.high) == pytest.approx((0.3006, 0.9544), abs=1e-4)
    # semh: precision 1, recall 1/2; none: 1; sensory and universal: 0.
    assert found.macro_f1 == pytest.approx((2 / 3 + 1 + 0 + 0) / 4)


def test_what_the_gold_does_not_say_is_not_scored() -> None:
    unsaid = Case(text="sit", council="north")
    assert score([Answer(unsaid, {AREA: "semh"})], AREA) is None


def test_gold_is_read_with_its_council_and_what_it_leaves_open(tmp_path: Path) -> None:
    path = tmp_path / "gold.csv"
    path.write_text(
        "id,text,area_of_need,need,universal,teachers_standards\n"
        "nor-001,Wait,semh|universal,none,*,\n"
        "yor-002,An extent,not-a-strategy,*,*,*\n",
        encoding="utf-8",
    )
    first, second = read_cases(path)
    assert (first.council, second.council) == ("nor", "yor")
    assert dict(first.labels) == {"area_of_need": ("semh", "universal"), "need": ()}
    assert not second.labels


def test_exemplars_keep_all_that_they_teach() -> None:
    labels = {Facet.AREA: ("semh",), Facet.NEED: ()}
    advice = Exemplar(text="Wait", labels=labels, origin="a.csv line 2")
    other = Exemplar(text="Tires quickly", role=Role.INDICATOR, origin="a.csv line 3")
    first, second = of_exemplars((advice, other))
    assert first.plain() == {
        "text": "Wait",
        "role": "strategy",
        "origin": "a.csv line 2",
        "labels": {"area_of_need": ("semh",), "need": ()},
    }
    assert second.role == "indicator"


def test_the_workload_is_always_the_same_and_holds_no_statement_twice() -> None:
    texts = ("Sit near the front and wait.", "Use short words.", "Show it first, then say it.")
    cases = tuple(case(text, "", "semh") for text in texts)
    made = workload((*cases, Case(text="Tires.", role="indicator")), 50)
    assert made == workload(cases, 50)
    assert len(set(made)) == 50
    assert made[0] == "Sit near the then say it (0)."
    assert not any("Tires" in text for text in made)
    assert not set(made) & set(texts)


def sitting(training: Training, *labels: str) -> Sitting:
    return Sitting(training, "gold.csv", tuple(map(judged, COUNCILS, labels)))


def test_the_page_shows_who_is_how_right_after_which_training_as_golden() -> None:
    ours = Contestant("fingerpost", "fingerpost", "rules", "fingerpost")
    peer = Contestant("peer", "peer", "as it comes", "peer")
    good = sitting(Training.EXEMPLARS, "semh", "universal", "none", "universal")
    poor = sitting(Training.OTHERS, "none", "none", "none", "semh")
    runs = (
        Run(ours, "1.0", (good,), Cost(1.25, 8.0, 10_000)),
        Run(
            peer, "2.0", (replace(poor, training=Training.EXEMPLARS), poor), Cost(9.0, 0.5, 10_000)
        ),
    )
    laid_out = page(runs, {"other": "ERROR: No matching distribution"}, calibration=0.5)
    assert_golden(Path(__file__).parent / "golden" / "classification.md", laid_out)


@pytest.fixture
def asked(tmp_path: Path, parrot: Contestant, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The command line for the parrot, one that fails, and one that cannot be had."""
    failing = replace(parrot, name="failing", way="fail")
    absent = replace(parrot, name="absent", environment="absent")
    (tmp_path / "absent.txt").write_text("no-such-package==0\n", encoding="utf-8")

    def nothing(name: str, *_: Path) -> None:
        raise program.CannotInstallError(f"no {name} here")

    monkeypatch.setattr(program, "CONTESTANTS", (parrot, failing, absent))
    monkeypatch.setattr(program, "environment", nothing)
    monkeypatch.setattr(program, "calibration", lambda: 0.5)
    return ["--rows", "20", "--statements", "10", "--out", str(tmp_path / "out"), "--gold"]


def test_the_command_examines_who_can_be_had_on_twenty_rows_and_keeps_every_answer(
    asked: list[str], root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = root / "tests" / "gold" / "strategies.csv"
    assert program.main([*asked, str(gold)]) == 0
    printed = capsys.readouterr().out
    assert "20 of strategies.csv" in printed
    assert "| failing | not had | ValueError: learned nothing |" in printed
    assert "| absent | not had | no absent here |" in printed
    assert (tmp_path / "out" / "tables.md").read_text(encoding="utf-8").strip() in printed
    with (tmp_path / "out" / "answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    areas = [r for r in rows if r["facet"] == AREA and r["training"] == "exemplars"]
    right = sum("semh" in row["wanted"].split("|") for row in areas)
    assert [row["right"] for row in areas].count("yes") == right > 0
    assert f"| exemplars | parrot | {right / 20:.3f}".replace("0.", ".") in printed


def test_the_command_fails_where_nobody_can_be_had(asked: list[str], root: Path) -> None:
    gold = str(root / "tests" / "gold" / "strategies.csv")
    assert program.main([*asked, gold, "--contestants", "absent"]) == 1


@pytest.mark.parametrize("contestant", CONTESTANTS, ids=lambda one: one.name)
def test_every_contestant_has_an_adapter_and_every_environment_pinned_versions(
    contestant: Contestant,
) -> None:
    assert contestant.program.is_file()
    if contestant.environment:
        wanted = (REQUIREMENTS / f"{contestant.environment}.txt").read_text(encoding="utf-8")
        assert all("==" in line for line in wanted.splitlines())
        assert contestant.distribution in {
            line.partition("==")[0].partition("[")[0] for line in wanted.splitlines()
        }


EASY = Material(
    exemplars=tuple(
        Case(text=f"{words} {more}.", labels={f.value: (label,) for f, label in labels.items()})
        for words, labels in (
            (
                "Teach words for feelings and let the pupil calm down",
                {
                    Facet.AREA: "semh",
                    Facet.NEED: "semh-regulation",
                    Facet.UNIVERSAL: "wsu-pastoral",
                    Facet.STANDARD: "ts-7",
                },
            ),
            (
                "Face the learner who lip-reads and check the hearing aid",
                {
                    Facet.AREA: "sensory-and-physical",
                    Facet.NEED: "sp-hearing",
                    Facet.UNIVERSAL: "wsu-environment",
                    Facet.STANDARD: "ts-5",
                },
            ),
        )
        for more in ("at once", "each day", "in a quiet corner", "before the lesson", "after play")
    ),
    gold={
        "gold.csv": (
            case("Let them calm down and find words for feelings.", "north", "semh"),
            case("Check the hearing aid of who lip-reads.", "north", "sensory-and-physical"),
        )
    },
    workload=("Check the hearing aid (1).",),
)
ON_OUR_OWN = {one.name: one for one in CONTESTANTS if not one.environment}


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ON_OUR_OWN.keys() - {"majority"}))
def test_every_contestant_on_our_own_libraries_learns_what_is_easy(name: str) -> None:
    run = examine(ON_OUR_OWN[name], OUR_OWN, EASY, 300.0)
    assert list(answers(run, Training.EXEMPLARS).values()) == ["semh", "sensory-and-physical"]


def test_the_commonest_label_is_given_whatever_the_text() -> None:
    run = examine(ON_OUR_OWN["majority"], OUR_OWN, EASY, LIMIT)
    assert len(set(answers(run, Training.EXEMPLARS).values())) == 1
