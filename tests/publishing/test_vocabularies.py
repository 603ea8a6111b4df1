import csv
import io
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from fingerpost.publishing import Site, build
from fingerpost.publishing.vocabularies import Match, Vocabulary, pairs, to_turtle
from hypothesis import given
from hypothesis import strategies as some
from rdflib import RDF, SKOS, Graph, Literal, URIRef

from tests.support.audits import category, released, statement
from tests.support.shipped import shipped_rules

COUNCIL = shipped_rules().council
INVERSE = {
    SKOS.exactMatch: SKOS.exactMatch,
    SKOS.closeMatch: SKOS.closeMatch,
    SKOS.broadMatch: SKOS.narrowMatch,
    SKOS.narrowMatch: SKOS.broadMatch,
    SKOS.relatedMatch: SKOS.relatedMatch,
}


def council(name, *categories):
    return Vocabulary(id=name, name=name.title(), categories=categories)


def shared(identity, **more):
    return category(identity, identity.title(), **more)


def own(identity, maps_to, **more):
    return category(identity, identity.title(), maps_to=maps_to, **more)


def folded(identity, into):
    return category(identity, identity.title(), hidden=True, folds_into=into)


def told(ours, theirs):
    """Every pair as (ours, how near, theirs), by ids."""
    return [
        (pair.ours and pair.ours.id, pair.match, pair.theirs and pair.theirs.id)
        for pair in pairs(ours, theirs)
    ]


@pytest.mark.parametrize(
    ("ours", "theirs", "near"),
    [
        ([shared("a")], [shared("a")], [("a", Match.EXACT, "a")]),
        ([shared("a")], [own("x", "a")], [("a", Match.CLOSE, "x")]),
        ([own("y", "a")], [own("x", "a")], [("y", Match.CLOSE, "x")]),
        (
            [shared("a")],
            [own("x", "a"), own("z", "a")],
            [("a", Match.NARROW, "x"), ("a", Match.NARROW, "z")],
        ),
        (
            [shared("a"), shared("b")],
            [shared("a"), folded("b", "a")],
            [("a", Match.EXACT, "a"), ("b", Match.BROAD, "a")],
        ),
        (
            [shared("a"), folded("b", "a"), shared("c")],
            [shared("a"), folded("b", "c"), shared("c")],
            [
                ("a", Match.EXACT, "a"),
                ("a", Match.RELATED, "c"),
                ("c", Match.EXACT, "c"),
            ],
        ),
        ([own("y", "b")], [shared("a"), folded("b", "a")], [("y", Match.BROAD, "a")]),
        (
            [shared("b"), replace(own("x", "a"), hidden=True, folds_into="b")],
            [shared("a")],
            [("b", Match.NARROW, "a")],
        ),
        ([shared("a")], [shared("d")], [("a", None, None), (None, None, "d")]),
    ],
)
def test_categories_are_as_near_as_what_they_stand_for(ours, theirs, near):
    assert told(council("east", *ours), council("west", *theirs)) == near


CORE = "abcde"


@some.composite
def vocabularies(draw, name):
    """A council that shows, hides and replaces shared categories as it likes."""
    shown = draw(some.sets(some.sampled_from(CORE), min_size=1))
    into = some.sampled_from(sorted(shown))
    owned = draw(some.lists(some.sampled_from(CORE), max_size=3))
    return council(
        name,
        *(shared(one) for one in sorted(shown)),
        *(folded(one, draw(into)) for one in sorted(set(CORE) - shown)),
        *(own(f"{name}-{number}", one) for number, one in enumerate(owned)),
    )


def matches(data):
    """The matches between the two councils' own addresses, as a set of triples."""
    found = Graph().parse(data=data, format="turtle")
    own_addresses = set(found.subjects(RDF.type, SKOS.Concept))
    return {(s, p, o) for s, p, o in found if p in INVERSE and o in own_addresses}


@given(vocabularies("east"), vocabularies("west"))
def test_the_mapping_one_way_is_the_inverse_of_the_other_way(east, west):
    there, back = matches(to_turtle(east, west)), matches(to_turtle(west, east))

    assert {(o, INVERSE[p], s) for s, p, o in there} == back


