"""A council's own area: given by its heading, not by words about the shared one, and equal to it."""

from dataclasses import replace

import pytest
from fingerpost.classifying import classify
from fingerpost.meanings import Meanings
from fingerpost.rulebook.heading_rules import automatic_rules
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Concept, Facet, Taxonomy

from tests.classifying.rulebooks import CUES, HEADINGS, cue, rulebook, strategy

CORE = "communication-and-interaction"
OWN = Concept(
    id="social",
    facet=Facet.AREA,
    label="Getting on with others",
    core_label="Getting on with others",
    definition="Talking, change of routine and key words for getting on with others.",
    alternates=("autism and need for predictability pages",),
    maps_to=CORE,
)


def book_of(cues=CUES, own=OWN):
    book = rulebook(cues)
    taxonomy = Taxonomy((*book.taxonomy.concepts, own))
    headings = (*automatic_rules(taxonomy), *HEADINGS)
    return replace(book, taxonomy=taxonomy, headings=headings, digest=repr((cues, own)))


def judged(text, path="", **settings):
    book = book_of(**settings)
    return classify([strategy(text, path)], book, Meanings(book.headings))[0]


def test_words_about_the_shared_area_do_not_give_the_councils_own():
    found = judged("Warn of a change of routine.")

    assert found.concepts(Facet.AREA) == (CORE,)
    assert OWN.id not in {suggestion.concept for suggestion in found.suggestions}


def test_a_cue_of_its_own_gives_it():
    cues = (*CUES, cue(OWN.id, "take turns in a game", "turn taking"))

    assert OWN.id in {s.concept for s in judged("Practise turn taking.", cues=cues).suggestions}


@pytest.mark.parametrize(
    "name", ["Getting on with others", "Autism and need for predictability pages"]
)
def test_a_heading_of_its_name_gives_it_and_settles(name):
    found = judged("Warn of a change of routine.", f"{name} > Strategies")

    assert found.concepts(Facet.AREA) == (OWN.id,)
    assert found.reasons == ()


def test_needs_of_the_shared_area_are_needs_of_the_councils():
    found = judged("Warn of a change of routine.", "Getting on with others > Strategies")

    assert found.concepts(Facet.NEED) == ("ci-autism",)


def test_a_need_of_the_shared_area_below_it_is_no_contradiction():
    path = "Getting on with others > Autism and need for predictability > Strategies"
    found = judged("Warn of a change of routine.", path)

    assert Reason.LABELS_DISAGREE not in found.reasons
    assert found.concepts(Facet.AREA) == (OWN.id,)


def test_a_need_of_another_area_below_it_is_one():
    path = "Getting on with others > Hearing > Strategies"

    assert Reason.LABELS_DISAGREE in judged("Check the radio aid.", path).reasons


def test_where_own_and_shared_have_one_name_the_heading_means_the_councils():
    own = replace(
        OWN, label="Communication and interaction", core_label="Communication and interaction"
    )
    found = judged("Take turns.", "Communication and interaction > Strategies", own=own)

    assert found.concepts(Facet.AREA) == (OWN.id,)


def test_words_that_speak_for_the_shared_need_add_nothing_to_the_councils_own():
    need = replace(
        OWN, id="ears", facet=Facet.NEED, parent="sensory-and-physical", maps_to="sp-hearing"
    )
    path = "Getting on with others > Strategies"
    found = judged("Check the hearing aid and the radio aid, and face the pupil.", path, own=need)

    assert found.concepts(Facet.NEED) == ("ears",)
