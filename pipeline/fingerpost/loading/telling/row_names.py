"""What a directory was to hold and holds in, what people call each of its rows out."""

from collections.abc import Mapping
from textwrap import shorten

from fingerpost.loading.contents import Content, Key, known_as
from fingerpost.loading.telling.wording import field_words

_THINGS = {
    "strategies": "The statement",
    "concepts": "The category",
    "resources": "The resource",
    "documents": "The document",
}
_BEGINNING = 60


class RowNames:
    """Knows the words of all that stands in some contents; the first that has a thing names it."""

    def __init__(self, *contents: Content) -> None:
        self._words: dict[tuple[str, str], str] = {}
        for content in contents:
            for table in _THINGS:
                for key, row in content.of(table).items():
                    self._words.setdefault((table, key[0]), known_as(table, row) or str(key[0]))

    def of(self, table: str, key: Key) -> str:
        """Name a row by what it is and its words, a row between two things by both."""
        if table in _THINGS:
            return f"{_THINGS[table]} {self._quoted(table, key[0])}"
        statement = self._quoted("strategies", key[0])
        if table == "strategy_concepts":
            label = self._quoted("concepts", key[2])
            return f"The label {label} ({field_words(key[1])}) of the statement {statement}"
        if table == "strategy_resources":
            return f"The resource {self._quoted('resources', key[1])} of the statement {statement}"
        old, new = (self._of_any(one) for one in key)
        return f"That {new} stands for {old}"

    @property
    def labels(self) -> Mapping[str, str]:
        """What the categories are called, by id."""
        return {key: words for (table, key), words in self._words.items() if table == "concepts"}

    def _quoted(self, table: str, key: str) -> str:
        words = self._words.get((table, key), str(key))
        return f"“{shorten(words, _BEGINNING, placeholder=' …') or key}”"

    def _of_any(self, key: str) -> str:
        table = "strategies" if ("strategies", key) in self._words else "concepts"
        return self._quoted(table, key)
