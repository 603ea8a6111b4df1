"""The place reached in one flow of text in, where the next words stand out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from fingerpost.documents import Block, ListItem, Paragraph
from fingerpost.extracting.account import Account, Place, Statement, Verdict, kind_of
from fingerpost.extracting.doubts import NOT_WHOLE
from fingerpost.extracting.marks import without_mark
from fingerpost.extracting.scope import Scope, Step
from fingerpost.extracting.stems import is_negative
from fingerpost.extracting.wording import has_words, publishable, starts_small
from fingerpost.meanings import Meaning, Meanings
from fingerpost.strategies import Head, HeadKind, Kind, Role

TOP = -1
"""The level of a sentence that introduces a whole list."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What introduces the items below `level`; `small` says that they go on in small letters.

    One that stands `beside` its items, at their own level, may be over without a sign of it. Its
    `doubts` are those of all the items. An item that others stand below is one at its `locator`.
    """

    level: int
    text: str
    role: Role | None = None
    small: bool = False
    beside: bool = False
    doubts: tuple[str, ...] = ()
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Last:
    """The list item just read; `index` is its strategy's, or -1; `outer` is the item it stands below.

    A paragraph may go on from it while it is `open`: an empty line between them ends that.
    """

    paragraph: Paragraph
    verdict: Verdict
    index: int = -1
    open: bool = True
    outer: "Last | None" = None

    @property
    def chain(self) -> "Iterator[Last]":
        """This item and those it stands below, innermost first."""
        last: Last | None = self
        while last is not None:
            yield last
            last = last.outer


@dataclass(slots=True)
class Thread:
    """One flow of text being read: the body, a cell, a box; `tabular` in a table of statements.

    `doubts` hold for all that stands here until a heading of its own says what it is.
    """

    account: Account
    meanings: Meanings
    scope: Scope
    tabular: bool = False
    in_cell: bool = False
    leads: tuple[Lead, ...] = ()
    last: Last | None = None
    doubts: tuple[str, ...] = ()

    @property
    def role(self) -> Role | None:
        """What the nearest introduction or heading promises."""
        return next((lead.role for lead in reversed(self.leads) if lead.role), self.scope.role)

    @property
    def barred(self) -> Role | None:
        """The role of what stands here, where it is promised to be no advice."""
        return None if self.role is Role.STRATEGY else self.role

    @property
    def lead_in(self) -> str:
        """The words that introduce the next item, empty where it is whole; a "not" holds for all below it."""
        said = [lead.text for lead in self.leads[:-1] if is_negative(lead.text)]
        return " ".join(filter(None, (*said, *(lead.text for lead in self.leads[-1:]))))

    def kind(self, paragraph: Paragraph) -> Kind:
        """Say what a paragraph is."""
        return kind_of(paragraph, in_cell=self.in_cell)

    def enter(self, paragraph: Paragraph, role: Role, reason: str = "") -> None:
        """Account for a paragraph that is no strategy."""
        self.account.enter(paragraph, self.kind(paragraph), Verdict(role, reason))

    def mean(self, text: str, kind: HeadKind) -> Meaning:
        """Say what a heading or label means, empty where nothing is known."""
        return self.meanings.of(text, kind) or Meaning()

    def propose(self, paragraph: Paragraph, statement: Statement) -> None:
        """Propose words of a paragraph; its unseen words are the caller's to account for."""
        place = Place(self.scope, self.kind(paragraph))
        self.account.propose(paragraph, place, statement)

    def state(
        self, words: str, part: int = 0, *, typed: bool = False, doubts: tuple[str, ...] = ()
    ) -> Statement:
        """Make a statement of words that stand here."""
        text = publishable(without_mark(words, typed=typed))
        led = (doubt for lead in self.leads for doubt in lead.doubts)
        return Statement(
            words=words,
            text=text,
            lead_in=self.lead_in,
            part=part,
            parent=next((lead.locator for lead in reversed(self.leads) if lead.locator), ""),
            doubts=(*doubts, *led, *self.doubts),
        )

    def go_under(self, head: Head, level: int, meaning: Meaning) -> None:
        """Go on below a heading."""
        self.scope = self.scope.under(Step(head, meaning, level))
        self.doubts = () if meaning.role else self.doubts
        self.account.heads.append(head)
        self.close()

    def go_labelled(self, head: Head) -> None:
        """Go on below a run-in label."""
        meaning = self.mean(head.text, HeadKind.RUN_IN)
        self.scope = self.scope.labelled(Step(head, meaning))
        self.doubts = () if meaning.role else self.doubts
        self.account.heads.append(head)
        self.close()

    def close(self) -> None:
        """End the list that is open, with what introduced it."""
        self.leads, self.last = (), None

    def branch(self, scope: Scope, *, tabular: bool = False, in_cell: bool = False) -> "Thread":
        """Begin a flow of its own (a cell, a box)."""
        return Thread(self.account, self.meanings, scope, tabular, in_cell, doubts=self.doubts)

    def pass_item(self, item: ListItem, verdict: Verdict, index: int = -1) -> None:
        """Leave a list item, on which words below it may go on."""
        chain = self.last.chain if self.last else iter(())
        outer = next((one for one in chain if _is_above(one.paragraph, item)), None)
        self.last = Last(item, verdict, index, outer=outer)

    def leave_gap(self) -> None:
        """Come to an empty line: the list goes on after it, the item does not."""
        self.last = replace(self.last, open=False) if self.last else None

    def step_to(self, level: int, words: str) -> None:
        """Come to a list item: what introduces deeper ones, or a list that is over, no longer holds."""
        self.leads = tuple(lead for lead in self.leads if _holds(lead, level))
        if self.leads and self.leads[-1].level == TOP and has_words(words):
            self._join(words)

    def _join(self, words: str) -> None:
        lead, small = self.leads[-1], starts_small(words)
        if self.last is None:
            self.leads = (replace(lead, small=small),)
        elif lead.small and not small and self.last.paragraph.text.rstrip().endswith("."):
            over = not is_negative(lead.text)
            self.leads = () if over else (replace(lead, small=False, doubts=(NOT_WHOLE,)),)


def _is_above(above: Paragraph, item: ListItem) -> bool:
    return isinstance(above, ListItem) and above.level < item.level


def _holds(lead: Lead, level: int) -> bool:
    return lead.level < level or (lead.beside and lead.level == level)


Walk = Callable[[Thread, "tuple[Block, ...]"], None]
"""Reads blocks in a thread; handed to what has blocks inside it."""
