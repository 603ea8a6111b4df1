"""A review in, its page in a real browser out: opened from disk, and anything it asks of a network a fault."""

import shutil
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fingerpost.reviewing import review_page, triage

from tests.support.outcomes import LEEDS, TAXONOMY


@dataclass
class Paper:
    """A page somebody answers on; `faults` holds what went wrong and what it asked of a network."""

    page: object
    faults: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def start(self, name: str = "Amira") -> None:
        """Say who one is, by keyboard."""
        self.page.focus("#your-name")
        self.page.keyboard.type(name)
        self.press("Enter")

    def go_to(self, part: str) -> None:
        """Reach a part of the page by keyboard."""
        self.page.focus(f"#parts button:has-text('{part}')")
        self.press("Enter")

    def title(self) -> str:
        """The words of the card's heading that are seen."""
        return self.page.eval_on_selector("#card-title", "e => e.firstChild.textContent")

    def said(self) -> str:
        return self.page.text_content("#said")

    def count(self) -> str:
        return self.page.text_content("#progress-words")

    def saved(self, button: str) -> bytes:
        """Save by keyboard and return the file."""
        self.press("s")
        self.page.focus(f"#{button}")
        with self.page.expect_download() as waiting:
            self.press("Enter")
        self.press("Escape")
        return Path(waiting.value.path()).read_bytes()


def write_page(folder: Path, outcome, name: str = "review.html", **more) -> Path:
    """Write the page of an outcome."""
    file = folder / name
    file.write_text(review_page(triage(outcome), TAXONOMY, LEEDS, **more), encoding="utf-8")
    return file


def opened(context, file: Path) -> Paper:
    """Open a file in a browser's context."""
    page = context.pages[0] if context.pages else context.new_page()
    paper = Paper(page)
    page.on("console", lambda said: paper.faults.append(said.text))
    page.on("pageerror", lambda error: paper.faults.append(str(error)))
    page.on("request", lambda asked: paper.faults.extend(_elsewhere(asked.url)))
    page.goto(file.as_uri())
    return paper


def _elsewhere(address: str) -> list[str]:
    return [] if address.startswith(("file:", "blob:")) else [address]


@contextmanager
def kept(browser, folder: Path, **options):
    """A browser that remembers between two openings, as one on somebody's desk does."""
    context = browser.browser_type.launch_persistent_context(
        folder,
        executable_path=shutil.which("chromium"),
        args=["--no-sandbox"],
        offline=True,
        accept_downloads=True,
        **options,
    )
    try:
        yield context
    finally:
        context.close()
