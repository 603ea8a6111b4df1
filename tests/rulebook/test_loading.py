"""What loading makes of rules that are well."""

import pickle

import pytest
from fingerpost.cues import Target
from fingerpost.rulebook import check_rulebook, councils, load_rulebook
from fingerpost.strategies import Role
from fingerpost.taxonomy import Facet

from tests.rulebook.small_rules import FILES, small_rules, spoilt
from tests.support.shipped import shipped_rules

WELSH = "labels:\n  sp-hearing: {label: Clyw, order: 2}\n  sp-vision: {label: Golwg, order: 1}\n"


def test_the_workspace_names_the_council(tmp_path):
    council = load_rulebook(small_rules(tmp_path)).council
    assert (council.id, council.name, council.assumed_tier) == ("north", "North", "universal")


def test_the_workspace_names_the_encoder_and_without_a_name_there_is_none(tmp_path):
    assert load_rulebook(small_rules(tmp_path / "a")).encoder == "none"
    named = {"workspace.yaml": "council: north\nencoder: spacy:/models/ours\n"}
    assert (
        load_rulebook(small_rules(tmp_path / "b", named), "north").encoder == "spacy:/models/ours"
    )


def test_another_council_may_be_asked_for(tmp_path):
    more = {
        "councils/gwynedd/council.yaml": "name: Gwynedd\n",
        "councils/gwynedd/labels.yaml": WELSH,
    }
    rules = small_rules(tmp_path, more)
    assert councils(rules) == ("gwynedd", "north")
    taxonomy = load_rulebook(rules, "gwynedd").taxonomy
    assert [c.label for c in taxonomy.of(Facet.NEED)] == ["Golwg", "Clyw"]
    assert taxonomy["sp-hearing"].core_label == "Hearing"


def test_words_the_council_adds_are_known_by(tmp_path):
    labels = "labels:\n  sp-hearing: {alt_in: [listening with aids]}\n"
    rulebook = load_rulebook(small_rules(tmp_path, {"councils/north/labels.yaml": labels}))
    assert rulebook.taxonomy["sp-hearing"].alternates == ("hearing loss", "listening with aids")
    assert any("listening with aids" in rule.phrases for rule in rulebook.headings)


def test_a_hidden_concept_is_shown_as_the_one_it_folds_into(tmp_path):
    labels = "labels:\n  sp-hearing: {hidden: true, folds_into: sp-vision}\n"
    taxonomy = load_rulebook(small_rules(tmp_path, {"councils/north/labels.yaml": labels})).taxonomy
    assert taxonomy.label("sp-hearing") == "Vision"
    assert [c.id for c in taxonomy.of(Facet.NEED)] == ["sp-vision"]


def test_a_cue_knows_where_it_is_written(tmp_path):
    hearing, _ = load_rulebook(small_rules(tmp_path)).cues
    assert (hearing.file, hearing.line) == ("rules/cues/needs.yaml", 3)
    assert (hearing.target, hearing.value) == (Target.CONCEPT, "sp-hearing")
    assert hearing.phrases == ("radio aid", "hearing aid")


def test_words_that_yaml_takes_for_other_things_stay_words(tmp_path):
    phrases = "phrases: [no, yes, 5, 1e3, 2024-01-01, ~x]"
    rulebook = load_rulebook(spoilt(tmp_path, "cues/needs.yaml", "phrases: [large print]", phrases))
    assert rulebook.cues[1].phrases == ("no", "yes", "5", "1e3", "2024-01-01", "~x")


def test_a_token_pattern_gets_its_flags_and_numbers(tmp_path):
    pattern = "patterns:\n      - [{LOWER: aid, IS_TITLE: false}, {LENGTH: 3, OP: '?'}]"
    rulebook = load_rulebook(spoilt(tmp_path, "cues/needs.yaml", "phrases: [large print]", pattern))
    assert rulebook.cues[1].patterns == (
        ({"LOWER": "aid", "IS_TITLE": False}, {"LENGTH": 3, "OP": "?"}),
    )


