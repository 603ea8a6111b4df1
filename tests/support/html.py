"""A page in, what a reader would see and what a browser would do out."""

import re
from itertools import pairwise
from urllib.parse import unquote

from bs4 import BeautifulSoup

BANNED = re.compile(
    r"\b(runs?|flows?|facets?|ledgers?|locators?|artifacts?|curated|manifests?|tombstones?|exit codes?)\b",
    re.IGNORECASE,
)

_ELSEWHERE = re.compile(
    r"https?://|mailto:|(\.\./)*[\w-]+\.(html|csv|json|xlsx)(#[\w-]+)?$|copies/[^#?]+\.html(#[\w/%]+)?$"
)


def parsed(page):
    return BeautifulSoup(page, "html.parser")


def words(page):
    """Return the words a person sees or hears; addresses of files are not among them."""
    soup = parsed(page)
    for hidden in soup(["style", "script", "code"]):
        hidden.decompose()
    spoken = [tag["aria-label"] for tag in soup.select("[aria-label]")]
    return " ".join([soup.get_text(" "), *spoken])


def assert_sound(page):
    """Check what must hold for every page, whatever it says."""
    soup = parsed(page)
    assert page.startswith("<!doctype html>")
    assert soup.html["lang"] == "en-GB"
    assert len(soup.select("h1")) == len(soup.select("main")) == 1
    assert_headings_in_order(soup)
    assert_self_contained(soup)
    assert_links_lead_somewhere(soup)
    assert_controls_are_labelled(soup)
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    assert not BANNED.search(words(page)), BANNED.search(words(page))


def assert_headings_in_order(soup):
    levels = [int(tag.name[1]) for tag in soup.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    for one, other in pairwise(levels):
        assert other <= one + 1, levels


def assert_self_contained(soup):
    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert not soup.select("link, iframe, img, object, embed, script[src], [style]")
    for tag in soup.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on")]


def assert_links_lead_somewhere(soup):
    for link in soup.select("a"):
        address = link["href"]
        if address.startswith("#"):
            assert soup.find(id=unquote(address[1:])), address
        else:
            assert _ELSEWHERE.match(address), address


def assert_controls_are_labelled(soup):
    for control in soup.select("input, select"):
        assert soup.find("label", attrs={"for": control["id"]})
    for table in soup.select("table"):
        assert table.caption
        assert all(head.get("scope") for head in table.select("th"))
    for picture in soup.select("svg"):
        names = ("aria-label", "aria-labelledby", "aria-hidden")
        assert any(picture.get(name) for name in names)
