"""What one document may cost in; this process, which ends or is refused memory beyond that, out."""

import faulthandler
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SECONDS_A_DOCUMENT = 120
"""How long one document may take before its worker is stopped."""

BYTES_A_WORKER = 2 * 2**30
"""What a worker may hold in memory; the largest public file needs a tenth of it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """End this process, whatever holds it, when the time is up."""
    with Path(os.devnull).open("w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def memory_limit(size: int = BYTES_A_WORKER) -> Iterator[None]:
    """Let this process hold no more than `size` bytes; beyond, Python raises MemoryError.

    Only Linux counts what a process really has for itself (RLIMIT_DATA, since 4.7); elsewhere
    nothing is limited. A lower limit that stands already stays.
    """
    try:
        import resource
    except ImportError:
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_DATA)
    lowest = min((limit for limit in before if limit != resource.RLIM_INFINITY), default=size)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (min(size, lowest), before[1]))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, before)
