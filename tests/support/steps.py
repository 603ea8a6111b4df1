"""Something to do in, how many steps it takes out: a measure that no other program disturbs."""

import sys
from collections.abc import Callable
from itertools import count


def steps(do: Callable[[], object]) -> int:
    """Count the calls of functions, in Python or below it; what is remembered from a first time is not counted."""
    calls = count()

    def note(_frame: object, event: str, _argument: object) -> None:
        if event in {"call", "c_call"}:
            next(calls)

    do()
    sys.setprofile(note)
    try:
        do()
    finally:
        sys.setprofile(None)
    return next(calls)
