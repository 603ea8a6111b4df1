"""A site in, its files in a folder and a browser to open them with out, for whatever is measured there."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright


def program() -> str:
    """Return the path of Chromium, or end with what to do."""
    found = shutil.which("chromium")
    if found is None:
        raise SystemExit("This needs Chromium on the PATH as `chromium`.")
    return found


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium, and end it."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program(), args=["--no-sandbox"])
        yield browser
        browser.close()


def written(files: Iterable[tuple[str, bytes]], folder: Path) -> Path:
    """Write a site's files into a folder, and return that."""
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
