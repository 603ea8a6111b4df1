"""What was computed is kept, and no state of what was kept changes a vector."""

import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest
from fingerpost.encoding import encoder, keeping
from fingerpost.encoding.keeping import KeepingEncoder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.encoding.stand_ins import Counting

TEXTS = ["Use a timer.", "Seat near the front.", "Use a timer.", "", "Cynnig cymorth — ŵ."]
PLAIN = Counting().encode(TEXTS).tobytes()


def only_file(folder):
    (found,) = folder.glob("vectors-*.db")
    return found


def test_the_real_encoder_gives_the_same_bytes_with_and_without_keeping(tmp_path):
    plain, kept = encoder("minilm-int8"), encoder("minilm-int8", tmp_path / "kept")
    assert plain is not None
    assert kept is not None

    expected = plain.encode(TEXTS).tobytes()

    assert kept.encode(TEXTS[1:3]).tobytes() == plain.encode(TEXTS[1:3]).tobytes()
    assert kept.encode(TEXTS).tobytes() == kept.encode(TEXTS).tobytes() == expected
    assert (kept.name, kept.digest, kept.dim) == (plain.name, plain.digest, plain.dim)
    assert only_file(tmp_path / "kept").stat().st_size > 4 * 384 * 4


def test_a_text_is_computed_once_and_then_never_again(tmp_path):
    first = Counting()
    assert KeepingEncoder(first, tmp_path).encode(TEXTS).tobytes() == PLAIN
    assert sorted(first.asked) == sorted(set(TEXTS))

    again = Counting()
    assert KeepingEncoder(again, tmp_path).encode([*TEXTS, "New."]).shape == (6, 8)
    assert again.asked == ["New."]


def test_nothing_to_encode_gives_no_rows(tmp_path):
    assert KeepingEncoder(Counting(), tmp_path).encode([]).shape == (0, 8)


def test_without_a_folder_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = encoder("minilm-int8", None)
    assert made is not None
    made.encode(["Use a timer."])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("part", ["digest", "runtime"])
def test_other_weights_and_other_libraries_have_files_of_their_own(tmp_path, part):
    other = Counting()
    setattr(other, part, "something else")
    KeepingEncoder(Counting(), tmp_path).encode(TEXTS)
    KeepingEncoder(other, tmp_path).encode(TEXTS)
    assert len(list(tmp_path.glob("vectors-*.db"))) == 2
    assert sorted(other.asked) == sorted(set(TEXTS))


def test_what_was_finished_is_kept_when_the_rest_fails(tmp_path):
    texts = [f"Statement {number}." for number in range(600)]

    class Failing(Counting):
        def encode(self, texts):
            if "Statement 599." in texts:
                raise KeyboardInterrupt
            return super().encode(texts)

    with pytest.raises(KeyboardInterrupt):
        KeepingEncoder(Failing(), tmp_path).encode(texts)

    later = Counting()
    KeepingEncoder(later, tmp_path).encode(texts)
    assert later.asked == texts[500:]


@pytest.mark.parametrize("damage", [b"no database at all", b"SQLite format 3\0" + b"x" * 4096])
def test_a_damaged_file_is_set_aside_and_made_anew(tmp_path, damage):
    KeepingEncoder(Counting(), tmp_path).encode(TEXTS)
    only_file(tmp_path).write_bytes(damage)

    assert KeepingEncoder(Counting(), tmp_path).encode(TEXTS).tobytes() == PLAIN

    assert only_file(tmp_path).with_suffix(".damaged").read_bytes() == damage
    later = Counting()
    assert KeepingEncoder(later, tmp_path).encode(TEXTS).tobytes() == PLAIN
    assert later.asked == []


def test_a_file_of_another_shape_is_set_aside_and_made_anew(tmp_path):
    KeepingEncoder(Counting(), tmp_path).encode(TEXTS)
    with closing(sqlite3.connect(only_file(tmp_path))) as file, file:
        file.execute("DROP TABLE vectors")
        file.execute("CREATE TABLE vectors (other)")

    assert KeepingEncoder(Counting(), tmp_path).encode(TEXTS).tobytes() == PLAIN

    later = Counting()
    KeepingEncoder(later, tmp_path).encode(TEXTS)
    assert later.asked == []


@pytest.mark.parametrize("value", ["zeroblob(32)", "'text'", "CAST(x'ff' AS TEXT)", "7", "''"])
def test_a_damaged_row_is_computed_again_and_mended(tmp_path, value):
    KeepingEncoder(Counting(), tmp_path).encode(TEXTS)
    with closing(sqlite3.connect(only_file(tmp_path))) as file, file:
        file.execute(f"UPDATE vectors SET vector = {value}")

    assert KeepingEncoder(Counting(), tmp_path).encode(TEXTS).tobytes() == PLAIN

    later = Counting()
    assert KeepingEncoder(later, tmp_path).encode(TEXTS).tobytes() == PLAIN
    assert later.asked == []


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_damage_to_the_file_changes_a_vector(tmp_path, data):
    KeepingEncoder(Counting(), tmp_path).encode(TEXTS)
    kept = bytearray(only_file(tmp_path).read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        kept[data.draw(st.integers(0, len(kept) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.just(len(kept)) | st.integers(0, len(kept)))
    only_file(tmp_path).write_bytes(kept[:cut])

    assert KeepingEncoder(Counting(), tmp_path).encode(TEXTS).tobytes() == PLAIN


def test_a_busy_file_is_waited_for_and_then_done_without(tmp_path, monkeypatch):
    monkeypatch.setattr(keeping, "_PATIENCE", 0.01)
    KeepingEncoder(Counting(), tmp_path).encode(TEXTS)
    with closing(sqlite3.connect(only_file(tmp_path), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert KeepingEncoder(Counting(), tmp_path).encode(TEXTS).tobytes() == PLAIN

    later = Counting()
    KeepingEncoder(later, tmp_path).encode(TEXTS)
    assert later.asked == []


def test_a_folder_that_cannot_be_written_to_costs_only_time(tmp_path):
    (tmp_path / "kept").write_text("a file where a folder should be")
    assert KeepingEncoder(Counting(), tmp_path / "kept").encode(TEXTS).tobytes() == PLAIN


def test_many_at_once_share_one_file(tmp_path):
    rows = []

    def work():
        rows.append(KeepingEncoder(Counting(), tmp_path).encode(TEXTS).tobytes())

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert rows == [PLAIN] * 8
    with closing(sqlite3.connect(only_file(tmp_path))) as file:
        assert file.execute("SELECT count(*) FROM vectors").fetchone() == (len(set(TEXTS)),)
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


PROCESS = """
import sys
from pathlib import Path
from fingerpost.encoding.keeping import KeepingEncoder
from tests.encoding.stand_ins import Counting
texts = [f"Statement {number}." for number in range(3000)]
print(KeepingEncoder(Counting(), Path(sys.argv[1])).encode(texts).sum())
"""


def test_several_processes_share_one_file(tmp_path, root):
    command = [sys.executable, "-c", PROCESS, str(tmp_path)]
    running = [
        subprocess.Popen(
            command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    said = [process.communicate() for process in running]

    assert {error for _, error in said} == {""}
    assert len({out for out, _ in said}) == 1
    with closing(sqlite3.connect(only_file(tmp_path))) as file:
        assert file.execute("SELECT count(*) FROM vectors").fetchone() == (3000,)
