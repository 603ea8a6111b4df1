"""From the home page everything is reached, in the council's words, without a script."""

import json
from dataclasses import replace

import pytest
from fingerpost.publishing import KnownWords
from fingerpost.released import Gone
from fingerpost.taxonomy import Facet

from tests.publishing.sites import (
    CATEGORIES,
    STATEMENTS,
    files,
    main,
    page,
    released,
    said,
    site_of,
    soup,
    statement,
    within,
)


def test_the_home_page_has_the_three_doors_with_how_much_is_behind_each():
    home = page(site_of(), "index.html")

    assert [said(one) for one in home.select(".doors > li > h2")] == [
        "Whole school",
        "Areas of need",
        "Teachers' Standards",
    ]
    assert [said(one) for one in home.select(".doors > li > p")] == [
        "2 statements",
        "3 statements",
        "1 statement",
    ]


def test_categories_stand_in_the_councils_order_and_needs_below_their_area_alone():
    other = replace(CATEGORIES[2], id="sight", label="Seeing")
    home = page(site_of(released(categories=(*CATEGORIES, other))), "index.html")
    area = home.select(".doors > li")[1]

    assert [said(one.contents[0]) for one in area.select(".way")] == [
        *("Feelings", "Worry", "Anger", "Seeing")
    ]
    assert [said(one) for one in area.select(".way .number")] == [
        "3 statements",
        "2 statements",
        "1 statement",
        "none yet",
    ]


def test_the_home_page_says_where_to_begin():
    known = (
        KnownWords(typed=("alone",), under=("ci-gone",)),
        KnownWords(typed=("scared",), under=("semh-fear",)),
        KnownWords(typed=("furious", "cross"), under=("semh-anger",)),
    )
    home = page(site_of(known=known), "index.html")

    assert [(said(one), one["href"]) for one in home.select("form.large a")] == [
        ("scared", "find.html?q=scared")
    ]
    doors = [one["href"].removeprefix("#") for one in home.select(".ways a")]
    assert doors == [one["id"] for one in home.select(".doors h2")]


def test_a_directory_of_nothing_says_so_and_one_with_one_kind_of_label_needs_no_choice_of_ways():
    empty = replace(released(categories=CATEGORIES[2:5]), statements=())
    home = page(site_of(empty), "index.html")

    assert "Nothing is here yet." in said(home.main)
    assert not home.select(".ways")


def test_a_further_kind_of_label_of_the_council_is_a_door_too():
    stage = replace(CATEGORIES[0], id="ga-plan", facet=Facet.STAGE, label="Plan")
    home = page(site_of(released(categories=(*CATEGORIES, stage))), "index.html")

    assert said(home.select(".doors > li > h2")[-1]) == "Graduated approach"


def test_a_hidden_category_is_named_nowhere_and_its_statements_stand_where_it_folds_into():
    site = site_of()
    pages = {path: content for path, content in files(site).items() if path.endswith(".html")}

    assert [path for path, content in pages.items() if b"Fear" in content] == []
    assert "Practise slow breathing together." in main(site, "categories/semh-worry.html")


def test_every_statement_is_reached_from_the_home_page_by_links_alone():
    lost = statement("s-lost", "Stands in no category.")
    every = [statement(f"s-{n}", f"Do thing number {n}.", "wsu-calm") for n in range(120)]
    built = files(site_of(released(lost, *every)))
    reached, ahead = set(), ["index.html"]
    while ahead:
        path = ahead.pop()
        if path not in reached and path.endswith(".html"):
            reached.add(path)
            ahead.extend(within(path, built[path]) & built.keys())

    assert {f"statements/{one.id}.html" for one in (lost, *every)} <= reached


def test_every_link_within_the_site_leads_to_a_file_of_it():
    built = files(site_of())
    dead = {
        (path, target)
        for path, content in built.items()
        if path.endswith(".html")
        for target in within(path, content)
        if target not in built
    }

    assert dead == set()


def test_no_page_loads_or_asks_anything_of_another_host():
    built = files(site_of())
    loads = {
        tag.get("src") or tag.get("href") or tag.get("action")
        for content in (body for path, body in built.items() if path.endswith(".html"))
        for tag in soup(content).select("script[src], link[rel=stylesheet], link[rel=icon], form")
    }

    assert loads
    assert [one for one in loads if ":" in one or one.startswith("/")] == []


def test_a_category_says_what_it_means_and_what_it_is_called_elsewhere():
    text = main(site_of(), "categories/wsu-tools.html")

    assert "Also called: Kit , Gear" in text
    assert "Quiet." in main(site_of(), "categories/wsu-calm.html")


