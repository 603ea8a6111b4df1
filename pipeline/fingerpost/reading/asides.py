"""Stories in; what people should know of the words that stand beside their text out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from fingerpost.documents import AltKind, AltText, Block, Fate, Story, count_words, leaves

_DRAWN: Final = {
    AltKind.DIAGRAM: "diagrams",
    AltKind.CHART: "charts",
    AltKind.WORD_ART: "WordArt",
    AltKind.DRAWING: "drawings",
    AltKind.EMBEDDED: "embedded documents",
}


def warnings_of(stories: Iterable[Story]) -> Iterator[str]:
    """Say how many words stand where no strategy is looked for, and what to do about it."""
    words = Counter[AltKind]()
    for aside in (aside for story in stories for aside in asides(story.blocks)):
        if aside.fate is Fate.VISIBLE:
            words[aside.kind] += count_words(aside.text)
    if drawn := [name for kind, name in _DRAWN.items() if words[kind]]:
        count = sum(words[kind] for kind in _DRAWN)
        yield (
            f"{_number(count)} in {_listed(drawn)}: listed in the account, and not published. "
            "Where there are strategies among them, write them into the text in Word."
        )
    if words[AltKind.INSERTED_FILE]:
        yield (
            f"{_number(words[AltKind.INSERTED_FILE])} in files that were inserted into this "
            "document without being merged into it: listed in the account, and not published. Open "
            "the document in Word, save it, and put the saved file here."
        )
    if words[AltKind.CHOICE]:
        yield (
            f"{_number(words[AltKind.CHOICE])} in form fields that keep what was chosen apart from "
            "the text: listed in the account, and not published. Write them into the text in Word."
        )


def asides(blocks: tuple[Block, ...]) -> Iterator[AltText]:
    """Walk blocks in document order, into tables and text boxes, and yield what is beside the text."""
    return (leaf for leaf in leaves(blocks) if isinstance(leaf, AltText))


def _number(count: int) -> str:
    return "One word stands" if count == 1 else f"{count:,} words stand"


def _listed(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
