"""What teachers and parents type who do not know the directory's words, against labelled statements."""

import pytest
from fingerpost.taxonomy import Facet

from benchmarks.site.lay_words import answers, directory, queries, rulebook, searchable

pytestmark = pytest.mark.slow


DANGER = """
self harm, self-harming, selfharm, cutting, cutting himself, she cuts her arms, suicide, suicidal, suiside,
wants to die, wants to kill herself, he doesn't want to live, does not want to live, abuse, abused child,
sexual abuse, emotional abuse, neglect, domestic abuse, domestic violence, being hit at home, hit by his dad,
his dad hits him, my mum hits me, scared to go home, scared of her stepdad, grooming, being groomed,
sexual harassment, sexual, sexualised behaviour, sexting, FGM, forced marriage, exploitation, county lines,
radicalisation, extremism, knife, brought a knife to school, weapons, ran away from home, missing from home,
pupil went missing, in a gang, rape, nudes, child protection, bruises, wants to run away, abuse and worry
"""
ORDINARY = """
cutting out shapes, cutting along a line, cutting food, knife and fork, running in the corridor, running away,
runs out of class, hits other children, hits at home but not at school, my son hits his dad, hurts other children,
smacks other children, stabs others with a pencil, ganging up, personal grooming, missing lessons,
missing her mum, don't touch me, exploit his interests, no sense of danger, cuts himself off from friends,
equipment goes missing, sex education, violent, fighting, bullying, tablets for ADHD, foetal alcohol,
eating disorder, scared to go to school, harmony, dead end, prevent meltdowns
"""
ASKED = """
typed => {
  const found = searching.of(typed);
  const places = found ? found.places : [];
  return {
    isDanger: Boolean(found && found.isDanger),
    says: found ? found.says : "",
    ids: places.map(place => statements.all[place].id),
    words: places.map(place => statements.all[place].text.toLowerCase()),
    under: places.flatMap(place => found.why(place)),
  };
}
"""


def listed(words):
    return [one.strip() for one in words.split(",")]


@pytest.fixture(scope="module")
def released():
    return directory(rulebook())


@pytest.fixture(scope="module")
def searched(browser, released, tmp_path_factory):
    page = browser.new_page()
    page.goto(searchable(released, rulebook(), tmp_path_factory.mktemp("lay words")))
    yield page
    page.close()


@pytest.fixture(scope="module")
def judged(searched, released):
    return tuple(answers(searched, released, queries()))


@pytest.fixture
def asked(searched):
    return lambda typed: searched.evaluate(ASKED, typed)


def test_of_what_lay_words_find_first_nine_in_ten_are_of_a_right_category(judged):
    known = [one for one in judged if not one.query.unseen]
    right = [found for one in known for found in one.right]

    assert len(known) >= 40
    assert [one.query.typed for one in known if not any(one.right)] == []
    assert sum(right) >= 0.9 * len(right)


def test_words_that_nobody_chose_the_rules_for_are_found_more_often_than_not(judged):
    unseen = [one for one in judged if one.query.unseen]
    right = [found for one in unseen for found in one.right]

    assert sum(any(one.right) for one in unseen) >= 0.7 * len(unseen)
    assert sum(right) >= 0.7 * len(right)


def test_words_of_danger_are_known_and_lead_to_no_category(asked):
    found = {typed: asked(typed) for typed in listed(DANGER)}

    assert [typed for typed, one in found.items() if not one["isDanger"]] == []
    assert {typed: one["under"] for typed, one in found.items() if one["under"]} == {}
    assert all("harm" in words for words in found["self harm"]["words"])
    assert found["scared to go home"]["ids"] == []


def test_ordinary_words_are_no_words_of_danger(asked):
    assert [typed for typed in listed(ORDINARY) if asked(typed)["isDanger"]] == []


def test_words_for_a_plan_by_law_lead_to_no_category(asked):
    assert [asked(typed)["under"] for typed in ("EHCP", "annual review")] == [[], []]


@pytest.mark.parametrize("typed", ["EAL", "english as an additional language"])
def test_words_for_another_language_lead_to_no_category(asked, typed):
    found = asked(typed)

    assert found["under"] == []
    assert found["words"]
    assert all("language" in words or "eal" in words for words in found["words"])


@pytest.mark.parametrize(
    "typed",
    [
        "child will not come into class",
        "won't come into the class",
        "why isn't he coming to class",
        "will not go into class",
        "refusing to go to lessons",
    ],
)
def test_a_phrase_is_known_in_other_forms_and_with_plain_words_between(asked, released, typed):
    avoids = {
        one.id for one in released.statements if "semh-attendance" in one.labels.get(Facet.NEED, ())
    }

    assert set(asked(typed)["ids"][:3]) <= avoids


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("dyslexsia", "dyslexia"),
        ("dislexia", "dyslexia"),
        ("dyspraxa", "dyspraxia"),
        ("autsim", "autism"),
    ],
)
def test_a_misspelt_word_that_nothing_knows_is_read_as_the_nearest_known_one(asked, typed, meant):
    found, right = asked(typed), asked(meant)

    assert found["ids"] == right["ids"]
    assert found["says"] == f"Shown for “{meant}”."
    assert right["says"] == ""
