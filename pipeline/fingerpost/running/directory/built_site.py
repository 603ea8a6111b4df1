"""A workspace in, which release its built site shows, and the way from a page to it, out."""

import json
from pathlib import Path

from fingerpost.workspace import Workspace

SITE = "site"
"""Where a site is built unless another folder is named."""


def release_of_site(workspace: Workspace) -> int | None:
    """Return the number of the release the built site shows; None where none was built."""
    try:
        told = json.loads((workspace.root / SITE / "release.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    number = told.get("number") if isinstance(told, dict) else None
    return number if isinstance(number, int) else None


def way_to_site(workspace: Workspace, page: Path) -> str:
    """Return the way from a page to the built site, ending in "/"; "" where none was built."""
    if release_of_site(workspace) is None:
        return ""
    up = len(page.relative_to(workspace.root).parts) - 1
    return "../" * up + SITE + "/"


def told_of_site(workspace: Workspace, current: int, inside: str = "") -> tuple[str, ...]:
    """Say that the built site shows another release than the current one, if it does.

    `inside` is the option that says where the directory is, "" where it is in its usual place.
    """
    number = release_of_site(workspace)
    if number is None or number == current:
        return ()
    return (f"{SITE}/ still shows release {number}; run: fingerpost publish{inside}",)
