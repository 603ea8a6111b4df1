"""The whole program in a workspace of its own, run as a person runs it."""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from fingerpost.cli import main
from fingerpost.running.cataloguing.founding import found

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data" / "raw"


@dataclass(frozen=True)
class Program:
    """`fingerpost` as a person runs it, in one workspace."""

    root: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Carry a command out in this process, which need not load every library anew."""
        typed = [*map(str, arguments)]
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        with (
            chdir(self.root),
            patch.dict(os.environ),
            redirect_stdout(out),
            redirect_stderr(err),
        ):
            try:
                main(typed)
            except SystemExit as ended:
                code = ended.code
        return subprocess.CompletedProcess(typed, code, written(out), written(err))

    def started(self, *arguments: str, **options) -> subprocess.CompletedProcess[str]:
        """Carry a command out in a process of its own, as a person's is."""
        return subprocess.run(
            [sys.executable, "-m", "fingerpost", *map(str, arguments)],
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=300,
            **options,
        )

    def well(self, *arguments: str) -> str:
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    def asked(self, *arguments: str):
        return json.loads(self.run(*arguments, "--json").stdout)

    def rows(self, name: str) -> list[dict[str, str]]:
        text = (self.root / name).read_text(encoding="utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline="")))

    def manifest(self) -> str:
        return (self.root / "data" / "curated" / "MANIFEST.sha256").read_text(encoding="utf-8")


def written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()


def bare(folder: Path, council: str = "leeds", encoder: str = "none") -> Program:
    """Make a workspace that holds no document.

    Learning anew after each decision takes a second without an encoder and five with one.
    """
    made = found(folder, council)
    mark = made.rules / "workspace.yaml"
    mark.write_text(mark.read_text().replace("encoder: minilm-int8", f"encoder: {encoder}"))
    return Program(made.root)


def workspace(
    folder: Path, *documents: Path, council: str = "leeds", encoder: str = "none"
) -> Program:
    """Make a workspace that holds these documents, or all samples where none is named."""
    program = bare(folder, council, encoder)
    raw = program.root / "data" / "raw"
    if not documents:
        shutil.copytree(SAMPLES, raw, dirs_exist_ok=True)
    for document in documents:
        shutil.copy(document, raw / document.name)
    return program
