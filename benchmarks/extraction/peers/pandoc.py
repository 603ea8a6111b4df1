"""pandoc: its own syntax tree, with the comments it keeps when all changes are asked for."""

import json
from collections.abc import Iterator
from typing import Any

import pypandoc

SPACES = {"Space", "SoftBreak", "LineBreak"}
SAID = {"Str", "Code", "Math", "RawInline"}
Node = dict[str, Any]


def version() -> str:
    """Return the version of pandoc, not of what carries it."""
    return str(pypandoc.get_pandoc_version())


def convert(path: str) -> str:
    options = ["--track-changes=all"]
    return str(pypandoc.convert_file(path, "json", format="docx", extra_args=options))


def tell(converted: str) -> dict[str, Any]:
    teller = Teller()
    tree = json.loads(converted)
    for said in tree["meta"].values():
        teller.blocks(list(blocks_in(said)), -1)
    teller.blocks(tree["blocks"], -1)
    told = {"texts": teller.texts, "items": teller.items, "headings": teller.headings}
    return {"form": "records", **told, "links": teller.links}


class Teller:
    """Walks the tree; a note follows the paragraph it hangs on, a deletion is left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.items: list[list[Any]] = []
        self.headings: list[list[Any]] = []
        self.links: list[str] = []
        self._aside: list[list[Node]] = []

    def blocks(self, blocks: list[Node], level: int) -> None:
        for block in blocks:
            kind, content = block["t"], block.get("c")
            if kind in {"Para", "Plain"}:
                self._say(content, level)
            elif kind == "Header":
                self.headings.append([self._say(content[2], level), content[0]])
            elif kind in {"BulletList", "OrderedList"}:
                self._list(content if kind == "BulletList" else content[1], level + 1)
            elif kind == "LineBlock":
                self._say([inline for line in content for inline in [*line, {"t": "Space"}]], level)
            elif kind == "CodeBlock":
                self.texts.append(content[1])
            else:
                self.blocks(list(blocks_in(content)), -1 if kind == "Table" else level)

    def _list(self, items: list[list[Node]], level: int) -> None:
        """Tell a list; what is said first in an item is its text, what follows goes on from it."""
        for item in items:
            flat = [block for block in item if block["t"] in {"Para", "Plain"}]
            place = len(self.items)
            if flat:
                self.items.append(["", level])
            for block in item:
                if flat and block is flat[0]:
                    self.items[place][0] = self._say(block["c"], level)
                else:
                    self.blocks([block], level)

    def _say(self, inlines: list[Node], level: int) -> str:
        text = "".join(self._inlines(inlines))
        self.texts.append(text)
        asides, self._aside = self._aside, []
        for aside in asides:
            self.blocks(aside, level)
        return text

    def _inlines(self, inlines: list[Node]) -> Iterator[str]:
        for inline in inlines:
            kind, content = inline["t"], inline.get("c")
            if kind in SPACES:
                yield " "
            elif kind in SAID:
                yield content if kind == "Str" else content[1]
            elif kind == "Note":
                self._aside.append(content)
            elif kind == "Span":
                yield from self._span(content[0][1], content[1])
            elif kind in {"Link", "Quoted", "Cite"}:
                if kind == "Link":
                    self.links.append(content[2][0])
                yield from self._inlines(content[1])
            elif isinstance(content, list) and kind != "Image":
                yield from self._inlines(content)

    def _span(self, classes: list[str], inlines: list[Node]) -> Iterator[str]:
        if "comment-start" in classes:
            self._aside.append([{"t": "Plain", "c": inlines}])
        elif "deletion" not in classes:
            yield from self._inlines(inlines)


def blocks_in(content: Any) -> Iterator[Node]:
    """Find the blocks in a table, a quotation, a definition list or whatever else holds some.

    pandoc moves the title, author and date of a document away from its text; they are read too.
    """
    if isinstance(content, dict) and content.get("t") == "MetaInlines":
        yield {"t": "Plain", "c": content["c"]}
    elif isinstance(content, dict) and content.get("t") in {"MetaBlocks", "MetaList", "MetaMap"}:
        held = content["c"]
        yield from blocks_in(list(held.values()) if isinstance(held, dict) else held)
    elif isinstance(content, dict) and "t" in content:
        yield content
    elif isinstance(content, list):
        for each in content:
            yield from blocks_in(each)
