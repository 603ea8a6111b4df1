"""A statement in, the action it asks for and the purpose in the child's words out."""

import re

_PURPOSE = re.compile(
    r"[,;]?\s*\b(?:so(?: that)? (?:I|I'm|I’m|my)\b|to help me\b|which helps me\b|because (?:I|it helps me)\b)"
)


def split_purpose(text: str) -> tuple[str, str]:
    """Split "Show me a timetable so that I can …" before the child's reason; it may be empty."""
    found = _PURPOSE.search(text)
    if not found or not text[: found.start()].strip():
        return text, ""
    return text[: found.start()].rstrip(), text[found.start() :].lstrip(",; ")
