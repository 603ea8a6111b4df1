"""Lines of the log in, what each person said of one thing, knowing what, out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import TypeVar

from fingerpost.decisions import LEFT_OUT, UNDECIDED, VERDICTS, Action, Decision
from fingerpost.signing import SignedOff, from_text
from fingerpost.tables import JOINER
from fingerpost.taxonomy import Facet

_WORDINGS = (Action.REWORDED, Action.PARTED)
_BEFORE, _AFTER = attrgetter("previous_value"), attrgetter("replacement_value")
CHILD_VOICE = "child voice"
"""By this name, among the fields on which people may differ, goes what is said in a child's words."""

_FIELDS = ("text", *(facet.value for facet in Facet), CHILD_VOICE)

NO_NAME = "no name given"
"""Who answered about a heading, where nobody says; a heading's answer always has somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Who said something in which returned file, when, and what that person knew.

    `date` is when the log took it in, `given` when it was said (empty where nobody knows), `saw`
    the date of the newest answer that the person was shown beside the question, if any was.
    """

    person: str
    pack: str
    date: str
    saw: str = ""
    given: str = ""

    def gives_way_to(self, other: "Said") -> bool:
        """Whether another answer about the same thing replaces this one, whichever came in first.

        It does if its giver had seen this one, if the same person gave it later, or if it stood in
        the same file. Two answers without a name may come from two people. What was seen outweighs
        what a clock says.
        """
        if self.date <= other.saw or other.date <= self.saw:
            return self.date <= other.saw
        if self.pack and self.pack == other.pack:
            return self.date < other.date
        mine = same_person(self.person, other.person)
        return mine and bool(self.given) and self.given < other.given

    def repeats(self, other: "Said") -> bool:
        """Whether the same person said the same, knowing the same."""
        return same_person(self.person, other.person) and self.content == other.content

    @property
    def content(self) -> "Said":
        """What was said, knowing what, whoever said it when."""
        return replace(self, person="", pack="", date="", given="")


def same_person(one: str, other: str) -> bool:
    """Whether two names, however they are written, are one person's; nobody's name is no one's."""
    return one.casefold() == other.casefold() and one not in ("", NO_NAME)


