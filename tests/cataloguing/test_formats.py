"""Categories travel between workbook, table and SKOS, and come back cell by cell."""

import io

import pytest
from fingerpost.cataloguing import read_table, write_table
from fingerpost.cataloguing.columns import cells_of, join, read_entry, split
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from rdflib import DCTERMS, OWL, SKOS, Graph, Literal, URIRef

from tests.cataloguing.taxonomies import GWYNT, entries, texts, three
from tests.support.chance import times


def taken_in(name, data):
    """The entries of a file, each row read by itself."""
    return tuple(read_entry(row)[0] for row in read_table(name, data))


def sheet(data):
    """The cells of a workbook as a spreadsheet shows them."""
    return list(load_workbook(io.BytesIO(data))["Categories"].iter_rows(values_only=True))


@pytest.mark.parametrize("council", ["leeds", "calderdale", "gwynt"])
def test_a_workbook_through_skos_is_equal_cell_by_cell(council):
    before = write_table("a.xlsx", three()[council], council)
    turtle = write_table("b.ttl", taken_in("a.xlsx", before), council)
    after = write_table("c.xlsx", taken_in("b.ttl", turtle), council)

    assert sheet(after) == sheet(before)
    assert len(sheet(after)) == len(three()[council]) + 1


@pytest.mark.parametrize("council", ["leeds", "calderdale", "gwynt"])
def test_a_table_through_skos_is_equal_byte_by_byte(council):
    before = write_table("a.csv", three()[council], council)
    turtle = write_table("b.ttl", taken_in("a.csv", before), council)

    assert write_table("c.csv", taken_in("b.ttl", turtle), council) == before


@settings(max_examples=times(25), suppress_health_check=[HealthCheck.too_slow])
@given(entries(), st.permutations([".csv", ".ttl", ".xlsx"]))
def test_whatever_the_words_nothing_is_lost_on_any_way(some, way):
    known = some
    for suffix in way:
        known = taken_in(f"a{suffix}", write_table(f"a{suffix}", known, "gwynt"))

    assert known == some


@given(st.lists(texts(1), max_size=4))
def test_several_texts_share_a_cell_whatever_strokes_are_in_them(several):
    assert split(join(several)) == tuple(several)


def test_the_same_categories_give_the_same_bytes():
    for suffix in (".csv", ".ttl", ".xlsx"):
        name = f"a{suffix}"
        assert write_table(name, GWYNT, "gwynt") == write_table(name, GWYNT, "gwynt")


def test_a_formula_stays_text_in_table_and_workbook():
    [example] = [e for e in GWYNT if e.id == "ci-speech"]
    cells = cells_of(example)
    assert cells["examples"].split("|")[1] == "=SUM(A1)"

    book = load_workbook(io.BytesIO(write_table("a.xlsx", GWYNT, "gwynt")))["Categories"]
    assert all(cell.data_type != "f" for row in book.iter_rows() for cell in row)
    assert b",'-1 is no speech sound." in write_table("a.csv", GWYNT, "gwynt")


def graph_of(council="gwynt"):
    graph = Graph()
    graph.parse(data=write_table("a.ttl", GWYNT, council), format="turtle")
    return graph


def test_skos_says_what_it_has_words_for():
    graph, speech = graph_of(), URIRef("urn:fingerpost:concept:ci-speech")
    old = URIRef("urn:fingerpost:concept:ci-old")
    area = URIRef("urn:fingerpost:council:gwynt:concept:siarad")

    assert graph.value(speech, SKOS.prefLabel) == Literal("Lleferydd clir – ŵ, ŷ, â")
    assert Literal("seiniau llafar") in set(graph.objects(speech, SKOS.altLabel))
    assert graph.value(speech, SKOS.notation) == Literal("ci-speech")
    assert graph.value(speech, SKOS.broader) == area
    assert graph.value(area, SKOS.topConceptOf) == URIRef("urn:fingerpost:facet:area_of_need")
    assert graph.value(old, OWL.deprecated).toPython() is True
    assert graph.value(old, DCTERMS.isReplacedBy) == speech
    assert graph.value(old, SKOS.changeNote).startswith("Merged at Easter")


def test_own_areas_match_the_shared_one_broadly_where_several_share_it_and_closely_alone():
    shared = URIRef("urn:fingerpost:concept:communication-and-interaction")
    own = URIRef("urn:fingerpost:council:gwynt:concept:siarad")
    alone = tuple(e for e in GWYNT if e.id != "cymdeithasol")
    graph = Graph().parse(data=write_table("a.ttl", alone, "gwynt"), format="turtle")

    assert (own, SKOS.broadMatch, shared) in graph_of()
    assert (own, SKOS.closeMatch, shared) in graph


def test_what_another_program_adds_in_skos_comes_in():
    turtle = write_table("a.ttl", GWYNT, "gwynt").decode()
    turtle += '\n<urn:fingerpost:concept:ci-speech> skos:altLabel "sounds", "articulation" .\n'
    [speech] = [e for e in taken_in("a.ttl", turtle.encode()) if e.id == "ci-speech"]

    assert speech.alternates == (
        "speech",
        "zebra | stripe",
        "back\\slash",
        "articulation",
        "sounds",
    )
    assert speech.council_alternates == ("seiniau llafar", "naïve café")


def test_a_plain_skos_file_of_another_program_can_be_read():
    turtle = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <https://council.example/themes#calm> a skos:Concept ;
        skos:inScheme <urn:fingerpost:facet:area_of_need> ;
        skos:prefLabel "Calm"@en, "Tawelwch"@cy ; skos:definition "Being calm."@en ;
        skos:broadMatch <urn:fingerpost:concept:semh> .
    """
    [calm] = taken_in("a.ttl", turtle.encode())

    assert (calm.id, calm.label, calm.maps_to) == ("calm", "Calm", "semh")