def test_the_digest_does_not_depend_on_how_the_files_are_arranged(tmp_path):
    head, hearing, vision = FILES["cues/needs.yaml"].partition("  - id: hearing")[0], "", ""
    body = FILES["cues/needs.yaml"].removeprefix(head)
    vision = body[body.index("  - id: vision") :]
    hearing = body.removesuffix(vision)
    as_sent = load_rulebook(small_rules(tmp_path / "a")).digest
    moved = {"cues/needs.yaml": head + vision, "cues/later.yaml": "# a comment\n" + head + hearing}
    assert load_rulebook(small_rules(tmp_path / "b", moved)).digest == as_sent
    windows = {name: text.replace("\n", "\r\n") for name, text in FILES.items()}
    assert load_rulebook(small_rules(tmp_path / "elsewhere", windows)).digest == as_sent


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("cues/needs.yaml", "large print", "larger print"),
        ("cues/needs.yaml", "for: sp-vision\n", "for: sp-vision\n    weight: 0.5\n"),
        ("cues/needs.yaml", "Print the rota.", "Print the list."),
        ("headings/roles.yaml", "what to do", "things to do"),
        ("headings/roles.yaml", "pupils with", "learners with"),
        ("taxonomy/needs.yaml", "Loss of sight.", "Loss of vision."),
        ("councils/north/labels.yaml", "Ears", "Hearing and ears"),
        ("councils/north/council.yaml", "name: North", "name: Norths"),
        ("names/first_names.yaml", "olivia", "olive"),
        ("companions.yaml", "0.3", "0.4"),
        ("facets.yaml", "or for", "and for"),
        ("glossary.yaml", "educational", "school's"),
        ("glossary.yaml", "[TA, UK]", "[UK]"),
        ("workspace.yaml", "council: north\n", "council: north\nencoder: minilm-int8\n"),
    ],
)
def test_the_digest_changes_with_any_rule(name, old, new, tmp_path):
    before = load_rulebook(small_rules(tmp_path / "a")).digest
    assert load_rulebook(spoilt(tmp_path / "b", name, old, new)).digest != before


def test_a_rulebook_travels_to_other_processes():
    rulebook = shipped_rules()
    assert pickle.loads(pickle.dumps(rulebook)) == rulebook


def test_a_check_names_a_heading_rule_that_fails_its_own_examples(tmp_path):
    rules = spoilt(tmp_path, "headings/roles.yaml", "matches: [What to do]", "matches: [What now]")
    assert check_rulebook(load_rulebook(rules)) == (
        "rules/headings/roles.yaml line 2: 'role-strategies' does not match its own example "
        "'What now'; add the words or change the example.",
    )
    rules = spoilt(
        tmp_path, "headings/roles.yaml", "rejects: [Contacts]", "rejects: ['What to do first']"
    )
    assert check_rulebook(load_rulebook(rules)) == (
        "rules/headings/roles.yaml line 2: 'role-strategies' matches 'What to do first', which it "
        "should not; narrow the words or change the example.",
    )


def test_a_check_names_a_phrase_that_two_cues_claim(tmp_path):
    rules = spoilt(tmp_path, "cues/needs.yaml", "[large print]", "[large print, Radio aid]")
    assert check_rulebook(load_rulebook(rules)) == (
        "rules/cues/needs.yaml line 8: 'Radio aid' is also a phrase of 'hearing'; keep it in one "
        "of them, or move it to a weak one.",
    )


def test_a_check_names_a_concept_without_a_cue(tmp_path):
    cues = FILES["cues/needs.yaml"].split("  - id: vision")[0]
    assert check_rulebook(load_rulebook(small_rules(tmp_path, {"cues/needs.yaml": cues}))) == (
        "No cue speaks for 'sp-vision' (Vision); add one to rules/cues.",
    )


def test_a_heading_rule_says_what_its_file_says(tmp_path):
    rulebook = load_rulebook(small_rules(tmp_path))
    rule = next(rule for rule in rulebook.headings if rule.id == "role-strategies")
    assert rule.meaning.role is Role.STRATEGY
    assert (rule.within, rule.phrases, rule.line) == (True, ("what to do",), 2)
