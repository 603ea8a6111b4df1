"""What stands and which items were parted or joined in, the same with all that was said handed on out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from fingerpost.decisions import Standing
from fingerpost.directory import Replaced

T = TypeVar("T")
_Moved = Mapping[str, tuple[str, ...]]


def handed_on(standing: Standing, replaced: Sequence[Replaced]) -> Standing:
    """Let the parts of a statement have its owner, its next review and its resources, wholes likewise.

    People speak of the statement that was parted or joined, and whoever does so need not know what
    others say of it; so it makes no difference which of them is heard first. What is said of a
    whole itself comes before what is said of its pieces; a link that was taken away from a piece
    does not come back with the whole.
    """
    parts = {one.item.id: one.by for one in replaced if len(one.by) > 1}
    pieces = _pieces(replaced)
    detached = _joined(standing.detached, pieces, standing.attached)
    return replace(
        standing,
        upkeep=_with_parts(_first(standing.upkeep, pieces), parts),
        attached=_with_parts(_joined(standing.attached, pieces, standing.detached), parts),
        detached=_with_parts(detached, parts),
    )


def _pieces(replaced: Iterable[Replaced]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in replaced:
        if len(one.by) == 1:
            found[one.by[0]] = (*found.get(one.by[0], ()), one.item.id)
    return found


def _first(said: Mapping[str, T], pieces: _Moved) -> Mapping[str, T]:
    """Return what is said of each, of a whole itself or else of its first piece."""
    handed = {
        whole: said[found[0]]
        for whole, several in pieces.items()
        if whole not in said and (found := [one for one in several if one in said])
    }
    return {**said, **handed}


def _joined(moved: _Moved, pieces: _Moved, against: _Moved) -> _Moved:
    """Return the resources of each; a whole has its pieces' too, unless it says otherwise itself."""
    handed = {
        whole: tuple(dict.fromkeys((*moved.get(whole, ()), *_of(moved, several, against, whole))))
        for whole, several in pieces.items()
    }
    return {**moved, **{whole: resources for whole, resources in handed.items() if resources}}


def _of(moved: _Moved, several: Iterable[str], against: _Moved, whole: str) -> Iterable[str]:
    return (
        one
        for piece in several
        for one in moved.get(piece, ())
        if one not in against.get(whole, ())
    )


def _with_parts(said: Mapping[str, T], parts: Mapping[str, tuple[str, ...]]) -> Mapping[str, T]:
    handed = {part: said[whole] for whole, by in parts.items() if whole in said for part in by}
    return {**said, **handed} if handed else said
