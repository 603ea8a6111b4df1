"""A document and the council's settings in, its result out."""

from dataclasses import replace

import pytest
from fingerpost.documents import TrackedChanges
from fingerpost.meanings import Meanings
from fingerpost.running.processing.batches import RawDocument, process

from tests.support.shipped import shipped_rules
from tests.support.word import deleted, docx, inserted, p


@pytest.mark.parametrize(
    ("policy", "words"),
    [(TrackedChanges.FLAG, "Sit beside Ali."), (TrackedChanges.REJECT, "Sit behind Ali.")],
)
def test_tracked_changes_are_read_as_the_council_asks(policy, words):
    rulebook = shipped_rules()
    council = replace(rulebook.council, tracked_changes=policy)
    raw = RawDocument("a.docx", docx(p("Sit ", deleted("behind"), inserted("beside"), " Ali.")))
    result = process(raw, replace(rulebook, council=council), Meanings(rulebook.headings))
    assert result.extraction is not None
    assert words.split()[1] in " ".join(
        row.text for row in result.extraction.ledger if row.kind == "paragraph"
    )
    assert result.extraction.revisions.policy is policy
