"""The log on disk: what is written is read, nothing is lost, and an edit is named."""

import hashlib
import os
import signal
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from fingerpost.curating import append, keep_copy, read_log, unused_date, verify_chain
from fingerpost.decisions import Action, Decision, Resource
from fingerpost.errors import LogError, WorkspaceError
from fingerpost.files import sole_writer
from fingerpost.logbook import COLUMNS, REMEDY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.curating.lines import MONDAY, answer

ANY_TEXT = st.text(max_size=40)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    return Decision(
        seq=0,
        resource_id=draw(ANY_TEXT),
        resource_type=Resource.STRATEGY,
        last_action_date=MONDAY,
        last_action_type=draw(st.sampled_from([Action.SEEN, Action.REWORDED, Action.NOTED])),
        field_name="text",
        replacement_value=draw(ANY_TEXT),
        updated_by=draw(ANY_TEXT),
        reason=draw(ANY_TEXT),
        pack=draw(ANY_TEXT),
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.lists(decisions(), max_size=4), max_size=4))
def test_what_was_appended_in_whatever_portions_is_what_is_read(tmp_path, parts):
    path = tmp_path / "decisions.csv"
    path.unlink(missing_ok=True)
    written = [line for part in parts for line in append(path, part)]
    assert read_log(path) == tuple(written)
    assert verify_chain(read_log(path)) == ()


def test_a_log_that_does_not_exist_yet_holds_nothing(tmp_path):
    assert read_log(tmp_path / "decisions.csv") == ()


def test_nothing_to_append_begins_a_log_and_then_leaves_it_alone(tmp_path):
    path = tmp_path / "decisions.csv"
    append(path, ())
    assert path.read_text() == ",".join(COLUMNS) + "\n"
    before = path.stat().st_mtime_ns
    append(path, ())
    assert path.stat().st_mtime_ns == before


def test_the_columns_are_the_contracts(tmp_path):
    path = tmp_path / "decisions.csv"
    append(path, answer("s-1"))
    assert path.read_bytes().split(b"\n")[0] == (
        b"seq,resource_id,resource_type,last_action_date,last_action_type,field_name,"
        b"previous_value,replacement_value,updated_by,reason,source_digest,pack,prev_hash"
    )


def test_lines_are_numbered_on_and_each_vouches_for_the_text_of_the_one_before(tmp_path):
    path = tmp_path / "decisions.csv"
    append(path, answer("s-1"))
    append(path, answer("s-2"))
    lines = path.read_text().splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == ["1", "2", "3", "4", "5", "6"]
    assert lines[1].endswith(",")
    for before, after in pairwise(lines[1:]):
        assert after.endswith("," + hashlib.sha256(before.encode()).hexdigest())


def test_an_edited_past_line_is_named(tmp_path):
    path = tmp_path / "decisions.csv"
    append(path, (*answer("s-1", note="fine"), *answer("s-2")))
    path.write_text(path.read_text().replace("fine", "splendid"))
    (named,) = verify_chain(read_log(path))
    assert named == (
        "decisions.csv: the line with seq 3 (about s-1) was edited after the line with seq 4 "
        f"was written. {REMEDY}"
    )


def test_lines_appended_after_an_edit_do_not_hide_it(tmp_path):
    path = tmp_path / "decisions.csv"
    append(path, answer("s-1", note="fine"))
    path.write_text(path.read_text().replace("fine", "splendid"))
    append(path, answer("s-2"))
    assert len(verify_chain(read_log(path))) == 1


def test_a_log_that_excel_or_git_gave_other_line_ends_still_holds_together(tmp_path):
    path = tmp_path / "decisions.csv"
    written = append(path, answer("s-1", note="two\nlines"))
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_log(path) == written
    assert verify_chain(read_log(path)) == ()


def replaced(column: str, value: str) -> str:
    cells = {
        "seq": "1",
        "resource_type": "strategy",
        "last_action_date": MONDAY,
        "last_action_type": "approved",
    } | {column: value}
    return ",".join(cells.get(name, "") for name in COLUMNS)


