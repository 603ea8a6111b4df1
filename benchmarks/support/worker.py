"""Paths of files on standard input, what one peer makes of each as JSON lines out.

Run by the peer's own interpreter as `python -I worker.py ADAPTER DISTRIBUTION CONVERT`; so only
the standard library is used here. The adapter is a file with two functions: one that converts a
path, which is timed, and `tell(converted)`, which is not and says the result in plain values, by
name.
"""

import contextlib
import importlib.metadata
import importlib.util
import json
import os
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import IO, Any


def spent() -> float:
    """Return the processor seconds, user and system, of this process and its ended children."""
    usages = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def peak() -> int:
    """Return the largest resident size so far, in KiB.

    What the system counts as the peak of a process begins with the size of the one that started it,
    so the kernel's own mark is read where there is one.
    """
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
        marks = [int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")]
    except OSError:
        marks = []
    own = marks[0] if marks else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return max(own, children)


def load(path: str) -> ModuleType:
    """Import an adapter by its path, under a name that hides no library."""
    spec = importlib.util.spec_from_file_location("adapter", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def said(error: BaseException) -> str:
    """Say an error in one line."""
    first = str(error).strip().partition("\n")[0]
    return f"{type(error).__name__}: {first}"[:200]


def version_of(adapter: ModuleType, distribution: str) -> str:
    """Ask the adapter, where it knows better than the package."""
    if hasattr(adapter, "version"):
        return str(adapter.version())
    return importlib.metadata.version(distribution)


def answer(adapter: ModuleType, convert: str, path: str) -> dict[str, Any]:
    """Convert one file; whatever the peer raises is its answer."""
    before = spent()
    try:
        converted = getattr(adapter, convert)(path)
        seconds = spent() - before
        told = adapter.tell(converted)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return {"seconds": spent() - before, "peak": peak(), "failure": said(error)}
    return {"seconds": seconds, "peak": peak(), **told}


@contextlib.contextmanager
def quiet() -> Iterator[IO[str]]:
    """Keep the real standard output for the answers; what peers print goes nowhere."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    with answers:
        yield answers


def main() -> None:
    """Say how dear the import was, then answer line by line."""
    adapter_path, distribution, convert = sys.argv[1:]
    with quiet() as answers:
        before = spent()
        try:
            adapter = load(adapter_path)
            seconds = spent() - before
            version = version_of(adapter, distribution)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is why there is no peer
            print(json.dumps({"failure": said(error)}), file=answers, flush=True)
            return
        hello = {"version": version, "import_seconds": seconds}
        print(json.dumps(hello), file=answers, flush=True)
        for line in sys.stdin:
            print(json.dumps(answer(adapter, convert, line.rstrip("\n"))), file=answers, flush=True)


if __name__ == "__main__":
    main()
