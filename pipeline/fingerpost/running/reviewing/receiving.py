"""Paths of returned files in, their rows out, in order, read by several processes where that helps."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from fingerpost.errors import ReturnRefused
from fingerpost.reviewing import Opened, open_return

FEW_BYTES = 1_000_000
"""Size, in bytes, of all files up to which starting processes costs more than it gains."""

_STOPPED = (
    "Reading it took more than this computer has to give. Ask for a new copy, type the answers into "
    "that, and delete nothing but the answers."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One returned file: its rows, or why it was refused."""

    file: str
    opened: Opened | None = None
    problems: tuple[str, ...] = ()


def receive(files: Sequence[Path]) -> Iterator[Received]:
    """Read files one after the other, or several at once where there is much to read."""
    if len(files) > 1 and sum(map(_size, files)) > FEW_BYTES:
        with _pool(min(len(files), os.cpu_count() or 1)) as pool:
            waiting = [(file, pool.schedule(receive_one, args=(file,))) for file in files]
            for file, future in waiting:
                yield _result(file, future)
    else:
        yield from map(receive_one, files)


def receive_one(file: Path) -> Received:
    """Read one file; it runs in a process of its own, so that what it returns can be handed over."""
    try:
        return Received(file=file.name, opened=open_return(file.name, _bytes(file)))
    except ReturnRefused as refused:
        return Received(file=file.name, problems=refused.problems)


def _result(file: Path, future: Any) -> Received:
    """Wait for a file; one whose process died, or that wanted too much, leaves the others readable."""
    from pebble import ProcessExpired

    try:
        received: Received = future.result()
    except (ProcessExpired, BrokenProcessPool, MemoryError):
        return Received(file=file.name, problems=(_STOPPED,))
    return received


@contextmanager
def _pool(workers: int) -> Iterator[Any]:
    from pebble import ProcessPool

    pool = ProcessPool(max_workers=workers, context=get_context("spawn"))
    try:
        yield pool
    except BaseException:
        pool.stop()
        raise
    else:
        pool.close()
    finally:
        pool.join()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except PermissionError as error:
        problem = f"It is open in another program: close {file.name} in Excel, then apply it again."
        raise ReturnRefused(file.name, (problem,)) from error
    except OSError as error:
        raise ReturnRefused(file.name, (f"It cannot be opened ({error.strerror}).",)) from error
