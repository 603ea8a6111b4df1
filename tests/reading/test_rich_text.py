"""Rich Text, as it may be inserted into a document."""

import pytest
from fingerpost.reading.rich_text import rich_lines


def lines(inner: str) -> tuple[str, ...]:
    return rich_lines(("{\\rtf1\\ansi\\ansicpg1252 " + inner + "}").encode("cp1252"))


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (r"One\par Two\line Three", ("One", "Two", "Three")),
        ("One {\\b bo}ld\r\n word\\par", ("One bold word",)),
        (r"caf\'e9 \u8217?s \u-10179?\u-8704? end", ("café ’s 😀 end",)),
        (r"\uc2\u8217\'92\'92s{\uc0 \u8211 x}\uc1\u8217?", ("’s–x’",)),
        (r"co\-op non\_verbal a\~b \{x\} \\y", ("co\u00adop non-verbal a\u00a0b {x} \\y",)),
        (r"a\tab b\emdash c\bullet", ("a\tb—c•",)),
        (r"\trowd a\cell b\cell\row", ("a", "b")),
        (r"see {\v not }this {\deleted gone}now\v  x\plain  y", ("see this now y",)),
        (
            r"{\fonttbl{\f0 Arial;}}{\colortbl;\red0;}{\info{\title T}}{\*\generator G;}text",
            ("text",),
        ),
        (r'{\field{\*\fldinst{HYPERLINK "https://x"}}{\fldrslt here}}', ("here",)),
        (r"{\pntext\'b7\tab}item{\listtext 1.}", ("item",)),
        (r"word{\footnote\chftn  Note}s go", ("word", "Note", "s go")),
        (r"a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt Box}}{\shprslt Box}}", ("a", "Box")),
        (r"{\header Top\par}Body", ("Top", "Body")),
        (r"a{\pict\bin4 }}}}b}c", ("ac",)),
        (r"a{\upr{b?}{\*\ud{b\u8217}}}", ("ab?",)),
        (r"a{\*\unknown b}c}}}d", ("acd",)),
        ("", ()),
    ],
)
def test_rich_text_gives_the_words_that_are_seen(inner, expected):
    assert lines(inner) == expected


def test_another_code_page_is_followed_and_an_unknown_one_is_not():
    assert rich_lines(rb"{\rtf1\ansicpg1251 \'cf}") == ("П",)
    assert rich_lines(rb"{\rtf1\ansicpg9999 \'e9}") == ("é",)


def test_rich_text_that_is_cut_short_gives_what_is_there():
    assert rich_lines(rb"{\rtf1 One\par Two{\b th\'") == ("One", "Twoth")
    assert rich_lines(rb"{\rtf1 One") == ("One",)
