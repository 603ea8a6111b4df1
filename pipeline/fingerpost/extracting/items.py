"""A list item in, a strategy, an introduction or a row in another role out."""

import re
from dataclasses import replace

from fingerpost.documents import Block, ListItem, Paragraph
from fingerpost.extracting.account import Verdict
from fingerpost.extracting.advice import instructs
from fingerpost.extracting.doubts import MAY_NOT_BE_STRATEGY, NOT_WHOLE
from fingerpost.extracting.giveaways import is_proved, role_of_words
from fingerpost.extracting.hyperlinks import is_only_links, links_of, without_notices
from fingerpost.extracting.lines import broken_lines
from fingerpost.extracting.marks import is_numbered, without_mark
from fingerpost.extracting.passages import lead_of, stem_role, take_lines
from fingerpost.extracting.stems import is_bare_label, is_negative, is_negative_stem, is_open
from fingerpost.extracting.surroundings import Near
from fingerpost.extracting.thread import TOP, Last, Lead, Thread
from fingerpost.extracting.wording import (
    has_letters,
    one_line,
    publishable,
    starts_small,
    word_count,
)
from fingerpost.strategies import HeadKind, Role

_MARKED_STYLE = re.compile(r"(?i)bullet|list number")
_FRAGMENT = re.compile(r"(?:which|that|and|or|but|so that|because)\b")
_BREAKS_OFF = re.compile(
    r"\b(?:an?|and|are|be|could|from|if|is|must|of|or|should|the|their|to|was|will|would|your)$"
)
_EMPTY_STEM = 4


def as_item(block: Block) -> Block:
    """Take a paragraph in a bullet style whose mark was lost (LibreOffice writes such) for a list item."""
    if type(block) is not Paragraph or not _MARKED_STYLE.search(block.look.style):
        return block
    return ListItem(
        locator=block.locator,
        spans=block.spans,
        look=block.look,
        contents=block.contents,
        revised=block.revised,
        joined=block.joined,
        anchors=block.anchors,
        level=0,
    )


def take_item(thread: Thread, item: ListItem, near: Near) -> None:
    """Read a list item, by its heading first, then by its own words."""
    words = publishable(without_mark(item.text, typed=_is_typed(item)))
    thread.step_to(item.level, words)
    verdict = _verdict(thread, item, words, near)
    match verdict.role:
        case Role.STRATEGY:
            _take_strategy(thread, item)
        case Role.LEAD_IN:
            _take_stem(thread, item, words, near)
        case _:
            _take_other(thread, item, verdict)


def _is_typed(item: ListItem) -> bool:
    return item.typed or is_numbered(item.text)


def _verdict(thread: Thread, item: ListItem, words: str, near: Near) -> Verdict:
    if not has_letters(words):
        return Verdict(Role.EMPTY_OF_MEANING)
    if item.contents:
        return Verdict(Role.CONTENTS_LIST)
    introduces = _introduces(thread, item, words, near)
    if thread.barred and not (introduces and stem_role(thread, words) is Role.STRATEGY):
        return Verdict(thread.barred, "by its heading")
    if is_only_links(item, words) and not _is_linked_advice(thread, words):
        return Verdict(Role.RESOURCE, _addresses(item))
    role = role_of_words(words)
    if role and not _may_be_advice(thread, words, role):
        return Verdict(role, "by its words")
    return Verdict(Role.LEAD_IN if introduces else Role.STRATEGY)


def _introduces(thread: Thread, item: ListItem, words: str, near: Near) -> bool:
    below = near.following
    deeper = isinstance(below, ListItem) and _is_deeper(below, item)
    if is_negative_stem(words):
        return True
    if is_open(words):
        if not one_line(words).endswith(":"):
            return deeper
        return isinstance(below, ListItem) or word_count(words) <= _EMPTY_STEM
    return deeper and is_bare_label(words) and thread.mean(words, HeadKind.RUN_IN).whole


