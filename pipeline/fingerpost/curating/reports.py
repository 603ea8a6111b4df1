"""Lines about statements in, what readers reported of them, and whether somebody answered, out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from fingerpost.decisions import UNDECIDED, Action, Decision
from fingerpost.opinions import batches, given, opinions_of, taken_back
from fingerpost.upkeep import ReaderReport, ReportKind

_DAY = len("2026-11-22")
_Report = tuple[str, str, str, str]
_Spans = Sequence[tuple[str, str]]
_OLDEST = attrgetter("given_on", "taken_in_on", "reader", "kind", "text")


@dataclass(frozen=True, slots=True)
class _Heard:
    """One report, when the reader says it was given, and when it was answered; "" where unknown."""

    report: ReaderReport
    given_on: str
    answered_on: str

    @property
    def told(self) -> ReaderReport:
        """The report, and whether somebody decided about the statement knowing of it."""
        return replace(self.report, answered=bool(self.answered_on))

    def is_since(self, other: "_Heard") -> bool:
        """Whether a reader gave it on or after the day on which another was answered."""
        return self.given_on != other.given_on and self.given_on[:_DAY] >= other.answered_on[:_DAY]


def reports_of(
    about: Mapping[str, Sequence[Decision]], log: Sequence[Decision]
) -> Iterator[tuple[str, tuple[ReaderReport, ...]]]:
    """Yield what readers said of each statement, oldest first; said again is said once.

    Unless a reader says it after it was answered: then it is still so, or so again. `about` holds
    the lines about each statement that stand, `log` all lines.
    """
    there = {item: found for item, lines in about.items() if (found := tuple(_reported(lines)))}
    gone = _gone(log) if there else {}
    for item, reports in there.items():
        answers = [one for one in opinions_of(about[item]) if one.action not in UNDECIDED]
        said: dict[_Report, list[_Heard]] = {}
        for line, report in reports:
            spans = gone.get(_key(line), ())
            knew = (one.date for one in answers if _knew(one.saw, report.taken_in_on, spans))
            heard = _Heard(report, line.previous_value, max(knew, default=""))
            said.setdefault(_key(line), []).append(heard)
        once = (report for several in said.values() for report in _once(several))
        yield item, tuple(sorted(once, key=_OLDEST))


def _gone(log: Sequence[Decision]) -> Mapping[_Report, _Spans]:
    """Return from when until when each report stood that was taken back."""
    undone = taken_back(log)
    found: dict[_Report, list[tuple[str, str]]] = {}
    for line in log:
        if line.seq in undone and line.last_action_type is Action.REPORTED:
            found.setdefault(_key(line), []).append((line.last_action_date, undone[line.seq]))
    return found


def _key(line: Decision) -> _Report:
    """Return what makes two reports one."""
    reader = line.updated_by.casefold()
    return line.resource_id, line.field_name, reader, line.replacement_value


def _knew(saw: str, taken_in: str, gone: _Spans) -> bool:
    """Whether who had seen the log so far knew of a report, perhaps before it was taken back once."""
    stood = ((taken_in, ""), *(span for span in gone if span[1] <= taken_in))
    return any(bool(saw) and start <= saw and (not end or saw < end) for start, end in stood)


def _once(heard: Iterable[_Heard]) -> Iterator[ReaderReport]:
    first, *others = sorted(heard, key=lambda one: _OLDEST(one.report))
    for one in others:
        if first.answered_on and not one.answered_on and one.is_since(first):
            yield first.told
            first = one
        else:
            first = replace(first, answered_on=max(first.answered_on, one.answered_on))
    yield first.told


def _reported(lines: Sequence[Decision]) -> Iterator[tuple[Decision, ReaderReport]]:
    """Yield each report with its line."""
    for batch in batches(lines):
        _, moment = given(batch)
        for line in batch:
            if line.last_action_type is Action.REPORTED:
                yield (
                    line,
                    ReaderReport(
                        kind=ReportKind(line.field_name),
                        text=line.replacement_value,
                        reader=line.updated_by,
                        given_on=line.previous_value or moment or line.last_action_date,
                        taken_in_on=line.last_action_date,
                    ),
                )
