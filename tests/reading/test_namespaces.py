"""Strict names and choices between branches."""

import pytest
from fingerpost.reading import read

from tests.support.word import box, choice, docx, old_box, p, r, tbl, tr


def texts(*body: str, **options) -> list[str]:
    document = read("a.docx", docx(*body, **options))
    return [block.text for block in document.stories[0].blocks]


def test_of_two_versions_the_one_for_todays_word_is_read():
    assert texts(p(choice(r("new"), r("old")))) == ["new"]


def test_a_version_that_asks_for_the_unknown_gives_way_to_the_fallback():
    body = p(choice(r("new"), r("old"), requires="x")).replace(
        "<w:p>", '<w:p xmlns:x="urn:nobody-knows">'
    )
    assert texts(body) == ["old"]


def test_a_version_must_be_understood_in_all_that_it_asks_for():
    body = p(choice(r("new"), r("old"), requires="wps x")).replace(
        "<w:p>", '<w:p xmlns:x="urn:nobody-knows">'
    )
    assert texts(body) == ["old"]


def test_a_prefix_that_is_never_declared_is_not_understood():
    assert texts(p(choice(r("new"), r("old"), requires="nope"))) == ["old"]


def test_without_fallback_or_understood_choice_nothing_shows():
    body = p(
        r("a"),
        '<mc:AlternateContent><mc:Choice Requires="nope"><w:r><w:t>b</w:t></w:r></mc:Choice>'
        "</mc:AlternateContent>",
    )
    document = read("a.docx", docx(body))
    assert document.stories[0].blocks[0].text == "a"
    assert document.letters == 1


def test_the_first_understood_of_several_versions_is_read():
    body = p(
        '<mc:AlternateContent><mc:Choice Requires="nope"><w:r><w:t>1</w:t></w:r></mc:Choice>'
        '<mc:Choice Requires="w14"><w:r><w:t>2</w:t></w:r></mc:Choice>'
        '<mc:Choice Requires="wps"><w:r><w:t>3</w:t></w:r></mc:Choice></mc:AlternateContent>'
    )
    assert texts(body) == ["2"]


def test_versions_may_stand_round_blocks_and_inside_one_another():
    inner = choice(p("inner new"), p("inner old"))
    assert texts(choice(inner, p("outer old")), p("next")) == ["inner new", "next"]


def test_a_box_in_two_languages_is_one_box():
    document = read("a.docx", docx(p(choice(box(p("Once")), old_box(p("Once"))))))
    locators = [block.locator for block in document.stories[0].blocks]
    assert locators == ["body/p[1]", "body/p[1]/txbx[1]"]
    assert document.letters == 4


@pytest.mark.parametrize("strict", [False, True])
def test_strict_and_transitional_twins_say_the_same(strict):
    body = p("One"), tbl(tr("a", "b")), p(box(p("boxed"), description="alt"))
    plain = read("a.docx", docx(*body))
    twin = read("a.docx", docx(*body, strict=strict))
    assert twin.stories == plain.stories
    assert twin.letters == plain.letters


def test_the_box_of_an_early_strict_file_is_a_box():
    old_name = "http://schemas.microsoft.com/office/word/2006/wordml"
    boxed = box(p("boxed")).replace(
        "<w:txbxContent>", f'<n:txbxContent xmlns:n="{old_name}">'
    ).replace("</w:txbxContent>", "</n:txbxContent>")  # fmt: skip
    document = read("a.docx", docx(p("Anchor", boxed), strict=True))
    assert [block.locator for block in document.stories[0].blocks] == [
        "body/p[1]", "body/p[1]/txbx[1]",
    ]  # fmt: skip


def test_an_address_that_looks_like_a_strict_name_stays_text():
    words = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    document = read("a.docx", docx(p(r("<w:t>" + words + "</w:t>"))))
    assert document.stories[0].blocks[0].text == words