def test_statements_of_a_category_are_fifty_a_page_each_once_and_one_leads_to_the_next():
    every = [statement(f"s-{n:03}", f"Do thing number {n}.", "wsu-calm") for n in range(120)]
    site = site_of(released(*every))
    paths = [f"categories/wsu-calm{ending}.html" for ending in ("", "-2", "-3")]
    cards = [
        [one["data-statement"] for one in page(site, path).select("main .card")] for path in paths
    ]

    assert [len(some) for some in cards] == [50, 50, 20]
    assert [one for some in cards for one in some] == [one.id for one in every]
    assert page(site, paths[0]).find("a", rel="next")["href"] == "../categories/wsu-calm-2.html"
    assert page(site, paths[2]).find("a", rel="prev")["href"] == "../categories/wsu-calm-2.html"
    assert "Statements 51 to 100 of 120" in main(site, paths[1])
    told = json.loads(files(site)["categories/wsu-calm-3.json"])["statements"]
    assert [one["id"] for one in told] == cards[2]


@pytest.mark.parametrize("now", [0, 60], ids=["nothing left", "fewer left"])
def test_a_further_page_of_a_list_that_got_shorter_leads_on(now):
    every = [statement(f"s-{n:03}", f"Do thing number {n}.", "wsu-calm") for n in range(120)]
    before = released(*every, number=1)
    elsewhere = statement("s-else", "Offer a timer.", "wsu-tools")
    site = site_of(released(elsewhere, *every[:now]), before=before)

    for number in (2, 3)[bool(now) :]:
        text = page(site, f"categories/wsu-calm-{number}.html").main
        assert said(text.h1) == "This list is shorter now"
        assert text.find("a", string="Calm places")["href"] == "../categories/wsu-calm.html"
    assert now == 0 or "Statements 51 to 60" in main(site, "categories/wsu-calm-2.html")


def test_nobody_is_led_to_a_category_without_statements_but_its_address_holds():
    other = replace(CATEGORIES[3], id="semh-calm", label="Seeing red")
    site = site_of(released(STATEMENTS[1], categories=(*CATEGORIES, other)))
    pages = {path: one for path, one in files(site).items() if path.endswith(".html")}

    empty = {f"categories/{one}.html" for one in ("ts-1", "semh-calm", "semh-worry", "wsu-calm")}
    assert empty <= pages.keys()
    assert [path for path, one in pages.items() if empty & (within(path, one) - {path})] == [
        "categories/semh-fear.html"
    ]
    assert "Seeing red (none yet)" in main(site, "categories/semh.html")
    box = page(site, "find.html").select_one("[value='semh-calm']")
    assert box.has_attr("disabled")
    assert said(box.parent) == "Seeing red (none yet)"


def test_a_second_page_never_takes_the_place_of_another_category():
    twin = replace(CATEGORIES[0], id="wsu-calm-2", label="The other calm")
    every = [statement(f"s-{n:03}", f"Do thing number {n}.", "wsu-calm") for n in range(60)]
    site = site_of(released(*every, categories=(*CATEGORIES, twin)))

    assert said(page(site, "categories/wsu-calm-2.html").h1) == "The other calm"
    assert "Statements 51 to 60" in main(site, "categories/wsu-calm-page-2.html")


def test_a_further_page_does_not_take_the_place_of_a_category_that_is_gone():
    many = [statement(f"s-{number}", f"Advice {number}.", "wsu-calm") for number in range(60)]
    gone = Gone(id="wsu-calm-2", kind="concept", text="", since=2)
    site = site_of(released(*many, gone=(gone,)))

    assert "This category is gone" in main(site, "categories/wsu-calm-2.html")
    assert "Statements 51 to 60" in main(site, "categories/wsu-calm-page-2.html")


def test_what_is_new_since_last_term_stands_on_the_home_page():
    before = released(*released().statements[:2], number=1)
    home = main(site_of(before=before, since="since 1 September 2026"), "index.html")

    assert "1 statement is new since 1 September 2026." in home
    assert "Practise slow breathing together." in home


def test_programs_find_every_category_and_statement_from_one_file():
    built = files(site_of())
    index = json.loads(built["index.json"])
    listed = [json.loads(built[one["json"]]) for one in index["categories"]]

    assert [one["label"] for one in index["categories"]][2:5] == ["Feelings", "Worry", "Anger"]
    assert [len(one["statements"]) for one in listed] == [
        one["statements"] for one in index["categories"]
    ]
    assert all(each["json"] in built for one in listed for each in one["statements"])
    assert "Need: Worry (2 statements), categories/semh-worry.txt" in built["index.txt"].decode()
