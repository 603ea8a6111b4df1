"""Ctrl-C: the program ends, keeps what was finished, leaves nothing running, and goes on later."""

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from tests.support.program import SAMPLES, Program, workspace

COPIES = 2
DOCUMENTS = (COPIES + 1) * len(list(SAMPLES.rglob("*.docx")))
SECONDS_TO_WAIT = 120
AS_IN_A_TERMINAL = ("env", "--default-signal=INT")
"""What was started in the background, as tests may be, leaves Ctrl-C unheard."""


@pytest.fixture
def many(tmp_path) -> Program:
    program = workspace(tmp_path / "many")
    for number in range(COPIES):
        folder = program.root / f"data/raw/copy {number}"
        shutil.copytree(SAMPLES, folder)
        for document in folder.rglob("*.docx"):
            with zipfile.ZipFile(document, "a") as package:
                package.writestr("copy.txt", str(number))
    return program


def kept(program: Program) -> int:
    return len(list((program.root / ".fingerpost" / "cache").glob("*/*.pickle")))


def processes_of(program: Program) -> list[str]:
    """List what still runs with this workspace's folder as its own."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if (place / "cwd").readlink() == program.root:
                found.append((place / "cmdline").read_bytes().decode())
        except OSError:
            continue
    return found


def interrupted(program: Program, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a terminal would, and press Ctrl-C once the first documents are done."""
    running = subprocess.Popen(
        [*AS_IN_A_TERMINAL, sys.executable, "-m", "fingerpost", *arguments],
        cwd=program.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    ends = time.monotonic() + SECONDS_TO_WAIT
    while kept(program) == 0 and running.poll() is None and time.monotonic() < ends:
        time.sleep(0.02)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=SECONDS_TO_WAIT)
    return subprocess.CompletedProcess(arguments, running.returncode, out, err)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds left-over processes through /proc")
@pytest.mark.parametrize("how", [("--direct",), ()], ids=["directly", "as a Prefect flow"])
def test_ctrl_c_ends_the_run_keeps_what_was_finished_and_leaves_nothing_behind(many, how):
    done = interrupted(many, "migrate", *how)

    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr
    assert "run the same command to go on" in done.stderr
    finished = kept(many)
    assert 0 < finished < DOCUMENTS
    time.sleep(1)
    assert processes_of(many) == []

    again = many.run("migrate", "--direct")

    assert again.returncode == 0
    assert f"Reading documents: {DOCUMENTS - finished}" in again.stderr.splitlines()
    assert len(many.rows("reports/documents.csv")) == DOCUMENTS
