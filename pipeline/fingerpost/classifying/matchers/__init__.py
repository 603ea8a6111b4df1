"""The matchers by name: each takes the rules and gives votes on statements, with what they rest on.

Adding a module with a `build` function to this folder is enough; its name is the matcher's name.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from fingerpost.classifying.statements import Statement
from fingerpost.classifying.votes import Votes
from fingerpost.rulebook import Rulebook


class Matcher(Protocol):
    """Gives its votes on each statement, in the statements' order and each by itself."""

    def votes(self, statements: Sequence[Statement]) -> tuple[Votes, ...]:
        """Return one set of votes a statement."""


Factory = Callable[[Rulebook], Matcher]


def _found() -> Mapping[str, Factory]:
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").build for name in names}


MATCHERS: Mapping[str, Factory] = _found()
