"""A Word file and a way to misbehave in, a folder with a stand-in for LibreOffice's program out."""

import sys
from pathlib import Path

_SCRIPT = """#!{python}
import pathlib, shutil, sys, time
log = pathlib.Path({log!r})
with log.open("a") as file:
    file.write("\\t".join(sys.argv[1:]) + "\\n")
arguments = sys.argv[1:]
out = pathlib.Path(arguments[arguments.index("--outdir") + 1])
names = arguments[arguments.index("--outdir") + 2 :]
out.mkdir(exist_ok=True)
way = {way!r}
for name in names:
    data = pathlib.Path(name).read_bytes()
    if way == "hang" or (way == "one" and b"choke" in data):
        time.sleep(600)
    if way == "nothing":
        sys.exit(1)
    target = out / (pathlib.Path(name).stem + ".docx")
    if way == "rubbish":
        target.write_text("no package")
    else:
        shutil.copy({converted!r}, target)
"""


def fake_office(folder: Path, converted: bytes, way: str = "") -> Path:
    """Put a program named soffice into a folder for the PATH; `way` is how it fails.

    It writes down what it was asked for, a line each time, in the file `asked` beside it.
    """
    folder.mkdir(parents=True)
    (folder / "converted.docx").write_bytes(converted)
    (folder / "asked").touch()
    program = folder / "soffice"
    program.write_text(
        _SCRIPT.format(
            python=sys.executable,
            log=str(folder / "asked"),
            way=way,
            converted=str(folder / "converted.docx"),
        )
    )
    program.chmod(0o755)
    return folder
