"""A draft of categories in, a pack of cards to sort in a workshop out, as one page to print."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fingerpost.cataloguing.clusters import Heading, wordings_of
from fingerpost.cataloguing.drafting import Drafted
from fingerpost.directory import Item
from fingerpost.pages import render

_TEMPLATES = Path(__file__).parent / "templates"
_BLANKS = 8
_EXAMPLES = 2
_WORDINGS = 4
_MOST_ALONE = 40
_LONGEST = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands on one card."""

    number: int
    label: str
    wordings: tuple[str, ...]
    examples: tuple[str, ...]
    statements: int


def card_page(council: str, drafted: Iterable[Drafted], alone: Iterable[Heading]) -> str:
    """Return the page: how to do it, a card a category, blank cards and a record sheet."""
    return render(
        _TEMPLATES,
        "cards.html",
        sheet="cards.css",
        council=council,
        here="",
        cards=tuple(_card(number, one) for number, one in enumerate(drafted, 1)),
        blanks=_BLANKS,
        alone=tuple(wordings_of(alone)),
        most=_MOST_ALONE,
    )


def _card(number: int, drafted: Drafted) -> Card:
    items = drafted.cluster.items
    return Card(
        number=number,
        label=drafted.entry.label,
        wordings=drafted.entry.alternates[:_WORDINGS],
        examples=_examples(items),
        statements=len(items),
    )


def _examples(items: Iterable[Item]) -> tuple[str, ...]:
    """Choose two statements that fit on a card: the shortest that say something whole."""
    whole = dict.fromkeys(item.text for item in items if not item.classified.strategy.lead_in)
    texts = tuple(whole) or tuple(dict.fromkeys(item.text for item in items))
    fitting = sorted(texts, key=lambda text: (len(text) > _LONGEST, texts.index(text)))
    return tuple(map(_cut, fitting[:_EXAMPLES]))


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