HEADER = ",".join(COLUMNS)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "seq,item\n",
            f"decisions.csv line 1: the first line must name the columns {', '.join(COLUMNS)}.",
        ),
        (
            "",
            f"decisions.csv line 1: the first line must name the columns {', '.join(COLUMNS)}.",
        ),
        (f"{HEADER}\n1,2\n", "decisions.csv line 2: there are 2 cells where 13 belong."),
        (
            f'{HEADER}\n1,"2"x\n',
            "decisions.csv: a quotation mark is out of place (',' expected after '\"').",
        ),
        (
            f"{HEADER}\n{replaced('last_action_type', 'liked')}\n",
            "decisions.csv line 2, column last_action_type: “liked” cannot stand here.",
        ),
        (
            f"{HEADER}\n{replaced('resource_type', 'thing')}\n",
            "decisions.csv line 2, column resource_type: “thing” cannot stand here.",
        ),
        (
            f"{HEADER}\n{replaced('last_action_date', 'Monday')}\n",
            "decisions.csv line 2, column last_action_date: “Monday” cannot stand here.",
        ),
        (
            f"{HEADER}\n{replaced('last_action_date', '2025-03-03T10:00:00')}\n",
            "decisions.csv line 2, column last_action_date: “2025-03-03T10:00:00” cannot stand here.",
        ),
        (
            f"{HEADER}\n{replaced('seq', 'one')}\n",
            "decisions.csv line 2, column seq: “one” cannot stand here.",
        ),
        (
            f"{HEADER}\n{replaced('last_action_type', 'relabelled')}\n",
            "decisions.csv line 2, column field_name: “” cannot stand here.",
        ),
        (
            f"{HEADER}\n{replaced('last_action_type', 'undone')}\n",
            "decisions.csv line 2, column resource_id: “” cannot stand here.",
        ),
        (
            f"{HEADER}\n{replaced('seq', '4')}\n",
            "decisions.csv line 2, column seq: the number is 4 where 1 belongs, so a line was taken out, put in or moved.",
        ),
    ],
)
def test_a_log_that_does_not_hold_together_is_refused_by_line_and_column(tmp_path, text, message):
    path = tmp_path / "decisions.csv"
    path.write_text(text)
    with pytest.raises(LogError) as refused:
        read_log(path)
    assert str(refused.value) == f"{message} {REMEDY}"


def test_a_log_that_is_not_utf_8_is_refused(tmp_path):
    path = tmp_path / "decisions.csv"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(LogError, match=r"^decisions\.csv: is not text in UTF-8\. Put back"):
        read_log(path)


def test_a_line_nobody_could_read_back_is_never_written(tmp_path):
    path = tmp_path / "decisions.csv"
    append(path, answer("s-1"))
    before = path.read_bytes()
    undated = replace(answer("s-2")[0], last_action_date="yesterday")
    with pytest.raises(LogError, match="column last_action_date: “yesterday”"):
        append(path, (undated,))
    assert path.read_bytes() == before


KILLED = """
import os, sys, signal
from pathlib import Path
from fingerpost.curating import append
from tests.curating.lines import answer
def die(*_): os.kill(os.getpid(), signal.SIGKILL)
Path.replace = die
append(Path(sys.argv[1]), answer("s-2"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send SIGKILL")
def test_a_kill_between_writing_and_replacing_leaves_the_old_log(tmp_path, root):
    path = tmp_path / "decisions.csv"
    append(path, answer("s-1"))
    before = path.read_bytes()
    done = subprocess.run([sys.executable, "-c", KILLED, str(path)], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    append(path, answer("s-3"))
    assert [line.resource_id for line in read_log(path)] == ["s-1"] * 3 + ["s-3"] * 3


WRITER = """
import sys
from pathlib import Path
from fingerpost.curating import append
from tests.curating.lines import answer
for number in range(10):
    append(Path(sys.argv[1]), answer(f"s-{sys.argv[2]}{number}"))
