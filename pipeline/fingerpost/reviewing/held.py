"""What the log holds and the lines of one more answer in, whether they say anything new out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fingerpost.decisions import Action, Decision
from fingerpost.opinions import given, standing_lines

_Field = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Memory:
    """What each person said last, field by field, and when, and what each file said; it grows.

    A file is known by its bytes, whatever its name. Where some of its lines still stand, those
    taken back since stay taken back; where none do, it may be taken in again.
    """

    last: dict[_Field, Decision] = field(default_factory=dict)
    moments: dict[tuple[str, str], str] = field(default_factory=dict)
    told: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, log: Sequence[Decision]) -> "Memory":
        """Read the whole log."""
        memory = cls()
        standing = standing_lines(log)
        memory.take(standing)
        for line in log:
            if _bytes(line.pack) in memory.told:
                memory.told[_bytes(line.pack)].add(line.resource_id)
        return memory

    def take(self, lines: Iterable[Decision]) -> None:
        """Remember further lines."""
        for line in lines:
            self.last[line.resource_id, line.updated_by, line.field_name] = line
            if line.last_action_type is Action.GIVEN:
                self.moments[line.resource_id, line.updated_by] = line.replacement_value
            if line.pack:
                self.told.setdefault(_bytes(line.pack), set()).add(line.resource_id)

    def holds(self, lines: Sequence[Decision]) -> bool:
        """Whether these lines of one answer change nothing, now or whatever comes in later.

        They do not where this file said it before, or where the same person said the same at this
        moment or later.
        """
        if any(line.resource_id in self.told.get(_bytes(line.pack), ()) for line in lines):
            return True
        _, moment = given(lines)
        about = {(line.resource_id, line.updated_by) for line in lines}
        known = all(moment <= self.moments.get(one, "") for one in about)
        return known and self.is_repeated(lines)

    def is_repeated(self, lines: Sequence[Decision]) -> bool:
        """Whether the same person said the same last, having seen the same."""
        said = (line for line in lines if line.last_action_type is not Action.SEEN)
        return all(self._is_said(line) for line in said)

    def _is_said(self, line: Decision) -> bool:
        last = self.last.get((line.resource_id, line.updated_by, line.field_name))
        return last is not None and _content(last) == _content(line)


def _bytes(pack: str) -> str:
    return pack.rpartition("#")[2]


def _content(line: Decision) -> tuple[str, ...]:
    if line.last_action_type is Action.GIVEN:
        return line.last_action_type, line.previous_value
    return line.last_action_type, line.replacement_value, line.source_digest
