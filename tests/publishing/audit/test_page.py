import json

from bs4 import BeautifulSoup
from fingerpost.publishing import Site, build
from fingerpost.publishing.audit import audit_pages

from tests.support.audits import released, settings, statement
from tests.support.shipped import shipped_rules

COUNCIL = shipped_rules().council
PARTS = (
    statement("s-1", "Greet each child by name.", "wsu-voice", "wsu-teaching", "ts-5"),
    statement("s-2", "a clock in each room", lead_in="We provide:"),
    statement("s-3", "Not for all.", tier="specialist"),
)


def site(*statements, **more):
    return Site(released=released(*statements), council=COUNCIL, settings=settings(**more))


def page(*statements, **more):
    files = dict(audit_pages(site(*statements, **more)))
    return BeautifulSoup(files["audit.html"].decode(), "lxml").main


def test_the_page_asks_every_statement_once_and_leads_to_it():
    rows = page(*PARTS).select("tbody tr")

    assert [row.a["href"] for row in rows] == ["statements/s-1.html", "statements/s-2.html"]
    assert [row.a.text for row in rows] == ["Greet each child by name.", "a clock in each room"]
    assert "We provide:" in rows[1].th.text
    assert [item.text for item in rows[0].select(".filed li")] == [
        "TS5: Adapt teaching",
        "Also about: Teaching",
    ]


def test_the_page_says_which_statements_it_asks_and_that_levels_are_the_councils_to_set():
    said = " ".join(page(*PARTS, levels=()).text.split())

    assert "A statement is asked here if it is universal" in said
    assert "2 of the directory's 3 statements are asked." in said
    assert "The council has not set levels of rating yet" in said


def test_ratings_are_boxes_to_tick_and_without_levels_a_blank_cell():
    boxes = page(*PARTS).select("tbody tr")[0].td
    assert [item.text for item in boxes.select("li")] == ["Secure", "Growing", "Not yet"]
    assert page(*PARTS, levels=()).select("tbody tr")[0].td.text == ""


def test_the_headings_that_schools_know_lead_to_the_rows():
    found = page(*PARTS, wsu_voice="1. Partnership")

    links = found.select("#known ~ ul a")
    assert [head.text for head in found.select("#known ~ h3")] == [
        "1. Partnership",
        "Under none of these headings",
    ]
    assert [found.find(id=link["href"][1:]).a.text for link in links] == [
        "Greet each child by name.",
        "a clock in each room",
    ]


def test_workbook_and_document_are_part_of_the_site_and_the_same_each_time():
    once, again = (dict(build(site(*PARTS))) for _ in range(2))

    assert {"audit.html", "audit.xlsx", "audit.docx", "assets/audit.css"} <= once.keys()
    assert [name for name in once if once[name] != again[name]] == []
    assert json.loads(once["release.json"])["number"] == 1


def test_a_long_audit_has_light_pages_by_focus_area_that_lead_on_and_ask_each_statement_once():
    text = "A statement of an ordinary length that says what staff do and why they do it. " * 2
    many = [statement(f"s-many{n}", f"{n} {text}", "wsu-voice", "ts-5", "ts-6") for n in range(250)]
    found = site(*PARTS, *many, wsu_voice="1. Partnership")
    pages = {name: data for name, data in audit_pages(found) if name.endswith(".html")}

    assert list(pages) == [
        "audit.html",
        "audit/wsu-voice.html",
        "audit/wsu-voice-2.html",
        "audit/wsu-voice-3.html",
        "audit/wsu-teaching.html",
        "audit/wsu-environment.html",
    ]
    assert max(map(len, pages.values())) <= 100_000
    read = {name: BeautifulSoup(data.decode(), "lxml") for name, data in pages.items()}
    asked = [row.a["href"] for page in read.values() for row in page.select("tbody tr")]
    assert len(asked) == len(set(asked)) == 252
    assert set(asked) == {f"../statements/{one.id}.html" for one in (PARTS[0], PARTS[1], *many)}
    listed = [link["href"] for link in read["audit.html"].select("nav[aria-label='Focus areas'] a")]
    assert listed == [*list(pages)[1:-1], "#known"]
    assert "(none here)" in read["audit.html"].select_one("nav li.quiet").text
    ways = {name: page.select_one("a[rel=next]") for name, page in read.items()}
    assert [way["href"] for way in ways.values() if way] == [
        f"../{name}" for name in list(pages)[2:]
    ]
    assert read["audit/wsu-voice-2.html"].h1.text == "Child and family voice (2 of 3)"


def test_hostile_text_is_inert_on_the_page():
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    found = page(
        statement("s-1", hostile, lead_in=hostile), levels=(hostile,), wsu_teaching=hostile
    )

    assert found.find_all(["script", "img"]) == []
    assert found.select("tbody tr")[0].a.text == hostile
