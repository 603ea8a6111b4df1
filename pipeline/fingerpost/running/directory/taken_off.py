"""A log and a directory in, what people have taken off since a release, and that release without it, out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from textwrap import shorten

from fingerpost.curating import fold, read_log
from fingerpost.decisions import Action, Decision, Standing, Verdict
from fingerpost.loading import stored_log, taken_by_hand
from fingerpost.naming import part_ids
from fingerpost.pages import plural
from fingerpost.released import Gone, Released, Statement
from fingerpost.rulebook import Names
from fingerpost.running.directory.withholding import personal, told_words, without_links
from fingerpost.tables import JOINER
from fingerpost.workspace import Workspace

Link = tuple[str, str]
"""A statement, and a resource beside it or a part of it."""

_MOST = 50
_BEGINNING = 80


class Why(StrEnum):
    """Why words that were shown once are not to be shown again; what weighs most comes first."""

    REPORTED = "reported"
    LEFT_OUT = "left-out"
    BY_HAND = "by-hand"
    PERSONAL = "personal"

    @property
    def words(self) -> str:
        """What it says, after a count of statements and "because"."""
        return _WORDS[self]


_WORDS = {
    Why.REPORTED: "a reader said that they name somebody or do harm",
    Why.LEFT_OUT: "people took them off or put them on hold",
    Why.BY_HAND: "somebody took them off in the database",
    Why.PERSONAL: "their words of then may identify a person",
}

_STAYS = (Why.REPORTED, Why.PERSONAL)
"""What going back never brings back: nobody can be meant to want it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOff:
    """What people have said against what was ever shown.

    `why` is by statement; `links` are resources that were taken away from one; `approved` are
    statements with the words that a person stands by, knowing all that readers reported.
    """

    why: Mapping[str, Why] = field(default_factory=dict)
    links: frozenset[Link] = frozenset()
    approved: frozenset[Link] = frozenset()

    def against(self, one: Statement, now: Mapping[str, Statement], known: Names) -> Why | None:
        """Say why the words of an earlier release may not be shown; those shown now always may."""
        if one.id in now and told_words(one) == told_words(now[one.id]):
            return None
        why = self.why.get(one.id) or (Why.PERSONAL if personal(one, known) else None)
        return None if why in _STAYS and self._stands(one) else why

    def hides(self, one: Statement, now: Mapping[str, Statement], known: Names) -> Why | None:
        """Say why words may not be shown, though they be those of now: a report counts at once."""
        reported = self.why.get(one.id) is Why.REPORTED and not self._stands(one)
        return Why.REPORTED if reported else self.against(one, now, known)

    def may_quote(self, item: str, words: str) -> bool:
        """Whether words that hold those of a statement may be told, whatever readers say of it."""
        reported = self.why.get(item) is Why.REPORTED
        return not reported or any(one == item and text in words for one, text in self.approved)

    def _stands(self, one: Statement) -> bool:
        return (one.id, one.text) in self.approved


def taken_off(workspace: Workspace, url: str) -> TakenOff:
    """Read what people said in the log of a workspace, in that of its directory, and in its rows.

    The directory may know more than a folder does that is not the newest.
    """
    found = [_of_log(lines) for lines in _logs(read_log(workspace.log), stored_log(url))]
    by_hand = taken_by_hand(url)
    why = {key[0]: Why.BY_HAND for key in by_hand if len(key) == 1}
    links = {(key[0], key[1]) for key in by_hand if len(key) > 1}
    return TakenOff(
        why=_weightiest((why, *(one.why for one in found))),
        links=frozenset(links).union(*(one.links for one in found)),
        approved=frozenset.intersection(*(one.approved for one in found)),
    )


def without_taken_off(
    then: Released, now: Released, said: TakenOff, known: Names
) -> tuple[Released, dict[Why, int]]:
    """Return a release without what was taken off since, and how much that was, and why.

    `now` is the newest release, which may be this one. The pages of what is left out say what
    stands for it there.
    """
    live = {one.id: one for one in now.statements}
    reasons = {one.id: said.hides(one, live, known) for one in then.statements}
    lost = {one: why for one, why in reasons.items() if why}
    known_gone = {one.id: replace(one, text="") for one in now.gone}
    number = now.release.number
    gone = (
        known_gone.get(one, Gone(id=one, kind="strategy", text="", since=number)) for one in lost
    )
    kept = (one for one in then.statements if one.id not in lost)
    shown = replace(
        then,
        statements=tuple(
            without_links(one, _lost_links(one, live.get(one.id), said)) for one in kept
        ),
        gone=(*then.gone, *gone),
    )
    counts = Counter(lost.values())
    return shown, {why: counts[why] for why in Why if why in counts}


def unfit_to_return(then: Released, now: Released, said: TakenOff, known: Names) -> frozenset[str]:
    """Return the statements that going back must leave as they are now, and what stands for them."""
    live = {one.id: one for one in now.statements}
    reasons = ((one, said.against(one, live, known)) for one in then.statements)
    unfit = frozenset(
        one.id for one, why in reasons if why and (why in _STAYS or personal(one, known))
    )
    return unfit.union(*(one.replaced_by for one in now.gone if one.id in unfit))


