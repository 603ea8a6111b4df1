"""An item that waits in, the sentence that tells a reviewer why out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from fingerpost.decisions import Action, Comment, Voice
from fingerpost.directory import Item
from fingerpost.pages import Change, marked, word_difference
from fingerpost.reviewing.asking.proposals import Place
from fingerpost.reviewing.asking.remarks import reports_told
from fingerpost.reviewing.wordings import is_offered_again
from fingerpost.rulebook import Glossary
from fingerpost.strategies import Head
from fingerpost.suggestions import BROKEN_RULE, PERSONAL, Reason, Suggestion
from fingerpost.taxonomy import Facet, Taxonomy

LATER_DOUBTS = frozenset(
    {
        Reason.NEAR_DUPLICATE,
        Reason.NOT_SURE,
        Reason.OLDER_EDITION,
        Reason.PARKED,
        Reason.READER_REPORT,
        Reason.REVIEWERS_DISAGREE,
        Reason.REWORDED,
        Reason.UNFITTING,
        Reason.VOICES_APART,
    }
)
"""Doubts from other documents or from people, which no answer about a heading takes away."""

NAMES = {
    Reason.MAY_BE_INDICATOR: "may be a sign of need, not advice",
    Reason.PERSONAL_DATA: "may hold personal details",
    Reason.READER_REPORT: "a reader of the directory reported it",
    Reason.SPECIALIST_TIER: "is specialist support",
    Reason.MAY_NOT_BE_STRATEGY: "may not be advice",
    Reason.TRACKED_CHANGE: "has a tracked change",
    Reason.STRUCK_OUT: "has words crossed out",
    Reason.HARD_TO_SEE: "is white or tiny in Word",
    Reason.UNSAFE_LINK: "had an unsafe link",
    Reason.REWORDED: "Word text changed since it was approved",
    Reason.LABELS_DISAGREE: "heading and words disagree",
    Reason.NO_LABEL: "no category found",
    Reason.LOW_CONFIDENCE: "unsure of the category",
    Reason.INFERRED_HEADING: "its heading only looks like one",
    Reason.WRONG_VOICE: "speaks as a child or a school where others do not",
    Reason.OLDER_EDITION: "only in an older edition",
    Reason.NEAR_DUPLICATE: "almost the same as another",
    Reason.NOT_WHOLE: "not whole on its own",
    Reason.HEADING_NOT_SETTLED: "its headings do not settle it",
    Reason.REVIEWERS_DISAGREE: "reviewers disagree",
    Reason.NOT_SURE: "a reviewer was not sure or pulled it out",
    Reason.PARKED: "waits for the meeting",
    Reason.UNFITTING: "fits no category yet",
    Reason.VOICES_APART: "the child's words and the staff's may have come apart",
}
"""Each doubt in a few words, for lists and counts."""

_MANY = 2
"""From so many others on, a reviewer is told of them."""

_SENTENCES = {
    Reason.MAY_BE_INDICATOR: "This may describe a sign of need rather than what to do about it.",
    Reason.SPECIALIST_TIER: (
        "This is specialist support: more than most schools give every day. Keep it only if your "
        "directory covers such support."
    ),
    Reason.MAY_NOT_BE_STRATEGY: "This may not be advice that someone can act on.",
    Reason.TRACKED_CHANGE: "Somebody changed these words in Word and nobody has accepted the change.",
    Reason.STRUCK_OUT: "Some of these words are crossed out in Word.",
    Reason.HARD_TO_SEE: "These words are white or tiny in Word, where nobody may have seen them.",
    Reason.UNSAFE_LINK: "A link in it was not to a web or e-mail address and was taken out.",
    Reason.NO_LABEL: "Neither its heading nor its words say which area it belongs to.",
    Reason.LOW_CONFIDENCE: "Its words fit this category, but not clearly.",
    Reason.WRONG_VOICE: (
        "It speaks as a child, or as the school, where this part of the directory does not."
    ),
    Reason.OLDER_EDITION: "It stands only in an older edition of the document.",
    Reason.NOT_WHOLE: (
        "Words or signs around it, or hidden in it, may change what it says; look at it in Word."
    ),
}

_DID = {
    Action.APPROVED: "kept it",
    Action.REJECTED: "rejected it",
    Action.WITHDRAWN: "retired it",
    Action.UNFITTING: "found that no category fits",
}

_TIERS = {"targeted": "for some learners", "specialist": "for a few learners"}


@dataclass(frozen=True, slots=True)
class Background:
    """What a doubt is told against: the council's categories, and all items by id.

    `begun` leads from the place of a statement that seems to go on to the one it goes on from,
    `comments` from an item's id to what readers said of it; `glossary` is of abbreviations.
    """

    taxonomy: Taxonomy
    items: Mapping[str, Item]
    begun: Mapping[Place, Item] = field(default_factory=dict)
    comments: Mapping[str, tuple[Comment, ...]] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)


def sentence(heads: Sequence[Head]) -> str:
    """Tell a reviewer to answer headings, and not this row."""
    names = " and ".join(f"“{head.text}”" for head in heads)
    noun = "heading" if len(heads) == 1 else "headings"
    return f"Answer the {noun} {names} on the Headings sheet and leave this row empty."


def reach(others: int) -> str:
    """Say how many other statements are almost the same, where one decision may do for many."""
    if others < _MANY:
        return ""
    return f"{others} others are almost the same; they stand below."


def why(item: Item, known: Background) -> str:
    """Say why a statement waits: the worst doubt in a sentence, any others in a few words."""
    if not item.reasons:
        return "A person must look at this."
    worst, *others = item.reasons
    more = "; ".join(NAMES[reason] for reason in others)
    return _first(worst, item, known) + (f" Also: {more}." if more else "")


def _first(reason: Reason, item: Item, known: Background) -> str:
    telling = _TELLING.get(reason)
    return telling(item, known) if telling else _SENTENCES[reason]


def _disagreement(item: Item, known: Background) -> str:
    return " ".join(_broken(item)) or _heading_against_words(item, known)


def _broken(item: Item) -> list[str]:
    """The sentences of the facet rules it breaks."""
    return [one.quote for name, one in item.classified.field_evidence if name == BROKEN_RULE]


def _heading_against_words(item: Item, known: Background) -> str:
    for facet in Facet:
        votes = [s for s in item.classified.suggestions if s.facet is facet]
        heading = _strongest([s for s in votes if s.structural])
        words = _strongest([s for s in votes if not s.structural and s != heading], heading)
        if heading and words:
            says = known.taxonomy.label(heading.concept)
            quote, other = words.evidence.quote, known.taxonomy.label(words.concept)
            if words.evidence.matcher == "colours":
                return f"The heading says {says}, but it has the colour of {other}."
            return f"The heading says {says}, the words “{quote}” say {other}."
    return "Its heading and its words point to different categories."


def _strongest(votes: list[Suggestion], unlike: Suggestion | None = None) -> Suggestion | None:
    rivals = [vote for vote in votes if unlike is None or vote.concept != unlike.concept]
    return max(rivals, key=lambda vote: vote.score, default=None)


def _inferred(item: Item, _: Background) -> str:
    heads = [head for head in item.classified.strategy.heads if head.inferred]
    if not heads:
        return "One of its headings only looks like a heading in Word."
    return f"“{heads[-1].text}” only looks like a heading in Word."


def _unsettled(item: Item, _: Background) -> str:
    tier = item.classified.tier
    if tier in _TIERS:
        return f"Its words sound like {tier} support, {_TIERS[tier]}, but no heading says so."
    return "Its headings do not say by themselves what it is about."


def _duplicate(item: Item, known: Background) -> str:
    others = [known.items[one] for one in item.classified.strategy.similar if one in known.items]
    if not others:
        return "It is almost the same as another statement; keep one of them."
    other = others[0]
    strategy = other.classified.strategy
    where = ", which was added in the directory" if strategy.was_added else f" in {strategy.source}"
    if other.text != item.text:
        return f"It is almost the same as “{other.text}”{where}; keep one of them."
    if strategy.was_added:
        return "Somebody added it to the directory word for word; keep one of them."
    return f"It stands word for word{where} as well; keep one of them."


def changes_in_word(item: Item) -> tuple[Change, ...]:
    """Return what Word says now against what it said when somebody decided; nothing if the same."""
    now = item.classified.strategy.text
    is_back = Reason.REWORDED in item.reasons and item.verdict is not None
    if not is_back or item.verdict is None or item.verdict.text_seen == now:
        return ()
    return word_difference(item.verdict.text_seen, now)


def _reworded(item: Item, _: Background) -> str:
    verdict = item.verdict
    if verdict is None:
        return "The words in Word changed since it was approved."
    who = verdict.reviewer or "somebody"
    changes = changes_in_word(item)
    if not changes:
        return f"Words that belong to it changed in Word since {who} decided about: “{verdict.text_seen}”"
    did, theirs = _DID.get(verdict.action, "decided"), ""
    if is_offered_again(item):
        did = "reworded it"
        theirs = f" Wording holds what {who} wrote; Keep lets that stand."
    said = f"The words in Word changed since {who} {did}."
    return f"{said} Word now says: “{marked(changes)}”{theirs}"


def _unsure(item: Item, _: Background) -> str:
    if item.verdict is None:
        return "A reviewer was not sure about it."
    pulled = item.verdict.action is Action.PULLED_OUT
    return _told(item, "pulled it out" if pulled else "was not sure about it")


def _parked(item: Item, _: Background) -> str:
    return _told(item, "left it for the meeting")


def _apart(item: Item, _: Background) -> str:
    verdict = item.verdict
    if verdict is None or verdict.changed_alone is Voice.STAFF:
        words = verdict.child_voice if verdict else ""
        return f"The staff's words were changed, and the child's were not: “{words}”. Do both still say the same?"
    return "The child's words were changed, and the staff's were not. Do both still say the same?"


def _unfitting(item: Item, _: Background) -> str:
    return _told(item, "found that no category fits; it waits for a new one")


def _told(item: Item, did: str) -> str:
    person = (item.verdict and item.verdict.reviewer) or "Somebody"
    note = f": “{item.verdict.note}”" if item.verdict and item.verdict.note else "."
    return f"{person} {did}{note}"


def _personal(item: Item, _: Background) -> str:
    found = [one.quote for name, one in item.classified.field_evidence if name == PERSONAL]
    quotes = ", ".join(f"“{quote}”" for quote in dict.fromkeys(found))
    words = f" ({quotes})" if quotes else ""
    wording = item.verdict.wording if item.verdict else ""
    if any(quote in wording for quote in found):
        typed = " / ".join(wording.split("\n"))
        return f"The wording that was typed, “{typed}”, may hold personal details{words}; word it without."
    return (
        f"This may hold personal details{words}, which must not be published. Word it without; if "
        "nobody can be identified by it, say so in the Note and choose Keep."
    )


def _divided(item: Item, _: Background) -> str:
    return (
        item.verdict and item.verdict.disagreement
    ) or "Two people want different things for it."


def _reported(item: Item, _: Background) -> str:
    meanwhile = "It stays in the directory until you answer."
    if item.held_back:
        meanwhile = "It is not shown until you answer."
    elif not item.live:
        meanwhile = ""
    return " ".join(filter(None, (*reports_told(item.reports), meanwhile)))


_TELLING: dict[Reason, Callable[[Item, Background], str]] = {
    Reason.PERSONAL_DATA: _personal,
    Reason.READER_REPORT: _reported,
    Reason.LABELS_DISAGREE: _disagreement,
    Reason.INFERRED_HEADING: _inferred,
    Reason.HEADING_NOT_SETTLED: _unsettled,
    Reason.NEAR_DUPLICATE: _duplicate,
    Reason.REWORDED: _reworded,
    Reason.NOT_SURE: _unsure,
    Reason.PARKED: _parked,
    Reason.UNFITTING: _unfitting,
    Reason.VOICES_APART: _apart,
    Reason.REVIEWERS_DISAGREE: _divided,
}
