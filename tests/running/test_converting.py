"""Documents of the old kind: converted by LibreOffice where it is there, refused with a remedy else."""

import hashlib
import os
import shutil
from pathlib import Path

import pytest
from fingerpost.reading import read
from fingerpost.running.migrating import office
from fingerpost.running.migrating.converting import Legacy, convert_legacy
from fingerpost.running.migrating.inputs import Inputs, gather
from fingerpost.running.migrating.office import convert, find_office
from fingerpost.workspace import Workspace

from tests.support.compound import compound
from tests.support.office import fake_office
from tests.support.program import Program, workspace
from tests.support.word import bullets, docx, lists, p

OLD = compound("WordDocument", "1Table")
GUIDE = docx(
    p("Strategies", outline=0),
    p("Give one instruction at a time.", num=(1, 0)),
    numbering=lists(bullets()),
)

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="the stand-in is a script with a first line"
)


@pytest.fixture
def old(tmp_path) -> Program:
    """A workspace with one document of the old kind and one of today."""
    program = workspace(tmp_path / "old", *())
    shutil.rmtree(program.root / "data" / "raw")
    (program.root / "data" / "raw").mkdir()
    (program.root / "data" / "raw" / "old guide.doc").write_bytes(OLD)
    (program.root / "data" / "raw" / "new.docx").write_bytes(docx(p("New")))
    return program


@pytest.fixture
def put_on_path(tmp_path, monkeypatch):
    """Make the stand-in the only LibreOffice there is."""

    def put(way: str = "") -> Path:
        folder = fake_office(tmp_path / f"office {way}", GUIDE, way)
        monkeypatch.setenv("PATH", str(folder))
        monkeypatch.setattr(office, "_ELSEWHERE", ())
        return folder / "asked"

    return put


def converted(program: Program, how: Legacy = Legacy.CONVERT, **options) -> Inputs:
    inputs = gather(Workspace(program.root), keep=options.get("keep", True))
    return convert_legacy(inputs, how, **options)


def test_a_converted_document_keeps_its_name_and_the_digest_of_what_was_sent(old, put_on_path):
    put_on_path()
    new, guide = converted(old).documents
    assert (new.source, new.sent) == ("new.docx", "")
    assert guide.source == "old guide.doc"
    assert guide.digest == hashlib.sha256(OLD).hexdigest()
    assert guide.data == GUIDE


def test_what_was_converted_is_kept_by_content_and_forgotten_when_asked(old, put_on_path):
    asked = put_on_path()
    for options in ({}, {}, {"fresh": True}):
        assert converted(old, **options).documents[1].data == GUIDE
    assert len(asked.read_text().splitlines()) == 2


def test_nothing_is_kept_where_nothing_may_be_written(old, put_on_path):
    put_on_path()
    before = sorted(old.root.rglob("*"))
    assert converted(old, keep=False).documents[1].data == GUIDE
    assert sorted(old.root.rglob("*")) == before


def test_without_being_asked_nothing_is_converted(old, put_on_path):
    asked = put_on_path()
    for how in (Legacy.REFUSE, Legacy.KEPT):
        assert converted(old, how).documents[1].data == OLD
    assert asked.read_text() == ""


def test_what_an_earlier_run_converted_can_be_explained_later(old, put_on_path):
    put_on_path()
    converted(old)
    assert converted(old, Legacy.KEPT).documents[1].data == GUIDE
    assert converted(old, Legacy.REFUSE).documents[1].data == OLD


def test_the_program_works_in_a_folder_of_its_own_and_leaves_nothing(old, put_on_path):
    asked = put_on_path()
    raw = sorted((old.root / "data" / "raw").iterdir())
    converted(old)
    [line] = asked.read_text().splitlines()
    arguments = line.split("\t")
    profile = arguments[0].removeprefix("-env:UserInstallation=file://")
    assert not Path(profile).exists()
    assert str(old.root) not in line
    assert "--headless" in arguments
    assert arguments[-1] == "0.doc"
    assert sorted((old.root / "data" / "raw").iterdir()) == raw


@pytest.mark.parametrize("way", ["nothing", "rubbish"])
def test_a_document_that_cannot_be_converted_is_refused_with_how_to_do_it_by_hand(
    old, put_on_path, way
):
    put_on_path(way)
    inputs = converted(old)
    assert [raw.source for raw in inputs.documents] == ["new.docx"]
    [refusal] = inputs.unopened
    assert (refusal.source, refusal.code) == ("old guide.doc", "legacy-doc")
    assert refusal.reason.endswith("LibreOffice could not convert it.")
    assert "choose File > Save As" in refusal.remedy


def test_without_libreoffice_the_refusal_says_so(old, put_on_path, monkeypatch):
    put_on_path()
    monkeypatch.setenv("PATH", str(old.root))
    assert find_office() == ""
    [refusal] = converted(old).unopened
    assert "was not found on this computer." in refusal.reason


@pytest.mark.timeout(30)
def test_a_conversion_that_hangs_is_ended_with_all_it_started(put_on_path, monkeypatch):
    put_on_path("hang")
    monkeypatch.setattr(office, "SECONDS_TO_START", 0.5)
    monkeypatch.setattr(office, "SECONDS_A_DOCUMENT", 0)
    assert convert(find_office(), [OLD]) == [None]


def test_one_document_that_hangs_the_program_costs_only_itself(put_on_path, monkeypatch):
    put_on_path("one")
    monkeypatch.setattr(office, "SECONDS_TO_START", 1.5)
    monkeypatch.setattr(office, "SECONDS_A_DOCUMENT", 0)
    assert convert(find_office(), [OLD, OLD + b"choke", OLD]) == [GUIDE, None, GUIDE]


@pytest.mark.slow
def test_a_migration_reads_what_was_converted_and_tells_it(old, put_on_path):
    put_on_path()
    done = old.run("migrate", "--direct", "--convert-legacy")
    assert done.returncode == 0, done.stderr
    [record] = [row for row in old.rows("reports/documents.csv") if row["statements"] == "1"]
    assert record["source"] == "old guide.doc"
    assert record["sha256"] == hashlib.sha256(OLD).hexdigest()
    summary = (old.root / "reports" / "summary.html").read_text(encoding="utf-8")
    assert "was converted by LibreOffice before it was read" in summary
    [item] = old.rows("reports/items.csv")
    assert old.run("explain", item["id"]).returncode == 0
    assert old.run("migrate", "--direct").returncode == 1


@pytest.mark.slow
def test_libreoffice_itself_converts_a_document_it_wrote(tmp_path):
    program = find_office()
    if not program:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "guide.docx").write_bytes(GUIDE)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "doc:MS Word 97", "guide.docx"]
    office.subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    [data] = convert(program, [(tmp_path / "guide.doc").read_bytes()])
    assert data is not None
    blocks = read("guide.doc", data).stories[0].blocks
    assert [block.text for block in blocks] == ["Strategies", "Give one instruction at a time."]