def told_of_return(then: Released, now: Released, said: TakenOff, known: Names) -> Iterator[str]:
    """Say what a release shows again although people took it off, and what stayed as it was.

    `now` is the release that went back to `then`. What may identify a person is only counted.
    """
    back = [one for one in now.statements if said.why.get(one.id) is Why.LEFT_OUT]
    if back:
        counted = plural(len(back), "statement")
        yield f"This shows again {counted} that people had taken off or put on hold since then:"
        yield from (_named(one, now) for one in back[:_MOST])
        if back[_MOST:]:
            yield f"and {len(back) - _MOST:,} more"
    live = {one.id: one for one in now.statements}
    links = sum((one.id, each) in said.links for one in now.statements for each in one.resources)
    if links:
        yield f"It shows again {plural(links, 'resource')} that people had taken away."
    against = filter(None, (said.against(one, live, known) for one in then.statements))
    stayed: Counter[Why] = Counter(Why.PERSONAL if why is Why.LEFT_OUT else why for why in against)
    for why in (one for one in Why if one in stayed):
        yield f"{plural(stayed[why], 'statement')} did not come back, because {why.words}."


def _named(one: Statement, release: Released) -> str:
    labels = [release.shown(each).label for several in one.labels.values() for each in several]
    beginning = shorten(one.text, _BEGINNING, placeholder="…")
    return f"{labels[0] if labels else 'In no category'}: {beginning}"


def fit_to_quote(before: Released, shown: Released, said: TakenOff, known: Names) -> Released:
    """Return an earlier release without words that were changed since and may be told to nobody.

    They may have been changed because of a person in them, or because of what somebody said.
    """
    now = {one.id: one for one in shown.statements}

    def fit(one: Statement) -> Statement:
        same = told_words(one) == told_words(now.get(one.id, one))
        if same or not (one.id in said.why or personal(one, known)):
            return one
        return replace(one, text="", lead_in="", child_voice="", purpose="")

    return replace(before, statements=tuple(map(fit, before.statements)))


def _lost_links(one: Statement, now: Statement | None, said: TakenOff) -> set[str]:
    still = now.resources if now else ()
    return {each for each in one.resources if each not in still and (one.id, each) in said.links}


def _logs(
    ours: tuple[Decision, ...], theirs: tuple[Decision, ...]
) -> tuple[tuple[Decision, ...], ...]:
    """Return the longer log where one goes on from the other, else both."""
    shorter, longer = sorted((ours, theirs), key=len)
    return (longer,) if shorter == longer[: len(shorter)] else (ours, theirs)


def _of_log(lines: Sequence[Decision]) -> TakenOff:
    standing = fold(lines)
    parts, pieces = frozenset(_parts(lines)), frozenset(_pieces(lines))
    reported = {
        item
        for item, reports in standing.reports.items()
        if any(one.kind.holds_back for one in reports)
    }
    unanswered = _unanswered(standing, parts | pieces)
    left_out = {item for item, one in standing.verdicts.items() if not _is_approved(one)}
    detached = {(item, one) for item, several in standing.detached.items() for one in several}
    handed_on = {(part, one) for item, part in parts for whole, one in detached if whole == item}
    return TakenOff(
        why=_weightiest(
            (
                dict.fromkeys(left_out | {b for a, b in parts if a in left_out}, Why.LEFT_OUT),
                dict.fromkeys(_related(reported, parts | pieces), Why.REPORTED),
            )
        ),
        links=frozenset(detached | handed_on),
        approved=frozenset(one for one in _approved(standing.verdicts) if one[0] not in unanswered),
    )


def _unanswered(standing: Standing, pairs: frozenset[Link]) -> set[str]:
    """Return the statements that readers say name somebody or do harm, while nobody has answered."""
    found: set[str] = set()
    for item, reports in standing.reports.items():
        alike = _related({item}, pairs)
        verdicts = (standing.verdicts[one] for one in alike if one in standing.verdicts)
        knew = max((one.knew for one in verdicts), default="")
        if any(one.kind.holds_back and one.taken_in_on > knew for one in reports):
            found |= alike
    return found


def _weightiest(several: Iterable[Mapping[str, Why]]) -> dict[str, Why]:
    found: dict[str, Why] = {}
    for one in several:
        for item, why in one.items():
            found[item] = min(why, found.get(item, why), key=[*Why].index)
    return found


def _is_approved(one: Verdict) -> bool:
    return one.action is Action.APPROVED and not one.disagreement


def _approved(verdicts: Mapping[str, Verdict]) -> Iterator[Link]:
    for item, one in verdicts.items():
        if _is_approved(one):
            yield item, one.wording or one.text_seen
            yield from zip(part_ids(item, one.parts), one.parts, strict=True)


def _parts(lines: Iterable[Decision]) -> Iterator[Link]:
    """Yield each statement with each part that it ever was parted into, taken back since or not."""
    for line in lines:
        parts = line.replacement_value.split("\n")
        if line.last_action_type in (Action.REWORDED, Action.PARTED) and len(parts) > 1:
            yield from ((line.resource_id, one) for one in part_ids(line.resource_id, parts))


def _pieces(lines: Iterable[Decision]) -> Iterator[Link]:
    """Yield each statement with each other that it ever took in."""
    for line in lines:
        if line.last_action_type is Action.JOINED:
            named = line.replacement_value.split(JOINER)
            yield from ((line.resource_id, one.partition(" ")[0]) for one in named)


def _related(items: set[str], pairs: frozenset[Link]) -> set[str]:
    """Return statements with all that they are parts of or were made of, and so on."""
    found, before = set(items), set[str]()
    while found != before:
        before = set(found)
        found |= {one for pair in pairs if found & {*pair} for one in pair}
    return found
