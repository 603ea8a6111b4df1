"""What all tests share: the two tiers' rule that under FINGERPOST_REQUIRE_ALL nothing is skipped."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    outcome = yield
    report = outcome.get_result()
    if report.skipped and os.environ.get("FINGERPOST_REQUIRE_ALL") == "1":
        report.outcome = "failed"
        report.longrepr = (
            f"{item.nodeid} was skipped, and FINGERPOST_REQUIRE_ALL=1: {report.longrepr}"
        )


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
