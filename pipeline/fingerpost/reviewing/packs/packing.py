"""An outcome, the log and whom to send what in, one pack for each of them out; pure."""

import hashlib
from base64 import b32encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from fingerpost.decisions import Decision
from fingerpost.errors import PackError
from fingerpost.outcome import Outcome
from fingerpost.packs import PACK_KEY, PackKind, PackSent
from fingerpost.reviewing.asking.pace import pace
from fingerpost.reviewing.asking.triage import triage
from fingerpost.reviewing.labels import labels_of
from fingerpost.reviewing.packs.chasing import out_with_somebody, who_has_what
from fingerpost.reviewing.packs.meeting import Point, points
from fingerpost.reviewing.packs.second import second_look
from fingerpost.reviewing.packs.shares import asked_ids, divided, minutes_of, within, without
from fingerpost.reviewing.page.page import Beside, review_page
from fingerpost.reviewing.review import Review
from fingerpost.reviewing.workbook.comment_sheet import comments_workbook, to_comment
from fingerpost.reviewing.workbook.covering import file_name
from fingerpost.reviewing.workbook.meeting_sheet import (
    MINUTES_A_POINT,
    THE_MEETING,
    meeting_page,
    meeting_workbook,
)
from fingerpost.reviewing.workbook.workbook import write_workbook
from fingerpost.taxonomy import Facet, Taxonomy


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Who is to get what.

    `area` is typed as people know it; `minutes` is the most for each person, 0 for no limit;
    `share` is how much of what was decided a second person sees, from 0 to 1; `again` says that
    questions which somebody has already may be sent once more.
    """

    kind: PackKind = PackKind.SHARE
    people: tuple[str, ...] = ()
    area: str = ""
    minutes: int = 0
    share: float = 0.0
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One pack before it is written: `pack.file` is a name that may still get a number."""

    pack: PackSent
    review: Review
    points: tuple[Point, ...] = ()

    def workbook(self, outcome: Outcome) -> bytes:
        """Return the pack as a workbook."""
        taxonomy, council = outcome.rulebook.taxonomy, outcome.rulebook.council
        match self.pack.kind:
            case PackKind.MEETING:
                return meeting_workbook(self.points, taxonomy, council, self.pack)
            case PackKind.COMMENTS:
                return comments_workbook(self.review, taxonomy, council, self.pack)
            case _:
                return write_workbook(self.review, taxonomy, council, self.pack)

    def page(self, outcome: Outcome, beside: Beside) -> str:
        """Return the pack as a page: to answer on, or of a meeting to print."""
        taxonomy, council = outcome.rulebook.taxonomy, outcome.rulebook.council
        if self.pack.kind is PackKind.MEETING:
            return meeting_page(self.points, council, self.pack)
        return review_page(self.review, taxonomy, council, beside=beside, pack=self.pack)


def plan_packs(
    outcome: Outcome, log: Sequence[Decision], wanted: Wanted, at: str
) -> tuple[Plan, ...]:
    """Return a pack for each person who gets something; `at` dates them.

    Raises:
        PackError: where there is nothing to send, or what is asked for does not go together.
    """
    _check(wanted)
    plans = tuple(_Packer(outcome, log, wanted, at).plans())
    if not plans:
        raise PackError(_NOTHING[wanted.kind])
    return plans


def find_area(typed: str, taxonomy: Taxonomy) -> str:
    """Return an area by the council's label or its id, or name those it may have been meant for."""
    areas = labels_of(taxonomy)
    found = areas.find(Facet.AREA, typed)
    ids = [concept.id for concept in taxonomy.of(Facet.AREA)]
    if found or typed in ids:
        return found or typed
    near = areas.near(None, typed)
    labels = [concept.label for concept in taxonomy.of(Facet.AREA)]
    offered = [one for one in near if one in labels] or labels
    raise PackError(f"“{typed}” is no area. There are: {', '.join(f'“{one}”' for one in offered)}.")


