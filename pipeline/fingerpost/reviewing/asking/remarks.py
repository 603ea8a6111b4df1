"""A statement and what people said of it in, sentences for whoever decides about it out."""

from collections.abc import Iterator, Sequence
from datetime import date

from fingerpost.decisions import Comment
from fingerpost.strategies import Strategy
from fingerpost.upkeep import ReaderReport

SOMEBODY = "Somebody"


def remarks(strategy: Strategy, comments: Sequence[Comment]) -> tuple[str, ...]:
    """Return comments that hang on it in Word, then those of readers, oldest first.

    Where a comment may hold personal details, the sentence says which words: it stays with the
    team, and nothing of it may be copied into the wording.
    """
    return (*_in_word(strategy), *(_of_a_reader(one) for one in comments))


def reports_told(reports: Sequence[ReaderReport]) -> tuple[str, ...]:
    """Say who reported what of the directory and on which day, as far as anybody told."""
    return tuple(map(_report, reports))


def _in_word(strategy: Strategy) -> Iterator[str]:
    for comment in strategy.comments:
        yield f"A comment in Word: “{_on_one_line(comment)}”"


def _of_a_reader(comment: Comment) -> str:
    who = comment.person or SOMEBODY
    said = f"{who[:1].upper()}{who[1:]} says: “{_on_one_line(comment.text)}”"
    return _flagged(said, comment.personal)


def _report(report: ReaderReport) -> str:
    who = report.reader or "A reader of the directory"
    on = f" on {_day(report.given_on)}" if report.given_on else ""
    words = f": “{_on_one_line(report.text)}”" if report.text else "."
    return _flagged(f"{who} says{on} that {report.kind.words}{words}", report.personal)


def _day(moment: str) -> str:
    day = date.fromisoformat(moment[:10])
    return f"{day.day} {day:%B %Y}"


def _flagged(said: str, personal: Sequence[str]) -> str:
    if not personal:
        return said
    quotes = ", ".join(f"“{quote}”" for quote in personal)
    return f"{said} (May hold personal details: {quotes}. Leave them out of the wording.)"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
