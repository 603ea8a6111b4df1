"""Word files and locators in; the short script that is shipped finds the paragraph."""

import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from fingerpost.meanings import Meanings
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chance import times
from tests.support.copies import SCRIPT, copied, faults, find_paragraph, letters, solid
from tests.support.grammar import BLOCKS, PARAGRAPHS
from tests.support.shipped import shipped_rules
from tests.support.word import (
    bold,
    box,
    bullets,
    choice,
    control,
    deleted,
    docx,
    footnote,
    hidden,
    inserted,
    link,
    lists,
    note_mark,
    old_box,
    p,
    r,
    tbl,
    tc,
    tr,
)

SAMPLES = sorted((Path(__file__).parents[2] / "data" / "raw").rglob("*.docx"))
ITEMS = 100


def test_the_script_is_short_and_needs_only_lxml():
    code = [line for line in SCRIPT.read_text(encoding="utf-8").splitlines() if line.strip()]
    imported = {line.split()[1] for line in code if line.startswith(("import ", "from "))}
    assert len(code) - len(imported) <= 37
    assert imported == {"re", "sys", "zipfile", "posixpath", "lxml"}


def test_it_runs_as_a_program(tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(docx(p("one"), p("two")))
    done = subprocess.run(
        [sys.executable, SCRIPT, file, "body/p[2]"], capture_output=True, text=True, check=True
    )
    assert done.stdout == "two"


@pytest.mark.parametrize("locator", ["body/p[3]", "footnote[1]/p[1]", "body/p[1]/txbx[1]/p[1]"])
def test_a_place_that_is_not_there_is_said_not_to_be(locator, tmp_path):
    file = tmp_path / "a.docx"
    file.write_bytes(docx(p("one"), p("two")))
    with pytest.raises(SystemExit, match=re.escape(f"has no {locator}")):
        find_paragraph(file, locator)


@pytest.mark.parametrize("typed", [[], ["body/p[1]"], ["none.docx", "body/p[1]"], ["{xml}", "p"]])
def test_who_names_no_docx_is_told_how_to(typed, tmp_path):
    file = tmp_path / "guide.xml"
    file.write_text("<package/>")
    asked = [word.format(xml=file) for word in typed]
    command = [sys.executable, SCRIPT, *asked]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Not a .docx. ")
    assert "python find_paragraph.py FILE.docx" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_hundred_random_items_of_the_samples_are_found_and_marked_alike():
    made = {path: copied(path.read_bytes(), Meanings(shipped_rules().headings)) for path in SAMPLES}
    every = [(path, one) for path in SAMPLES for one in made[path].extraction.strategies]
    for path, one in random.Random(17).sample(every, ITEMS):
        found = find_paragraph(path, one.locator)
        first_line = one.source_text.partition("\n")[0]
        assert letters(first_line) in letters(found), (path, one.locator)
        assert solid(made[path].marked[one.locator, one.part]) == solid(one.source_text)


def advice(dice, words):
    """Make one bullet of advice out of runs of every kind, some in a cell or a content control."""
    pieces = [
        dice.choice([bold, slanted, str, inserted, control_of, linked])(f"{word} ")
        for word in words
    ]
    pieces.insert(dice.randrange(len(pieces)), dice.choice([deleted("never "), hidden("x "), ""]))
    bullet = p(*filter(None, pieces), num=(1, dice.randrange(3)))
    return dice.choice([str, control, inserted, custom, in_a_table])(bullet)


def slanted(text):
    return r(text, "<w:i/>")


def control_of(text):
    return control(r(text))


def linked(text):
    return link("a", text)


def custom(block):
    return f'<w:customXml w:element="x">{block}</w:customXml>'


def in_a_table(block):
    return tbl(control(tr(control(tc(block)), tc(block, tbl(tr(tc(block)))))))


def test_a_hundred_random_items_of_random_documents_are_found_and_marked_alike(tmp_path):
    dice, count = random.Random(29), 0
    path = tmp_path / "a.docx"
    meanings = Meanings(shipped_rules().headings)
    while count < ITEMS:
        bullets_made = [
            advice(dice, ["Offer", "choice", f"number{dice.randrange(10**6)}", "of", "seats"])
            for _ in range(6)
        ]
        path.write_bytes(
            docx(
                p("Strategies", outline=0),
                *bullets_made,
                numbering=lists(bullets()),
                links={"a": "https://example.org"},
            )
        )
        made = copied(path.read_bytes(), meanings)
        assert made.extraction.strategies
        assert list(faults(made)) == []
        for one in made.extraction.strategies:
            count += 1
            assert_holds(letters(find_paragraph(path, one.locator)), letters(one.source_text))


@settings(deadline=None, max_examples=times(60))
@given(st.lists(BLOCKS, max_size=4), st.lists(PARAGRAPHS, max_size=2), st.booleans())
def test_every_paragraph_of_a_random_document_is_found(blocks, notes, strict):
    data = docx(
        *blocks,
        p("x", note_mark(1)),
        footnotes=footnote(0, p("no"), separator="separator") + footnote(1, *notes),
        headers=["".join(blocks[:1])],
        strict=strict,
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(data)
        for locator, line in copied(data).lines.items():
            # The script cannot know what a style hides or whole deleted rows; it shows those words.
            assert_holds(letters(find_paragraph(path, locator)), letters(line.text))


def assert_holds(found, wanted):
    """Check that the wanted letters are among those found, in their order."""
    rest = iter(found)
    assert all(letter in rest for letter in wanted), (found, wanted)


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        ("body/p[1]", "first"),
        ("body/p[2]", "inserted, really"),
        ("body/p[3]/txbx[1]/p[1]", "new box"),
        ("body/p[3]/txbx[2]/p[1]", "old box"),
        ("body/p[4]/txbx[1]/p[1]", "fallback"),
        ("body/tbl[1]/tr[1]/tc[1]/p[1]", "cell"),
        ("body/tbl[1]/p[1]", "between rows"),
        ("body/r[1]", "loose"),
        ("body/p[5]", "non verbal α"),
        ("footnote[1]/p[1]", "note"),
        ("endnote[1]/p[1]", "late note"),
        ("comment[2]/p[1]", "second comment"),
        ("header[2]/p[1]", "second header"),
        ("footer[1]/p[1]", "footer"),
    ],
)
def test_the_script_knows_the_habits_of_word(locator, text, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(HABITS)
    assert find_paragraph(path, locator) == text


MOVED = f"<w:moveFrom>{r(' moved')}</w:moveFrom>"
HABITS = docx(
    control(p("first")),
    inserted(p("inserted", deleted(" not"), MOVED, ", really")),
    p(choice(box(p("new box")), old_box(p("its twin"))), old_box(p("old box"))),
    p(choice(box(p("unheard of")), old_box(p("fallback")), requires="o")),
    tbl(control(tr("cell")), p("between rows")),
    r("loose"),
    p(
        r("<w:t>non</w:t><w:noBreakHyphen/>"),
        "verbal ",
        r('<w:sym w:font="Arial" w:char="03B1"/>'),
    ),
    footnotes=footnote(0, p("no"), separator="separator") + footnote(1, p("note")),
    endnotes=footnote(1, p("late note"), kind="endnote"),
    comments=footnote(1, p("first comment"), kind="comment")
    + footnote(2, p("second comment"), kind="comment"),
    headers=[p("first header"), p("second header")],
    footers=[p("footer")],
)
