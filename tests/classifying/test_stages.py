"""The stages of the graduated approach: a kind of label that a council may switch on, and off again."""

import csv
import shutil

import pytest
from fingerpost.classifying import GoldRow, evaluate, write_predictions
from fingerpost.classifying.classifier import classifier_for
from fingerpost.classifying.proving import check_cues
from fingerpost.curating import fold, settle
from fingerpost.decisions import Standing
from fingerpost.meanings import Meanings
from fingerpost.rulebook import load_rulebook
from fingerpost.taxonomy import CORE_FACETS, Facet

from tests.classifying.rulebooks import SHIPPED, strategy
from tests.curating.lines import answer, log_of

STAGE = Facet.STAGE
STAGES = ("ga-assess", "ga-plan", "ga-do", "ga-review")


@pytest.fixture(scope="module")
def switched_on(root, tmp_path_factory):
    rules = tmp_path_factory.mktemp("stages") / "rules"
    shutil.copytree(root / "rules", rules)
    settings = rules / "councils" / "leeds" / "council.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}facets: [graduated-approach]\n", encoding="utf-8")
    return load_rulebook(rules, "leeds")


def classified(rulebook, text, path=""):
    found = classifier_for(rulebook).classify((strategy(text, path),), Meanings(rulebook.headings))
    return found[0]


def test_switched_off_no_category_cue_or_heading_speaks_of_stages():
    assert SHIPPED.taxonomy.facets == CORE_FACETS
    assert SHIPPED.taxonomy.switched_off == frozenset(STAGES)
    assert not [c for c in SHIPPED.taxonomy.concepts if c.facet is STAGE]
    assert not [cue for cue in SHIPPED.cues if cue.value in STAGES]
    assert not [e for e in SHIPPED.entries if e.facet is STAGE]
    found = classified(SHIPPED, "Review the targets with the family.", "Review stage")
    assert STAGE not in {one.facet for one in (*found.assignments, *found.suggestions)}


def test_switched_on_there_are_four_stages(switched_on):
    assert switched_on.taxonomy.facets == (*CORE_FACETS, STAGE)
    assert tuple(concept.id for concept in switched_on.taxonomy.of(STAGE)) == STAGES
    assert switched_on.digest != SHIPPED.digest


def test_its_cues_keep_to_their_examples(switched_on):
    assert [fault for fault in check_cues(switched_on) if "graduated_approach" in fault] == []


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Find out which sounds the pupil hears well.", "ga-assess"),
        ("Agree targets with pupil and parents.", "ga-plan"),
        ("Review the targets with the family each half-term.", "ga-review"),
    ],
)
def test_words_speak_for_a_stage(switched_on, text, stage):
    assert classified(switched_on, text).concepts(STAGE)[:1] == (stage,)


@pytest.mark.parametrize(("heading", "stage"), [("Do", "ga-do"), ("Review stage", "ga-review")])
def test_a_heading_speaks_for_a_stage_by_its_label_or_another_name(switched_on, heading, stage):
    assert classified(switched_on, "Sit beside the pupil.", heading).concepts(STAGE) == (stage,)


def test_the_other_labels_stay_as_they_are(switched_on):
    for text in ("Check the hearing aid each morning.", "Review the plan with parents."):
        off, on = classified(SHIPPED, text), classified(switched_on, text)
        assert [off.concepts(f) for f in CORE_FACETS] == [on.concepts(f) for f in CORE_FACETS]
        assert off.reasons == on.reasons


def test_a_persons_stage_is_kept_and_rests_while_it_is_switched_off(switched_on):
    log = log_of(answer("s-1", labels={STAGE: ("ga-plan",)}))
    assert fold(log, switched_on.taxonomy).verdicts["s-1"].labels == {STAGE: ("ga-plan",)}
    assert fold(log, SHIPPED.taxonomy).verdicts["s-1"].labels == {}


def test_predictions_have_a_further_column_only_where_it_is_switched_on(switched_on, tmp_path):
    gold = (GoldRow(text="Review the targets with the family.", labels={STAGE: ("ga-review",)}),)
    found = evaluate(gold, switched_on)
    assert [(one.facet, one.scored, one.right) for one in found.facets][-1] == (STAGE, 1, 1)
    for rulebook, last in ((SHIPPED, "strategy_probability"), (switched_on, "graduated_approach")):
        path = tmp_path / f"{last}.csv"
        write_predictions(evaluate(gold, rulebook).predictions, path)
        with path.open(encoding="utf-8") as file:
            assert next(csv.reader(file))[-1] == last


def test_settled_items_hold_their_stage(switched_on):
    (item,) = settle((classified(switched_on, "Agree targets with parents."),), Standing())
    assert item.concepts(STAGE) == ("ga-plan",)
