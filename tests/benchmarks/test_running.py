"""Readers that answer, hang, die and fail in, what became of each file out."""

import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.extraction import measuring
from benchmarks.extraction.measuring import Held, conversions, hold, measure
from benchmarks.extraction.roster import Reader
from benchmarks.extraction.scoring import Share
from benchmarks.support.environments import OUR_OWN
from benchmarks.support.running import CannotStartError, Conversion, Worker
from tests.oracle.structure import structure
from tests.support.word import box, docx, p

FAKE = """
import os, subprocess, sys, time
print("much ado", flush=True)
def convert(path):
    text = open(path).read()
    print("even more", file=sys.stderr)
    if text == "hang":
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        open(os.environ["TOLD"], "w").write(str(child.pid))
        time.sleep(60)
    if text == "die":
        os._exit(3)
    if text == "fail":
        raise ValueError("no good\\nat all")
    if text == "work":
        until = time.process_time() + 0.2
        while time.process_time() < until:
            pass
    return (text,) if text == "seal" else (text, path)
def tell(converted):
    return {"form": "records", "texts": list(converted)}
"""
LIMIT = 20.0


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setenv("TOLD", str(tmp_path / "child"))
    (tmp_path / "fake.py").write_text(FAKE, encoding="utf-8")
    return Reader("fake", "pytest", "as it comes", folder=tmp_path)


@pytest.fixture
def worker(fake: Reader) -> Iterator[Worker]:
    with Worker(OUR_OWN, fake) as working:
        yield working


def given(folder: Path, text: str) -> Path:
    path = folder / f"{text}.docx"
    path.write_text(text, encoding="utf-8")
    return path


def convert(worker: Worker, folder: Path, text: str, limit: float = LIMIT) -> Conversion:
    return worker.convert(text, given(folder, text), limit)


def test_what_a_reader_prints_does_not_get_into_its_answers(worker: Worker, tmp_path: Path) -> None:
    assert worker.hello.version == pytest.__version__
    told = convert(worker, tmp_path, "a").told
    assert told == {"form": "records", "texts": ["a", str(tmp_path / "a.docx")]}


def test_a_failure_is_told_in_one_line_and_the_next_file_is_read(
    worker: Worker, tmp_path: Path
) -> None:
    assert convert(worker, tmp_path, "fail").failure == "ValueError: no good"
    assert convert(worker, tmp_path, "a").told


def test_a_reader_that_hangs_is_ended_with_its_children_and_the_next_file_is_read(
    worker: Worker, tmp_path: Path
) -> None:
    began = time.monotonic()
    assert convert(worker, tmp_path, "hang", limit=2.0).failure == "time-out"
    assert time.monotonic() - began < LIMIT
    assert is_gone(int((tmp_path / "child").read_text()))
    assert convert(worker, tmp_path, "a").told


def is_gone(process: int) -> bool:
    """Whether a process has ended, reaped or not."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.1)
    return False


def test_a_reader_that_dies_costs_one_file(worker: Worker, tmp_path: Path) -> None:
    assert convert(worker, tmp_path, "die").failure == "died"
    assert convert(worker, tmp_path, "a").told


def test_a_reader_that_died_between_two_files_is_started_anew(
    worker: Worker, tmp_path: Path
) -> None:
    assert worker._process is not None
    worker._process.kill()
    worker._process.wait()
    assert convert(worker, tmp_path, "a").failure == "died"
    assert convert(worker, tmp_path, "a").told


def test_processor_seconds_and_memory_are_those_of_the_reader(
    worker: Worker, tmp_path: Path
) -> None:
    worked, idle = convert(worker, tmp_path, "work"), convert(worker, tmp_path, "a")
    assert 0.2 <= worked.seconds < 2.0
    assert idle.seconds < 0.1
    assert 1_000 < idle.peak < 60_000


def test_the_memory_of_whoever_measures_is_not_counted(worker: Worker, tmp_path: Path) -> None:
    ballast = b"x" * 200_000_000
    worker._end()
    assert convert(worker, tmp_path, "a").peak < 60_000
    assert len(ballast) == 200_000_000


def test_a_reader_that_cannot_be_imported_says_why(tmp_path: Path) -> None:
    (tmp_path / "absent.py").write_text("import no_such_library", encoding="utf-8")
    with pytest.raises(CannotStartError, match="No module named 'no_such_library'"):
        Worker(OUR_OWN, Reader("absent", "pytest", "", folder=tmp_path))


def test_a_reader_gets_a_copy_with_a_name_it_cannot_object_to(
    worker: Worker, tmp_path: Path
) -> None:
    original = given(tmp_path, "a")
    (made,) = conversions(worker, [("x/a.dotm", original)], LIMIT)
    assert made.name == "x/a.dotm"
    assert made.told
    assert made.told["texts"][1].endswith(f"{os.sep}document.docx")
    assert made.told["texts"][1] != str(original)


def test_a_file_that_cannot_be_read_has_no_score(fake: Reader, tmp_path: Path) -> None:
    files = [(name, given(tmp_path, name)) for name in ("a", "fail")]
    readable = Held(structure(docx(p("a"))), beside=Counter())
    run = measure(fake, OUR_OWN, files, {"a": readable, "fail": None}, LIMIT)
    assert [(m.name, m.readable, bool(m.shares)) for m in run.measures] == [
        ("a", True, True),
        ("fail", False, False),
    ]
    assert run.measures[0].shares["body words"] == Share(1, 1)


def test_words_beside_the_text_are_held_and_not_held_against_a_reader(
    fake: Reader, tmp_path: Path
) -> None:
    picture = tmp_path / "picture.docx"
    picture.write_bytes(docx(p("a", box(p("b"), description="A seal"))))
    held = hold([("picture", picture)])["picture"]
    assert held == Held(structure(picture.read_bytes()), Counter({"a": 1, "seal": 1}))
    files = [("seal", given(tmp_path, "seal"))]
    added = [
        measure(fake, OUR_OWN, files, {"seal": Held(held.structure, beside)}, LIMIT)
        .measures[0]
        .shares["words added"]
        .hits
        for beside in (Counter(), held.beside)
    ]
    assert added[0] == added[1] + 1


def test_a_very_long_file_is_timed_and_not_compared(
    fake: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(measuring, "_MOST_WORDS", 1)
    held = {text: Held(structure(docx(p(text))), Counter()) for text in ("a", "a b")}
    files = [(text, given(tmp_path, text)) for text in held]
    run = measure(fake, OUR_OWN, files, held, LIMIT)
    assert [bool(made.shares) for made in run.measures] == [True, False]
    assert [made.failure for made in run.measures] == ["", ""]
