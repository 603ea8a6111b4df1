"""What a test found out about the page, kept for the statement that the test run writes."""

import json
import os
from pathlib import Path

PLACE = os.environ.get("FINGERPOST_EVIDENCE", "")


def note(what: str, found: dict, faults: list) -> None:
    """Keep one line of evidence, where the run asks for it (`make accessibility`)."""
    if not PLACE:
        return
    line = {
        "what": what,
        "faults": len(faults),
        "passes": sorted({tag for one in found.get("passes", ()) for tag in one["tags"]}),
        "rules": len(found.get("passes", ())),
        "engine": found.get("testEngine", {}).get("version", ""),
    }
    with Path(PLACE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
