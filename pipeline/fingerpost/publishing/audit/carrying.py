"""A new audit and one that a school filled in, in; the new one with the school's answers out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fingerpost.cells import LONGEST, encode, utf16_length
from fingerpost.pages import marked, plural, word_difference
from fingerpost.publishing.audit.audit import Audit, Question
from fingerpost.publishing.audit.columns import RATING, Sheet
from fingerpost.publishing.audit.filled import Filled
from fingerpost.publishing.audit.leaves import plain
from fingerpost.publishing.audit.school import Cells, Former, Given, SchoolAudit, Typed
from fingerpost.publishing.wording import short
from fingerpost.released import Gone, Released

NEW = "New since last time."
READ_AGAIN = "Please read it again: do your answers still hold?"

_PARTED = "It is now part of “{}”, where its answers meet others."
_NOT_ASKED = "It is still in the directory, but no part of the audit any more."
_REPLACED = "What stands for it now is no part of the audit."
_TAKEN_OUT = "It was taken out of the directory with release {}."
_UNKNOWN = "The directory does not know it."
_QUOTED = 200
"""Characters that are quoted of an answer; all of it stands on the sheet of what is asked no more."""

_HELD_BACK = "(These words are left out, because they may identify a person or do harm.)"

FitToQuote = Callable[[str, str], bool]
"""Says of a statement, by its id, and words that it had whether these may be told again."""


def _everything(_item: str, _words: str) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class _Before:
    """One statement as a school answered it last time; `quote` is as much of it as may be told."""

    id: str
    words: str
    quote: str
    area: str
    cells: Cells
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Joined:
    """The answers of several statements that one stands for now, and what they differ in."""

    cells: Cells
    conflicts: Mapping[str, tuple[Typed, ...]]


def carried(
    audit: Audit,
    filled: Filled,
    released: Released,
    fit_to_quote: FitToQuote = _everything,
) -> SchoolAudit:
    """Return the new audit with all that a school typed, each of it in one place at least.

    Answers follow a statement's id, and where that is gone what stands for it now. What is asked no
    longer keeps its answers on a sheet of its own. Words that a statement had before are told where
    they are fit to be quoted.
    """
    asked = {question.id: question for _, question in audit.questions}
    areas = {question.id: area.label for area, question in audit.questions}
    heirs = _Heirs(asked, released.gone)
    sources, homeless = _sources(_before(filled, fit_to_quote), heirs)
    joined = {one: _joined(several) for one, several in sources.items()}
    given = {
        one: _given(question, areas[one], sources.get(one, ()), joined.get(one), audit.levels)
        for one, question in asked.items()
    }
    former = tuple(
        Former(id=one.id, words=one.quote, area=one.area, why=why, cells=one.cells)
        for one, why in (*_apart(sources, joined, asked), *_left(homeless, heirs, released))
        if one.cells
    )
    return SchoolAudit(
        audit=audit,
        given=given,
        former=former,
        remarks=filled.remarks,
        facts=filled.facts,
        further=filled.further,
        told=tuple(_told(filled, audit, given, former)),
    )


class _Heirs:
    """Tells which statements of the new audit stand for one of an old one."""

    def __init__(self, asked: Mapping[str, Question], gone: Iterable[Gone]) -> None:
        self.asked = asked
        self.gone = {one.id: one for one in gone if one.kind == "strategy"}

    def of(self, statement_id: str) -> tuple[str, ...]:
        """Return the statement itself, or what replaced it, however often that was replaced too."""
        return tuple(dict.fromkeys(self._walk(statement_id, set())))

    def _walk(self, statement_id: str, seen: set[str]) -> Iterator[str]:
        if statement_id in self.asked:
            yield statement_id
        elif statement_id in self.gone and statement_id not in seen:
            seen.add(statement_id)
            for one in self.gone[statement_id].replaced_by:
                yield from self._walk(one, seen)


def _before(filled: Filled, fit_to_quote: FitToQuote) -> Iterator[_Before]:
    """Yield all that a school has answered, what was asked no longer last time after the rest."""

    def quoted(item: str, words: str) -> str:
        return words if not words or fit_to_quote(item, words) else _HELD_BACK

    for row in filled.rows:
        sent = filled.remembered.sent.get(row.id)
        words = sent.words if sent else plain(row.statement)
        yield _Before(
            row.id, words, quoted(row.id, words), sent.area if sent else row.area, row.cells
        )
    for one in filled.former:
        yield _Before(one.id, one.words, quoted(one.id, one.words), one.area, one.cells, one.why)


def _sources(
    before: Iterable[_Before], heirs: _Heirs
) -> tuple[Mapping[str, Sequence[_Before]], Sequence[_Before]]:
    """Return what was answered by the statement that stands for it now, and what has none.

    What was asked no longer last time comes back only where nothing else was answered there.
    """
    sources: dict[str, list[_Before]] = {}
    homeless = []
    for one in before:
        targets = [t for t in heirs.of(one.id) if not one.why or t not in sources]
        for target in targets:
            sources.setdefault(target, []).append(one)
        if not targets:
            homeless.append(one)
    return sources, homeless


def _joined(several: Sequence[_Before]) -> _Joined:
    """Join answers: those that are alike once, differing words below each other.

    Ratings, dates and numbers that differ cannot be joined, nor what no cell can hold together:
    the cell is left empty.
    """
    cells: dict[str, Typed] = {}
    conflicts = {}
    for name in dict.fromkeys(name for one in several for name in one.cells):
        found = tuple(dict.fromkeys(one.cells[name] for one in several if name in one.cells))
        texts = [typed.value for typed in found if isinstance(typed.value, str)]
        if len(found) == 1:
            cells[name] = found[0]
        elif name != RATING and len(texts) == len(found) and _fit_together(texts, found):
            cells[name] = Typed("\n".join(texts))
        else:
            conflicts[name] = found
    return _Joined(cells, conflicts)


def _fit_together(texts: Sequence[str], found: Iterable[Typed]) -> bool:
    whole = encode("\n".join(texts))
    return utf16_length(whole) <= LONGEST and not any(one.link for one in found)


def _given(
    question: Question,
    area: str,
    several: Sequence[_Before],
    joined: _Joined | None,
    levels: Sequence[str],
) -> Given:
    if joined is None:
        return Given(since=NEW)
    doubts = [*_changes(question, several), *_conflicts(joined, levels)]
    moved = [f"It stood under “{one.area}”." for one in several if one.area not in ("", area)]
    again = bool(doubts and joined.cells)
    notes = dict.fromkeys((*doubts, *([READ_AGAIN] if again else []), *moved))
    return Given(cells=joined.cells, since="\n".join(notes), read_again=again)


def _changes(question: Question, several: Iterable[_Before]) -> Iterator[str]:
    for one in several:
        if one.id != question.id:
            yield f"It stands now for “{one.quote}”."
        elif plain(one.words) != plain(question.words):
            told = one.quote if one.quote != one.words else _difference(one.words, question.words)
            yield f"The words have changed: {told}"


def _difference(before: str, after: str) -> str:
    return marked(word_difference(before, after))


def _conflicts(joined: _Joined, levels: Sequence[str]) -> Iterator[str]:
    for name, found in joined.conflicts.items():
        several = " and ".join(f"“{short(plain(typed.value), _QUOTED)}”" for typed in found)
        yield f"{name} was {several}: please choose."
    rating = joined.cells.get(RATING)
    if levels and rating and _level(rating.value) not in map(_level, levels):
        yield f"“{plain(rating.value)}” is none of the ratings any more."


def _apart(
    sources: Mapping[str, Sequence[_Before]],
    joined: Mapping[str, _Joined],
    asked: Mapping[str, Question],
) -> Iterator[tuple[_Before, str]]:
    """Yield, whole, the answers that could not be joined."""
    for target, several in sources.items():
        if joined[target].conflicts:
            yield from ((one, _PARTED.format(asked[target].words)) for one in several)


def _left(
    homeless: Iterable[_Before], heirs: _Heirs, released: Released
) -> Iterator[tuple[_Before, str]]:
    """Yield what no statement of the new audit stands for, and why."""
    live = {one.id for one in released.statements}
    for one in homeless:
        gone = heirs.gone.get(one.id)
        if one.why:
            yield one, one.why
        elif one.id in live:
            yield one, _NOT_ASKED
        elif gone is None:
            yield one, _UNKNOWN
        else:
            yield one, _REPLACED if gone.replaced_by else _TAKEN_OUT.format(gone.since)


def _told(
    filled: Filled, audit: Audit, given: Mapping[str, Given], former: Sequence[Former]
) -> Iterator[str]:
    kept = sum(bool(one.cells) for one in given.values())
    again = sum(one.read_again for one in given.values())
    new = sum(one.since == NEW for one in given.values())
    yield (
        f"Of {plural(len(given), 'statement')}, {kept:,} have your answers of last time. To be read "
        f"again, because something has changed: {again:,}. New: {new:,}."
    )
    if filled.remembered.council not in ("", audit.council):
        yield f"The file was made for {filled.remembered.council}."
    if former:
        yield (
            f"On the sheet “{Sheet.GONE}”, with your answers: {plural(len(former), 'statement')}."
        )
    if filled.further:
        yield f"Columns of your own: {'; '.join(filled.further)}."
    if filled.remarks:
        yield (
            f"On the sheet “{Sheet.OTHER}”, what you wrote elsewhere: "
            f"{plural(len(filled.remarks), 'cell')}."
        )
    yield "Keep the old file: pictures, charts and colours of your own are not carried over."


def _level(value: object) -> str:
    """Return a rating as it is compared: the Summary counts it in small letters too."""
    return plain(value).casefold()
