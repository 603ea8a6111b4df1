"""A returned file's name and a date in, lines of the log that share them out."""

from collections.abc import Iterator
from dataclasses import dataclass

from fingerpost.decisions import Action, Decision, Resource
from fingerpost.reviewing.returning.returned import GivenAnswer


@dataclass(frozen=True, slots=True)
class About:
    """What lines are about, and who says so."""

    kind: Resource
    id: str
    person: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes lines that share a pack and a date."""

    pack: str
    at: str

    def beside(self, about: About, answer: GivenAnswer) -> Iterator[Decision]:
        """Yield what goes with every answer: when it was given, knowing what, and its note."""
        yield self.line(about, Action.GIVEN, "given", answer.asked_after, answer.given)
        if answer.note:
            yield self.line(about, Action.NOTED, "note", "", answer.note)

    def line(self, about: About, action: Action, field_name: str, *values: str) -> Decision:
        """Return one line; the values are what was before, what is now, and why."""
        before, after, reason = (*values, "")[:3]
        return Decision(
            seq=0,
            resource_id=about.id,
            resource_type=about.kind,
            last_action_date=self.at,
            last_action_type=action,
            field_name=field_name,
            previous_value=before,
            replacement_value=after,
            updated_by=about.person,
            reason=reason,
            source_digest=about.digest,
            pack=self.pack,
        )
