"""Requirements in, an environment of their own, or why there is none, out."""

from pathlib import Path

import pytest

from benchmarks.extraction.roster import READERS, REQUIREMENTS
from benchmarks.support import environments
from benchmarks.support.environments import (
    CannotInstallError,
    default_folder,
    environment,
)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run, with nothing run."""
    ran: list[list[str]] = []

    def run(command: list[str]) -> None:
        ran.append(command)
        if "venv" in command:
            Path(command[-1]).mkdir(parents=True)

    monkeypatch.setattr(environments, "_run", run)
    return ran


@pytest.fixture
def wanted(tmp_path: Path) -> Path:
    (tmp_path / "wanted").mkdir()
    (tmp_path / "wanted" / "peer.txt").write_text("peer==1\n", encoding="utf-8")
    return tmp_path / "wanted"


def test_an_environment_is_made_once_and_anew_when_another_version_is_wanted(
    commands: list[list[str]], wanted: Path, tmp_path: Path
) -> None:
    python = environment("peer", tmp_path / "made", wanted).python
    assert python.is_relative_to(tmp_path / "made" / "peer")
    assert environment("peer", tmp_path / "made", wanted).python == python
    assert len(commands) == 2
    assert commands[1][-1] == str(wanted / "peer.txt")
    (wanted / "peer.txt").write_text("peer==2\n", encoding="utf-8")
    environment("peer", tmp_path / "made", wanted)
    assert len(commands) == 4


def test_uv_is_used_where_it_is_there(
    commands: list[list[str]], wanted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environments.shutil, "which", lambda _name: "/somewhere/uv")
    environment("peer", tmp_path / "made", wanted)
    assert [command[:2] for command in commands] == [
        ["/somewhere/uv", "venv"],
        ["/somewhere/uv", "pip"],
    ]


def test_what_cannot_be_installed_says_why_and_is_tried_again(
    wanted: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def install(place: Path, _wanted: Path) -> None:
        code = "import sys; sys.exit('Looking\\nERROR: No matching distribution\\n[notice] hm')"
        environments._run([environments.sys.executable, "-c", code])

    monkeypatch.setattr(environments, "_make", install)
    for _ in range(2):
        with pytest.raises(CannotInstallError, match=r"^ERROR: No matching distribution$"):
            environment("peer", tmp_path, wanted)


def test_an_install_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environments, "_INSTALL_SECONDS", 0.2)
    with pytest.raises(CannotInstallError, match="not installed within"):
        environments._run([environments.sys.executable, "-c", "import time; time.sleep(60)"])


def test_environments_are_kept_outside_the_checkout(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_folder() == tmp_path / "fingerpost-benchmarks"
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert not default_folder().is_relative_to(root)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_every_reader_has_an_adapter_and_every_peer_pinned_versions(reader) -> None:
    assert reader.adapter.is_file()
    if not reader.is_ours:
        lines = (REQUIREMENTS / f"{reader.name}.txt").read_text(encoding="utf-8").splitlines()
        assert lines
        assert all("==" in line for line in lines)
        assert any(
            line.partition("==")[0].partition("[")[0] == reader.distribution for line in lines
        )
