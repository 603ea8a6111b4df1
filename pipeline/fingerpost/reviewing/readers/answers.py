"""What readers reported and what the directory holds in, the reports that can count out."""

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import shorten

from fingerpost.directory import Status
from fingerpost.reviewing.readers.understanding import Report, Told
from fingerpost.reviewing.refs import Index, Ref
from fingerpost.reviewing.returning.held import report_said
from fingerpost.reviewing.returning.returned import Before, ReportAnswer

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Held:
    """The reports about statements there are, and sentences on rows that cannot count.

    `before` leads from some of these to what the log holds if they were taken in before.
    """

    answers: tuple[ReportAnswer, ...]
    set_aside: tuple[str, ...]
    before: Mapping[str, Before]


def held_against(told: Told, known: Index) -> Held:
    """Keep each report whose statement there is; one that was parted or taken in is still known.

    Of what is out of the directory nobody is asked, so that what is said of it is told here.
    """
    there = [one for one in told.reports if one.id in known.items]
    answers = [
        ReportAnswer(
            place=one.place,
            ref=Ref(one.id),
            reviewer=one.reader,
            given=one.given_on,
            kind=one.kind,
            words=one.words,
        )
        for one in there
    ]
    unknown = {
        f"{one.place}: no statement has the reference {one.id} any more, or ever had.{_said(one)}": one
        for one in told.reports
        if one.id not in known.items
    }
    out = {
        f"{one.place}: “{_short(known.items[one.id].text)}” is out of the directory already, so "
        f"nobody is asked about it.{_said(one)}": one
        for one in there
        if known.items[one.id].status is Status.REJECTED
    }
    before = {said: _before(one) for said, one in (unknown | out).items()}
    return Held(tuple(answers), (*told.set_aside, *before), before)


def _before(one: Report) -> Before:
    said = report_said(one.kind, one.given_on, one.words)
    return Before(place=one.place, ref=Ref(one.id), person=one.reader, field=said)


def _said(one: Report) -> str:
    """Quote a report, so that whoever takes it in can answer it."""
    words = f" “{_short(one.words)}”" if one.words else ""
    return f" What was said: {one.kind.words}.{words}"


def _short(words: str) -> str:
    return shorten(words, _LONGEST, placeholder="…")
