"""The folder of curated files in, everything that was edited behind the product's back out."""

from pathlib import Path

from fingerpost.errors import LogError
from fingerpost.logbook import broken_links, parse
from fingerpost.manifest import LOG, MANIFEST, mismatches


def verify(folder: Path) -> tuple[str, ...]:
    """Name, one sentence each, files that do not match their list and edited lines of the log.

    Lines that the product itself added to the log since are no fault. Where nothing was written
    yet, there is nothing to find.
    """
    if not (folder / MANIFEST).exists() and not (folder / LOG).exists():
        return ()
    return (*mismatches(folder), *_log_faults(folder / LOG))


def _log_faults(log: Path) -> tuple[str, ...]:
    try:
        return broken_links(parse(log.read_bytes().decode("utf-8-sig"), log.name), log.name)
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError:
        return (
            f"{log.name}: is not text in UTF-8. Put back the newest file from decisions-copies.",
        )
    except LogError as error:
        return (str(error),)
