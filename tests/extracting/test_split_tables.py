"""The heads of a table hold for one right below it only where that one reads like its other half."""

import pytest

from tests.support.guidance import guidance
from tests.support.word import docx, p, tbl, tr

HEAD = p("Communication and interaction", outline=0)
FIRST = tbl(tr("What helps", "Why"), tr("Use a timer.", "It lowers stress."))


def reasons(*rows):
    found = guidance(docx(HEAD, FIRST, tbl(*rows)))
    return {text: found.reasons(text) for text in found.texts}


def test_advice_in_the_other_half_is_settled_by_the_heads_of_the_first():
    second = (tr("Model sentences.", "They hear more words."), tr("Face the class.", "They see."))
    assert reasons(*second) == {"Use a timer.": [], "Model sentences.": [], "Face the class.": []}


@pytest.mark.parametrize(
    "rows",
    [
        (tr("Name", "Sun class"), tr("Class", "Year 4")),
        (tr("Signs", "Causes"), tr("Hides under tables", "Loud rooms")),
        (tr("Fights", "Busy corridors"), tr("Poor attention", "Noise")),
    ],
)
def test_a_table_of_something_else_borrows_no_heads(rows):
    settled = [text for text, why in reasons(*rows).items() if not why]
    assert settled == ["Use a timer."]
