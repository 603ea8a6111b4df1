"""One category as it is written in the rules in tables; the row that every form of export shares."""

from dataclasses import dataclass

from fingerpost.taxonomy import Facet


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """All that is written of one category: in the shared files, and by the council.

    What begins with `council_` stands in the council's overlay and goes before the shared setting;
    a council's `own` category has none of these. `order` is always the council's.
    """

    id: str
    facet: Facet
    own: bool = False
    label: str
    council_label: str = ""
    definition: str
    parent: str = ""
    council_parent: str = ""
    alternates: tuple[str, ...] = ()
    council_alternates: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    exclusion: str = ""
    hidden: bool = False
    council_hidden: bool | None = None
    folds_into: str = ""
    council_folds_into: str = ""
    framework: str = ""
    order: int | None = None
    maps_to: str = ""
    retired: bool = False
    replaced_by: str = ""
    change_note: str = ""
