"""What a file holds and what a reader made of it in, how much of it is there, right and once out.

A score is a number of shares by name. A share whose `of` is 0 says nothing and is not averaged.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import Final, NamedTuple
from urllib.parse import unquote

from benchmarks.extraction.matching import Words, out_of_order, pairs
from benchmarks.extraction.outputs import Levelled, Output
from tests.oracle.structure import Passage, Structure
from tests.oracle.words import words as split_words

MOST_OF_A_CLASS: Final = 200
_LONG_ENOUGH: Final = 4
_BODY: Final = ("body", "table", "nested table", "text box")
_FLOW: Final = ("body", "table", "nested table")
PLACES: Final = {
    "text boxes": ("text box",),
    "notes": ("footnote", "endnote"),
    "headers and footers": ("header", "footer"),
    "comments": ("comment",),
    "tables": ("table",),
    "nested tables": ("nested table",),
    "body paragraphs": ("body",),
}
TRAITS: Final = {
    "insertions": "inserted",
    "moves": "moved",
    "content controls": "control",
    "wrappers": "wrapped",
    "simple fields": "simple field",
    "no-break hyphens": "no-break hyphen",
    "symbols": "symbol",
}


class Share(NamedTuple):
    """So many of so many."""

    hits: int
    of: int


@lru_cache(maxsize=200_000)
def words(text: str) -> Words:
    """Split a text into words; the readers mostly tell the same texts, once each."""
    return tuple(split_words(text))


def score(held: Structure, made: Output, beside: Counter[str] | None = None) -> dict[str, Share]:
    """Score one document; a failed conversion is an empty output.

    `beside` are words that stand beside the text (descriptions of pictures, charts, lists to
    choose from): they are asked of nobody and held against nobody.
    """
    body = Counter(_all_words(passage.text for passage in held.of_place(*_BODY)))
    said = Counter(_all_words(made.texts))
    there = (body & said).total()
    return {
        "body words": Share(there, body.total()),
        "documents with every word": Share(int(there == body.total()), int(bool(body))),
        **_items(held, made),
        **_headings(held, made),
        "links": _links(held, made),
        **_passages(held, made),
        **_surplus(held, said, beside or Counter()),
    }


def _all_words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in words(text))


def _split(levelled: Iterable[Levelled]) -> tuple[list[Words], list[int]]:
    """Part words and levels, leaving out what has no words."""
    worded = [(words(each.text), each.level) for each in levelled]
    return [each for each, _ in worded if each], [level for each, level in worded if each]


def _items(held: Structure, made: Output) -> dict[str, Share]:
    wanted, levels = _split(Levelled(item.text, item.level) for item in held.list_items)
    given, given_levels = _split(made.items)
    matched = pairs(wanted, given)
    found = {here for here, _ in matched}
    right = [here for here, there in matched if levels[here] == given_levels[there]]
    nested = [here for here, _ in matched if levels[here]]
    places = [item.place for item in held.list_items]

    def within(choose: Callable[[int], bool]) -> Share:
        chosen = [place for place in range(len(wanted)) if choose(place)]
        return Share(len(found & set(chosen)), len(chosen))

    return {
        "list items": within(lambda _: True),
        "items in tables": within(lambda at: places[at] in {"table", "nested table"}),
        "items in text boxes": within(lambda at: places[at] == "text box"),
        "item precision": Share(len(matched), len(given)) if wanted else Share(0, 0),
        "item level": Share(len(right), len(matched)),
        "nested level": Share(sum(1 for here in right if levels[here]), len(nested)),
    }


def _headings(held: Structure, made: Output) -> dict[str, Share]:
    wanted, levels = _split(Levelled(heading.text, heading.level) for heading in held.headings)
    given, given_levels = _split(made.headings)
    matched = pairs(wanted, given)
    right = sum(1 for here, there in matched if levels[here] == given_levels[there])
    return {
        "headings": Share(len(matched), len(wanted)),
        "heading precision": Share(len(matched), len(given)) if wanted else Share(0, 0),
        "heading level": Share(right, len(matched)),
    }


def _links(held: Structure, made: Output) -> Share:
    """Compare addresses that lead out of the file; one that goes on in a next piece is one."""
    wanted = _addresses(link.url for link in held.links)
    return Share((wanted & _addresses(made.links)).total(), wanted.total())


def _addresses(links: Iterable[str]) -> Counter[str]:
    leading_out = (_plain(link) for link in links if not link.startswith("#"))
    return Counter(address for address, _ in groupby(leading_out))


def _plain(address: str) -> str:
    """Write an address as it is when nothing is encoded."""
    return unquote(address).strip().rstrip("/")


def _passages(held: Structure, made: Output) -> dict[str, Share]:
    """Look for whole paragraphs, contiguous, and for their order."""
    stream = _stream(_all_words(made.texts))
    shares = {name: _found(held.of_place(*places), stream, made) for name, places in PLACES.items()}
    shares |= {
        name: _found([p for p in held.passages if trait in p.traits], stream, made)
        for name, trait in TRAITS.items()
    }
    return {**shares, "order errors": _order(held, stream)}


def _stream(said: Iterable[str]) -> str:
    """Wrap each word, so that texts are found whole and side by side."""
    return "".join(f"<{word}>" for word in said)


def _found(passages: Iterable[Passage], stream: str, made: Output) -> Share:
    looked_at = list(passages)[:MOST_OF_A_CLASS]
    if not made.texts:
        return Share(0, len(looked_at))
    return Share(sum(_stream(words(p.text)) in stream for p in looked_at), len(looked_at))


def _order(held: Structure, stream: str) -> Share:
    """Count what stands in another order, among longer paragraphs that occur but once."""
    told = (words(passage.text) for passage in held.of_place(*_FLOW))
    texts = [_stream(each) for each in told if len(each) >= _LONG_ENOUGH][: 2 * MOST_OF_A_CLASS]
    whole = "".join(texts)
    once = [text for text in texts if whole.count(text) == 1 and stream.count(text) == 1]
    return Share(out_of_order([stream.index(text) for text in once]), len(once))


def _surplus(held: Structure, said: Counter[str], beside: Counter[str]) -> dict[str, Share]:
    """Count words said more often than they stand there, and words that do not stand there.

    Numbers and single letters are left out: they are the labels and note marks of some readers.
    """
    there = Counter(_all_words(passage.text for passage in held.passages))
    total = there.total() if said else 0
    more = {
        word: n
        for word, n in (said - there - beside).items()
        if len(word) > 1 and not word.isdigit()
    }
    doubled = sum(n for word, n in more.items() if word in there)
    return {
        "words doubled": Share(doubled, total),
        "words added": Share(sum(more.values()) - doubled, total),
    }
