"""What all tests share: under FINGERPOST_REQUIRE_ALL nothing is skipped and chance repeats itself."""

import gc
import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

from tests.support.chance import USUAL

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
REQUIRE_ALL = os.environ.get("FINGERPOST_REQUIRE_ALL") == "1"

# Where a change is let in or kept out, what is drawn by chance is the same for everyone; elsewhere
# each run draws anew and may find what no run found before.
# No example has a deadline: a busy machine must not fail a test.
# The quick tier draws a quarter as often as the whole one.
settings.register_profile("whole", deadline=None, derandomize=REQUIRE_ALL)
settings.register_profile("quick", settings.get_profile("whole"), max_examples=USUAL // 4)


@pytest.hookimpl(hookwrapper=True)
def pytest_collection():
    """Collect eight thousand tests without looking for garbage, which none of them is.

    Looking through all of them again and again took a third of the time; they are left out later too.
    """
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items):
    """Begin with the files that take longest where several processes share them."""
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: item.path.parent.name != "system")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.skipped and REQUIRE_ALL:
        report.outcome = "failed"
        report.longrepr = (
            f"{item.nodeid} was skipped, and FINGERPOST_REQUIRE_ALL=1: {report.longrepr}"
        )


def pytest_configure(config):
    """Choose how often chance is tried; give all processes one place for what they find of our pages."""
    settings.load_profile("quick" if config.option.markexpr == "not slow" else "whole")
    if not hasattr(config, "workerinput"):
        os.environ["FINGERPOST_EVIDENCE"] = str(Path(tempfile.mkdtemp()) / "evidence")


def pytest_sessionfinish(session):
    """Write the accessibility statements from what this run found, if it looked.

    The site's record is part of the product, and is written only where somebody asks for it.
    """
    evidence = Path(os.environ["FINGERPOST_EVIDENCE"])
    if hasattr(session.config, "workerinput") or not evidence.exists():
        return
    from tests.support.accessibility import read_evidence, record, statement
    from tests.support.evidence import REVIEW_PAGE, SITE

    today = datetime.now(UTC)
    lines = read_evidence(evidence.read_text(encoding="utf-8"))
    ours = [line for line in lines if line.about == REVIEW_PAGE]
    if ours:
        page = ROOT / "reports" / "accessibility.html"
        page.parent.mkdir(exist_ok=True)
        page.write_text(statement(ours, f"{today:%-d %B %Y}"), encoding="utf-8")
    site = [line for line in lines if line.about == SITE]
    if site and os.environ.get("FINGERPOST_WRITE_ACCESSIBILITY") == "1":
        from fingerpost.publishing.pages.evidence import RECORD

        RECORD.write_text(record(site, f"{today:%Y-%m-%d}"), encoding="utf-8")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip(
            "the folder `shared` (public Word files, labelled statements) is not beside the checkout"
        )
    return SHARED


@pytest.fixture(scope="session")
def made_once(tmp_path_factory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Give a function that makes a folder of some name, in whichever process asks for it first.

    Tests of all processes read it and change nothing; who has to change something copies it.
    """
    place = tmp_path_factory.getbasetemp()
    among_others = "PYTEST_XDIST_WORKER" in os.environ

    def once(name: str, make: Callable[[Path], object]) -> Path:
        made = (place.parent if among_others else place) / "made" / name
        made.parent.mkdir(exist_ok=True)
        with FileLock(f"{made}.lock"):
            if not (made / "done").exists():
                shutil.rmtree(made, ignore_errors=True)
                make(made / "leeds")
                (made / "done").touch()
        return made / "leeds"

    return once


@pytest.fixture(scope="session")
def migrated(made_once):
    """The samples, migrated; tests read it and change nothing."""
    from tests.support.program import Program, workspace

    def make(at: Path) -> None:
        done = workspace(at).started("migrate", "--direct")
        assert done.returncode == 0, done.stderr

    return Program(made_once("samples", make))


@pytest.fixture(scope="module")
def browser():
    """A real browser, started once for a module."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as play:
        found = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield found
        found.close()