"""


def test_two_programs_writing_at_once_lose_no_line(tmp_path, root):
    path = tmp_path / "decisions.csv"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], cwd=root)
        for name in ("a", "b")
    ]
    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    lines = read_log(path)
    assert len(lines) == 60
    assert verify_chain(lines) == ()
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_writer_that_waits_too_long_is_told_what_to_do(tmp_path):
    path = tmp_path / "decisions.csv"
    told = (
        f"{path}: another program has been writing it for 0 seconds. "
        "Let it finish or close it, then run again."
    )
    with sole_writer(path), pytest.raises(WorkspaceError) as refused, sole_writer(path, 0.1):
        pass
    assert str(refused.value) == told


def test_a_log_held_open_in_excel_is_named_and_stays(tmp_path, monkeypatch):
    path = tmp_path / "decisions.csv"
    append(path, answer("s-1"))
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WorkspaceError) as refused:
        append(path, answer("s-2"))
    assert str(refused.value) == (
        f"{path}: cannot be written. Close decisions.csv in Excel if it is open there, "
        "check that you may write to its folder, then run again."
    )
    assert path.read_bytes() == before


def test_a_dated_copy_stands_beside_the_log_and_is_never_overwritten(tmp_path):
    path = tmp_path / "decisions.csv"
    append(path, answer("s-1"))
    first = keep_copy(path, "2025-03-03T10:00:00+00:00")
    assert first == tmp_path / "decisions-copies" / "decisions-2025-03-03T100000+0000.csv"
    assert first.read_bytes() == path.read_bytes()
    assert keep_copy(path, "2025-03-03T10:00:00+00:00") == first
    append(path, answer("s-2"))
    second = keep_copy(path, "2025-03-03T10:00:00+00:00")
    assert second.name == "decisions-2025-03-03T100000+0000-1.csv"
    assert first.read_bytes() != second.read_bytes()


def test_no_two_applies_carry_one_date():
    taken = (*answer("s-1", at="2025-03-03T10:00:00+00:00"),)
    assert unused_date(taken, "2025-03-03T10:00:00Z") == "2025-03-03T10:00:01+00:00"
    assert unused_date(taken, "2025-03-03T11:00:00+01:00") == "2025-03-03T10:00:01+00:00"
    assert unused_date((), "2025-03-03T10:00:00+00:00") == "2025-03-03T10:00:00+00:00"


def test_no_apply_carries_an_earlier_date_than_the_one_before_whatever_the_clock_says():
    taken = (*answer("s-1", at="2025-03-03T10:00:00+00:00"),)
    assert unused_date(taken, "2025-03-01T00:00:00Z") == "2025-03-03T10:00:01+00:00"


def test_a_log_that_cannot_be_opened_is_named(tmp_path):
    (tmp_path / "decisions.csv").mkdir()
    with pytest.raises(WorkspaceError, match=r"decisions\.csv: cannot be read \(.+\)\. Ask for"):
        read_log(tmp_path / "decisions.csv")


def test_a_full_disk_is_said_and_leaves_the_old_log(tmp_path, monkeypatch):
    path = tmp_path / "decisions.csv"
    append(path, answer("s-1"))
    before = path.read_bytes()

    def fill(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(WorkspaceError) as refused:
        append(path, answer("s-2"))
    assert str(refused.value) == (
        f"{path}: cannot be written (No space left on device). Mend that, then run again."
    )
    assert path.read_bytes() == before


def test_a_log_whose_first_lines_were_cut_off_and_renumbered_is_named(tmp_path):
    lines = append(tmp_path / "decisions.csv", answer("s-1"))
    beheaded = (replace(lines[1], seq=1),)
    assert verify_chain(beheaded) == (
        f"decisions.csv: the line with seq 1 does not begin the log it was written for. {REMEDY}",
    )


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "curated").write_text("a file where the folder should be")
    with pytest.raises(WorkspaceError, match=r"decisions\.csv: cannot be written \(.+\)\. Mend"):
        append(tmp_path / "curated" / "decisions.csv", answer("s-1"))
