"""A page in a browser in, what axe-core finds on it out."""

import pytest

BESIDES = (
    "color-contrast-enhanced",
    "css-orientation-lock",
    "label-content-name-mismatch",
    "link-in-text-block",
    "target-size",
)
"""Rules that axe leaves out unless it is asked for them."""

OPTIONS = {"rules": {rule: {"enabled": True} for rule in BESIDES}}


def looked_over(page) -> dict:
    """Return all that axe says, best practices included; the page's policy must be bypassed.

    From disk a browser lets nobody fetch a style sheet, so axe must not try.
    """
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    return axe.run(page, options=OPTIONS | {"preload": not page.url.startswith("file:")}).response


def faults_in(found: dict) -> list[tuple[str, list[str]]]:
    """Return the rules that are broken, and where."""
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
