from fingerpost.rulebook import load_rulebook

from tests.rulebook.small_rules import small_rules
from tests.support.shipped import shipped_rules

OWN = "councils/north/glossary.yaml"


def glossary(
    folder, own=None, shared="abbreviations:\n  EP: educational psychologist\nknown: [TA]\n"
):
    return load_rulebook(small_rules(folder, {"glossary.yaml": shared, OWN: own})).glossary


def test_an_abbreviation_is_looked_up_however_its_letters_are_cased(tmp_path):
    found = glossary(tmp_path)
    assert found.words_for("Ep") == "educational psychologist"
    assert found.words_for("XYZ") == ""
    assert found.is_known("ta")
    assert not found.is_known("EP")


def test_a_councils_own_list_adds_to_the_shared_one_and_outweighs_it(tmp_path):
    found = glossary(
        tmp_path,
        "abbreviations:\n  ta: transition advice\n  NST: north support team\nknown: [EP]\n",
    )
    assert found.words == {"NST": "north support team", "ta": "transition advice"}
    assert found.known == ("EP",)


def test_rules_without_any_list_of_abbreviations_load(tmp_path):
    found = glossary(tmp_path, shared=None)
    assert (found.words, found.known) == ({}, ())


def test_the_shared_list_knows_what_sen_guidance_shortens():
    found = shipped_rules().glossary
    assert found.words_for("EHCP") == "education, health and care plan"
    assert found.words_for("OAP") == "ordinarily available provision"  # Leeds' own list
    assert found.is_known("SENCo")
    assert shipped_rules("calderdale").glossary.words_for("OAP") == ""
