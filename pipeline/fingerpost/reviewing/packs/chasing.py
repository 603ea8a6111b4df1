"""What was sent to whom, the log and what still waits in, who has what since when out; pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fingerpost.decisions import ABOUT_RULES, VERDICTS, Action, Decision, Resource
from fingerpost.opinions import standing_lines
from fingerpost.outcome import Outcome
from fingerpost.packs import PackKind, PackSent
from fingerpost.pages import plural
from fingerpost.reviewing.labels import fold
from fingerpost.reviewing.refs import group_ref, heading_ref
from fingerpost.reviewing.review import Review, Standing

_ANSWERS = frozenset({*VERDICTS, *ABOUT_RULES, Action.ANSWERED, Action.SKIMMED, Action.COMMENTED})
_KINDS = {
    PackKind.SHARE: "share",
    PackKind.SECOND: "second look",
    PackKind.MEETING: "meeting pack",
    PackKind.COMMENTS: "request for comments",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackOut:
    """One pack and how far it has come.

    `answered` counts its questions that were answered; `left` names those that still wait for it,
    by their ids: the others were settled by somebody else, or are gone. `days` is how long it has
    been out and `overdue` whether that is too long; `back` says that something of it came back.
    """

    pack: PackSent
    answered: int
    left: tuple[str, ...]
    days: int
    overdue: bool = False
    back: bool = False

    @property
    def whose(self) -> str:
        """Whose pack it is, and of which kind."""
        return owner(self.pack)

    @property
    def since(self) -> str:
        """Since when it has been out, in words."""
        days = plural(self.days, "day") if self.days else "today"
        return f"{in_words(self.pack.sent_on)} ({days})"

    @property
    def reminder(self) -> str:
        """A sentence to send to whoever has it."""
        asks = f"{len(self.left)} of {plural(len(self.pack.rows), 'question')}"
        still = "are" if len(self.left) > 1 else "is"
        left = "" if self.pack.kind is PackKind.COMMENTS else f"; {asks} {still} left"
        return (
            f"{self.pack.person or 'Hello'}, could you send back {self.pack.file}, finished or not? "
            f"We sent it on {in_words(self.pack.sent_on)}{left}."
        )

    def __str__(self) -> str:
        """Say who has what since when, and what is left."""
        late = ", overdue" if self.overdue else ""
        other = len(self.pack.rows) - self.answered - len(self.left)
        came = (
            f"{self.answered} of {len(self.pack.rows)} answered, "
            f"{f'{other} settled by other answers, ' if other > 0 else ''}{len(self.left)} left"
        )
        if self.pack.kind is PackKind.COMMENTS:
            came = "nothing came back yet"
        return f"{self.whose}, since {self.since}{late}: {came} ({self.pack.file}, {self.pack.id})"


@dataclass(frozen=True, slots=True)
class Answers:
    """Which questions were answered, by the file that the answers came in and by who gave them.

    `files` leads from a pack's id to the files that it came back in.
    """

    by_file: Mapping[str, Collection[str]]
    by_person: Mapping[str, Collection[tuple[str, str]]]
    files: Mapping[str, Collection[str]]

    @classmethod
    def of(cls, log: Sequence[Decision]) -> "Answers":
        """Read the whole log; what was taken back does not count."""
        by_file: dict[str, set[str]] = {}
        by_person: dict[str, set[tuple[str, str]]] = {}
        files: dict[str, set[str]] = {}
        for line in standing_lines(log):
            if line.last_action_type is Action.RETURNED:
                files.setdefault(line.resource_id, set()).add(line.replacement_value)
            elif line.last_action_type in _ANSWERS:
                one = _question(line)
                by_file.setdefault(line.pack, set()).add(one)
                told = (line.last_action_date, one)
                by_person.setdefault(fold(line.updated_by), set()).add(told)
        return cls(by_file, by_person, files)

    def about(self, pack: PackSent) -> frozenset[str]:
        """Return the questions of a pack that came back answered, or that its owner answered since."""
        came = (self.by_file.get(file, ()) for file in self.files.get(pack.id, ()))
        said = self.by_person.get(fold(pack.person), ())
        own = (one for when, one in said if pack.person and when >= pack.sent_on)
        return frozenset(pack.rows) & {*own, *(one for ones in came for one in ones)}

    def is_back(self, pack: PackSent) -> bool:
        """Whether anything that came back of a pack still stands."""
        return any(self.by_file.get(file) for file in self.files.get(pack.id, ()))


def who_has_what(
    outcome: Outcome, review: Review, log: Sequence[Decision], today: date
) -> tuple[PackOut, ...]:
    """Return each pack that something is left of, the oldest first."""
    answers = Answers.of(log)
    waiting = waiting_ids(outcome, review)
    there = {item.id for item in outcome.items}
    after = outcome.rulebook.council.chase_after_days
    found = []
    for pack in outcome.standing.packs:
        done, back = answers.about(pack), answers.is_back(pack)
        asked = there if pack.kind is PackKind.SECOND else waiting
        if pack.kind is PackKind.COMMENTS:
            asked = frozenset() if back else frozenset(pack.rows)
        left = tuple(one for one in pack.rows if one in asked and one not in done)
        days = (today - date.fromisoformat(pack.sent_on[:10])).days
        out = PackOut(
            pack=pack,
            answered=len(done),
            left=left,
            days=max(days, 0),
            overdue=days > after,
            back=back,
        )
        found += [out] if left else []
    return tuple(found)


def waiting_ids(outcome: Outcome, review: Review) -> frozenset[str]:
    """Return the ids of all that waits for somebody: statements, headings and rules."""
    headings = (one.ref.id for one in review.headings if one.standing is Standing.OPEN)
    rules = (key for key in outcome.standing.contested if key not in outcome.standing.answers)
    return frozenset((*headings, *(row.ref.id for row in review.queue), *rules))


def out_with_somebody(found: Iterable[PackOut]) -> frozenset[str]:
    """Return the questions that somebody has been sent and not answered yet."""
    asking = (one for one in found if one.pack.kind in (PackKind.SHARE, PackKind.MEETING))
    return frozenset(question for one in asking for question in one.left)


def describe_packs(found: Sequence[PackOut]) -> Iterator[str]:
    """Yield who has what in lines for a person, and a sentence to send where it is time for one."""
    if found:
        yield "Who has what:"
    for one in found:
        yield f"  {one}"
        if one.overdue:
            yield f"    To send: {one.reminder}"


def came_back(pack: PackSent, answers: Answers) -> str:
    """Say whose pack came back, and how far it was answered."""
    done = len(answers.about(pack))
    left = len(pack.rows) - done
    told = f"{done} of {len(pack.rows)} answered"
    if pack.kind is PackKind.COMMENTS:
        told = f"{plural(done, 'comment')}"
        left = 0
    return f"{owner(pack)} of {in_words(pack.sent_on)}: {told}{f'; {left} left' if left else ''}."


def owner(pack: PackSent) -> str:
    """Name a pack by whose it is."""
    return f"{pack.person or 'Anybody'}: {_KINDS[pack.kind]}"


def in_words(moment: str) -> str:
    """Write the day of a moment in ISO 8601 as people do: 12 November 2026."""
    day = date.fromisoformat(moment[:10])
    return f"{day.day} {day:%B %Y}"


def _question(line: Decision) -> str:
    """Return the id of the question that a line of the log answers."""
    if line.resource_type is not Resource.HEADING:
        return line.resource_id
    if line.last_action_type is Action.SKIMMED:
        return group_ref(line.resource_id, ()).id
    return heading_ref(line.resource_id).id