def _check(wanted: Wanted) -> None:
    if wanted.kind is PackKind.SECOND and not (len(wanted.people) == 1 and 0 < wanted.share <= 1):
        raise PackError(
            "A second look is for one person, and a share between 0 and 1 of what was decided: "
            "--for NAME --second 0.1"
        )
    if wanted.kind is PackKind.MEETING and len(wanted.people) > 1:
        raise PackError("A meeting has one pack. Name nobody, or one who takes it there.")
    if len(set(wanted.people)) < len(wanted.people):
        raise PackError("The same name was given twice. Name each person once.")


@dataclass(frozen=True, slots=True)
class _Packer:
    """Makes what is wanted out of what stands; `at` dates it."""

    outcome: Outcome
    log: Sequence[Decision]
    wanted: Wanted
    at: str

    def plans(self) -> Iterator[Plan]:
        """Yield a pack for each person who gets something."""
        match self.wanted.kind:
            case PackKind.SHARE:
                return self._shares()
            case PackKind.SECOND:
                return self._second()
            case PackKind.MEETING:
                return self._meeting()
            case PackKind.COMMENTS:
                return self._comments()

    def _shares(self) -> Iterator[Plan]:
        review = triage(self.outcome, self.log)
        if not self.wanted.again:
            today = date.fromisoformat(self.at[:10])
            out = who_has_what(self.outcome, review, self.log, today)
            review = without(review, out_with_somebody(out))
        review = within(review, self._area) if self._area else review
        people = self.wanted.people or ("",)
        for name, part in zip(
            people, divided(review, len(people), self.wanted.minutes), strict=True
        ):
            yield from self._plan(name, part)

    def _second(self) -> Iterator[Plan]:
        (name,) = self.wanted.people
        packs = () if self.wanted.again else self.outcome.standing.packs
        before = {row for pack in packs if pack.kind is PackKind.SECOND for row in pack.rows}
        found = second_look(self.outcome, name, self.wanted.share, before)
        review = replace(found, pace=pace(self.log))
        yield from self._plan(name, within(review, self._area) if self._area else review)

    def _meeting(self) -> Iterator[Plan]:
        review = triage(self.outcome, self.log)
        area = self._area
        found = tuple(
            point
            for point in points(self.outcome, review, self.log)
            if not area or (point.item and area in point.item.concepts(Facet.AREA))
        )
        if found:
            name = next(iter(self.wanted.people), THE_MEETING)
            rows = tuple(point.ref.id for point in found)
            pack = self._pack(name, rows, MINUTES_A_POINT * len(rows))
            yield Plan(pack=pack, review=review, points=found)

    def _comments(self) -> Iterator[Plan]:
        review = to_comment(self.outcome, self._area)
        for name in self.wanted.people or ("",):
            yield from self._plan(name, review)

    @property
    def _area(self) -> str:
        typed = self.wanted.area
        return find_area(typed, self.outcome.rulebook.taxonomy) if typed else ""

    def _plan(self, name: str, part: Review) -> Iterator[Plan]:
        rows = asked_ids(part)
        timed = self.wanted.kind is not PackKind.COMMENTS
        if rows:
            pack = self._pack(name, rows, minutes_of(part) if timed else 0)
            # The copies of documents do not travel with a pack: a link to them would lead nowhere.
            yield Plan(pack=pack, review=replace(part, copies=frozenset()))

    def _pack(self, name: str, rows: tuple[str, ...], minutes: int) -> PackSent:
        kind = self.wanted.kind
        named = "\n".join((kind, name, self.at, *rows))
        digest = b32encode(hashlib.sha256(named.encode()).digest()).decode().lower()[:12]
        who = "" if name == THE_MEETING else name
        return PackSent(
            id=f"{PACK_KEY}{digest}",
            person=name,
            kind=kind,
            sent_on=self.at,
            rows=rows,
            minutes=minutes,
            file=f"{file_name(who, kind, self.at[:10])}.xlsx",
        )


_NOTHING = {
    PackKind.SHARE: (
        "Nothing waits that nobody has been sent yet. fingerpost review status says who has what; "
        "--again sends it once more."
    ),
    PackKind.SECOND: (
        "Nobody else has decided about anything that was not sent for a second look before. Take a "
        "larger share, or wait until more is decided."
    ),
    PackKind.MEETING: "There is nothing to settle: nobody differs, and nobody left anything open.",
    PackKind.COMMENTS: "Nothing is accepted yet that anybody could comment on.",
}
