"""What a person is told when a file is taken back of which an earlier version came in too."""

import pytest
from fingerpost.cli import main
from fingerpost.curating import append, fold, read_log
from fingerpost.reviewing import pack_of
from fingerpost.running.cataloguing.founding import found

from tests.curating.lines import TUESDAY, answer


@pytest.fixture
def workspace(tmp_path):
    """Give a workspace in which Ann's file came in, then again with one answer more."""
    made = found(tmp_path / "leeds", "leeds")
    (made.returned / "edits.xlsx").write_bytes(b"the newer version")
    newer = pack_of("edits.xlsx", b"the newer version")
    earlier = answer("s-1", pack="edits.xlsx#00000001")
    again = [answer(item, pack=newer, at=TUESDAY) for item in ("s-1", "s-2")]
    append(made.log, [*earlier, *(line for lines in again for line in lines)])
    return made


def undone(workspace, capsys, name: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["review", "undo", "--file", name, "--workspace", str(workspace.root)])
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_what_still_stands_by_an_earlier_version_of_a_file_is_said_and_how_to_take_it_back(
    workspace, capsys
):
    told = undone(workspace, capsys, "edits.xlsx")

    assert (
        "1 answer stands all the same, from edits.xlsx#00000001. To take it back too: "
        f"fingerpost review undo --workspace {workspace.root} --file 'edits.xlsx#00000001'"
    ) in told
    assert set(fold(read_log(workspace.log)).verdicts) == {"s-1"}
    assert "stands all the same" not in undone(workspace, capsys, "edits.xlsx#00000001")
    assert not fold(read_log(workspace.log)).verdicts


def test_a_file_taken_back_twice_takes_back_its_earlier_version(workspace, capsys):
    undone(workspace, capsys, "edits.xlsx")
    undone(workspace, capsys, "edits.xlsx")

    assert not fold(read_log(workspace.log)).verdicts
