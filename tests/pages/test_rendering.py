import re
from base64 import b64encode
from hashlib import sha256

import pytest
from fingerpost.pages import render, safe_link
from fingerpost.pages.rendering import SHARED, anchor, plural
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from tests.support.html import assert_sound, parsed

TEMPLATE = """{% extends "base.html" %}
{% block title %}{{ words }}{% endblock %}
{% block main %}<h1>{{ words }}</h1>{% endblock %}
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "page.html").write_text(TEMPLATE)
    (tmp_path / "page.js").write_text('"use strict";\n')
    return tmp_path


def made(folder, words="Hello", script="page.js"):
    return render(folder, "page.html", script=script, here="", council="Leeds", words=words)


def test_a_page_is_sound_with_or_without_a_script(folder):
    assert_sound(made(folder))
    assert_sound(made(folder, script=""))


def test_a_browser_may_use_just_the_style_and_the_script_in_the_page(folder):
    page = made(folder)
    policy = parsed(page).find("meta", attrs={"http-equiv": True})["content"]
    for tag in ("style", "script"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy


@given(st.text(alphabet="<>&\"'ab{}% ", max_size=30))
def test_words_are_never_markup(tmp_path_factory, text):
    folder = tmp_path_factory.getbasetemp()
    (folder / "page.html").write_text(TEMPLATE)
    soup = parsed(made(folder, words=text, script=""))
    assert soup.h1.text.strip() == text.strip()  # the parser folds what is blank altogether
    assert not list(soup.h1.children)[1:]


def test_a_value_the_template_needs_and_nobody_gave_is_a_fault(folder):
    with pytest.raises(UndefinedError):
        render(folder, "page.html", here="", council="Leeds")


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://example.org/a", "https://example.org/a"),
        (" HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", ""),
        ("java\nscript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("//example.org", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_only_web_and_mail_addresses_become_links(address, safe):
    assert safe_link(address) == safe


def test_counts_read_like_sentences():
    assert [plural(n, "word") for n in (0, 1, 2, 1204)] == [
        "0 words",
        "1 word",
        "2 words",
        "1,204 words",
    ]


def test_the_same_words_have_the_same_anchor_and_others_another():
    assert anchor("a", "b") == anchor("a", "b") != anchor("a", "c")


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_colours_have_a_contrast_of_seven_to_one():
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", (SHARED / "tokens.css").read_text()))
    pairs = [(c, "paper") for c in ("ink", "quiet", "blue", "green", "amber", "red")]
    pairs += [(c, f"{c}-tint") for c in ("blue", "green", "amber", "red")]
    pairs += [("ink", "blue-tint"), ("quiet", "blue-tint"), ("ink", "red-tint"), ("paper", "blue")]
    for one, other in pairs:
        light, dark = sorted((luminance(tokens[one]), luminance(tokens[other])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 7, (one, other)


def test_a_symbol_of_a_font_of_words_own_is_shown_as_a_bullet(folder):
    assert parsed(made(folder, words="\uf0b7\tSit \uf0fc")).h1.text == "•\tSit •"


def test_no_word_turns_the_reading_direction_of_what_stands_around_it(folder):
    page = made(folder, "gnp.\u202etroper\u202c \u2066Guide\u2069\x1b[2J")

    assert "<h1>gnp.troper Guide[2J</h1>" in page
