"""What a reader told in its own form in, its words, items, headings and links out."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from benchmarks.extraction.markup import Markup, read_html, read_markdown


class Levelled(NamedTuple):
    """A list item (levels from 0) or a heading (levels from 1)."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Output:
    """What a reader made of a file; `texts` are its blocks in its order."""

    texts: tuple[str, ...] = ()
    items: tuple[Levelled, ...] = ()
    headings: tuple[Levelled, ...] = ()
    links: tuple[str, ...] = ()


def output_of(told: dict[str, Any]) -> Output:
    """Bring what an adapter told into the one form that is scored.

    It says one of

        {"form": "html" or "markdown", "content": text}
        {"form": "records", "texts": […], "items": [[text, level], …],
         "headings": [[text, level], …], "links": [address, …]}
    """
    if told["form"] == "records":
        return Output(
            tuple(told["texts"]),
            tuple(Levelled(*each) for each in told.get("items", ())),
            tuple(Levelled(*each) for each in told.get("headings", ())),
            tuple(told.get("links", ())),
        )
    read = read_markdown if told["form"] == "markdown" else read_html
    found: Markup = read(told["content"])
    return Output(
        (*found.texts, *told.get("more", ())),
        tuple(Levelled(*each) for each in found.items),
        tuple(Levelled(*each) for each in found.headings),
        tuple(found.links),
    )
