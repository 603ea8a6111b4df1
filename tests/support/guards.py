"""A specimen's test in, the same test marked with the code that it guards out.

    @guards("fingerpost.extracting.grids._is_band", returns(False))

says that the test must fail where that function is gone: where it always says no. What stands in
for the code is made from the code itself, so that a table of readers can lose one of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from importlib import import_module
from typing import Any

StandIn = Callable[[Any], Any]


@dataclass(frozen=True)
class Guard:
    """A name of the product's, and what stands in for it where it is gone."""

    target: str
    stand_in: StandIn

    def owner(self) -> tuple[Any, str]:
        """Return the module or class that holds the name, and the name in it."""
        *path, name = self.target.split(".")
        for end in range(len(path), 0, -1):
            try:
                module = import_module(".".join(path[:end]))
            except ModuleNotFoundError:
                continue
            return reduce(getattr, path[end:], module), name
        raise ModuleNotFoundError(self.target)


def guards(target: str, stand_in: StandIn) -> Callable[[Any], Any]:
    """Mark a test with a name that it guards; one test may guard several."""

    def mark(test: Any) -> Any:
        test.guards = (*getattr(test, "guards", ()), Guard(target, stand_in))
        return test

    return mark


def guarded(module: Any) -> Iterator[tuple[str, Guard]]:
    """Return each test of a module with each of its guards."""
    for name, test in vars(module).items():
        if name.startswith("test_"):
            yield from ((name, guard) for guard in getattr(test, "guards", ()))


def returns(value: object) -> StandIn:
    """Stand in for a function that answers a question: always the same answer."""
    return lambda _: lambda *_given, **_named: value


def holds(value: object) -> StandIn:
    """Stand in for a constant or an attribute that is worked out."""
    return lambda old: property(lambda _: value) if isinstance(old, property) else value


def same(_old: Any) -> Any:
    """Stand in for a pass: what it is given comes back unchanged."""
    return lambda given, *_others: given


def childless(old: Any) -> Any:
    """Stand in for what puts a style over the one it is based on: it inherits nothing."""
    return lambda styles, style, _parent: old(styles, style, None)


def without(*names: str) -> StandIn:
    """Stand in for a table of readers by element: some elements have none."""
    return lambda table: {
        tag: reader for tag, reader in table.items() if tag.rpartition("}")[2] not in names
    }


def blind(*names: str) -> StandIn:
    """Stand in for a table of readers by element: some elements are read as if they were empty."""
    return lambda table: _blinded(table, names)


def _blinded(table: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    def nothing(*_given: object) -> list[object]:
        return []

    return {
        tag: nothing if tag.rpartition("}")[2] in names else reader for tag, reader in table.items()
    }
