"""The page of a statement says all that a teacher needs to trust it, and nobody to mistake it."""

import json

import pytest
from fingerpost.released import Category, LinkedResource
from fingerpost.taxonomy import Facet
from rdflib import Graph, Literal, URIRef

from tests.publishing.sites import (
    CATEGORIES,
    STATEMENTS,
    addresses,
    changed,
    files,
    main,
    page,
    released,
    said,
    site_of,
    statement,
)

CORNER = STATEMENTS[0]
HERE = "statements/s-corner.html"


def of(**more: object):
    return site_of(released(changed(CORNER, **more)))


def test_a_statement_says_which_document_and_heading_it_comes_from_and_who_agreed_when():
    text = main(of(next_review="2027-09-30", owner="The calm team"), HERE)

    assert "Document The calm guide" in text
    assert "Last changed 5 March 2026" in text
    assert "Under Calm › What staff do" in text
    assert "Agreed by Ada Example on 30 September 2026" in text
    assert "To be looked at again 30 September 2027" in text
    assert "Looked after by The calm team" in text


def test_a_statement_that_never_stood_in_word_says_so():
    text = main(of(source="", heading_path="", locator=""), HERE)

    assert "Document None: Exton wrote it for this directory" in text


@pytest.mark.parametrize(
    ("tier", "words"),
    [
        ("specialist", "Specialist: not part of what every school provides"),
        ("targeted", "Targeted: for some children, beyond what every child gets"),
    ],
)
def test_what_is_not_for_everybody_says_so_wherever_it_is_shown(tier: str, words: str):
    built = files(of(tier=tier))
    shown = [path for path, content in built.items() if b"Offer a quiet corner." in content]
    pages = [path for path in shown if path.startswith(("categories", "statements"))]

    assert pages
    assert [path for path in pages if path.endswith((".html", ".txt"))] == [
        path for path in pages if path.endswith((".html", ".txt")) and words in built[path].decode()
    ]


def test_what_every_school_provides_says_nothing_of_the_kind():
    assert "Specialist" not in main(of(), HERE)
    assert page(of(), HERE).select(".tier") == []


def test_a_statement_says_that_it_is_ordinary_only_where_the_document_did():
    ordinary = "Level of support Universal: part of what every school provides"

    assert ordinary in main(of(tier="universal"), HERE)
    assert "Level of support" not in main(of(tier=""), HERE)
    assert "Level of support" not in main(of(tier="targeted"), HERE)


def test_phases_are_said_in_words():
    assert "Phase Early years, Key Stage 2" in main(of(phases=("early-years", "ks2")), HERE)


def test_both_voices_are_shown_and_each_says_whose_it_is():
    text = main(of(child_voice="I can go where it is quiet.", child_voice_by="Bo Example"), HERE)

    assert "In staff's words Offer a quiet corner." in text
    assert "In a child's words, written by Bo Example “I can go where it is quiet.”" in text


def test_a_resource_says_who_made_it_why_it_is_trusted_and_when_somebody_last_looked():
    known = LinkedResource(
        id="r-1",
        url="https://calm.example/guide",
        title="Calm at school",
        publisher="The Calm Trust",
        trusted_because="Tried in forty schools.",
        phases=("ks1",),
        checked_on="2026-10-01",
    )
    mail = LinkedResource(id="r-2", url="mailto:calm@calm.example")
    found = released(changed(CORNER, resources=("r-1", "r-2", "r-lost")), resources=(known, mail))
    text = main(site_of(found), HERE)

    assert "Calm at school Publisher The Calm Trust" in text
    assert "Why it is trusted Tried in forty schools." in text
    assert "Phase Key Stage 1 Last checked 1 October 2026" in text
    assert "Last checked Nobody has noted when" in text
    assert {"https://calm.example/guide", "mailto:calm@calm.example"} <= addresses(
        files(site_of(found))[HERE]
    )


def test_labels_are_links_to_their_categories():
    links = {said(one): one["href"] for one in page(site_of(), HERE).select("article .facts a")}

    assert links == {
        "Feelings": "../categories/semh.html",
        "Worry": "../categories/semh-worry.html",
        "Calm places": "../categories/wsu-calm.html",
        "TS1: Expect much": "../categories/ts-1.html",
    }


def test_report_this_carries_the_reference_in_a_mail():
    link = page(site_of(report_to="send@exton.example"), HERE).find(
        "a", string="Report this statement"
    )

    assert link["href"] == (
        "mailto:send@exton.example?subject=About%20the%20directory%2C%20s-corner"
        "&body=What%20is%20wrong%20%28please%20name%20no%20child%20and%20no%20family%29%3A%0D%0A"
    )
    assert said(link.parent).startswith(
        "Report this statement by e-mail to send@exton.example , with the reference s-corner"
    )


