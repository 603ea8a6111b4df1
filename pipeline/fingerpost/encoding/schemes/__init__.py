"""The encoders by name: what stands before the colon chooses the module that makes one.

Adding a module with a `build` function to this folder is enough; its name, with hyphens, is the
scheme's, and `TAKES` says what follows the colon. A package of someone else's adds one by an entry
point of the group `fingerpost.encoders`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pkgutil import iter_modules

from fingerpost.encoding.encoder import Encoder, Factory
from fingerpost.errors import EncoderError

GROUP = "fingerpost.encoders"


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to make encoders; `takes` says what follows the colon, "" nothing, None anything."""

    build: Factory
    takes: str | None

    def accepts(self, rest: str) -> bool:
        """Return whether this may follow the colon."""
        return self.takes is None or bool(self.takes) == bool(rest)


def _shipped() -> Mapping[str, Scheme]:
    modules = {
        found.name.replace("_", "-"): import_module(f"{__name__}.{found.name}")
        for found in iter_modules(__path__)
    }
    return {name: Scheme(module.build, module.TAKES) for name, module in modules.items()}


SHIPPED: Mapping[str, Scheme] = _shipped()


def schemes() -> Mapping[str, Scheme]:
    """Return all schemes by name; nobody else's takes the place of a shipped one."""
    others = {point.name: Scheme(_loading(point), None) for point in entry_points(group=GROUP)}
    return {**others, **SHIPPED}


def _loading(point: EntryPoint) -> Factory:
    """Return a factory that imports someone else's only when it is asked for."""

    def build(rest: str) -> Encoder:
        try:
            factory: Factory = point.load()
        except (ImportError, AttributeError) as error:
            raise EncoderError(
                f"The encoder '{point.name}' cannot be loaded from {point.value} ({error}). "
                "Install the package that brings it again, or name another encoder."
            ) from error
        return factory(rest)

    return build
