"""What holds for the site as a whole: drafts, releases, policy, words nobody should meet, same bytes."""

import json
import re
from dataclasses import replace

import pytest
from fingerpost.publishing.pages import evidence
from fingerpost.released import Gone

from tests.publishing.sites import (
    STATEMENTS,
    changed,
    files,
    main,
    page,
    released,
    said,
    site_of,
    soup,
)

LOST = (Gone(id="s-lost", kind="strategy", text="", since=1),)
UNSIGNED = released(signed_off_by="", gone=LOST)
ADDRESS = "https://directory.example"


def html(site):
    return {path: soup(body) for path, body in files(site).items() if path.endswith(".html")}


def test_the_same_release_gives_the_same_bytes():
    assert files(site_of()) == files(replace(site_of()))


@pytest.mark.parametrize(
    "site",
    [site_of(UNSIGNED, address=ADDRESS), site_of(draft=True, address=ADDRESS)],
    ids=["unsigned", "asked"],
)
def test_a_draft_says_so_on_every_page_and_is_kept_from_search_engines(site):
    for path, found in html(site).items():
        assert "DRAFT" in said(found.select_one(".draft")), path
        assert "noindex" in found.find("meta", attrs={"name": "robots"})["content"], path
    built = files(site)
    assert b"Disallow: /\n" in built["robots.txt"]
    assert b"Sitemap" not in built["robots.txt"]
    assert "sitemap.xml" not in built
    texts = {path: body for path, body in built.items() if path.endswith(".txt")}
    texts = {
        path: body for path, body in texts.items() if not path.startswith(("assets", "robots"))
    }
    assert [path for path, body in texts.items() if b"DRAFT" not in body] == []
    facts = {path: json.loads(body) for path, body in built.items() if path.endswith(".json")}
    told = {path: one.get("release", one)["draft"] for path, one in facts.items()}
    assert set(told.values()) == {True}
    assert json.loads(built["release.json"])["draft"] is True


def test_a_release_that_somebody_signed_off_is_no_draft_and_says_who():
    for path, found in html(site_of()).items():
        assert not found.select(".draft"), path
        assert "Agreed by Grace Example for Exton." in said(found.footer), path


def test_release_json_says_which_release_the_site_shows():
    assert json.loads(files(site_of())["release.json"]) == {
        "number": 2,
        "created_at": "2026-11-20T09:00:00+00:00",
        "signed_off_by": "Grace Example",
        "draft": False,
        "changed_by_hand": 0,
    }


def test_every_page_lets_a_browser_load_the_sites_own_files_and_nothing_else():
    for path, found in html(site_of()).items():
        policy = found.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
        assert policy.startswith("default-src 'none'; script-src 'self' file:;"), path
        assert "unsafe" not in policy, path
        assert not found.find_all("style"), path
        assert not found.select("[style]"), path


def test_every_page_has_a_title_of_its_own_one_heading_and_a_way_past_the_head():
    found = html(site_of())
    titles = {path: said(one.title) for path, one in found.items()}

    assert len(set(titles.values())) == len(titles)
    for path, one in found.items():
        assert len(one.find_all("h1")) == 1, path
        assert one.select_one("a.skip")["href"] == "#main", path
        assert one.html["lang"] == "en-GB", path


def test_no_page_uses_a_word_that_only_programmers_know():
    never = re.compile(
        r"\b(run|flow|facet|ledger|locator|artifact|curated|manifest|tombstone|exit code)\b",
        re.IGNORECASE,
    )
    met = {
        (path, match[0])
        for path, found in html(site_of(before=released(number=1))).items()
        for match in never.finditer(said(found.body))
    }

    assert met == set()


def test_without_an_address_there_is_no_sitemap_and_with_one_it_lists_every_page():
    assert "sitemap.xml" not in files(site_of())
    built = files(site_of(address="https://send.exton.example/help"))

    assert b"Sitemap: https://send.exton.example/help/sitemap.xml" in built["robots.txt"]
    listed = set(
        re.findall(
            "<loc>https://send.exton.example/help/(.*?)</loc>", built["sitemap.xml"].decode()
        )
    )
    gone = {"404.html", "categories/semh-fear.html"}
    assert listed == {path for path in built if path.endswith(".html")} - gone


