"""What comments are about, and which of them belong together."""

import pytest
from fingerpost.documents import paragraphs
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read

from tests.support.drawn import relationships
from tests.support.shipped import shipped_rules
from tests.support.word import docx, footnote, note_mark, p, tbl, tc, tr

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def begin(comment: int) -> str:
    return f'<w:commentRangeStart w:id="{comment}"/>'


def end(comment: int) -> str:
    return f'<w:commentRangeEnd w:id="{comment}"/>'


def comment(note_id: int, *texts: str, key: str = "") -> str:
    lines = [p(text) for text in texts]
    if key:
        lines[-1] = lines[-1].replace("<w:p>", f'<w:p w14:paraId="{key}">')
    return footnote(note_id, *lines, kind="comment")


def tied(*entries: str, content: str = "") -> dict[str, str]:
    """The part that ties comments together, named by the document."""
    space = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    part = content or f"{HEAD}<w15:commentsEx {space}>{''.join(entries)}</w15:commentsEx>"
    named = {
        "rIdP1": ("comments", "comments.xml", "x"),
        "rId50": ("commentsExtended", "commentsExtended.xml", "x"),
    }
    return {
        "word/commentsExtended.xml": part,
        "word/_rels/document.xml.rels": relationships(named),
    }


def entry(key: str, parent: str = "", done: str = "0") -> str:
    answers = f' w15:paraIdParent="{parent}"' if parent else ""
    return f'<w15:commentEx w15:paraId="{key}"{answers} w15:done="{done}"/>'


def anchors(*body: str, comments: str) -> dict[str, tuple[str, ...]]:
    found = paragraphs(read("a.docx", docx(*body, comments=comments)).stories[0].blocks)
    return {line.text: line.anchors for line in found}


def test_a_comment_hangs_on_every_paragraph_it_is_about():
    body = (
        p("before"), p("from ", begin(1), "here"), p("over"), tbl(tr(tc(p("cell")))),
        p("to", end(1), note_mark(1, "comment"), " here"), p("after"),
    )  # fmt: skip
    one = ("comment[1]",)
    assert anchors(*body, comments=comment(1, "Why?")) == {
        "before": (), "from here": one, "over": one, "cell": one, "to here": one, "after": (),
    }  # fmt: skip


def test_comments_that_overlap_each_hang_on_what_they_are_about():
    body = (
        begin(1), p("a", begin(2)), p("b", end(1), note_mark(1, "comment")),
        p("c", end(2), note_mark(2, "comment")), end(2),
    )  # fmt: skip
    assert anchors(*body, comments=comment(1, "x") + comment(2, "y")) == {
        "a": ("comment[1]", "comment[2]"), "b": ("comment[1]", "comment[2]"), "c": ("comment[2]",),
    }  # fmt: skip


@pytest.mark.parametrize("mark", [begin(1), begin(1) + end(9), begin(7) + end(7), end(1)])
def test_a_comment_whose_words_never_end_or_begin_hangs_where_its_mark_stands(mark):
    body = (p("a", mark), p("b", note_mark(1, "comment")), p("c"))
    assert anchors(*body, comments=comment(1, "x")) == {"a": (), "b": ("comment[1]",), "c": ()}


def test_a_comment_ends_at_its_mark_at_the_latest():
    body = (p("a", begin(1)), p("b", note_mark(1, "comment")), p("c"), p("d", end(1)))
    assert anchors(*body, comments=comment(1, "x"))["c"] == ()


def test_a_reply_names_what_it_answers_and_a_settled_thread_says_so():
    comments = comment(1, "Why?", "Really?", key="AA") + comment(2, "Because.", key="BB")
    more = tied(entry("AA", done="1"), entry("BB", "AA", done="1"), entry("ZZ", "AA"))
    document = read("a.docx", docx(p("x", note_mark(1, "comment")), comments=comments, more=more))
    assert [(s.locator, s.parent, s.resolved) for s in document.stories[1:]] == [
        ("comment[1]", "", True), ("comment[2]", "comment[1]", True),
    ]  # fmt: skip


def test_comments_that_nothing_ties_together_stand_alone():
    comments = comment(1, "Why?") + comment(2, "Because.")
    document = read("a.docx", docx(p("x"), comments=comments))
    assert [(s.parent, s.resolved) for s in document.stories[1:]] == [("", False), ("", False)]


def test_a_damaged_tie_costs_no_words():
    more = tied(content="<broken")
    document = read("a.docx", docx(p("x"), comments=comment(1, "Why?", key="AA"), more=more))
    assert [(s.blocks[0].text, s.parent) for s in document.stories[1:]] == [("Why?", "")]


def extraction(comments: str, more: dict[str, str], *marks: int):
    hung = [note_mark(mark, "comment") for mark in marks]
    body = (p("Strategies", outline=0), p("Use a timer", *hung, num=(1, 0)))
    document = read("a.docx", docx(*body, comments=comments, more=more))
    return extract(document, Meanings(shipped_rules().headings))


def test_replies_stand_with_what_they_answer_on_a_strategy():
    comments = (
        comment(1, "Which?", key="AA")
        + comment(2, "Sand.", key="BB")
        + comment(3, "Good", key="CC")
    )
    more = tied(entry("AA", done="1"), entry("BB", "AA"), entry("CC"))
    found = extraction(comments, more, 1, 2, 3)
    assert found.strategies[0].comments == ("Which? / Reply: Sand. (resolved)", "Good")
    assert [(row.text, row.reason) for row in found.ledger if row.kind == "comment"] == [
        ("Which?", "resolved"), ("Sand.", "replies to comment[1]"), ("Good", ""),
    ]  # fmt: skip


def test_comments_that_answer_one_another_in_a_ring_are_told_once():
    comments = comment(1, "One", key="AA") + comment(2, "Two", key="BB")
    more = tied(entry("AA", "BB"), entry("BB", "AA"))
    assert extraction(comments, more, 1, 2).strategies[0].comments == ("One / Reply: Two",)
