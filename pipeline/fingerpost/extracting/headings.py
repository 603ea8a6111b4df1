"""A heading in, the thread below it out; look-alikes that are none are left to others."""

from fingerpost.documents import Heading, Paragraph
from fingerpost.extracting.giveaways import role_of_words
from fingerpost.extracting.stems import is_open
from fingerpost.extracting.thread import Thread
from fingerpost.extracting.wording import has_words, head_words
from fingerpost.meanings import Meaning
from fingerpost.strategies import Head, HeadKind, Role

# A coloured box over a section has no level; any real heading ends it, and so does the next box.
_BANNER_LEVEL = 90


def is_heading(thread: Thread, block: Heading) -> bool:
    """Say whether a heading may stand: a person said no, or its own words say no, where Word is silent."""
    if not has_words(block.text) or _meaning(thread, block).demoted:
        return False
    return not block.inferred or (not is_open(block.text) and role_of_words(block.text) is None)


def take_heading(thread: Thread, block: Heading) -> None:
    """Go below a heading; the title of the document stands above no path."""
    kind = HeadKind.TITLE if _is_title(thread, block) else HeadKind.HEADING
    head = Head(head_words(block.text), kind, block.locator, block.inferred, block.label)
    if kind is HeadKind.TITLE:
        thread.account.heads.append(head)
        thread.close()
    else:
        thread.go_under(head, block.level, _meaning(thread, block))
    thread.enter(block, Role.HEADING, block.inferred)


def take_banner(thread: Thread, block: Paragraph) -> None:
    """Go below the words of a coloured box that names what follows."""
    head = Head(head_words(block.text), HeadKind.HEADING, block.locator, "alone in a coloured box")
    thread.go_under(head, _BANNER_LEVEL, thread.mean(head.text, HeadKind.HEADING))
    thread.enter(block, Role.HEADING, head.inferred)


def _is_title(thread: Thread, block: Heading) -> bool:
    return block.level == 0 and not thread.scope.steps and not thread.account.strategies


def _meaning(thread: Thread, block: Heading) -> Meaning:
    return thread.mean(head_words(block.text), HeadKind.HEADING)
