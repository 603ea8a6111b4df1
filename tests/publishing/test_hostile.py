"""Whatever stands in documents and settings, on every page and in every file it is words and nothing else."""

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest
from fingerpost.neutral import restore
from fingerpost.publishing import build
from fingerpost.released import LinkedResource, SourceDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.publishing.sites import (
    CATEGORIES,
    GUIDE,
    addresses,
    changed,
    files,
    page,
    released,
    site_of,
    soup,
    statement,
)
from tests.support.chance import times

MARKUP = (
    "<script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "</title><svg onload=alert(1)>",
    "<!--<script>",
    "{{ 7 * 7 }}{% include 'x' %}",
    '" autofocus onfocus="alert(1)',
    "]]>&lt;b&gt;&#x3C;i&#x3E;",
)
TURNED = "left \u202eright\u202c and \u2067isolated\u2069 \u200fmark"
FORMULAE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1")
LONG = "Llanfair" * 900
ADDRESSES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "//evil.example/x",
    "https://ok.example/?a=<script>&b=\"'",
)


def hostile(*words: str):
    """Return a site with these words wherever there is room for any."""
    resources = [
        LinkedResource(
            id=f"r-{n}", url=address, title=words[0], publisher=words[0], trusted_because=words[0]
        )
        for n, address in enumerate(ADDRESSES)
    ]
    named = [
        changed(one, label=words[0], definition=words[0], alternates=words) for one in CATEGORIES
    ]
    documents = (SourceDocument(source=GUIDE.source, title=words[0], edition=words[0]),)
    shown = [
        statement(
            f"s-{n}",
            text,
            "wsu-calm",
            "semh-worry",
            lead_in=text,
            purpose=text,
            child_voice=text,
            child_voice_by=text,
            heading_path=f"{text} > {text}",
            reviewed_by=text,
            reviewed_on=text,
            next_review=text,
            owner=text,
            tier=text,
            phases=(text,),
            resources=tuple(one.id for one in resources),
        )
        for n, text in enumerate(words)
    ]
    found = released(
        *shown, categories=named, resources=resources, documents=documents, signed_off_by=words[0]
    )
    before = released(*(changed(one, text="Before.") for one in shown), number=1)
    return site_of(
        found, before=before, title=words[0], purpose=TURNED, contact=words[0], since=words[0]
    )


@pytest.fixture(scope="module")
def built():
    return files(hostile(*MARKUP, TURNED, *FORMULAE, LONG))


def pages(built):
    return {path: content for path, content in built.items() if path.endswith(".html")}


def test_no_page_has_an_element_or_a_script_that_the_words_brought(built):
    ours = pages(files(site_of(before=released(number=1))))
    known = {
        (tag.name, name)
        for body in ours.values()
        for tag in soup(body).find_all()
        for name in tag.attrs
    }
    for path, content in pages(built).items():
        found = soup(content)
        assert found.find_all(["img", "b", "i", "iframe", "svg"]) == [], path
        inline = [one for one in found.find_all("script") if not one.get("src")]
        assert {one["type"] for one in inline} <= {"application/ld+json"}, path
        handlers = {
            (tag.name, name)
            for tag in found.find_all()
            for name in tag.attrs
            if name.startswith("on")
        }
        assert handlers == set(), path
    assert ("script", "src") in known


def test_words_that_look_like_a_template_are_not_carried_out(built):
    assert b"{{ 7 * 7 }}" in built["statements/s-4.html"]
    assert b"49" not in built["statements/s-4.txt"]


def test_no_address_on_any_page_does_more_than_lead_to_a_page_or_a_letter(built):
    for path, content in pages(built).items():
        schemes = {one.split(":")[0].casefold() for one in addresses(content) if ":" in one}
        assert schemes <= {"https", "mailto"}, path
        assert not [one for one in addresses(content) if one.startswith("//")], path


def test_nothing_turns_the_reading_direction_of_what_stands_around_it(built):
    turning = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))]

    assert [
        path
        for path, content in built.items()
        if path.endswith((".html", ".txt", ".json", ".csv", ".xml", ".js"))
        and not path.startswith("assets/minisearch")
        and any(mark in content.decode() for mark in turning)
    ] == []


def test_json_and_linked_data_hold_the_words_as_they_are(built):
    facts = json.loads(built["statements/s-1.json"])
    block = soup(built["statements/s-1.html"]).find("script", type="application/ld+json").string

    assert facts["text"] == MARKUP[1]
    assert json.loads(str(block))["text"] == MARKUP[1]
    assert [one["url"] for one in facts["resources"]] == ["", "", "", "", "", ADDRESSES[-1]]


@pytest.mark.parametrize("path", ["data/statements.csv", "changed.csv"])
def test_no_cell_is_a_formula_and_every_cell_comes_back_unchanged(built, path: str):
    text = built[path].decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]

    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []
    assert {"=1+1", "-1", "'=1"} <= {restore(cell) for cell in cells}


def test_a_very_long_word_makes_no_list_heavy(built):
    heavy = {path: len(body) for path, body in pages(built).items() if "categories" in path}

    assert max(heavy.values()) < 100_000


def test_an_address_with_signs_of_xml_leaves_the_sitemap_whole():
    site = site_of(address="https://send.exton.example/?a=1&b=<2>")
    places = [one.text for one in ET.fromstring(files(site)["sitemap.xml"]).iter() if one.text]

    assert f"{site.settings.address}/index.html" in places


@given(st.text(max_size=60))
@settings(max_examples=times(12))
def test_any_words_at_all_make_a_site_and_stay_words(words: str):
    shown = statement("s-any", words, "wsu-calm", lead_in=words)
    built = dict(build(site_of(released(shown))))
    found = soup(built["statements/s-any.html"])

    assert {one.get("type") for one in found.find_all("script", src=False)} == {
        "application/ld+json"
    }
    assert json.loads(built["statements/s-any.json"])["id"] == "s-any"


def test_arabic_and_welsh_are_shown_as_they_are():
    text = "اعرض جدولاً زمنياً مرئياً. Ysgol Tŷ Gwyn."
    found = page(site_of(released(statement("s-1", text, "wsu-calm"))), "statements/s-1.html")

    assert found.h1.string == text
    assert found.h1["dir"] == "auto"
