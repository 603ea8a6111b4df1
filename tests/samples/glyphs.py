"""Names of looks in, the bullet marks that people type by hand and their fonts out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyph:
    """A typed mark, what follows it, and the symbol font it needs, if any."""

    mark: str
    after: str = " "
    font: str = ""


GLYPHS = {
    "dot": Glyph("•"),
    "middot": Glyph("·"),
    "dash": Glyph("-"),
    "endash": Glyph("–"),
    "arrow": Glyph("→"),
    "ring": Glyph("o", "\t"),
    "section": Glyph("§"),
    "tick": Glyph("✓"),
    "square": Glyph("▪"),
    "typed": Glyph("", ""),
    "symbol-dot": Glyph("\uf0b7", "\t", "Symbol"),
    "wingdings-square": Glyph("\uf0a7", "\t", "Wingdings"),
    "wingdings-arrow": Glyph("\uf0d8", " ", "Wingdings"),
    "sym": Glyph("F0FC", "\t", "Wingdings"),
}
SOFT = "soft-"


def glyph(look: str) -> Glyph | None:
    return GLYPHS.get(look.removeprefix(SOFT))
