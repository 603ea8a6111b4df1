"""Files damaged at random, with one seed: each is read whole or refused by name."""

import random

import pytest
from fingerpost.errors import DocumentRefused
from fingerpost.extracting import extract
from fingerpost.meanings import Meanings
from fingerpost.reading import read

from benchmarks.fuzzing.mutations import mutate
from tests.support.word import (
    box,
    bullets,
    choice,
    control,
    deleted,
    docx,
    field,
    footnote,
    inserted,
    link,
    lists,
    note_mark,
    old_box,
    p,
    style,
    tbl,
    tc,
    tr,
)

RICH = docx(
    p("Strategies", style="Head"),
    p("See ", link("rId9", "the page"), " and ", field("REF a", "part two"), note_mark(2)),
    p("Give ", inserted("more "), deleted("less "), "time.", num=(1, 0)),
    control(p("Ask twice.", num=(1, 1))),
    tbl(tr("Area", "What helps"), tr(tc(p("Hearing")), tc(p("Face the class.", num=(1, 0))))),
    p(choice(box(p("In a box")), old_box(p("In a box")))),
    styles=style("Head", "heading 1"),
    numbering=lists(bullets()),
    footnotes=footnote(2, p("A note.")),
    comments=footnote(0, p("A comment."), kind="comment"),
    headers=[p("A header")],
    links={"rId9": "https://example.org"},
)
EACH = 60
LOST = "words-lost"


@pytest.mark.parametrize("seed", range(5))
def test_a_damaged_file_is_read_whole_or_refused_by_name(seed):
    chance = random.Random(seed)
    codes = set()
    for _ in range(EACH):
        data = mutate(RICH, chance)
        try:
            extract(read("guide.docx", data), Meanings(()))
        except DocumentRefused as refused:
            codes.add(refused.code)
        else:
            codes.add("read")
    assert "read" in codes
    assert LOST not in codes


def test_the_same_seed_damages_a_file_in_the_same_way():
    first, second = (mutate(RICH, random.Random(7)) for _ in range(2))
    assert first == second
    assert first != RICH
