"""What a test found out about the page, kept for the statement that the test run writes."""

import json
import os
from pathlib import Path


def note(what: str, faults: list, found: dict | None = None) -> None:
    """Keep one line of evidence; the end of the run makes reports/accessibility.html of them all."""
    line = {
        "what": what,
        "faults": len(faults),
        "passes": sorted({tag for one in (found or {}).get("passes", ()) for tag in one["tags"]}),
        "engine": (found or {}).get("testEngine", {}).get("version", ""),
    }
    with Path(os.environ["FINGERPOST_EVIDENCE"]).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
