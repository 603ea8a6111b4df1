"""The rules themselves, tried on their own examples: knowledge is tested like code."""

import shutil

import pytest
from fingerpost.classifying import check_cues
from fingerpost.meanings import Meanings
from fingerpost.rulebook import check_rulebook, load_rulebook
from fingerpost.strategies import HeadKind
from fingerpost.taxonomy import Facet

from tests.conftest import ROOT
from tests.support.shipped import shipped_rules

COUNCILS = ("leeds", "calderdale")
RULEBOOK = shipped_rules()
MEANINGS = Meanings(RULEBOOK.headings)
RULES = {rule.id: rule for rule in RULEBOOK.headings if rule.matches}

AREAS = "communication-and-interaction cognition-and-learning semh sensory-and-physical universal"
NEEDS = """
ci-expressive ci-receptive ci-speech ci-attention ci-social ci-autism ci-aac
cl-literacy cl-numeracy cl-memory cl-metacognition cl-general cl-complex
semh-regulation semh-relationships semh-anxiety semh-attention semh-behaviour semh-trauma
semh-attendance
sp-hearing sp-vision sp-msi sp-physical sp-motor sp-sensory sp-medical
"""
WHOLE_SCHOOL = """
wsu-leadership wsu-outcomes wsu-assessment wsu-teaching wsu-environment wsu-resources wsu-pastoral
wsu-transition wsu-voice wsu-workforce wsu-multiagency
"""
STANDARDS = "ts-1 ts-2 ts-3 ts-4 ts-5 ts-6 ts-7 ts-8 ts-p2"


def fires(rule, heading):
    kind = rule.kinds[0] if rule.kinds else HeadKind.HEADING
    found = MEANINGS.of(heading, kind)
    return found is not None and rule.id in found.rule.split("|")


@pytest.mark.parametrize("rule_id", RULES)
def test_a_heading_rule_keeps_to_its_examples(rule_id):
    rule = RULES[rule_id]
    assert [text for text in rule.matches if not fires(rule, text)] == []
    assert [text for text in rule.rejects if fires(rule, text)] == []


@pytest.mark.parametrize("council", COUNCILS)
def test_the_rules_have_no_faults(council):
    rulebook = shipped_rules(council)
    assert check_rulebook(rulebook) == ()


def test_the_cues_keep_to_their_examples():
    assert check_cues(RULEBOOK) == ()


@pytest.mark.parametrize(
    ("facet", "ids"),
    [
        (Facet.AREA, AREAS),
        (Facet.NEED, NEEDS),
        (Facet.UNIVERSAL, WHOLE_SCHOOL),
        (Facet.STANDARD, STANDARDS),
    ],
)
def test_every_category_of_the_contract_is_there(facet, ids):
    assert {c.id for c in RULEBOOK.taxonomy.of(facet)} == set(ids.split())


def test_every_category_says_what_it_is_and_what_it_is_not():
    for concept in RULEBOOK.taxonomy.concepts:
        assert len(concept.definition.split()) >= 8, concept.id
        assert concept.examples, concept.id
        assert concept.exclusion, concept.id


def test_every_need_belongs_to_the_area_its_id_names():
    prefixes = {
        "ci": "communication-and-interaction",
        "cl": "cognition-and-learning",
        "semh": "semh",
        "sp": "sensory-and-physical",
    }
    for need in RULEBOOK.taxonomy.of(Facet.NEED):
        assert need.parent == prefixes[need.id.split("-")[0]]


def test_leeds_is_told_that_its_labels_are_examples():
    assert RULEBOOK.council.name == "Leeds"
    assert RULEBOOK.council.labels_are_examples
    assert RULEBOOK.council.assumed_tier == "universal"


def test_calderdale_sees_its_nine_focus_areas_in_its_own_order():
    taxonomy = shipped_rules("calderdale").taxonomy
    assert [c.label for c in taxonomy.of(Facet.UNIVERSAL)] == [
        "Outcomes",
        "Leadership",
        "Assessment & Early Identification",
        "Curriculum & High-Quality Teaching",
        "Environment",
        "Pastoral",
        "Preparing for tomorrow",
        "Voice of the Child and Family",
        "Staff skills and training",
    ]
    assert taxonomy.label("wsu-resources") == "Environment"
    assert taxonomy.label("wsu-multiagency") == "Staff skills and training"


def test_a_standard_of_another_set_is_shown_only_where_a_council_uses_it():
    assert RULEBOOK.taxonomy.shown("hts-5").id == "ts-8"
    calderdale = shipped_rules("calderdale")
    assert calderdale.taxonomy.shown("hts-5").id == "hts-5"


def test_calderdale_expects_the_childs_voice_in_some_sections():
    council = shipped_rules("calderdale").council
    assert "so that i can" in council.child_sections
    assert "child" in council.voices
    assert "child" not in RULEBOOK.council.voices


def test_a_label_of_a_council_may_take_a_heading_from_a_rule(tmp_path):
    """Then no rule is broken: the check says nothing, and every command goes on."""
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "rules", rules)
    labels = rules / "councils" / "leeds" / "labels.yaml"
    rule = next(r for r in load_rulebook(rules).headings if r.id == "wsu-voice-words")
    text = labels.read_text(encoding="utf-8")
    taken = f"wsu-leadership: {{label: {rule.matches[-1]}, order: 1}}"
    first = next(line for line in text.splitlines() if "wsu-leadership" in line)
    labels.write_text(text.replace(first.strip(), taken), encoding="utf-8")
    assert check_rulebook(load_rulebook(rules)) == ()
