"""Tracked changes: read as accepted or as rejected, counted by kind, flagged or not."""

from dataclasses import replace

import pytest
from fingerpost.documents import Fate, ListItem, Revisions, Table, TrackedChanges, paragraphs
from fingerpost.extracting import extract
from fingerpost.reading import read

from tests.support.headings import meanings
from tests.support.word import bullets, deleted, docx, inserted, lists, p, r, tbl, tc, tr

FLAG, ACCEPT, REJECT = TrackedChanges.FLAG, TrackedChanges.ACCEPT, TrackedChanges.REJECT


def item(*content):
    return p(*content, num=(1, 0))


def moved_from(text):
    return f'<w:moveFrom w:id="7" w:author="A">{r(text)}</w:moveFrom>'


def moved_to(text):
    return f'<w:moveTo w:id="8" w:author="A">{r(text)}</w:moveTo>'


HEADING = p("Strategies", style="Heading1")
REVISED = (
    item("Sit ", deleted("behind"), inserted("beside"), " the learner."),
    item(deleted("Keep the room noisy.")),
    item(inserted("Use a timer.")),
    item(moved_from("Greet each learner by name.")),
    item("Dim the lights."),
    item(moved_to("Greet each learner by name.")),
)


def file(*blocks):
    styles = (
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    )
    return docx(HEADING, *(blocks or REVISED), styles=styles, numbering=lists(bullets()))


def texts(policy, *blocks):
    document = read("a.docx", file(*blocks), tracked_changes=policy)
    return [s.text for s in extract(document, meanings()).strategies]


AFTER = [
    "Sit beside the learner.",
    "Use a timer.",
    "Dim the lights.",
    "Greet each learner by name.",
]
BEFORE = [
    "Sit behind the learner.",
    "Keep the room noisy.",
    "Greet each learner by name.",
    "Dim the lights.",
]


@pytest.mark.parametrize(("policy", "expected"), [(FLAG, AFTER), (ACCEPT, AFTER), (REJECT, BEFORE)])
def test_one_file_gives_the_words_that_each_policy_asks_for(policy, expected):
    assert texts(policy) == expected


@pytest.mark.parametrize(("policy", "asked"), [(FLAG, 3), (ACCEPT, 0), (REJECT, 0)])
def test_only_flagged_changes_are_asked_about(policy, asked):
    document = read("a.docx", file(), tracked_changes=policy)
    found = extract(document, meanings()).strategies
    assert sum("tracked-change" in s.doubts for s in found) == asked


def test_a_rejected_deletion_is_the_list_item_it_was():
    document = read("a.docx", file(), tracked_changes=REJECT)
    restored = [b for b in paragraphs(document.stories[0].blocks) if "noisy" in b.text]
    assert [(type(b), b.label) for b in restored] == [(ListItem, "•")]


@pytest.mark.parametrize("policy", list(TrackedChanges))
def test_no_word_is_lost_under_any_policy(policy):
    document = read("a.docx", file(), tracked_changes=policy)
    spans = [s for b in paragraphs(document.stories[0].blocks) for s in b.spans]
    everything = sorted("".join(s.text for s in spans if s.text.strip()).split())
    words = (
        "Strategies Sit behindbeside the learner. Keep the room noisy. Use a timer. Dim the lights."
    )
    assert sorted("".join(everything)) == sorted(
        (words + "Greet each learner by name." * 2).replace(" ", "")
    )


def test_a_row_that_was_put_in_is_gone_where_changes_are_rejected():
    added = "<w:ins/>"
    block = tbl(tr("Old"), tr(tc(p("New")), props=added))
    fates = {}
    for policy in (ACCEPT, REJECT):
        table = read("a.docx", file(block), tracked_changes=policy).stories[0].blocks[1]
        assert isinstance(table, Table)
        fates[policy] = [b.spans[0].fate for b in paragraphs((table,))]
    assert fates == {
        ACCEPT: [Fate.VISIBLE, Fate.VISIBLE],
        REJECT: [Fate.VISIBLE, Fate.DELETED],
    }


def test_changes_are_counted_by_kind_and_a_move_once():
    look = p("<w:r><w:rPr><w:b/><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>")
    expected = Revisions(insertions=2, deletions=2, moves=1, looks=1)
    document = read("a.docx", file(*REVISED, look))
    assert document.revisions == expected
    assert document.revisions.of_words == 5
    rejected = read("a.docx", file(*REVISED, look), tracked_changes=REJECT)
    assert rejected.revisions == replace(expected, policy=REJECT)


@pytest.mark.parametrize("policy", TrackedChanges)
def test_a_statement_that_a_lost_end_joins_to_the_next_is_never_settled(policy):
    end = '<w:rPr><w:del w:id="9" w:author="A"/></w:rPr>'
    first = p("Let the learner copy", num=(1, 0), props=end)
    document = read(
        "a.docx", file(HEADING, first, item("only the headings.")), tracked_changes=policy
    )
    doubts = [s.doubts for s in extract(document, meanings()).strategies]
    kept = "not-whole-alone"
    assert all(kept in found for found in doubts) is (policy is not REJECT)
