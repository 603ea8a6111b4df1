"""Documents that mean harm in, copies that do none out."""

import pytest

from tests.support.copies import copied
from tests.support.html import assert_self_contained
from tests.support.word import box, docx, field, hidden, level, link, lists, p, r, tbl, tc, tr

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)></article></main>\"'&lt;"


def typed(text):
    """A run whose words look like markup."""
    return r("x" + text)


def test_markup_in_the_words_stays_words():
    made = copied(
        docx(
            p(typed(MARKUP)),
            p(r("x" + MARKUP, "<w:i/>")),
            p(box(p(typed(MARKUP)), description=MARKUP)),
            tbl(tr(tc(p(hidden("x" + MARKUP))))),
            title=MARKUP,
        )
    )
    assert made.seen_at("body/p[1]") == made.seen_at("body/p[2]") == "x" + MARKUP
    assert_self_contained(made.soup)
    assert made.soup.find(["script", "img"]) is None


def test_markup_in_the_name_of_the_file_stays_a_name():
    made = copied(docx(p("x")), source='<b onclick="x">/"><script>.docx')
    assert made.soup.find(["script", "b"]) is None
    assert_self_contained(made.soup)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        " java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/x",
        "\\\\server\\share",
        'https://example.org/" onclick="x',
        "http://[broken",
    ],
)
def test_only_web_and_mail_addresses_can_be_followed(address):
    made = copied(
        docx(
            p(link("a", "by relationship")),
            p(field(f'HYPERLINK "{address}"', "by field")),
            links={"a": address},
        )
    )
    assert made.seen_at("body/p[1]") == "by relationship"
    assert made.seen_at("body/p[2]") == "by field"
    for found in made.soup.select("article a"):
        assert found["href"].startswith("https://example.org/")
        assert set(found.attrs) == {"href", "rel"}


def test_a_link_gives_nothing_away_to_where_it_leads():
    made = copied(docx(p(link("a", "there")), links={"a": "https://example.org/?a=1&b=2"}))
    found = made.soup.select_one("article a")
    assert found["href"] == "https://example.org/?a=1&b=2"
    assert found["rel"] == ["noopener", "noreferrer"]


def test_a_label_of_a_list_cannot_leave_its_attribute():
    numbering = lists(level(0, '"><script>x</script>%1'))
    made = copied(docx(p("Item", num=(1, 0)), numbering=numbering))
    assert made.soup.find("script") is None
    assert made.soup.select_one("li > p")["data-label"].startswith('"><script>')


def test_a_deep_document_is_copied_whole():
    nested = p("bottom")
    for _ in range(30):
        nested = tbl(tr(tc(nested)))
    made = copied(docx(nested))
    (place,) = [one for one, line in made.lines.items() if line.text == "bottom"]
    assert made.seen_at(place) == "bottom"