S = TypeVar("S", bound=Said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion(Said):
    """One person's answer about one statement, as one returned file held it.

    `wording` is None and a facet missing from `labels` where the person did not touch them; `kept`
    holds labels that stood there and were left. `proposed` holds those that stood there before;
    `joined` names the statements it takes in, each with the digest of its words. `child_voice` is
    None where the child's words were not touched, else those words and who wrote them. `adds` says
    that the person put the statement there with this very answer.
    """

    action: Action
    digest: str
    text_seen: str = ""
    wording: str | None = None
    labels: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    kept: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    proposed: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    joined: tuple[tuple[str, str], ...] = ()
    child_voice: tuple[str, str] | None = None
    adds: bool = False

    @property
    def content(self) -> "Opinion":
        """What was said, knowing what; which labels were proposed is no part of it."""
        return replace(self, person="", pack="", date="", given="", proposed={})


def standing_lines(decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Leave out lines taken back, and the lines that take back."""
    undone = taken_back(decisions)
    return tuple(
        decision
        for decision in decisions
        if decision.seq not in undone and decision.last_action_type is not Action.UNDONE
    )


def taken_back(decisions: Sequence[Decision]) -> dict[int, str]:
    """Return the numbers of lines that were taken back, and when; an undo may itself be undone."""
    undone: dict[int, str] = {}
    for decision in reversed(decisions):
        if decision.last_action_type is Action.UNDONE and decision.seq not in undone:
            undone[int(decision.resource_id)] = decision.last_action_date
    return undone


def signed_off(lines: Sequence[Decision]) -> SignedOff | None:
    """Return the newest sign-off among standing lines."""
    for line in reversed(lines):
        if line.last_action_type is Action.SIGNED_OFF:
            return SignedOff(
                by=line.updated_by,
                on=line.last_action_date,
                digest=line.source_digest,
                marks=from_text(line.replacement_value),
            )
    return None


def batches(lines: Iterable[Decision]) -> tuple[tuple[Decision, ...], ...]:
    """Join the lines about one thing that came together: of one apply, one file and one person."""
    found: dict[tuple[str, str, str], list[Decision]] = {}
    for line in lines:
        key = (line.last_action_date, line.pack, line.updated_by)
        found.setdefault(key, []).append(line)
    return tuple(tuple(batch) for batch in found.values())


def given(batch: Iterable[Decision]) -> tuple[str, str]:
    """Return what the giver of an answer had seen and when it was given; else that it is unknown."""
    lines = tuple(batch)
    told = next((line for line in lines if line.last_action_type is Action.GIVEN), None)
    return (told.previous_value, told.replacement_value) if told else ("", "")


def opinions_of(lines: Iterable[Decision]) -> tuple[Opinion, ...]:
    """Join the lines about one statement into answers; lines without a verdict are none.

    Only answers about the newest Word text are returned.
    """
    read = [opinion for batch in batches(lines) if (opinion := _opinion(batch))]
    newest = read[-1].digest if read else ""
    return tuple(opinion for opinion in read if opinion.digest == newest)


def still_held(said: Iterable[S]) -> tuple[S, ...]:
    """Return the answers that count, in an order that does not depend on which came in first.

    Clocks of two machines may contradict what was seen, in a circle; then all of the circle counts.
    """
    every = tuple(said)
    if not every[1:]:
        return every
    every = _said_once(every)
    after = [[n for n, other in enumerate(every) if one.gives_way_to(other)] for one in every]
    reached = [_reached(n, after) for n in range(len(every))]
    held = (one for n, one in enumerate(every) if all(n in reached[later] for later in reached[n]))
    return tuple(sorted(held, key=attrgetter("person", "given", "pack")))


def _said_once(every: Sequence[S]) -> tuple[S, ...]:
    """Join what one person said again, as in a workbook that comes back every week with more in it.

    It is as new as where it was said last, and was known from when it came in first.
    """
    found: list[S] = []
    for one in every:
        place = next((n for n, other in enumerate(found) if one.repeats(other)), len(found))
        alike = (one, *found[place : place + 1])
        joined = replace(
            one,
            person=min(other.person for other in alike),
            pack=min(other.pack for other in alike),
            date=min(other.date for other in alike),
            given=max(other.given for other in alike),
        )
        found[place : place + 1] = [joined]
    return tuple(found)


def _reached(start: int, after: Sequence[Sequence[int]]) -> set[int]:
    """Return all that replaces an answer, or replaces what replaces it, and so on."""
    found: set[int] = set()
    waiting = list(after[start])
    while waiting:
        if (one := waiting.pop()) not in found:
            found.add(one)
            waiting += after[one]
    return found


def differences(opinions: Sequence[Opinion]) -> tuple[tuple[str, tuple[Opinion, ...]], ...]:
    """Name each field that was decided differently ("status", "text" or a facet), and by whom."""
    sure = tuple(opinion for opinion in opinions if opinion.action not in UNDECIDED)
    if not sure[1:]:
        return ()
    if len({_outcome(opinion) for opinion in sure}) > 1:
        return (("status", sure),)
    return tuple((name, deciders) for name in _FIELDS if (deciders := _at_odds(sure, name)))


def _outcome(opinion: Opinion) -> Action:
    """Return what becomes of a statement; for whatever reason it is left out, it is left out."""
    return Action.REJECTED if opinion.action in LEFT_OUT else opinion.action


def value_of(opinion: Opinion, name: str) -> str | tuple[str, ...] | None:
    """Return what a person decided about a field, or else the labels that they let stand there."""
    if name == "text":
        return opinion.wording
    if name == CHILD_VOICE:
        return opinion.child_voice
    facet = Facet(name)
    return opinion.labels.get(facet, opinion.kept.get(facet))


def _at_odds(opinions: Sequence[Opinion], name: str) -> tuple[Opinion, ...]:
    """Return who changed a field, if not all alike; whoever left it as it was leaves it to them.

    Labels that were let stand count like changed ones beside those that somebody let stand without
    knowing of them: neither person chose between the two.
    """
    facet = next((one for one in Facet if one.value == name), None)
    if facet and not any(_left_blindly(opinion, facet) for opinion in opinions):
        opinions = [opinion for opinion in opinions if facet in opinion.labels]
    deciders = tuple(opinion for opinion in opinions if value_of(opinion, name) is not None)
    return deciders if len({value_of(opinion, name) for opinion in deciders}) > 1 else ()


def _left_blindly(opinion: Opinion, facet: Facet) -> bool:
    """Whether a second look let stand what the program proposed; the log has it like a change."""
    labels = opinion.labels.get(facet)
    return labels is not None and labels == opinion.proposed.get(facet)


def _opinion(lines: Sequence[Decision]) -> Opinion | None:
    verdict = next((ln for ln in reversed(lines) if ln.last_action_type in VERDICTS), None)
    if verdict is None:
        return None
    last = {line.last_action_type: line for line in lines}
    seen, joined, noted, voiced = (
        last.get(action) for action in (Action.SEEN, Action.JOINED, Action.NOTED, Action.VOICED)
    )
    added = next((line for line in lines if _adds_words(line)), None)
    reworded = next((ln for ln in reversed(lines) if ln.last_action_type in _WORDINGS), None)
    saw, moment = given(lines)
    return Opinion(
        person=verdict.updated_by,
        pack=verdict.pack,
        date=verdict.last_action_date,
        saw=saw,
        given=moment,
        action=verdict.last_action_type,
        digest=verdict.source_digest or (seen.source_digest if seen else ""),
        text_seen=shown.replacement_value if (shown := seen or added) else "",
        wording=reworded.replacement_value if reworded else None,
        labels=_labels(lines, Action.RELABELLED, _AFTER),
        kept=_labels(lines, Action.CONFIRMED, _AFTER),
        proposed=_labels(lines, Action.RELABELLED, _BEFORE)
        | _labels(lines, Action.CONFIRMED, _BEFORE),
        note=noted.replacement_value if noted else "",
        joined=_joined(joined.replacement_value) if joined else (),
        child_voice=(voiced.replacement_value, voiced.reason) if voiced else None,
        adds=added is not None,
    )


def _adds_words(line: Decision) -> bool:
    return line.last_action_type is Action.ADDED and line.field_name == "text"


def _joined(value: str) -> tuple[tuple[str, str], ...]:
    named = (one.partition(" ") for one in value.split(JOINER))
    return tuple((item, digest) for item, _, digest in named if item)


def _labels(
    lines: Sequence[Decision], action: Action, value: Callable[[Decision], str]
) -> dict[Facet, tuple[str, ...]]:
    return {
        Facet(line.field_name): tuple(filter(None, value(line).split(JOINER)))
        for line in lines
        if line.last_action_type is action
    }
