"""A document with a bit of everything in, what the readers that are installed here tell out."""

from collections import Counter
from pathlib import Path

import pytest
from docx import Document

from benchmarks.extraction.measuring import Measure, hold, measure
from benchmarks.extraction.outputs import Levelled, Output, output_of
from benchmarks.extraction.roster import READERS, Reader
from benchmarks.extraction.scoring import Share
from benchmarks.support.environments import OUR_OWN
from benchmarks.support.running import Worker
from tests.support.word import (
    box,
    bullets,
    deleted,
    docx,
    footnote,
    inserted,
    link,
    lists,
    note_mark,
    p,
    r,
    style,
    tbl,
    tc,
    tr,
)

ADDRESS = "https://example.org/a"
DATA = docx(
    p("Our guide", style="Title"),
    p("To do", style="Heading1"),
    p("Wait", num=(1, 0)),
    p("Look up", num=(1, 1)),
    p("Further in", num=(2, 0)),
    p(
        "Then ",
        inserted("ask"),
        deleted("tell"),
        note_mark(2),
        note_mark(3, "comment"),
        link("rId9", " here"),
    ),
    tbl(tr(tc(p("Sit", num=(1, 0))))),
    p(r("What helps", "<w:b/>")),
    p("\u2022 Typed item"),
    p(box(p("Aside"))),
    styles=style("Title") + style("Heading1", "heading 1", para='<w:outlineLvl w:val="0"/>'),
    numbering=lists(bullets(), bullets(left=2880)),
    comments=footnote(3, p("And why"), kind="comment"),
    footnotes=footnote(2, p("The note")),
    links={"rId9": ADDRESS},
)
ITEMS = (Levelled("Wait", 0), Levelled("Look up", 1), Levelled("Further in", 0), Levelled("Sit", 0))
INSTALLED = {
    reader.name: reader
    for reader in READERS
    if reader.is_ours or reader.name in {"mammoth", "naive", "pandoc"}
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    named = tmp_path / "document.docx"
    named.write_bytes(DATA)
    return named


def told(reader: Reader, path: Path) -> Output:
    with Worker(OUR_OWN, reader) as worker:
        conversion = worker.convert(path.name, path, 60.0)
    assert conversion.told, conversion.failure
    return output_of(conversion.told)


def measured(reader: Reader, path: Path) -> Measure:
    files = [(path.name, path)]
    (made,) = measure(reader, OUR_OWN, files, hold(files), 60.0).measures
    return made


@pytest.mark.slow
@pytest.mark.parametrize("name", ["fingerpost", "fingerpost-reading"])
def test_ours_tells_all_that_is_there_and_only_what_the_file_states(name: str, path: Path) -> None:
    made = measured(INSTALLED[name], path)
    faults = {share: made.shares[share].hits for share in ("words doubled", "words added")}
    assert set(faults.values()) == {0}
    whole = {name: share for name, share in made.shares.items() if name not in faults}
    assert [
        name for name, (hits, of) in whole.items() if hits != of and name != "order errors"
    ] == []
    output = told(INSTALLED[name], path)
    assert output.items == ITEMS
    assert output.headings == (Levelled("To do", 1),)
    assert output.links == (ADDRESS,)


def test_mammoth_tells_headings_items_with_levels_notes_and_links(path: Path) -> None:
    output = told(INSTALLED["mammoth"], path)
    assert Counter(output.items) == Counter(ITEMS)
    assert output.links == (ADDRESS,)
    assert "The note" in output.texts
    shares = measured(INSTALLED["mammoth"], path).shares
    assert (shares["insertions"], shares["comments"]) == (Share(1, 1), Share(1, 1))


def test_pandoc_tells_the_title_that_it_keeps_apart_and_no_deleted_words(path: Path) -> None:
    output = told(INSTALLED["pandoc"], path)
    assert output.texts[0] == "Our guide"
    assert output.headings == (Levelled("To do", 1),)
    assert Counter(output.items) == Counter(ITEMS)
    assert {"Then ask here", "The note"} <= set(output.texts)
    assert output.links == (ADDRESS,)


def test_the_naive_way_tells_paragraphs_then_tables(tmp_path: Path) -> None:
    document = Document()
    document.add_table(1, 1).cell(0, 0).text = "Sit"
    document.add_heading("To do", level=2)
    document.add_paragraph("Wait", style="List Bullet 2")
    document.save(str(tmp_path / "plain.docx"))
    output = told(INSTALLED["naive"], tmp_path / "plain.docx")
    assert output.texts == ("To do", "Wait", "Sit")
    assert output.headings == (Levelled("To do", 2),)
    assert output.items == (Levelled("Wait", 1),)
