"""A moment as a file tells it in, the same as the log writes it out."""

from datetime import UTC, datetime


def moment(told: str | datetime | None) -> str:
    """Return a moment in ISO 8601, UTC, to the second; empty where it cannot be read as one.

    A moment without a zone is taken for UTC, as Office files write it.
    """
    try:
        read = datetime.fromisoformat(told) if isinstance(told, str) else told
    except ValueError:
        return ""
    if read is None:
        return ""
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="seconds")
