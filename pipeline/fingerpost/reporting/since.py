"""The items of the last time and of this in, what is new, reworded, moved and gone out."""

from dataclasses import dataclass

from fingerpost.directory import Item
from fingerpost.outcome import Outcome
from fingerpost.reporting.wording import same_words
from fingerpost.strategies import ADDED, Known


@dataclass(frozen=True, slots=True)
class Change:
    """One statement that is not as it was; `before` and `after` are words or places."""

    text: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What changed since last time; all empty where there was no last time."""

    first: bool
    new: tuple[Change, ...] = ()
    reworded: tuple[Change, ...] = ()
    moved: tuple[Change, ...] = ()
    gone: tuple[Change, ...] = ()

    @property
    def groups(self) -> tuple[tuple[str, tuple[Change, ...]], ...]:
        """The kinds of change that there are, each with its name."""
        kinds = (
            ("New", self.new),
            ("Reworded in Word", self.reworded),
            ("Moved", self.moved),
            ("Gone", self.gone),
        )
        return tuple((name, changes) for name, changes in kinds if changes)


def since(outcome: Outcome) -> Since:
    """Compare this time with the last."""
    before = {known.id: known for known in outcome.previous}
    if not before:
        return Since(first=True)
    now = {item.id: item for item in outcome.items}
    both = [(before[one], item) for one, item in now.items() if one in before]
    return Since(
        first=False,
        new=tuple(Change(i.text, after=_place(i)) for one, i in now.items() if one not in before),
        reworded=tuple(
            Change(i.text, k.text, i.classified.strategy.text) for k, i in both if _reworded(k, i)
        ),
        moved=tuple(
            Change(i.text, _known_place(k), _place(i))
            for k, i in both
            if _known_place(k) != _place(i)
        ),
        gone=tuple(
            Change(k.text, before=_known_place(k)) for one, k in before.items() if one not in now
        ),
    )


def _reworded(known: Known, item: Item) -> bool:
    strategy = item.classified.strategy
    return not strategy.was_added and not same_words(known.text, strategy.text)


def _place(item: Item) -> str:
    strategy = item.classified.strategy
    return _where(strategy.source, strategy.heading_path)


def _known_place(known: Known) -> str:
    return _where(known.source, known.heading_path)


def _where(source: str, heading_path: str) -> str:
    return f"{source}, under “{heading_path}”" if heading_path else source or ADDED
