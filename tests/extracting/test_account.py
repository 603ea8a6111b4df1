import pickle
import re
import unicodedata
from collections import Counter
from dataclasses import replace

import pytest
from fingerpost.documents import count_letters, paragraphs
from fingerpost.errors import DocumentRefused
from fingerpost.extracting import balance, extract
from fingerpost.strategies import Kind, Role
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chance import times
from tests.support.headings import meanings
from tests.support.outline import document

MEANINGS = meanings()

word = st.sampled_from(
    [
        "use",
        "Wait.",
        "calm:",
        "signs;",
        "e.g.",
        "staff",
        "should",
        "must",
        "Learners",
        "may:",
        "hearing",
        "strategies",
        "why?",
        "such",
        "as",
        "(see",
        "12",
        "½",
        "ﬁne",
        "café",
    ]
)
words = st.lists(word, min_size=1, max_size=9).map(" ".join)
marked = st.sampled_from(
    [
        "{}",
        "**{}**",
        "{{-{}-}}",
        "{{+{}+}}",
        "{{?{}?}}",
        "~~{}~~",
        "[{}](https://example.org)",
        "[{}](javascript:x)",
    ]
)
stretch = st.builds(lambda mark, text: mark.format(text), marked, words)
text = st.lists(stretch, min_size=1, max_size=3).map(" ".join)
start = st.sampled_from(
    [
        "",
        "",
        "- ",
        "  - ",
        "    - ",
        "# ",
        "## ",
        "##? ",
        "% ",
        "> ",
        "• ",
        "1. ",
        "@contents ",
        "[box] ",
        "![",
        "@footnote ",
    ]
)
heading = st.sampled_from(
    [
        "# Strategies",
        "# What you may notice",
        "## Hearing",
        "Classroom:",
        "Staff will:",
        "This includes:",
    ]
)
line = st.one_of(
    st.builds(lambda mark, body: f"{mark}{body}" + ("]" if mark == "![" else ""), start, text),
    heading,
    st.builds(lambda a, b: f"{a}⏎• {b}", text, text),
)
cell = st.lists(st.one_of(text, st.builds("- {}".format, text)), min_size=0, max_size=3).map(
    " // ".join
)
row = st.builds(
    lambda mark, cells: f"{mark} " + " | ".join(cells) + " |",
    st.sampled_from(["|", "|", "|!"]),
    st.lists(
        st.one_of(cell, st.sampled_from(["^", "<x", "**Strategies**", "**Need**", "Version"])),
        min_size=1,
        max_size=4,
    ),
)
outlines = st.lists(st.one_of(line, line, row), max_size=14).map("\n".join)


def spoken(texts):
    """The words by the contract's rule."""
    joined = " ".join(texts)
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", joined).casefold()))


@settings(deadline=None, max_examples=times(300))
@given(outlines)
def test_the_words_of_the_ledger_are_the_words_of_the_document(outline):
    made = document(outline)
    found = extract(made, MEANINGS)
    rows = [row.text for row in found.ledger if row.kind is not Kind.ALT_TEXT]
    lines = (line for story in made.stories for line in paragraphs(story.blocks))
    assert sum(map(count_letters, rows)) == made.letters
    assert spoken(rows) == spoken("".join(span.text for span in line.spans) for line in lines)


@settings(deadline=None, max_examples=times(100))
@given(outlines)
def test_every_strategy_has_its_row_and_every_row_its_strategy(outline):
    found = extract(document(outline), MEANINGS)
    named = [int(index) for row in found.ledger if row.item for index in row.item.split("|")]
    assert set(named) == set(range(len(found.strategies)))
    for row in found.ledger:
        assert (row.role is Role.STRATEGY) == bool(row.item)
        for index in map(int, filter(None, row.item.split("|"))):
            strategy = found.strategies[index]
            assert spoken([row.text]) <= spoken([strategy.source_text])
    assert all(row.text == " ".join(row.text.split()) and row.text for row in found.ledger)


@settings(deadline=None, max_examples=times(50))
@given(outlines)
def test_the_same_document_gives_the_same_account_also_in_another_process(outline):
    made = document(outline)
    found = extract(made, MEANINGS)
    carried = extract(pickle.loads(pickle.dumps(made)), pickle.loads(pickle.dumps(MEANINGS)))
    assert pickle.loads(pickle.dumps(found)) == found == carried


def test_a_document_whose_words_do_not_add_up_is_refused_by_name():
    made = replace(document("Face the class."), letters=99)
    with pytest.raises(DocumentRefused) as refusal:
        extract(made, MEANINGS)
    assert refusal.value.code == "words-lost"
    assert str(refusal.value) == (
        "guidance.docx holds 99 letters and digits, but 12 were accounted for."
        " Send this document to whoever looks after Fingerpost; nothing of it was taken in."
    )


def test_the_balance_counts_what_is_deleted_and_hidden_but_no_descriptions():
    made = document("Wait {-now-}{?here?}\n![A clock]")
    balance(made, extract(made, MEANINGS))
    assert made.letters == len("Waitnowhere")


def test_a_word_round_a_deletion_stays_one_word():
    found = extract(document("- co{-ll-}op and {-a-}b{-c-}"), MEANINGS)
    assert [row.text for row in found.ledger] == ["coop and b", "ll", "a", "c"]