@given(vocabularies("east"), vocabularies("west"))
def test_every_category_that_people_see_is_mapped_or_said_to_have_no_counterpart(east, west):
    found = told(east, west)

    assert {ours for ours, _, _ in found} - {None} == {one.id for one in east.shown}
    assert {theirs for _, _, theirs in found} - {None} == {one.id for one in west.shown}
    assert [pair for pair in found if (pair[1] is None) != (None in (pair[0], pair[2]))] == []
    assert len(found) == len(set(found))


@given(vocabularies("east"), vocabularies("west"))
def test_no_two_categories_are_said_to_be_near_in_two_ways(east, west):
    found = [(s, o) for s, _, o in matches(to_turtle(east, west))]

    assert len(found) == len(set(found))


def test_each_category_has_an_address_below_its_council_and_leads_to_the_shared_one():
    graph = Graph().parse(
        data=to_turtle(council("east", shared("a")), council("west", own("x", "a"))),
        format="turtle",
    )

    ours, theirs = (
        URIRef(f"urn:fingerpost:council:{one}") for one in ("east:concept:a", "west:concept:x")
    )
    core = URIRef("urn:fingerpost:concept:a")
    assert (ours, SKOS.exactMatch, core) in graph
    assert (theirs, SKOS.closeMatch, core) in graph
    assert (ours, SKOS.closeMatch, theirs) in graph
    assert graph.value(theirs, SKOS.prefLabel) == Literal("X")
    assert len(set(graph.subjects(RDF.type, SKOS.ConceptScheme))) == 2


@pytest.mark.parametrize("identity", ["a b", "x> <http://evil.example", "Ä{%}", "/../a#b"])
def test_an_id_that_somebody_typed_leaves_the_mapping_whole(identity):
    told = matches(to_turtle(council("east", shared(identity)), council("west", shared(identity))))

    assert [match for _, match, _ in told] == [SKOS.exactMatch]


HOSTILE = '=cmd()"<script>alert(1)</script>'
WEST = Vocabulary(
    id="west",
    name="Westshire",
    categories=(
        category("wsu-voice", "What families say"),
        category("w-sports", HOSTILE, maps_to="w-nothing"),
        category("wsu-teaching", "Lessons", hidden=True, folds_into="wsu-voice"),
    ),
    site="https://send.west.example.org",
)


def built(beside):
    return dict(build(Site(released=released(statement("s-1")), council=COUNCIL, beside=beside)))


def test_a_site_shows_another_councils_words_in_plain_words_beside_its_own():
    page = BeautifulSoup(built(WEST)["words.html"].decode(), "lxml").main

    rows = [
        [" ".join(cell.text.split()) for cell in row.select("th, td")]
        for row in page.select("tbody tr")
    ]
    assert ["Child and family voice", "means the same as", "What families say"] in rows
    assert ["Teaching", "is part of", "What families say"] in rows
    assert ["Rooms", "has no counterpart", "Nothing"] in rows
    assert ["Nothing", "has no counterpart of", HOSTILE] in rows
    assert page.find("a", string="What families say")["href"] == (
        "https://send.west.example.org/categories/wsu-voice.html"
    )
    assert page.script is None


def test_it_says_whose_words_are_only_examples():
    pages = [
        BeautifulSoup(built(replace(WEST, are_examples=yes))["words.html"].decode(), "lxml")
        for yes in (True, False)
    ]

    said = [[one.bdi.text for one in page.select("main p strong")] for page in pages]
    assert said == [["Leeds", "Westshire"], ["Leeds"]]


def test_the_table_of_words_is_safe_to_open_in_a_spreadsheet():
    text = built(WEST)["words.csv"].decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))

    assert rows[0][1::2] == ["In Leeds", "In Westshire", "SKOS"]
    assert [row[3] for row in rows if row[6] == "w-sports"] == ["'" + HOSTILE]


def test_without_another_council_nothing_is_said_of_one():
    files = built(None)

    assert not {"words.html", "words.csv", "mapping.ttl"} & files.keys()
    assert b"words.html" not in files["about.html"]
