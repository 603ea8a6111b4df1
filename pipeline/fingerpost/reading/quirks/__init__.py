"""Stories as Word marks them in; stories as a reader sees them out, each habit of Word by itself."""

from fingerpost.documents import Story


def settle_quirks(stories: tuple[Story, ...]) -> tuple[Story, ...]:
    return stories
