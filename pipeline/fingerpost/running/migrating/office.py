"""Old Word documents in, LibreOffice's conversions of them out; a document it cannot convert is left out.

LibreOffice works in a folder of its own with a profile of its own: no macros, no links fetched, no
name that came with a document, and nothing is left behind. What hangs is ended with all it started.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

SECONDS_TO_START = 60
SECONDS_A_DOCUMENT = 60
TOGETHER = 20
"""Documents that one start of LibreOffice converts; starting costs more than most documents."""

_PROGRAMS = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_SETTINGS = {
    "/org.openoffice.Office.Common/Security/Scripting": {
        "MacroSecurityLevel": "3",
        "DisableMacrosExecution": "true",
        "BlockUntrustedRefererLinks": "true",
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
    "/org.openoffice.Inet/Settings": {
        "ooInetProxyType": "2",
        "ooInetHTTPProxyName": "127.0.0.1",
        "ooInetHTTPProxyPort": "9",
        "ooInetHTTPSProxyName": "127.0.0.1",
        "ooInetHTTPSProxyPort": "9",
    },
}
"""No macros, no links brought up to date, and a way to the network that leads nowhere."""


def find_office() -> str:
    """Where LibreOffice's program is, or nothing."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), "")
    return found or next((place for place in _ELSEWHERE if Path(place).is_file()), "")


def convert(program: str, documents: Sequence[bytes]) -> list[bytes | None]:
    """Convert documents to packages of today, in order; None for what could not be converted."""
    converted: list[bytes | None] = []
    for start in range(0, len(documents), TOGETHER):
        group = documents[start : start + TOGETHER]
        found = _convert(program, group)
        if len(group) > 1:
            # One that LibreOffice chokes on takes those after it with it, so each has its own try.
            found = [
                done or _convert(program, [one])[0] for done, one in zip(found, group, strict=True)
            ]
        converted += found
    return converted


def _convert(program: str, documents: Sequence[bytes]) -> list[bytes | None]:
    with TemporaryDirectory(prefix="fingerpost-", ignore_cleanup_errors=True) as folder:
        place = Path(folder)
        names = [f"{number}.doc" for number in range(len(documents))]
        for name, data in zip(names, documents, strict=True):
            (place / name).write_bytes(data)
        _settle(place / "profile")
        _run(_command(program, place, names), place, len(documents))
        return [_converted(place / "out" / f"{number}.docx") for number in range(len(documents))]


def _command(program: str, place: Path, names: list[str]) -> list[str]:
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    options = [
        "--headless",
        "--invisible",
        "--norestore",
        "--nologo",
        "--nodefault",
        "--nolockcheck",
    ]
    kind = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", "out"]
    return [program, profile, *options, *kind, *names]


def _settle(profile: Path) -> None:
    """Write the settings of the profile before LibreOffice makes it."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
        "</prop></item>"
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        f'xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>',
        encoding="utf-8",
    )


def _run(command: list[str], place: Path, count: int) -> None:
    nothing = subprocess.DEVNULL
    quiet: dict[str, Any] = {"stdin": nothing, "stdout": nothing, "stderr": nothing}
    try:
        child = subprocess.Popen(command, cwd=place, env=_environment(place), **quiet, **_apart())
    except OSError:
        return
    try:
        child.wait(SECONDS_TO_START + SECONDS_A_DOCUMENT * count)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _end(child)


def _environment(place: Path) -> dict[str, str]:
    away = dict.fromkeys(
        ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), "http://127.0.0.1:9"
    )
    return os.environ | away | {"HOME": str(place), "SAL_USE_VCLPLUGIN": "svp"}


def _apart() -> dict[str, Any]:
    """Let the child and what it starts be ended together."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True}


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End the child and whatever it started; its program is only a starter of the real one."""
    with suppress(OSError):
        if sys.platform == "win32":
            tree = ["taskkill", "/F", "/T", "/PID", str(child.pid)]
            subprocess.run(tree, check=False, capture_output=True)
        else:
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.wait()


def _converted(file: Path) -> bytes | None:
    """What LibreOffice wrote, if it is a package at all."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    return data if data.startswith(b"PK") else None