def test_what_a_host_shows_for_a_wrong_address_leads_home_from_any_folder():
    site = site_of(address="https://send.exton.example/help")
    links = {one["href"] for one in page(site, "404.html").select("a[href], link[rel=stylesheet]")}

    assert {one for one in links if not one.startswith("https://send.exton.example/help/")} == {
        "#main"
    }


def test_the_directory_says_what_it_was_made_from_who_agreed_and_how_to_cite_it():
    text = main(site_of(), "about.html")

    assert "Grace Example agreed to this release for Exton." in text
    assert "The calm guide 5 March 2026 3" in text
    assert "Every statement comes from Exton's own guidance, and each page" in text
    assert (
        "Exton (2026) What schools do for children with SEND in Exton. Release 2, 20 November 2026."
        in text
    )


def test_the_directory_claims_no_document_for_what_was_written_for_it():
    added = changed(STATEMENTS[1], source="", heading_path="", locator="")
    text = main(site_of(released(STATEMENTS[0], added)), "about.html")

    assert "from Exton's own guidance or was written for this directory, and each page" in text
    assert "Written for this directory 1" in text


def test_accessibility_claims_nothing_that_no_test_recorded():
    text = main(site_of(), "accessibility.html")
    known = evidence.recorded()

    assert ("No test of these pages is on record yet" in text) is (not known.tested_on)
    assert all(one in text for one in known.not_tried)


def test_accessibility_is_told_from_what_tests_recorded(tmp_path, monkeypatch):
    record = {
        "tested_on": "2026-11-19",
        "browser": "Chromium 140",
        "engine": "4.10",
        "checks": 40,
        "faults": 1,
        "not_tried": ["Nobody has tried a switch."],
        "looked_at": ["axe on the home page"],
        "criteria": [
            {
                "number": "1.4.3",
                "name": "Contrast (Minimum)",
                "level": "AA",
                "state": "Met: no fault in 9 checks",
                "how": "Text has 7 to 1 or more.",
                "checks": ["axe on the home page"],
            }
        ],
    }
    path = tmp_path / "accessibility.json"
    path.write_text(json.dumps(record), encoding="utf-8")
    monkeypatch.setattr(evidence.recorded, "__defaults__", (path,))

    text = main(site_of(), "accessibility.html")
    assert (
        "On 19 November 2026 40 checks of pages like these found 1 fault, in Chromium 140" in text
    )
    assert "1.4.3 Contrast (Minimum) AA Met: no fault in 9 checks Text has 7 to 1 or more." in text
    assert "Nobody has tried a switch." in text


def test_the_site_brings_no_font_and_no_picture_but_its_own_icon():
    built = files(site_of())
    pictures = [path for path in built if path.endswith((".svg", ".png", ".ico", ".woff2", ".ttf"))]
    sheets = b"".join(body for path, body in built.items() if path.endswith(".css"))

    assert pictures == ["assets/icon.svg"]
    assert len(sheets) > 1000
    assert not re.search(rb"@font-face|@import|url\(|gds|crown", sheets, re.IGNORECASE)


def test_search_engines_get_a_description_of_every_page_and_of_each_statement_its_own():
    found = html(site_of())
    told = {
        path: one.find("meta", attrs={"name": "description"})["content"]
        for path, one in found.items()
    }

    assert all(0 < len(words) <= 200 for words in told.values())
    assert told["statements/s-corner.html"] == "Offer a quiet corner."
    assert told["categories/wsu-calm.html"] == "Calm places: Quiet."


def test_a_category_with_nothing_in_it_says_so_and_where_to_look_instead():
    found = page(site_of(released(STATEMENTS[1]), contact="The SEND desk."), "categories/ts-1.html")

    assert "No statement of Exton's guidance stands here yet." in said(found.main)
    assert "Something missing here? Tell The SEND desk." in said(found.main)
    assert {"../find.html", "../index.html"} <= {one["href"] for one in found.main.select("a")}


def test_every_page_is_there_as_plain_text_and_as_json_too():
    built = files(site_of(released(gone=LOST)))
    pages = [path.removesuffix(".html") for path in built if path.endswith(".html")]

    assert len(pages) > 10
    assert [one for one in pages if not {f"{one}.txt", f"{one}.json"} <= built.keys()] == []
    about = soup(built["about.html"]).main
    told = json.loads(built["about.json"])["lines"]
    assert told == [line for line in built["about.txt"].decode().splitlines() if line in told]
    assert "".join("".join(told).split()) == "".join(about.get_text().split())
    assert not any("template" in line or "{" in line for line in told)
