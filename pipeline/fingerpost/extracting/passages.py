"""A running paragraph in, a label, an introduction, a continuation, statements or context out."""

from dataclasses import replace
from itertools import takewhile

from fingerpost.documents import Fate, Heading, ListItem, Paragraph
from fingerpost.extracting.account import Verdict
from fingerpost.extracting.doubts import MAY_BE_INDICATOR, MAY_NOT_BE_STRATEGY, NOT_WHOLE
from fingerpost.extracting.giveaways import is_proved, is_rating, role_of_words, tells_where_to_ask
from fingerpost.extracting.hyperlinks import is_linked, is_only_links, links_of
from fingerpost.extracting.joins import whole_of
from fingerpost.extracting.lines import are_counted, broken_lines
from fingerpost.extracting.marks import has_mark, without_mark
from fingerpost.extracting.prose import Setting, judge_prose
from fingerpost.extracting.sentences import sentence_pieces
from fingerpost.extracting.stems import (
    is_bare_label,
    is_label,
    is_mere_include,
    is_negative,
    is_negative_stem,
    is_open,
    is_unfinished,
    label_and_rest,
    may_introduce_signs,
    role_of_stem,
)
from fingerpost.extracting.surroundings import Near
from fingerpost.extracting.thread import TOP, Last, Lead, Thread
from fingerpost.extracting.wording import (
    has_letters,
    head_words,
    normalised,
    one_line,
    publishable,
    starts_small,
    word_count,
)
from fingerpost.meanings import LONGEST_HEADING, Meaning
from fingerpost.strategies import Head, HeadKind, Join, Role

_LONGEST_LINE = 20  # words
_SAME_EDGE = 60  # twentieths of a point
_PARTICULARS = frozenset({Role.DOCUMENT_CONTROL, Role.CONTACT})
_SPEAKS_OF_BEFORE = frozenset({"this", "these", "they", "it", "those", "such"})


def take_paragraph(thread: Thread, block: Paragraph, near: Near) -> None:
    """Read a paragraph that is neither heading nor list item."""
    text = block.text
    if not has_letters(text):
        thread.leave_gap()
        thread.enter(block, Role.EMPTY_OF_MEANING)
    elif block.contents:
        thread.enter(block, Role.CONTENTS_LIST)
    elif _goes_on(thread, block):
        _extend(thread, block, thread.last)
    elif _is_label(thread, block, near):
        _take_label(thread, block)
    elif below := _item_it_stands_below(thread, block):
        _extend(thread, block, below)
    elif _introduces(block, near):
        _take_stem(thread, block)
    else:
        _take_prose(thread, block, near)


def _introduces(block: Paragraph, near: Near) -> bool:
    if "\n" in block.text.strip():
        return False
    if _forbids(block, near):
        return True
    if not near.leads_to_list:
        return False
    return is_open(block.text) or (
        isinstance(near.following, ListItem) and is_unfinished(block.text)
    )


def _forbids(block: Paragraph, near: Near) -> bool:
    """Say whether a line that ends in a "not" has words below it; a table cannot be led in by a line."""
    below = near.following
    followed = isinstance(below, Paragraph) and not isinstance(below, Heading)
    return followed and is_negative_stem(block.text)


def _goes_on(thread: Thread, block: Paragraph) -> bool:
    """Say whether a paragraph without a mark ends a sentence of the list item above it."""
    above = _item_above(thread, block)
    if above is None:
        return False
    if "listcontinue" in block.look.style.casefold().replace(" ", "").replace("-", ""):
        return True
    unfinished = not one_line(above.text).endswith((".", "!", "?", ":", ";"))
    return unfinished and starts_small(block.text)


def _item_it_stands_below(thread: Thread, block: Paragraph) -> Last | None:
    """Find the item above, or the one that is below, under whose words a paragraph without a mark is set."""
    if _item_above(thread, block) is None or block.look.bold or block.look.indent <= 0:
        return None
    chain = thread.last.chain if thread.last else iter(())
    edge = block.look.indent + _SAME_EDGE
    return next((one for one in chain if one.paragraph.look.indent <= edge), None)


def _item_above(thread: Thread, block: Paragraph) -> ListItem | None:
    last = thread.last
    if last is None or not last.open or is_open(block.text):
        return None
    return last.paragraph if isinstance(last.paragraph, ListItem) else None


def _extend(thread: Thread, block: Paragraph, last: Last | None) -> None:
    assert last is not None, "nothing goes on from nothing"
    role = None if starts_small(block.text) else _role_of_note(block.text)
    if role:
        thread.enter(block, role, "by its words")
    elif last.index >= 0:
        thread.account.extend(last.index, block, thread.kind(block))
    else:
        thread.enter(block, last.verdict.role, "goes on from the item above")


