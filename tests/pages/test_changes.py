import pytest
from fingerpost.pages import marked, word_difference
from fingerpost.pages.changes import Kind
from fingerpost.pages.rendering import SHARED, _environment
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.html import parsed

WORDS = st.lists(
    st.sampled_from([*"abc", "the", "pupil's", "time", "now-and-next", "Ärger"]), max_size=12
).map(" ".join)
TEXTS = WORDS | st.text(max_size=40)


def told(old, new):
    return marked(word_difference(old, new))


def bare(text):
    return "".join(text.split())


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("Sit near the front", "Sit near the front", "Sit near the front"),
        (
            "Show the small clock on the wall before lunch.",
            "Show the large clock before lunch, every day.",
            "Show the [taken out: small] [added: large] clock [taken out: on the wall] "
            "before lunch[added: , every day].",
        ),
        ("Use a radio aid", "Use a radio aid daily", "Use a radio aid [added: daily]"),
        ("Always use a radio aid", "use a radio aid", "[taken out: Always] use a radio aid"),
        ("", "New words", "[added: New words]"),
        ("Old words", "", "[taken out: Old words]"),
    ],
)
def test_a_difference_in_plain_text_names_what_was_added_and_taken_out(old, new, says):
    assert told(old, new) == says


def test_a_lone_short_word_between_two_changes_is_told_as_part_of_them():
    old, new = "Ask two or three questions in class", "Ask four or five questions in class"
    assert told(old, new) == (
        "Ask [taken out: two or three] [added: four or five] questions in class"
    )


def test_wordings_with_little_in_common_are_told_whole():
    old, new = "Dim the lights, and close the door", "Let one pupil hand out the books quietly"
    assert told(old, new) == f"[taken out: {old}] [added: {new}]"


def test_quotes_and_dashes_that_a_word_processor_changes_make_no_difference():
    old, new = "the pupil's “own” card - now-and-next", 'the pupil’s "own" card – now‑and‑next'
    assert told(old, new) == new


@given(TEXTS, TEXTS)
@example("A b c d", "b c d")
def test_both_wordings_can_be_read_out_of_their_difference(old, new):
    changes = word_difference(old, new)
    level = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", "–": "-"})
    before = "".join(one.text for one in changes if one.kind is not Kind.ADDED)
    after = "".join(one.text for one in changes if one.kind is not Kind.TAKEN_OUT)
    assert bare(before).translate(level) == bare(old).translate(level)
    assert bare(after) == bare(new)


@given(TEXTS)
def test_a_wording_does_not_differ_from_itself(text):
    assert all(one.kind is Kind.KEPT for one in word_difference(text, text))


@given(WORDS, WORDS)
def test_words_stay_apart_whatever_was_changed_between_them(old, new):
    changes = word_difference(old, new)
    after = "".join(one.text for one in changes if one.kind is not Kind.TAKEN_OUT)
    assert after.split() == new.split()


def shown(old, new):
    page = _environment(SHARED).from_string(
        '{% from "difference.html" import difference %}<p>{{ difference(changes) }}</p>'
    )
    return page.render(changes=word_difference(old, new))


def test_on_a_page_what_changed_is_marked_up_and_named_for_who_listens():
    soup = parsed(shown("Show the small clock", "Show the large clock"))
    assert soup.ins.text == "[added: large]"
    assert soup.find("del").text == "[taken out: small]"
    assert [one.text for one in soup.select(".heard")] == ["[taken out: ", "]", "[added: ", "]"]
    assert soup.p.text == "Show the [taken out: small] [added: large] clock"


def test_hostile_words_are_inert_in_a_difference():
    page = shown("Show the clock", "Show <script>alert(1)</script> the clock")
    assert "<script>" not in page
    assert "&lt;" in page
