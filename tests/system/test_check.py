"""`fingerpost check`: a verdict on every document, in plain words, and nothing written."""

import hashlib

import pytest

from tests.support.compound import compound
from tests.support.office import fake_office
from tests.support.program import Program, bare
from tests.support.scans import PICTURE, scanned
from tests.support.word import (
    bullets,
    deleted,
    docx,
    footnote,
    inserted,
    lists,
    note_mark,
    p,
    package,
)

pytestmark = pytest.mark.slow

GUIDE = docx(
    p("Strategies", outline=0),
    p("Give one instruction at a time.", num=(1, 0)),
    p("Face the ", inserted("whole "), deleted("half "), "class.", num=(1, 0)),
    p("Talk to parents", note_mark(0, "comment"), " often.", num=(1, 0)),
    numbering=lists(bullets()),
    comments=footnote(0, p("Really?"), p("Yes."), kind="comment"),
)
BAD = {
    "empty.docx": (b"", "empty-file"),
    "blank.docx": (docx(p()), ""),
    "scanned.docx": (scanned(p(PICTURE)), ""),
    "old.doc": (compound("WordDocument"), "legacy-doc"),
    "password.docx": (compound("EncryptedPackage"), "encrypted"),
    "rights.docx": (compound("DRMEncryptedDataSpace", "EncryptedPackage"), "rights-managed"),
    "cut.docx": (GUIDE[: len(GUIDE) // 2], "corrupt"),
    "torn.docx": (docx("<w:p><w:r></w:p>"), "corrupt"),
    "really a pdf.docx": (b"%PDF-1.7", "not-word"),
    "web page.docx": (b"<html><body>hello", "not-word"),
    "workbook.docx": (package({"xl/workbook.xml": "<x/>"}), "not-word"),
    "writer.docx": (package({"mimetype": "application/vnd.oasis.opendocument.text"}), "not-word"),
    "entities.docx": (docx(more={"word/document.xml": "<!DOCTYPE a><a/>"}), "unsafe"),
    "deep.docx": (docx("<w:sdt>" * 900 + p("x") + "</w:sdt>" * 900), "too-deep"),
}


def tree(program: Program) -> dict[str, str]:
    return {
        path.relative_to(program.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in program.root.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """A workspace with fourteen bad files, a good one, one of macros and one of prose."""

    program = bare(tmp_path_factory.mktemp("check") / "leeds")
    raw = program.root / "data" / "raw"
    files = {name: data for name, (data, _) in BAD.items()} | {
        "guide.docx": GUIDE,
        "macros.docm": docx(p("Only words."), kind="docm", more={"word/vbaProject.bin": b"x"}),
    }
    for name, data in files.items():
        (raw / name).write_bytes(data)
    before = tree(program)
    done = program.run("check")
    asked = program.asked("check")
    return program, done, asked, before


def lines_of(checked, name: str) -> list[str]:
    lines = checked[1].stdout.splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith(f"{name}: "))
    end = start + 1
    while lines[end].startswith("  "):
        end += 1
    return lines[start:end]


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_gets_a_plain_sentence_and_a_next_step(checked, name):
    [line] = lines_of(checked, name)
    words = line.partition(": ")[2].removeprefix("would be refused: ")
    found, next_step = words.split(". ", maxsplit=1)
    assert found[0].isupper()
    assert next_step[0].isupper()
    assert next_step.endswith(".")


@pytest.mark.parametrize("name", BAD)
def test_no_bad_file_is_called_fine(checked, name):
    [verdict] = [one for one in checked[2]["verdicts"] if one["source"] == name]
    assert verdict["code"] == BAD[name][1]
    assert verdict["fitness"] == ("refused" if BAD[name][1] else "empty")
    assert verdict["statements"] == 0


def test_a_good_file_is_forecast_with_what_a_person_should_know(checked):
    assert lines_of(checked, "guide.docx") == [
        "guide.docx: 3 statements, 3 would wait, with 1 question about headings.",
        "  1 comment, read as notes and not published.",
        "  Tracked changes: 1 insertion and 1 deletion, read as if accepted, and every statement "
        "they touch waits for a person.",
    ]


def test_a_document_without_statements_is_pointed_out(checked):
    first, second = lines_of(checked, "macros.docm")
    assert first.startswith(
        "macros.docm: No statement was found in its 2 words. Look at it in Word"
    )
    assert second == "  The file carries macros. They were left alone: only its words are read."


def test_the_forecast_ends_with_how_much_people_would_be_asked(checked):
    *_, review, bad = checked[1].stdout.splitlines()
    assert review.startswith("3 statements would wait: 1 question about headings, then")
    assert bad == "15 documents of 16 would give nothing; what to do stands with each."


def test_its_ending_says_that_something_would_be_refused(checked):
    program, done, _, _ = checked
    assert done.returncode == 1
    assert program.run("check", program.root / "data/raw/guide.docx").returncode == 0
    assert program.run("check", program.root / "no such folder").returncode == 2


def test_nothing_is_written(checked):
    program, _, _, before = checked
    assert tree(program) == before


def test_old_documents_are_converted_for_the_forecast_only(checked, tmp_path, monkeypatch):
    program, _, _, before = checked
    monkeypatch.setenv("PATH", str(fake_office(tmp_path / "office", GUIDE)))
    forecast = program.run("check", "--convert-legacy", program.root / "data/raw/old.doc")
    assert forecast.returncode == 0, forecast.stderr
    assert forecast.stdout.startswith("old.doc: 3 statements")
    assert tree(program) == before


def test_a_migration_names_the_documents_in_which_it_found_nothing(checked, tmp_path):
    program, _, _, _ = checked
    documents = [program.root / "data/raw" / name for name in ("scanned.docx", "guide.docx")]
    told = program.run("migrate", "--direct", *documents).stdout
    assert "Nothing found: scanned.docx: The document holds no words, but a picture" in told
    assert "Nothing found: guide.docx" not in told
