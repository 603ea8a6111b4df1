"""Stories as Word marks them in; stories as a reader sees them out, one pass for each habit."""

from dataclasses import replace

from fingerpost.documents import Story
from fingerpost.reading.quirks.indented_lists import level_by_indent
from fingerpost.reading.quirks.look_alike_headings import infer_headings
from fingerpost.reading.quirks.nesting import everywhere
from fingerpost.reading.quirks.typed_bullets import find_typed_items

__all__ = ["settle_quirks"]


def settle_quirks(stories: tuple[Story, ...]) -> tuple[Story, ...]:
    """Find the lists and headings that Word does not mark as such; no word is changed."""
    return tuple(infer_headings(_with_lists(story)) for story in stories)


def _with_lists(story: Story) -> Story:
    blocks = everywhere(level_by_indent, story.blocks)
    return replace(story, blocks=everywhere(find_typed_items, blocks))
