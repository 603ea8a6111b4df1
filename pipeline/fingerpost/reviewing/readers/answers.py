"""What readers reported and what the directory holds in, the reports that can count out."""

from dataclasses import dataclass

from fingerpost.reviewing.readers.understanding import Told
from fingerpost.reviewing.refs import Index, Ref
from fingerpost.reviewing.returning.returned import ReportAnswer


@dataclass(frozen=True, slots=True)
class Held:
    """The reports about statements there are, and sentences on rows that cannot count."""

    answers: tuple[ReportAnswer, ...]
    set_aside: tuple[str, ...]


def held_against(told: Told, known: Index) -> Held:
    """Keep each report whose statement there is; one that was parted or taken in is still known."""
    unknown = [
        f"{one.place}: no statement has the reference {one.id} any more, or ever had."
        for one in told.reports
        if one.id not in known.items
    ]
    answers = [
        ReportAnswer(
            place=one.place,
            ref=Ref(one.id),
            reviewer=one.reader,
            given=one.given_on,
            kind=one.kind,
            words=one.words,
        )
        for one in told.reports
        if one.id in known.items
    ]
    return Held(tuple(answers), (*told.set_aside, *unknown))