def _role_of_note(text: str) -> Role | None:
    """Tell a contact, a date or a notice that only the layout puts below an item."""
    role = role_of_words(text)
    if role is None and tells_where_to_ask(text):
        return Role.CONTACT
    return role if role and is_proved(text, role) else None


def _is_label(thread: Thread, block: Paragraph, near: Near) -> bool:
    if "\n" in block.text.strip() or near.following is None or links_of(block):
        return False
    if word_count(block.text) > LONGEST_HEADING:
        return False
    meaning = thread.mean(head_words(block.text), HeadKind.RUN_IN)
    if meaning.demoted or _promises_by_name(block, meaning):
        return not meaning.demoted
    if _forbids(block, near) or (may_introduce_signs(block.text) and not meaning.whole):
        return False
    if is_bare_label(block.text):
        return isinstance(near.following, ListItem) and role_of_words(block.text) is None
    return is_label(block.text) and (meaning.whole or not _goes_on_small(near))


def _promises_by_name(block: Paragraph, meaning: Meaning) -> bool:
    """Say whether a line is known as a heading that promises something, though it does not look like one."""
    line = one_line(block.text)
    told = meaning.whole and (meaning.role is not None or bool(meaning.tier))
    named = told and not is_open(line) and not line.endswith(".")
    return named and role_of_words(line) not in _PARTICULARS


def _goes_on_small(near: Near) -> bool:
    below = near.following
    return isinstance(below, ListItem) and starts_small(_first_words(below))


def _first_words(item: ListItem) -> str:
    return item.text.lstrip(item.label + " \t") if item.typed else item.text


def _take_label(thread: Thread, block: Paragraph) -> None:
    guessed = "" if is_open(block.text) else "short, and names what follows"
    thread.go_labelled(Head(head_words(block.text), HeadKind.RUN_IN, block.locator, guessed))
    thread.enter(block, Role.HEADING, guessed)


def _take_stem(thread: Thread, block: Paragraph) -> None:
    text = publishable(block.text)
    lead = lead_of(thread, text)
    lead = replace(lead, doubts=(*lead.doubts, *thread.account.marks_of(block)))
    if _ends_label(thread, lead):
        thread.scope = thread.scope.labelled(None)
        lead = replace(lead, doubts=(*lead.doubts, MAY_NOT_BE_STRATEGY))
    barred = thread.scope.role not in {None, Role.STRATEGY}
    told = lead.role or not barred
    thread.enter(block, Role.LEAD_IN if told else thread.scope.role or Role.LEAD_IN)
    thread.close()
    thread.leads = (lead,)


def _ends_label(thread: Thread, lead: Lead) -> bool:
    """Say whether words that introduce a new list end a label under which nothing was advice.

    A "not" always does; others do once the label had its list, unless that was of signs of need.
    """
    label = thread.scope.label
    if label is None or label.role in {None, Role.STRATEGY} or lead.role:
        return False
    listed = thread.last is not None and label.role is not Role.INDICATOR
    return listed or is_negative(lead.text)


def lead_of(thread: Thread, text: str, level: int = TOP, *, beside: bool = False) -> Lead:
    """Say what words introduce; what they might be, or where they might end, is doubted."""
    role = stem_role(thread, text)
    hinted = thread.mean(head_words(text), HeadKind.RUN_IN).role is Role.INDICATOR
    signs = (role is None and (hinted or may_introduce_signs(text))) or (
        beside and role is Role.INDICATOR
    )
    doubts = ((NOT_WHOLE,) if beside else ()) + ((MAY_BE_INDICATOR,) if signs else ())
    return Lead(level, text, None if signs else role, beside=beside, doubts=doubts)


def stem_role(thread: Thread, text: str) -> Role | None:
    """Say what the words that introduce a list promise; "This includes:" promises nothing new."""
    said = role_of_stem(text)
    if said or is_mere_include(text):
        return said
    meaning = thread.mean(head_words(text), HeadKind.RUN_IN)
    told = meaning.whole or meaning.role is Role.STRATEGY
    return meaning.role if told else None


def _take_prose(thread: Thread, block: Paragraph, near: Near) -> None:
    if _is_unmarked_item(thread, block):
        _take_unmarked_item(thread, block)
        return
    if not has_mark(block.text):
        thread.close()
    if thread.tabular and is_rating(block.text):
        thread.enter(block, Role.EMPTY_OF_MEANING, "a box to tick")
    elif is_only_links(block, publishable(block.text)):
        thread.enter(block, Role.RESOURCE, " ".join(link.href for link in links_of(block)))
    else:
        _take_rest(thread, block, _take_start(thread, block), near)
        thread.account.unseen(block)


