"""What is learned is taken as it was shipped, as it was kept, or learned anew; always the same."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from fingerpost.classifying import classify
from fingerpost.decisions import Action, Standing, Verdict
from fingerpost.errors import EncoderError
from fingerpost.learning import write_learned
from fingerpost.meanings import Meanings
from fingerpost.running.rules import learner
from fingerpost.running.rules.learner import Learner, shipped_file
from fingerpost.running.rules.shipping import ship
from fingerpost.strategies import Strategy
from fingerpost.taxonomy import Facet

from tests.learning.exemplars import CI, some
from tests.support.shipped import shipped_rules

RULES = Path(__file__).resolve().parents[2] / "rules"
DECIDED = Standing(
    verdicts={
        "s-1": Verdict(
            action=Action.APPROVED,
            reviewer="Jo",
            decided_on="2026-05-01T10:00:00Z",
            text_seen="Sing the instruction.",
            digest="d",
            labels={Facet.AREA: (CI,)},
        )
    }
)


@pytest.fixture
def rulebook():
    return replace(shipped_rules(), exemplars=some(), encoder="none")


@pytest.fixture
def untaught(monkeypatch):
    """Fail where something is learned anew."""

    def refuse(*_):
        pytest.fail("learned anew")

    return lambda: monkeypatch.setattr(learner, "train", refuse)


def test_what_was_learned_once_is_kept(tmp_path, rulebook, untaught):
    first = Learner(tmp_path / "rules", tmp_path / "state").learned(rulebook, Standing())
    untaught()
    again = Learner(tmp_path / "rules", tmp_path / "state").learned(rulebook, Standing())
    assert again.digest == first.digest
    assert np.array_equal(again.questions["gate"].words, first.questions["gate"].words)


def test_who_may_not_write_keeps_nothing(tmp_path, rulebook):
    found = Learner(tmp_path / "rules", tmp_path / "state", keep=False)
    assert found.learned(rulebook, Standing()) is not None
    assert found.vectors is None
    assert not (tmp_path / "state").exists()


def test_what_is_shipped_is_taken(tmp_path, rulebook, untaught):
    made = Learner(tmp_path / "rules", tmp_path / "a").learned(rulebook, Standing())
    write_learned(made, shipped_file(tmp_path / "rules", "none"))
    untaught()
    taken = Learner(tmp_path / "rules", tmp_path / "b").learned(rulebook, Standing())
    assert taken.digest == made.digest


def test_decisions_teach_and_taking_them_back_restores_what_was(tmp_path, rulebook):
    taught = Learner(tmp_path / "rules", tmp_path / "state")
    before = taught.learned(rulebook, Standing())
    after = taught.learned(rulebook, DECIDED)
    assert after.digest != before.digest
    assert "Sing the instruction." in {one.text for one in after.examples}
    assert taught.learned(rulebook, Standing()).digest == before.digest


def test_rules_without_exemplars_teach_nothing(tmp_path, rulebook):
    empty = replace(rulebook, exemplars=())
    assert Learner(tmp_path, tmp_path).learned(empty, Standing()) is None


def test_an_encoder_that_is_not_there_is_named_before_anything_is_learned(tmp_path, rulebook):
    with pytest.raises(EncoderError, match="No encoder is called 'nonesuch'"):
        Learner(tmp_path, tmp_path).learned(replace(rulebook, encoder="nonesuch"), Standing())


def test_the_shipped_files_were_learned_from_the_shipped_exemplars(tmp_path, untaught):
    """Run `make learned` where this fails."""
    untaught()
    rulebook = shipped_rules()
    for name in ("none", rulebook.encoder):
        found = Learner(RULES, tmp_path).learned(replace(rulebook, encoder=name), Standing())
        assert len(found.examples) == len(rulebook.exemplars)


@pytest.mark.slow
def test_learning_anew_gives_what_is_shipped(tmp_path):
    shutil.copytree(RULES, tmp_path / "rules", ignore=shutil.ignore_patterns("none.npz"))
    made = {path.name for path in ship(tmp_path / "rules", tmp_path / "state")}
    assert made == {"none.npz", "minilm-int8.npz"}
    fresh_file = tmp_path / "rules" / "learned" / "none.npz"
    with np.load(RULES / "learned" / "none.npz") as ours, np.load(fresh_file) as fresh:
        for name in ours.files:
            assert np.allclose(ours[name], fresh[name], atol=0.02), name


def test_what_another_person_decided_alike_is_learned_once_and_told_by_its_own_name(
    tmp_path, rulebook, untaught
):
    """Else labels that are kept from the run before would go on to name the person before."""
    found = Learner(tmp_path / "rules", tmp_path / "state")
    verdict = replace(DECIDED.verdicts["s-1"], reviewer="Bob")
    first = found.judgement(rulebook, DECIDED)
    untaught()
    other = found.judgement(rulebook, Standing(verdicts={"s-1": verdict}))
    assert first.learned.digest == other.learned.digest
    assert first.digest != other.digest
    strategy = Strategy(
        text="Sing the instruction.", source_text="", digest="", source="", locator=""
    )
    for judgement, name in ((first, "Jo"), (other, "Bob")):
        (item,) = classify([strategy], rulebook, Meanings(()), judgement)
        assert any(f"decided by {name} (" in vote.evidence.rule for vote in item.suggestions)
