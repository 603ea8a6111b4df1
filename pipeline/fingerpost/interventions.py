"""One rule about an intervention: what it is called, and statements that name it or do not."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """A programme or an approach that schools use, by all its names.

    `sort` says what it is ("programme", "training" …). `matches` and `rejects` are statements that
    name it and that do not; `file` and `line` say where it is written.
    """

    id: str
    name: str
    sort: str
    spellings: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    rejects: tuple[str, ...] = ()
    file: str = ""
    line: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        """All that it is called, each once."""
        return tuple(dict.fromkeys((self.name, *self.spellings)))
