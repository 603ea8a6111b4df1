"""What the log holds and the lines of one more answer in, whether they say anything new out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fingerpost.decisions import Action, Decision, Resource
from fingerpost.opinions import standing_lines
from fingerpost.reviewing.refs import heading_refs
from fingerpost.reviewing.returning.returned import Before
from fingerpost.tables import JOINER

_Field = tuple[str, str, str]
_Content = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Memory:
    """What each person said last, field by field, and what each file said; it grows.

    `facts` holds, by what it is about and field, the newest line on what is known of it.

    A file is known by its bytes, whatever its name. Where some of its lines still stand, those
    taken back since stay taken back; where none do, it may be taken in again.
    """

    last: dict[_Field, _Content] = field(default_factory=dict)
    told: dict[str, set[str]] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    facts: dict[tuple[str, str], Decision] = field(default_factory=dict)

    @classmethod
    def of(cls, log: Sequence[Decision]) -> "Memory":
        """Read the whole log."""
        memory = cls()
        memory.take(standing_lines(log))
        memory.files.update(_bytes(line.pack) for line in log if line.pack)
        for line in _answering(log):
            if _bytes(line.pack) in memory.told:
                memory.told[_bytes(line.pack)].add(line.resource_id)
        return memory

    def take(self, lines: Iterable[Decision]) -> None:
        """Remember further lines."""
        for line in _answering(lines):
            about, person, name = _field(line)
            refs = heading_refs(about) if line.resource_type is Resource.HEADING else ()
            self.last.update(((one, person, name), _content(line)) for one in (about, *refs))
            if line.last_action_type is Action.DESCRIBED:
                self.facts[line.resource_id, line.field_name] = line
            if line.pack:
                self.told.setdefault(_bytes(line.pack), set()).add(line.resource_id)
                self.files.add(_bytes(line.pack))

    def heard(self, before: Before) -> bool:
        """Whether a row that cannot count was taken in when it could, about the same words."""
        said = self.last.get((before.ref.id, before.person.casefold(), before.field))
        return (
            said is not None
            and before.says in ("", said[1])
            and said[2].startswith(before.ref.digest)
        )

    def knows(self, pack: str) -> bool:
        """Whether a file of these bytes was ever taken in, under whatever name."""
        return _bytes(pack) in self.files

    def holds(self, lines: Sequence[Decision]) -> bool:
        """Whether the file that these lines of one answer come from said this before.

        What the same person said in another file is no reason to leave it out: that one may be
        taken back, or turn out to be older.
        """
        told = self.told.get(_bytes(lines[0].pack), set()) if lines else set()
        return any(line.resource_id in told for line in _answering(lines))

    def is_repeated(self, lines: Sequence[Decision]) -> bool:
        """Whether the same person said the same last, having seen the same."""
        return all(self.last.get(_field(line)) == _content(line) for line in _answering(lines))


def report_said(kind: str, given: str, words: str) -> str:
    """Tell a reader's report from others of the same reader about the same statement."""
    return JOINER.join((kind, given, words))


def _answering(lines: Iterable[Decision]) -> Iterable[Decision]:
    """Pass on what somebody said; that somebody saw a statement says nothing of it."""
    return (line for line in lines if line.last_action_type is not Action.SEEN)


def _bytes(pack: str) -> str:
    return pack.rpartition("#")[2]


def _field(line: Decision) -> _Field:
    if line.last_action_type in (Action.ATTACHED, Action.DETACHED):
        return line.resource_id, line.updated_by.casefold(), line.replacement_value
    if line.last_action_type is Action.REPORTED:
        said = report_said(line.field_name, line.previous_value, line.replacement_value)
        return line.resource_id, line.updated_by.casefold(), said
    return line.resource_id, line.updated_by.casefold(), line.field_name


def _content(line: Decision) -> _Content:
    if line.last_action_type is Action.GIVEN:
        return line.last_action_type, line.previous_value, ""
    if line.last_action_type is Action.REPORTED:
        return line.last_action_type, line.replacement_value, ""
    if line.last_action_type is Action.VOICED:
        return line.last_action_type, line.replacement_value, line.reason
    return line.last_action_type, line.replacement_value, line.source_digest
