"""Text beside the body in (headers, footers, notes, comments), its rows out."""

import re
from collections.abc import Iterable

from fingerpost.documents import (
    AltText,
    Block,
    Document,
    Story,
    StoryKind,
    leaves,
    paragraphs,
)
from fingerpost.extracting.account import Account, Verdict, kind_of
from fingerpost.extracting.doubts import MAY_NOT_BE_STRATEGY, NOT_WHOLE
from fingerpost.extracting.stems import is_negative
from fingerpost.extracting.wording import one_line
from fingerpost.strategies import Kind, Role

_OBJECTS = re.compile(
    r"\b(?:delete|remove|take (?:this |it )?out|out of date|outdated|wrong|incorrect|no longer|not agreed|disagree"
    r"|to be (?:agreed|checked|confirmed)|(?:please |pls )?check this|tbc|(?:do|should) we (?:still|really|keep)"
    r"|is this (?:still|right|correct)|(?:do not|don['’]?t) (?:use|publish|include|agree|think))\b"
)
_BESIDE = {
    StoryKind.HEADER: (Kind.HEADER, Role.BOILERPLATE),
    StoryKind.FOOTER: (Kind.FOOTER, Role.BOILERPLATE),
    StoryKind.FOOTNOTE: (Kind.FOOTNOTE, Role.NOTE),
    StoryKind.ENDNOTE: (Kind.ENDNOTE, Role.NOTE),
    StoryKind.COMMENT: (Kind.COMMENT, Role.NOTE),
}


def take_beside(account: Account, story: Story) -> None:
    """Account for a story that holds no statements."""
    kind, role = _BESIDE[story.kind]
    for leaf in leaves(story.blocks):
        if isinstance(leaf, AltText):
            account.describe(leaf)
        else:
            account.enter(leaf, kind, Verdict(role, _standing(story)))


def enter_blocks(account: Account, blocks: Iterable[Block], verdict: Verdict) -> None:
    """Account for all that some blocks of a table hold in one role."""
    for leaf in leaves(tuple(blocks)):
        if isinstance(leaf, AltText):
            account.describe(leaf)
        else:
            account.enter(leaf, kind_of(leaf, in_cell=True), verdict)


def comments_of(document: Document) -> dict[str, str]:
    """Return the words of each comment's thread by the root of its story: what was said, and replies."""
    told = {s.locator: s for s in document.stories if s.kind is StoryKind.COMMENT}
    threads: dict[str, list[Story]] = {}
    firsts = _firsts(told)
    for locator, first in firsts.items():
        threads.setdefault(first, []).append(told[locator])
    words = {first: _thread_words(told[first], thread) for first, thread in threads.items()}
    return {locator: words[first] for locator, first in firsts.items()}


def cautions_of(document: Document) -> dict[str, str]:
    """Return the doubt that a note or comment raises about what it hangs on, by its story.

    A note that says "not" may take back what it stands at, and a comment nobody settled may object.
    """
    told = {s.locator: s for s in document.stories if s.kind is StoryKind.COMMENT}
    firsts = _firsts(told)
    objected = {firsts[one] for one in told if _OBJECTS.search(_words(told[one]).casefold())}
    found = dict.fromkeys(
        (s for s in told if firsts[s] in objected and not told[firsts[s]].resolved),
        MAY_NOT_BE_STRATEGY,
    )
    notes = (s for s in document.stories if s.kind in (StoryKind.FOOTNOTE, StoryKind.ENDNOTE))
    return found | {s.locator: NOT_WHOLE for s in notes if is_negative(_words(s))}


def _firsts(told: dict[str, Story]) -> dict[str, str]:
    """The comment that each thread began with; of a ring it is the one met first."""
    firsts: dict[str, str] = {}
    for locator in told:
        met = {locator: None}
        last = locator
        while (parent := told[last].parent) in told and parent not in met and last not in firsts:
            met[parent] = None
            last = parent
        firsts |= dict.fromkeys(met, firsts.get(last, locator if parent in met else last))
    return firsts


def _thread_words(first: Story, thread: list[Story]) -> str:
    replies = (f"Reply: {_words(story)}" for story in thread if story is not first)
    said = " / ".join((_words(first), *replies))
    return f"{said} (resolved)" if first.resolved else said


def _words(story: Story) -> str:
    return one_line(" ".join(p.text for p in paragraphs(story.blocks)))


def _standing(story: Story) -> str:
    """What a comment is to another, for the account."""
    answer = f"replies to {story.parent}" if story.parent else ""
    return "; ".join(filter(None, (answer, "resolved" if story.resolved else "")))