def _is_unmarked_item(thread: Thread, block: Paragraph) -> bool:
    """Say whether the paragraph is a line of a list that an introduction opened and that has no marks."""
    introduced = any(lead.level == TOP for lead in thread.leads)
    marked = thread.last is not None and isinstance(thread.last.paragraph, ListItem)
    brief = word_count(block.text) <= _LONGEST_LINE or is_negative(thread.lead_in)
    return introduced and not marked and brief


def _take_unmarked_item(thread: Thread, block: Paragraph) -> None:
    thread.step_to(0, publishable(block.text))
    role = thread.barred or role_of_words(block.text)
    if role:
        thread.enter(block, role)
    else:
        thread.propose(block, thread.state(block.text))
        thread.account.unseen(block)
    thread.last = Last(block, Verdict(role or Role.STRATEGY))


def _take_start(thread: Thread, block: Paragraph) -> str:
    """Take a label off the start of a paragraph, if it has one, and return the rest."""
    label, rest = label_and_rest(block.text, _bold_start(block))
    head = Head(head_words(label), HeadKind.RUN_IN, block.locator)
    if (
        not label
        or is_negative(label)
        or not (_bold_start(block) or thread.mean(head.text, HeadKind.RUN_IN).whole)
    ):
        return block.text
    thread.go_labelled(head)
    thread.account.part(block, thread.kind(block), Verdict(Role.HEADING), label)
    return rest


def _bold_start(block: Paragraph) -> str:
    visible = (span for span in block.spans if span.fate is Fate.VISIBLE)
    return "".join(span.text for span in takewhile(lambda span: span.bold, visible))


def _take_rest(thread: Thread, block: Paragraph, text: str, near: Near) -> None:
    """Read what a label at the start of a paragraph leaves of it."""
    if text != block.text and is_linked(block, text):
        verdict = Verdict(Role.RESOURCE, " ".join(link.href for link in links_of(block)))
        thread.account.part(block, thread.kind(block), verdict, text)
    else:
        _take_words(thread, block, text, near)


def _take_words(thread: Thread, block: Paragraph, text: str, near: Near) -> None:
    setting = _setting(thread, near)
    if lines := broken_lines(text, listed=setting.role is Role.STRATEGY):
        take_lines(thread, block, lines)
        return
    verdict, doubts = judge_prose(text, setting)
    if verdict.role is not Role.STRATEGY:
        thread.account.part(block, thread.kind(block), verdict, text)
        return
    parts = sentence_pieces(text) if thread.tabular else (text,)
    whole = whole_of(parts, block.locator) if len(parts) > 1 else None
    for number, part in enumerate(parts, start=1):
        _take_sentence(thread, block, part, number if whole else 0, doubts, whole)


def _setting(thread: Thread, near: Near) -> Setting:
    scope = thread.scope
    return Setting(
        role=thread.role or (Role.STRATEGY if scope.is_tiered else None),
        known=scope.is_known,
        tabular=thread.tabular,
        alone=near.alone,
    )


def _take_sentence(
    thread: Thread,
    block: Paragraph,
    text: str,
    part: int,
    doubts: tuple[str, ...],
    whole: Join | None,
) -> None:
    if part and (role := role_of_words(text)):
        thread.account.part(block, thread.kind(block), Verdict(role, "by its words"), text)
        return
    first = normalised(text).partition(" ")[0]
    needs_more = is_open(text) or (part > 1 and first in _SPEAKS_OF_BEFORE)
    alone = (NOT_WHOLE,) if needs_more else ()
    stated = thread.state(text, part, doubts=(*doubts, *alone))
    thread.propose(block, replace(stated, join=whole))


def take_lines(
    thread: Thread, block: Paragraph, lines: tuple[str, ...], *, typed: bool = False
) -> None:
    """Read the lines of a list made with line breaks; its labels and introduction are among them."""
    typed = typed or are_counted(lines)
    for part, line in enumerate(lines, start=1):
        marked = typed or has_mark(line)
        leads_on = is_open(line) and part < len(lines)
        if not marked and is_label(line) and not is_negative(line):
            thread.go_labelled(Head(head_words(line), HeadKind.RUN_IN, block.locator))
            thread.account.part(block, thread.kind(block), Verdict(Role.HEADING), line)
        elif leads_on or (not marked and is_open(line)):
            text = publishable(without_mark(line, typed=typed))
            thread.leads = (replace(lead_of(thread, text, beside=marked), beside=False),)
            thread.account.part(block, thread.kind(block), Verdict(Role.LEAD_IN), line)
        else:
            _take_line(thread, block, line, part, typed=typed)
    thread.close()


def _take_line(thread: Thread, block: Paragraph, line: str, part: int, *, typed: bool) -> None:
    role = thread.barred or role_of_words(line)
    if role:
        thread.account.part(block, thread.kind(block), Verdict(role), line)
    else:
        thread.propose(block, thread.state(line, part, typed=typed or isinstance(block, ListItem)))
