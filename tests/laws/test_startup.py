"""Starting the program costs next to nothing: heavy libraries wait until someone asks."""

import re
import subprocess
import sys

HEAVY = (
    *("spacy", "prefect", "pandas", "sklearn", "lxml", "sqlalchemy", "openpyxl", "dask", "rich"),
    *("onnxruntime", "tokenizers"),
)


def test_help_imports_no_heavy_library():
    code = (
        "import sys\n"
        "from fingerpost.cli import main\n"
        "try:\n    main(['--help'])\n"
        "except SystemExit as ended:\n    assert ended.code == 0\n"
        f"print('HEAVY', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "HEAVY []"
    assert "migrate" in done.stdout


def test_every_command_says_what_it_does():
    from fingerpost.cli import COMMANDS, program

    context = program.make_context("fingerpost", ["--help"], resilient_parsing=True)
    for name in COMMANDS:
        command = program.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.help


def test_only_what_learns_or_measures_waits_for_the_library_of_learning(root):
    engine = root / "pipeline" / "fingerpost"
    waits = {
        path.relative_to(engine).as_posix()
        for path in engine.rglob("*.py")
        if re.search(
            r"^ *(?:from|import) sklearn\b", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }

    assert waits == {
        "calibrating/curves.py",
        "cataloguing/clusters.py",
        "learning/training.py",
        "reviewing/agreeing/kappa.py",
    }
