"""One release read back as plain values: what sites and exports are made of."""

from dataclasses import replace

import pytest
from fingerpost.errors import TargetError
from fingerpost.exporting import Site, everything
from fingerpost.loading import load, released, rollback
from fingerpost.rulebook import profile_names, read_profile
from fingerpost.strategies import Link
from fingerpost.taxonomy import Facet, Taxonomy

from tests.curating.lines import answer
from tests.curating.statements import statement
from tests.exporting.outcomes import TAXONOMY, concept
from tests.loading.databases import by_hand
from tests.support.program import ROOT

RULES = ROOT / "rules"
AREA = Facet.AREA
GUIDE = Link("https://example.org/guide", "Guide")
POSTER = Link("https://example.org/poster", "Poster")


def test_a_release_is_read_as_the_files_said_it(curated, target):
    both = ((AREA, ("cognition-and-learning", "semh")), (Facet.UNIVERSAL, ("wsu-resources",)))
    folder = curated(
        statement("s-2", source="b.docx", phases=("ks1", "ks2")),
        statement("s-9", links=(POSTER, GUIDE), labels=both, source="a.docx"),
        decisions=answer("s-9", wording="New words."),
    )
    load(folder, target, "Jo")

    found = released(target)

    assert (found.release.number, found.release.signed_off_by, found.is_newest) == (1, "Jo", True)
    first, second = found.statements
    assert (first.id, first.text, first.status, first.reviewed_by) == (
        "s-9",
        "New words.",
        "approved",
        "Ann",
    )
    assert first.labels == dict(both)
    assert first.evidence["semh"] == "headings: Talk"
    assert [found.resource[item].url for item in first.resources] == [POSTER.href, GUIDE.href]
    assert (second.phases, second.place, second.first_release) == (("ks1", "ks2"), 1, 1)
    assert [one.source for one in found.documents] == ["a.docx", "b.docx"]
    assert [one.id for one in found.of(AREA)] == ["semh", "cognition-and-learning"]
    assert found.category["semh"].alternates == ("SEMH", "BESD")
    assert found.shown("wsu-resources").id == "wsu-voice"


def test_a_category_that_was_given_up_is_shown_as_what_replaced_it(curated, target):
    retired = concept("moods", AREA, retired=True, replaced_by="semh")
    folder = curated(statement(), taxonomy=Taxonomy((*TAXONOMY.concepts, retired)))
    load(folder, target)

    found = released(target)

    assert found.shown("moods").id == "semh"
    assert "moods" not in [one.id for one in found.of(AREA)]


def test_statements_stand_in_the_order_of_their_documents(curated, target):
    load(curated(statement("s-3"), statement("s-1"), statement("s-2", source="a.docx")), target)

    assert [one.id for one in released(target).statements] == ["s-2", "s-3", "s-1"]


def test_what_is_gone_is_named_with_its_last_words_and_since_when(curated, target):
    load(curated(statement("s-1", "Old words."), statement("s-2", links=(GUIDE,))), target)
    load(curated(statement("s-1", "Last words."), statement("s-2", links=(GUIDE,))), target)
    load(curated(statement("s-2")), target)

    gone = {(one.kind, one.text): one for one in released(target).gone}

    assert gone["strategy", "Last words."].since == 3
    assert gone["resource", GUIDE.label].since == 3
    assert ("strategy", "Last words.") not in {(o.kind, o.text) for o in released(target, 2).gone}
    assert gone["concept", "Kit"].replaced_by == ("wsu-voice",)


def test_what_came_back_is_not_gone_and_keeps_its_first_release(curated, target):
    load(curated(statement("s-1"), statement("s-2")), target)
    load(curated(statement("s-2", "New words.")), target)
    rollback(target, 1)

    found = released(target)

    assert {one.id: one.first_release for one in found.statements} == {"s-1": 1, "s-2": 1}
    assert {one.id for one in found.gone} == {"wsu-resources"}


def test_an_earlier_release_is_read_as_it_was(curated, target):
    load(curated(statement("s-1", "One.")), target)
    load(curated(statement("s-1", "Two."), statement("s-2")), target)

    found = released(target, 1)

    assert [one.text for one in found.statements] == ["One."]
    assert (found.release.number, found.is_newest) == (1, False)


def test_a_label_under_nothing_that_people_see_is_left_out(curated, target):
    retired = concept("semh-old", AREA, "Old", retired=True, order=2)
    folder = curated(
        statement("s-1", labels=((AREA, ("semh", "semh-old")),)),
        taxonomy=Taxonomy((*TAXONOMY.concepts, retired)),
    )
    load(folder, target)

    found = released(target)

    assert found.statements[0].labels == {AREA: ("semh",)}
    assert {one.id: one.replaced_by for one in found.gone}["semh-old"] == ()


def test_a_category_that_is_folded_later_is_gone_since_then(curated, target):
    load(curated(statement()), target)
    hidden = tuple(
        replace(one, hidden=True, folds_into="semh") if one.id == "cl-memory" else one
        for one in TAXONOMY.concepts
    )
    load(curated(statement("s-2"), taxonomy=Taxonomy(hidden)), target)

    gone = {one.id: one for one in released(target).gone}

    assert (gone["cl-memory"].since, gone["cl-memory"].replaced_by) == (2, ("semh",))
    assert "cl-memory" not in {one.id for one in released(target, 1).gone}


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            "UPDATE concepts SET parent = 'cl-memory' WHERE id = 'cognition-and-learning'",
            "cl-memory has 'cognition-and-learning' for parent, which leads round in a circle",
        ),
        (
            "UPDATE concepts SET hidden = true, folds_into = 'cl-memory'"
            " WHERE id = 'cognition-and-learning'",
            "cognition-and-learning has 'cl-memory' for folds_into, which leads round in a circle",
        ),
        (
            "UPDATE strategies SET confidence = 'NaN' WHERE id = 's-1'",
            " for confidence in the table strategies",
        ),
    ],
)
def test_what_was_put_in_by_hand_and_cannot_be_shown_is_named(curated, target, edit, told):
    load(curated(statement("s-1")), target)
    by_hand(target, edit)
    with pytest.raises(TargetError, match="put there by hand that does not belong") as refused:
        released(target)
    assert told in str(refused.value)


def test_a_category_hidden_behind_nothing_leaves_no_label_and_no_parent(curated, target):
    labels = ((AREA, ("cognition-and-learning",)), (Facet.NEED, ("cl-memory",)))
    load(curated(statement("s-1", labels=labels)), target)
    by_hand(target, "UPDATE concepts SET hidden = true WHERE id = 'cognition-and-learning'")

    found = released(target)

    assert found.statements[0].labels == {Facet.NEED: ("cl-memory",)}
    for name in profile_names(RULES):
        for file in everything(Site(found), read_profile(RULES, name)):
            assert b"Learning" not in file.data


def test_a_release_that_is_none_is_refused_by_its_number(curated, target):
    with pytest.raises(TargetError, match="nothing was loaded yet"):
        released(target)
    load(curated(statement()), target)
    with pytest.raises(TargetError, match="there is no release 7"):
        released(target, 7)
