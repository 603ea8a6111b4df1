"""A workspace in, which release its built site shows, and the way from a page to it, out."""

import json
from pathlib import Path

from fingerpost.released import Release
from fingerpost.workspace import Workspace

SITE = "site"
"""Where a site is built unless another folder is named."""


def release_of_site(workspace: Workspace) -> int | None:
    """Return the number of the release the built site shows; None where none was built."""
    number = _told_there(workspace).get("number")
    return number if isinstance(number, int) else None


def _told_there(workspace: Workspace) -> dict[str, object]:
    try:
        told = json.loads((workspace.root / SITE / "release.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def way_to_site(workspace: Workspace, page: Path) -> str:
    """Return the way from a page to the built site, ending in "/"; "" where none was built."""
    if release_of_site(workspace) is None:
        return ""
    up = len(page.relative_to(workspace.root).parts) - 1
    return "../" * up + SITE + "/"


def told_of_site(workspace: Workspace, current: Release, inside: str = "") -> tuple[str, ...]:
    """Say that no site was built, or that it shows another release or this one as a draft, if so.

    `inside` is the option that says where the directory is, "" where it is in its usual place.
    """
    number = release_of_site(workspace)
    if number is None:
        return (f"No website shows it yet; run: fingerpost publish{inside}",)
    if number != current.number:
        shown = f"release {number}"
    elif current.signed_off_by and _told_there(workspace).get("signed_off_by") == "":
        shown = f"release {number} as a draft"
    else:
        return ()
    return (f"{SITE}/ still shows {shown}; run: fingerpost publish{inside}",)
