"""What stands and which items were parted in, the same with what was said of each for its parts out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from fingerpost.decisions import Standing
from fingerpost.directory import Replaced

T = TypeVar("T")


def handed_on(standing: Standing, replaced: Iterable[Replaced]) -> Standing:
    """Let the parts of a statement have its owner, its next review and its resources.

    People speak of the statement that was parted, and whoever parts it need not know what others
    say of it; so it makes no difference which of them is heard first.
    """
    parts = {one.item.id: one.by for one in replaced if len(one.by) > 1}
    return replace(
        standing,
        upkeep=_with_parts(standing.upkeep, parts),
        attached=_with_parts(standing.attached, parts),
        detached=_with_parts(standing.detached, parts),
    )


def _with_parts(said: Mapping[str, T], parts: Mapping[str, tuple[str, ...]]) -> Mapping[str, T]:
    handed = {part: said[whole] for whole, by in parts.items() if whole in said for part in by}
    return {**said, **handed} if handed else said
