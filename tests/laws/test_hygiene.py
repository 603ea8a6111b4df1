"""What the project may not contain: machine paths, registry hosts, stray property names."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = {".py", ".md", ".toml", ".yaml", ".yml", ".txt", ".html", ".css", ".js", ".csv", ".json", ""}
FORBIDDEN = {
    "a path of one machine": re.compile(r"(?<![\w.])/(?:work|root|home)/\w"),
    "a package registry's host": re.compile(r"pypi\.org|pythonhosted|registry\.npmjs|deb\.debian"),
}


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    return [ROOT / name for name in listed.split("\0") if name]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_committed_text_holds(what: str):
    found = [
        path.relative_to(ROOT).as_posix()
        for path in tracked()
        if path.suffix in TEXT
        and path != Path(__file__)
        and path.is_file()
        and FORBIDDEN[what].search(path.read_text(encoding="utf-8", errors="replace"))
    ]

    assert found == []


def test_the_constraints_hold_names_and_versions_only():
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]

    assert pins
    assert [line for line in pins if not re.fullmatch(r"[A-Za-z0-9_.-]+==[\w.+!-]+", line)] == []
