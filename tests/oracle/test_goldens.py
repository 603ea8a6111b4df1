"""Small files and what converters would make of them in, how the oracle compares out."""

import json
from pathlib import Path

import pytest

from tests.oracle.goldens import CONVERTERS, compare, main
from tests.oracle.others import docling_text, html_text, native_text
from tests.oracle.words import words
from tests.support.word import deleted, docx, footnote, hidden, p, r

PANDOC, DOCLING, PYDOCX = CONVERTERS
FORMULA = "<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>"


def native(*names: str) -> str:
    return "[ Para [ " + " , Space , ".join(f'Str "{name}"' for name in names) + " ] ]"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('[Para [Str "One",Space,Str "two"],Plain [Str "three"]]', "one two three"),
        ('[Para [Str "H",Subscript [Str "2"],Emph [Str "O"]]]', "h2o"),
        ('[Para [Str "a",LineBreak,Str "b"]]', "a b"),
        ('[Para [Link ("id",["c"],[("k","v")]) [Str "text"] ("address","title")]]', "text"),
        ('[Para [Str "a",Image ("",[],[]) [Str "alt"] ("m.jpg",""),Str "b"]]', "a b"),
        ('[Para [Str "a",Math InlineMath "x",RawInline (Format "html") "raw"]]', "a"),
        ('[CodeBlock ("",["x"],[]) "one\\ntwo"]', "one two"),
        ('[DefinitionList [([Str "t"],[[Para [Str "d"]]]),([Str "u"],[])]]', "t d u"),
        ('[Para [Str "a",Note [Para [Str "n"]]]]', "a n"),
        ('[Para [Str "caf\\233\\&1 \\"q\\""]]', "caf\u00e91 q"),
        ('Pandoc (Meta {unMeta = fromList [("title",MetaInlines [Str "T"])]}) []', "t"),
    ],
)
def test_the_words_of_a_pandoc_tree_are_read_from_its_text_form(source: str, expected: str) -> None:
    assert words(native_text(source)) == expected.split()


def test_the_words_of_a_docling_document_are_its_texts_and_cells() -> None:
    told = {
        "texts": [
            {"label": "text", "content_layer": "body", "text": "shown", "orig": "as it stands"},
            {"label": "text", "text": "plain"},
            {"label": "formula", "content_layer": "body", "text": "\\frac"},
            {"label": "text", "content_layer": "furniture", "text": "header"},
            {"label": "text", "content_layer": "notes", "text": "comment"},
        ],
        "tables": [{"data": {"table_cells": [{"text": "cell"}, {"text": "rich", "ref": "#"}]}}],
    }
    assert words(docling_text(json.dumps(told))) == ["as", "it", "stands", "plain", "cell"]


def test_the_words_of_a_page_part_at_blocks_only() -> None:
    page = "<head><title>no</title></head><p>H<sub>2</sub>O</p><ul><li>a<br>b</li><li>&eacute;</li></ul>"
    assert words(html_text(page)) == ["h2o", "a", "b", "\u00e9"]


def test_a_golden_with_the_same_words_is_the_same() -> None:
    data = docx(p("One"), footnotes=footnote(1, p("two")), headers=[p("not compared")])
    assert compare(PANDOC, "a.docx", data, native("two", "One")).outcome == "same"


def test_words_parted_elsewhere_are_told_from_words_lost() -> None:
    data = docx(p("D"), p("rop"))
    assert compare(PANDOC, "a.docx", data, native("Drop")).outcome == "parted"
    lost = compare(PANDOC, "a.docx", data, native("D"))
    assert (lost.outcome, lost.detail) == ("differs", "only oracle: rop; only pandoc: -")
    assert compare(PANDOC, "a.docx", docx(p("D")), native("D", "more")).outcome == "differs"


def test_what_a_converter_is_known_to_drop_or_add_is_allowed_to_it_alone() -> None:
    formula = docx(p(FORMULA))
    assert compare(PANDOC, "a.docx", formula, "[]").outcome == "by rule"
    assert compare(PYDOCX, "a.docx", formula, "").outcome == "differs"
    unseen = docx(p("x ", hidden("y")))
    assert compare(PYDOCX, "a.docx", unseen, "<p>x y</p>").outcome == "by rule"
    assert compare(
        DOCLING, "a.docx", unseen, '{"texts":[{"label":"text","text":"x y"}]}'
    ).outcome == ("differs")
    for gone in (
        docx(p("x ", deleted("y"))),
        docx(p("x"), comments="<w:comment>" + p("y") + "</w:comment>"),
    ):
        assert compare(PANDOC, "a.docx", gone, native("x", "y")).outcome == "by rule"


def test_a_difference_that_was_looked_at_is_known_by_converter_and_name() -> None:
    data = docx(p("one"))
    assert compare(PANDOC, "diagram.docx", data, native("one", "DIAGRAM")).outcome == "known"
    assert compare(PANDOC, "other.docx", data, native("one", "DIAGRAM")).outcome == "differs"
    assert compare(PANDOC, "diagram.docx", data, native("one")).outcome == "same"


def test_a_file_that_cannot_be_read_is_no_comparison() -> None:
    assert compare(PANDOC, "a.docx", b"", native("one")).outcome == "unreadable"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    for name in ("test", "sources", "groundtruth"):
        (tmp_path / name).mkdir()
    data = docx(p("One ", r("two")))
    for name in ("test/a.docx", "test/b.docx", "test/none.docx", "sources/c.docx"):
        (tmp_path / name).write_bytes(data)
    (tmp_path / "test" / "a.native").write_text(native("One", "two"))
    (tmp_path / "test" / "b.html").write_text("<p>One two</p>")
    held = {"texts": [{"label": "text", "text": "One two"}]}
    (tmp_path / "groundtruth" / "c.docx.json").write_text(json.dumps(held))
    return tmp_path


def test_the_command_finds_the_goldens_of_all_converters(
    clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(clone)]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines == ["goldens 3", "docling same 1", "pandoc same 1", "pydocx same 1"]


def test_the_command_fails_over_a_difference_and_says_so_where_there_is_nothing(
    clone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (clone / "test" / "a.native").write_text(native("One"))
    assert main([str(clone)]) == 1
    assert "pandoc a.docx: differs" in capsys.readouterr().out
    assert main([str(tmp_path / "nowhere")]) == 2
    assert "no goldens in" in capsys.readouterr().err