def test_report_this_carries_the_reference_into_a_form():
    site = site_of(report_to="https://forms.example/report?item={id}")
    link = page(site, HERE).find("a", string="Report this statement")

    assert link["href"] == "https://forms.example/report?item=s-corner"


def test_without_a_place_for_reports_the_page_says_whom_to_tell_and_the_reference():
    text = main(site_of(contact="The SEND desk."), HERE)

    assert "Whom to tell: The SEND desk. Give this reference: s-corner" in text


@pytest.mark.parametrize("to", ["javascript:alert(1)//{id}", "javascript://x@y/{id}", "nowhere"])
def test_a_place_for_reports_that_is_no_address_is_no_link(to: str):
    assert page(site_of(report_to=to), HERE).find("a", string="Report this statement") is None


def test_the_nearest_others_share_a_category_and_never_say_the_very_same():
    twin = statement("s-twin", "Offer a quiet  CORNER.", "semh", "semh-worry")
    near = statement("s-near", "Offer a quiet corner outside.", "semh", "semh-worry")
    elsewhere = statement("s-other", "Offer a quiet corner by the door.", "wsu-tools")
    site = site_of(released(CORNER, twin, near, elsewhere))

    shown = [one["data-statement"] for one in page(site, HERE).select("section .card")]
    assert shown == ["s-near"]


def test_the_same_need_is_nearer_than_the_same_words_elsewhere_in_the_area():
    same = statement("s-same", "Let the pupil arrive early.", "semh", "semh-worry")
    words = statement("s-words", "Offer a quiet bench.", "semh", "wsu-tools")
    site = site_of(released(CORNER, words, same))

    shown = [one["data-statement"] for one in page(site, HERE).select("section .card")]
    assert shown == ["s-same", "s-words"]


def test_where_the_settings_name_nobody_the_page_names_the_councils_send_team():
    assert "Whom to tell: the SEND team at Exton" in main(site_of(), HERE)


def test_the_page_is_there_as_plain_text_and_as_json_too():
    built = files(of(lead_in="Staff will:", purpose="so that I can settle", phases=("ks1",)))
    text = built["statements/s-corner.txt"].decode()
    facts = json.loads(built["statements/s-corner.json"])

    assert "Staff will:\nOffer a quiet corner.\n" in text
    assert "What it is for: so that I can settle" in text
    assert "From: The calm guide" in text
    assert "Release 2 of 20 November 2026, agreed by Grace Example." in text
    assert facts["labels"][0] == {"id": "semh", "kind": "area_of_need", "label": "Feelings"}
    assert (facts["text"], facts["phase"], facts["release"]["number"]) == (
        "Offer a quiet corner.",
        ["ks1"],
        2,
    )


def test_search_engines_read_it_without_fetching_a_vocabulary():
    site = site_of(address="https://send.exton.example/help")
    block = page(site, HERE).find("script", type="application/ld+json").string
    graph = Graph().parse(data=str(block), format="json-ld")
    here = URIRef("https://send.exton.example/help/statements/s-corner.html")
    schema = "https://schema.org/"

    assert graph.value(here, URIRef(f"{schema}text")) == Literal("Offer a quiet corner.")
    names = {
        str(graph.value(term, URIRef(f"{schema}name")))
        for term in graph.objects(here, URIRef(f"{schema}about"))
    }
    assert names == {"Calm places", "Feelings", "Worry", "TS1: Expect much"}


def test_the_whole_directory_is_there_as_a_table_and_as_json():
    built = files(site_of())

    assert (
        built["data/statements.csv"]
        .decode("utf-8-sig")
        .splitlines()[1]
        .startswith("Offer a quiet corner.,")
    )
    assert [one["id"] for one in json.loads(built["data/statements.json"])["statements"]] == [
        "s-corner",
        "s-timer",
        "s-breath",
    ]


def test_what_is_meant_for_no_single_area_is_at_home_in_its_whole_school_category():
    none = Category(id="universal", facet=Facet.AREA, label="No single area")
    both = {Facet.AREA: ("universal",), Facet.UNIVERSAL: ("wsu-calm",)}
    site = site_of(released(changed(CORNER, labels=both), categories=(*CATEGORIES, none)))

    assert [said(one) for one in page(site, HERE).select(".crumbs a")] == ["Home", "Calm places"]


def test_a_tier_that_only_this_council_knows_is_said_and_never_taken_for_ordinary():
    site = site_of(released(statement("s-one", "Swim on Fridays.", tier="Outreach team")))

    assert "Outreach team" in said(page(site, "statements/s-one.html").select_one(".tier"))
