"""The index made here is the one that MiniSearch would make, word for word and figure for figure."""

import hashlib
import json
import unicodedata
from pathlib import Path

import pytest
from fingerpost.publishing.finding import search_index as indexing
from fingerpost.publishing.finding.directory_data import known, searched
from fingerpost.publishing.finding.page import OTHERS
from fingerpost.publishing.finding.search_index import FIELDS, as_script, search_index, words_of
from fingerpost.publishing.frame import TEMPLATES
from hypothesis import given
from hypothesis import strategies as st

from tests.publishing.browser.sites import KNOWN, released_of, site_of

MADE_BY_MINISEARCH = """
documents => {
  const made = new MiniSearch({fields: %s, tokenize: words.of, processTerm: word => word});
  made.addAll(documents);
  return JSON.parse(JSON.stringify(made));
}
"""


def test_words_are_told_apart_without_case_accents_and_apostrophes():
    assert words_of("The pupil’s CAFÉ, don't: co-operate ﬁve_six ½") == (
        *("the", "pupils", "cafe", "dont", "co", "operate", "five", "six", "1", "2"),
    )


@given(st.text())
def test_the_words_of_words_are_the_words_themselves(text):
    words = words_of(text)

    assert words_of(" ".join(words)) == words


def test_a_script_holds_any_text_as_it_is(tmp_path):
    text = "it's \\ \u2028 \u2029 </script> \U0001f9d2"
    said = as_script("index", [text]).decode()

    assert "\u2028" not in said
    assert json.loads(
        said.split("= '")[1].removesuffix("';\n").replace("\\'", "'").replace("\\\\", "\\")
    ) == [text]


def test_a_folded_category_is_found_by_its_own_names_under_what_it_folds_into():
    categories = released_of(()).categories
    hidden = type(categories[0])(
        id="own",
        facet=categories[5].facet,
        label="Spelling only",
        hidden=True,
        folds_into="cl-literacy",
    )
    site = site_of(released_of(KNOWN, categories=(*categories, hidden)))
    marks = [one["under"].split() for one in searched(site)]
    [place] = [at for at, names in enumerate(known(site)["names"]) if "spelling only" in names]
    [above] = [at for at, names in enumerate(known(site)["names"]) if "c l" in names]

    assert known(site)["names"][place] == ["literacy", "dyslexia", "spelling only"]
    assert {f"in{place}", f"in{above}"} <= {*marks[2]}
    assert f"in{place}" not in marks[0]


def test_minisearch_is_shipped_as_its_author_published_it(root):
    notice = (root / "NOTICE").read_text(encoding="utf-8")
    digest = hashlib.sha256((OTHERS / "minisearch.js").read_bytes()).hexdigest()

    assert digest in notice
    assert "Luca Ongaro" in (OTHERS / "minisearch.LICENSE.txt").read_text(encoding="utf-8")
    assert "minisearch.LICENSE.txt" in (root / "pyproject.toml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def minisearch(browser):
    """A page that can make an index as a browser would."""
    page = browser.new_page()
    page.add_script_tag(content=(OTHERS / "minisearch.js").read_text(encoding="utf-8"))
    page.add_script_tag(content=script("words"))
    return page


def script(name: str) -> str:
    return Path(TEMPLATES / "scripts" / f"{name}.js").read_text(encoding="utf-8")


def as_json(documents) -> dict[str, object]:
    """Return our index as a browser reads it, its terms in one order."""
    made = json.loads(json.dumps(search_index(documents)))
    return made | {"index": sorted(made["index"])}


def numbered(documents) -> list[dict[str, object]]:
    return [{"id": place, **one} for place, one in enumerate(documents)]


texts = st.text(
    st.one_of(
        st.sampled_from(" '’-.,éßİſΣςﬁ½Ⅷ्ा\u0301aAbB1_"),
        st.characters(exclude_categories=("Cs", "Cn", "Co")),
    ),
    max_size=60,
)


@pytest.mark.slow
@given(documents=st.lists(st.fixed_dictionaries(dict.fromkeys(FIELDS, texts)), max_size=6))
def test_the_index_is_the_one_that_minisearch_makes_of_any_texts(minisearch, documents):
    theirs = minisearch.evaluate(MADE_BY_MINISEARCH % json.dumps(FIELDS), numbered(documents))

    assert as_json(documents) == theirs | {"index": sorted(theirs["index"])}


@pytest.mark.slow
def test_every_character_is_told_apart_alike_here_and_in_a_browser(minisearch):
    characters = [
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code)) not in {"Cn", "Cs", "Co"}
    ]
    theirs = minisearch.evaluate(
        "characters => characters.map(one => words.of(`a${one}b ${one}`))", characters
    )

    ours = [list(words_of(f"a{one}b {one}")) for one in characters]
    assert [
        hex(ord(one)) for one, a, b in zip(characters, ours, theirs, strict=True) if a != b
    ] == []


@pytest.mark.slow
def test_a_browser_searches_the_fields_that_are_indexed(minisearch):
    assert json.dumps(list(FIELDS)) in script("queries")
    assert indexing.__doc__
    assert "words.js" in indexing.__doc__
