"""Interventions that schools use are rules like others: named once, tried on their own examples."""

import pytest
from fingerpost.errors import RulesError
from fingerpost.reviewing.live.mentions import check_interventions, compile_names
from fingerpost.rulebook import load_rulebook

from tests.rulebook.small_rules import small_rules
from tests.support.shipped import shipped_rules

OWN = "councils/north/interventions.yaml"
ONE = """\
interventions:
  - id: calm-club
    name: Calm Club
    sort: programme
    spellings: [CC]
    matches: [Offer CC twice a week.]
    rejects: [Send a cc of the letter home.]
"""


def loaded(folder, shared=ONE, own=None):
    return load_rulebook(small_rules(folder, {"interventions.yaml": shared, OWN: own}))


def test_every_shipped_intervention_keeps_to_its_examples():
    shipped = shipped_rules()
    assert len(shipped.interventions) > 80
    assert check_interventions(shipped) == ()


def test_a_name_in_capitals_counts_as_written_and_any_other_in_any_case(tmp_path):
    known = compile_names(loaded(tmp_path).interventions)
    assert known.of("A CALM club, then a calm-club.") == ("calm-club",)
    assert known.of("Copy in the cc.") == ()


def test_a_councils_own_list_adds_to_the_shared_one_and_outweighs_it(tmp_path):
    own = ONE.replace("[CC]", "[Quiet Club]").replace("Offer CC", "Offer Quiet Club")
    found = loaded(tmp_path, own=own).interventions
    assert [one.spellings for one in found] == [("Quiet Club",)]


def test_an_example_that_fails_is_named_with_file_line_and_remedy(tmp_path):
    spoilt = ONE.replace("Offer CC", "Offer it").replace("a cc of", "a CC of")
    missed, found = check_interventions(loaded(tmp_path, spoilt))
    assert missed.endswith(
        "'calm-club' does not match its own example 'Offer it twice a week.'; add a spelling or change the example."
    )
    assert "interventions.yaml line 2: 'calm-club' matches 'Send a CC of" in found


def test_a_name_that_two_rules_claim_is_refused(tmp_path):
    twice = ONE + ONE.partition("\n")[2].replace("id: calm-club", "id: calm")
    with pytest.raises(RulesError, match="'Calm Club' is also a name of 'calm-club'; keep it"):
        loaded(tmp_path, twice)


def test_one_id_for_two_rules_is_refused(tmp_path):
    twice = ONE + ONE.partition("\n")[2].replace("Calm Club", "Rest Club").replace("[CC]", "[RC]")
    with pytest.raises(RulesError, match="'calm-club' is already a rule"):
        loaded(tmp_path, twice)


def test_the_guide_to_the_rules_shows_one_that_loads(root, tmp_path):
    guide = (root / "rules/README.md").read_text(encoding="utf-8")
    shown = guide.split("## Interventions by name", 1)[1].split("```yaml\n", 1)[1].split("```")[0]
    found = loaded(tmp_path, shown)
    assert len(found.interventions) == 1
    assert check_interventions(found) == ()


def test_rules_without_a_list_of_interventions_load(tmp_path):
    assert check_interventions(loaded(tmp_path, shared=None)) == ()
