"""What a test found out about pages, kept for the statements that the test run writes."""

import json
import os
from pathlib import Path

REVIEW_PAGE, SITE = "review page", "site"
"""What evidence can be about; each has an accessibility statement of its own."""


def note(
    what: str,
    faults: list,
    found: dict | None = None,
    about: str = REVIEW_PAGE,
    browser: str = "",
) -> None:
    """Keep one line of evidence; the end of the run makes a statement of all that are about the same."""
    line = {
        "what": what,
        "faults": len(faults),
        "passes": sorted({tag for one in (found or {}).get("passes", ()) for tag in one["tags"]}),
        "engine": (found or {}).get("testEngine", {}).get("version", ""),
        "about": about,
        "browser": browser,
    }
    with Path(os.environ["FINGERPOST_EVIDENCE"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
