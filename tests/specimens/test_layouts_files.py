"""Layouts that are seen only when files are told apart or laid side by side; each as bytes of Word."""

import pytest
from fingerpost.errors import DocumentRefused
from fingerpost.extracting import identify, mark_duplicates, merge_editions

from tests.support.guards import guards, holds, returns, same
from tests.support.guidance import guidance
from tests.support.word import bullets, docx, hidden, lists, p, tbl, tr

OLD_WORD = b"\xdb\xa5\x2d\0" + bytes(60)


def heading(text, level=1):
    return p(text, outline=level - 1)


def paper(area, *items, **parts):
    listed = (p(text, num=(1, 0)) for text in items)
    return docx(
        heading(area), heading("Strategies", 2), *listed, numbering=lists(bullets()), **parts
    )


def side_by_side(**papers):
    """Read papers by name, with `_` for a space, and give their strategies ids."""
    read = (guidance(data, f"{name.replace('_', ' ')}.docx") for name, data in papers.items())
    return identify(tuple(one.extraction for one in read), (), {}).extractions


@guards("fingerpost.reading.signatures._OLD_WORD", holds((b"never",)))
def test_layout_24_an_old_binary_document_is_refused_with_what_to_do():
    with pytest.raises(DocumentRefused) as refused:
        guidance(OLD_WORD, "Old guidance.docx")
    assert refused.value.code == "legacy-doc"
    assert "docx" in refused.value.remedy


@guards("fingerpost.extracting.duplicates._may_be_same", returns(False))
@guards("fingerpost.extracting.duplicates._TELLING", holds(frozenset()))
def test_layout_27_boilerplate_that_stands_again_elsewhere_is_asked_about_and_never_merged():
    found = mark_duplicates(
        side_by_side(
            Primary=paper("SEMH", "Give pupils a calm place to go to.", "Use a KS1 reading frame."),
            Secondary=paper(
                "SEMH", "Give learners a calm place to go to.", "Use a KS2 reading frame."
            ),
        )
    )
    doubts = {s.text: s.doubts for one in found for s in one.strategies}
    assert doubts == {
        "Give pupils a calm place to go to.": (),
        "Use a KS1 reading frame.": (),
        "Give learners a calm place to go to.": ("near-duplicate",),
        "Use a KS2 reading frame.": (),
    }
    first, second = (one.strategies[0] for one in found)
    assert second.similar == (first.id,)


@guards("fingerpost.extracting.editions._superseded", lambda _: lambda older, *_others: older)
@guards("fingerpost.extracting.families._date_in", returns(()))
def test_layout_28_of_two_editions_the_newer_rules():
    old, new = merge_editions(
        side_by_side(
            Hearing_guidance_September_2023=paper("Hearing", "Face the class.", "Clap twice."),
            Hearing_guidance_March_2024=paper("Hearing", "Face the class.", "Use a lamp."),
        )
    )
    roles = {row.text: (str(row.role), row.reason) for row in old.ledger}
    assert roles["Face the class."] == (
        "superseded",
        "a newer edition says it: Hearing guidance March 2024.docx",
    )
    assert [(s.text, s.doubts) for s in old.strategies] == [("Clap twice.", ("older-edition",))]
    assert [strategy.doubts for strategy in new.strategies] == [(), ()]


@guards("fingerpost.reading.properties._date", returns(""))
def test_layout_28_the_date_of_an_edition_is_kept_with_it():
    found = guidance(paper("Hearing", "Face the class.", modified="2025-09-01T10:00:00Z"))
    assert found.extraction.edition == "2025-09-01"


@guards("fingerpost.extracting.duplicates.comparable", same)
@guards("fingerpost.extracting.sentences._NEVER_LAST", holds(frozenset()))
def test_layout_29_abbreviations_and_spellings_are_compared_and_not_changed():
    found = mark_duplicates(
        side_by_side(
            One=paper("SEMH", "Ask the SENCo, e.g. at the pupil’s review, what’s changed."),
            Two=paper("SEMH", "Ask the SENDCO, eg at the learner's review, whats changed."),
        )
    )
    assert [one.strategies[0].doubts for one in found] == [(), ("near-duplicate",)]
    assert found[0].strategies[0].text.startswith("Ask the SENCo, e.g. at the pupil’s")

    table = guidance(
        docx(
            heading("SEMH"),
            tbl(tr("SKILL", "WHAT TO DO"), tr("Calm", "Use aids, e.g. Beads or putty. Then wait.")),
        )
    )
    assert table.texts == ["Use aids, e.g. Beads or putty.", "Then wait."]


@guards("fingerpost.extracting.account.Account.unseen", returns(None))
def test_every_paragraph_of_a_paper_ends_in_the_account_or_the_paper_is_refused():
    found = guidance(docx(heading("Hearing"), p("Face them ", hidden("or not"), "."), p("–")))
    assert [(row.locator, row.text) for row in found.extraction.ledger] == [
        ("body/p[1]", "Hearing"),
        ("body/p[2]", "Face them ."),
        ("body/p[2]", "or not"),
        ("body/p[3]", "–"),
    ]
