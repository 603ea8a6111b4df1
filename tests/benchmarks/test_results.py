"""What two readers made of three files in, tables and pictures out."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.extraction import __main__ as program
from benchmarks.extraction.figures import everywhere_converted, mean, pooled, sheets
from benchmarks.extraction.measuring import Measure, Run
from benchmarks.extraction.outputs import Levelled, Output
from benchmarks.extraction.plots import plots
from benchmarks.extraction.roster import Reader
from benchmarks.extraction.scoring import Share, score
from benchmarks.extraction.tables import files_csv, page, shown
from tests.oracle.structure import structure
from tests.support.golden import assert_golden
from tests.support.word import bullets, docx, lists, p

GOLDEN = Path(__file__).parent / "golden"
HELD = structure(docx(p("Head", outline=0), p("Wait here", num=(1, 0)), numbering=lists(bullets())))
GOOD = Output(("Head", "Wait here"), (Levelled("Wait here", 0),), (Levelled("Head", 1),))
POOR = Output(("Wait here", "more", "Wait"))


def run(name: str, first: Output, *, cost: float, **more: object) -> Run:
    """One file read, one that fails, one that nobody can read."""
    reader = Reader(name, name, "as it comes", **more)  # type: ignore[arg-type]
    measures = (
        Measure("a.docx", True, cost, 2048, 10, "", score(HELD, first)),
        Measure("b.docx", True, 2 * cost, 4096, 0, "ValueError: no", score(HELD, Output())),
        Measure("c.docx", False, 0.0, 1024, 0, "Refused: c", {}),
    )
    return Run(reader, "1.0", 0.25, measures)


def slow(name: str) -> Measure:
    return Measure(name, True, 60.0, 0, 0, "time-out", score(HELD, Output()))


OURS = run("fingerpost", GOOD, cost=0.5)
ALONE = replace(OURS, reader=replace(OURS.reader, name="fingerpost-reading", only_cost=True))
PEER = run("peer & co", POOR, cost=0.125, offers_not=frozenset({"headings", "links"}))
SLOW = replace(PEER, measures=(PEER.measures[0], slow("b.docx"), PEER.measures[2]))
RUNS = (OURS, ALONE, SLOW)
MISSING = {"other": "ERROR: No matching distribution"}


def test_a_failed_conversion_counts_as_nothing_where_it_is_asked_for() -> None:
    assert mean(OURS, "list items") == 50.0
    assert mean(OURS, "item level") == 100.0
    assert mean(PEER, "body words") == pytest.approx(100 / 3)
    assert pooled(OURS, "body paragraphs") == 100.0


def test_what_is_not_offered_or_not_asked_is_no_figure() -> None:
    assert mean(PEER, "headings") is None
    assert pooled(PEER, "links") is None
    assert mean(OURS, "notes") is None
    assert mean(PEER, "body words", frozenset({"a.docx"})) == pytest.approx(200 / 3)


def test_files_that_all_convert_are_those_that_none_fails_on() -> None:
    assert everywhere_converted(RUNS) == {"a.docx"}


@pytest.mark.parametrize(
    ("figure", "digits", "text"),
    [
        (None, 1, "–"),
        (99.97, 1, "99.9"),
        (100.0, 1, "100.0"),
        (0.04, 1, "0.0"),
        (1234.5, 0, "1,234"),
    ],
)
def test_nearly_all_is_not_shown_as_all(figure: float | None, digits: int, text: str) -> None:
    assert shown(figure, digits) == text


def test_the_tables_golden() -> None:
    assert_golden(GOLDEN / "tables.md", page(sheets(RUNS), RUNS, MISSING))


@pytest.mark.parametrize("name", ["words.svg", "cost.svg", "failures.svg", "structure.svg"])
def test_the_pictures_golden(name: str) -> None:
    picture = plots(RUNS)[name]
    assert_golden(GOLDEN / name, picture)
    drawn = ET.fromstring(picture)
    ids = {element.get("id"): "".join(element.itertext()) for element in drawn.iter()}
    assert all(ids[each] for each in drawn.get("aria-labelledby", "").split())
    assert ("fingerpost-reading" in picture) == (name == "cost.svg")


def test_pictures_can_be_drawn_of_one_reader_that_fails_on_nothing() -> None:
    alone = replace(OURS, measures=OURS.measures[:1])
    assert set(plots([alone])) == {"words.svg", "cost.svg", "failures.svg", "structure.svg"}


def test_each_figure_can_be_followed_to_its_files() -> None:
    rows = list(csv.DictReader(io.StringIO(files_csv(RUNS))))
    assert len(rows) == 9
    assert (rows[0]["reader"], rows[0]["file"], rows[0]["list items"]) == (
        "fingerpost",
        "a.docx",
        "1/1",
    )
    assert (rows[2]["readable"], rows[2]["failure"], rows[2]["links"]) == ("no", "Refused: c", "")


def test_a_folder_without_word_files_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old.doc").write_bytes(b"x")
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert program.main([str(folder)]) == 2
        assert str(folder) in capsys.readouterr().out


def test_the_command_measures_who_can_be_had_and_names_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(name: str, *_folders: Path) -> None:
        raise program.CannotInstallError(f"no {name} here")

    monkeypatch.setattr(program, "environment", nothing)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.DOCX").write_bytes(docx(p("Wait")))
    asked = [str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--readers"]
    assert program.main([*asked, "fingerpost", "naive"]) == 0
    printed = capsys.readouterr().out
    assert "1 files, 1 readable" in printed
    assert "naive: not had: no naive here" in printed
    tables = (tmp_path / "out" / "tables.md").read_text(encoding="utf-8")
    assert "| naive | not had | no naive here |" in tables
    assert ET.parse(tmp_path / "out" / "structure.svg")
    assert program.main([*asked, "naive"]) == 1


def test_a_share_of_nothing_says_nothing() -> None:
    assert score(HELD, GOOD)["notes"] == Share(0, 0)
