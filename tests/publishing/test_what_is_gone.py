"""An address that was published once always leads somewhere, and never to words that were withdrawn."""

import json
import re
from dataclasses import replace

import pytest
from fingerpost.released import Gone, LinkedResource, SourceDocument
from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.sites import (
    CATEGORIES,
    STATEMENTS,
    files,
    main,
    page,
    released,
    said,
    site_of,
)

SECRET = "Words that were withdrawn."


def gone(identity: str, *by: str, kind: str = "strategy") -> Gone:
    return Gone(id=identity, kind=kind, text=SECRET, replaced_by=by, since=2)


def test_a_statement_that_was_replaced_leads_to_what_stands_for_it():
    site = site_of(released(gone=(gone("s-old", "s-corner", "s-timer"),)))
    found = page(site, "statements/s-old.html")

    assert "This statement was replaced" in said(found.h1)
    assert [one["data-statement"] for one in found.select(".card")] == ["s-corner", "s-timer"]
    assert json.loads(files(site)["statements/s-old.json"])["replaced_by"] == [
        "s-corner",
        "s-timer",
    ]


def test_what_replaced_it_is_followed_to_what_is_shown_today():
    chain = (gone("s-a", "s-b"), gone("s-b", "s-c", "s-timer"), gone("s-c", "s-corner"))

    found = page(site_of(released(gone=chain)), "statements/s-a.html")
    assert [one["data-statement"] for one in found.select(".card")] == ["s-corner", "s-timer"]


def test_a_statement_that_was_retired_says_so_and_whom_to_ask_but_not_what_it_said():
    site = site_of(released(gone=(gone("s-old"),)), contact="The SEND desk.")

    text = main(site, "statements/s-old.html")
    assert "shown no more since release 2, and nothing takes its place" in text
    assert "Whom to ask if you need it: The SEND desk. Give this reference: s-old" in text
    assert [path for path, content in files(site).items() if SECRET.encode() in content] == []


def test_what_only_a_retired_statement_led_to_and_its_document_are_named_nowhere():
    link = LinkedResource(id="r-old", url="https://old.example", title=SECRET)
    document = SourceDocument(source="old.docx", title=SECRET)
    site = site_of(released(resources=(link,), documents=(document,), gone=(gone("s-old"),)))

    assert [path for path, content in files(site).items() if SECRET.encode() in content] == []


def test_a_category_that_folds_into_another_keeps_its_page_and_leads_there():
    first = page(site_of(), "categories/semh-fear.html").select_one("main a")

    assert first["href"] == "../categories/semh-worry.html"


def test_a_category_that_was_replaced_leads_to_the_new_one():
    site = site_of(released(gone=(gone("old-calm", "wsu-calm", kind="concept"),)))

    assert "Calm places" in main(site, "categories/old-calm.html")


@pytest.mark.parametrize("leads_to", ["", "nowhere", "old-calm"])
def test_a_category_that_was_retired_with_none_in_its_place_is_gone_and_its_page_says_so(leads_to):
    old = replace(CATEGORIES[0], id="old-calm", hidden=True, folds_into=leads_to)
    below = replace(CATEGORIES[4], parent="old-calm")
    site = site_of(released(categories=(*CATEGORIES[:4], below, *CATEGORIES[5:], old)))

    assert "nothing takes its place" in main(site, "categories/old-calm.html")
    assert "Anger" in main(site, "index.html")


def test_what_came_back_has_its_own_page_again():
    site = site_of(released(gone=(gone("s-corner", "s-timer"),)))

    assert said(page(site, "statements/s-corner.html").h1) == "Offer a quiet corner."


def test_search_engines_are_not_told_of_what_is_gone():
    site = site_of(released(gone=(gone("s-old"),)), address="https://send.exton.example")
    listed = re.findall("<loc>(.*?)</loc>", files(site)["sitemap.xml"].decode())

    assert "https://send.exton.example/statements/s-corner.html" in listed
    assert "https://send.exton.example/statements/s-old.html" not in listed
    assert page(site, "statements/s-old.html").find("meta", attrs={"name": "robots"})


IDS = st.sampled_from([*"abcdef", *(one.id for one in STATEMENTS), "semh", "semh-fear"])


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(IDS, max_size=3), min_size=1))
def test_every_id_ever_published_has_a_page_that_leads_to_what_is_shown(lost: dict[str, list[str]]):
    site = site_of(released(gone=tuple(gone(one, *by) for one, by in lost.items())))
    shown = {one.id for one in STATEMENTS} | {one.id for one in CATEGORIES if not one.hidden}

    for one, by in lost.items():
        assert set(site.standing(one)) <= shown
        assert site.standing(one) or not set(by) & shown


@pytest.mark.parametrize(
    "identity", ["../../evil", "CON", "con", "A/b", "x" * 300, "%2e%2e", "é", ""]
)
def test_no_id_leads_a_page_out_of_its_folder(identity: str):
    site = site_of(released(gone=(gone(identity),)))
    added = files(site).keys() - files(site_of()).keys()

    assert len(added) == 3
    assert all(re.fullmatch(r"statements/x-[0-9a-f]{20}\.\w+", path) for path in added)