def _is_deeper(below: ListItem, item: ListItem) -> bool:
    if below.level != item.level:
        return below.level > item.level
    return below.series != item.series and below.look.indent > item.look.indent


def _take_strategy(thread: Thread, item: ListItem) -> None:
    leads, before = thread.leads, len(thread.account.strategies)
    if lines := broken_lines(item.text, listed=False):
        take_lines(thread, item, lines, typed=_is_typed(item))
    else:
        doubts = (*_doubts(item), *((NOT_WHOLE,) if _hangs_on(thread, item) else ()))
        thread.propose(item, thread.state(item.text, typed=_is_typed(item), doubts=doubts))
    thread.account.unseen(item)
    after = len(thread.account.strategies)
    thread.pass_item(item, Verdict(Role.STRATEGY), after - 1 if after > before else -1)
    thread.leads = (*leads, Lead(item.level, "", locator=item.locator))


def _hangs_on(thread: Thread, item: ListItem) -> bool:
    """Say whether an item is a scrap of the whole sentence it stands below ("Use a timer." - "for reading")."""
    if thread.lead_in or thread.last is None or not starts_small(without_mark(item.text)):
        return False
    above = (one.paragraph for one in thread.last.chain if isinstance(one.paragraph, ListItem))
    outer = next((one for one in above if one.level < item.level), None)
    return outer is not None and not starts_small(outer.text) and not instructs(item.text)


def _is_linked_advice(thread: Thread, words: str) -> bool:
    """Say whether the words of a link tell adults what to do; a gerund may begin a title."""
    words = without_notices(words)
    told = instructs(words) and not words.partition(" ")[0].endswith("ing")
    return thread.role is Role.STRATEGY and told and word_count(words) > _EMPTY_STEM


def _may_be_advice(thread: Thread, words: str, role: Role) -> bool:
    """Say whether a heading promises advice and the words alone do not prove it wrong."""
    return thread.role is Role.STRATEGY and not is_proved(words, role)


def _doubts(item: ListItem) -> tuple[str, ...]:
    line = one_line(item.text)
    fragment = line.endswith(":") or _FRAGMENT.match(line) or _BREAKS_OFF.search(line)
    named = role_of_words(publishable(without_mark(item.text, typed=_is_typed(item))))
    return ((NOT_WHOLE,) if fragment else ()) + ((MAY_NOT_BE_STRATEGY,) if named else ())


def _take_stem(thread: Thread, item: ListItem, words: str, near: Near) -> None:
    """Let a stem introduce what is deeper than it, else what stands beside it up to the next stem."""
    thread.enter(item, Role.LEAD_IN)
    below = near.following
    listed = isinstance(below, ListItem)
    beside = not (isinstance(below, ListItem) and _is_deeper(below, item))
    level = item.level if listed or not is_negative(words) else TOP
    kept = tuple(lead for lead in thread.leads if not (lead.beside and lead.level == item.level))
    lead = lead_of(thread, words, level, beside=beside)
    doubts = (*lead.doubts, *thread.account.marks_of(item))
    thread.leads = (*kept, replace(lead, locator=item.locator, doubts=doubts))
    if level == TOP:
        thread.last = None
    else:
        thread.pass_item(item, Verdict(Role.LEAD_IN))


def _take_other(thread: Thread, item: ListItem, verdict: Verdict) -> None:
    before = thread.last
    thread.enter(item, verdict.role, verdict.reason)
    if verdict.role is Role.RESOURCE and before and _is_of_its_list(before, item):
        thread.account.attach(before.index, links_of(item))
        return
    thread.pass_item(item, verdict)


def _is_of_its_list(before: Last, item: ListItem) -> bool:
    """Say whether the strategy just read stands right before an item, in the same list."""
    above = before.paragraph
    listed = isinstance(above, ListItem) and above.series == item.series
    return before.index >= 0 and before.open and listed


def _addresses(item: ListItem) -> str:
    return " ".join(link.href for link in links_of(item)) or "an address alone"
