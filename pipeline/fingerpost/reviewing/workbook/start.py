"""A review and a council's name in, the words of the first sheet out."""

from dataclasses import dataclass

from fingerpost.meanings import ADVICE, NOT_A_HEADING, NOT_ADVICE, SIGNS_OF_NEED
from fingerpost.packs import PackKind, PackSent
from fingerpost.pages import plural
from fingerpost.reviewing.columns import (
    CHILD_VOICE,
    SIGN_OFF,
    SPECIAL_MEANINGS,
    WRITTEN_BY,
    YOUR_NAME,
    Choice,
)
from fingerpost.reviewing.refs import parse_ref
from fingerpost.reviewing.review import Review
from fingerpost.rulebook import Council


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the first sheet; `style` is title, heading, text, step, name, head or example."""

    style: str
    cells: tuple[str, ...]


def start_lines(review: Review, council: Council, pack: PackSent | None = None) -> tuple[Line, ...]:
    """Return the first sheet, line by line, for everybody or for the person a pack is for."""
    steps = _pack_steps(review) if pack else _steps(review)
    return (
        Line("title", (pack_title(pack, council) if pack else _title(council),)),
        Line("text", (_pack_purpose(review, pack) if pack else _purpose(review),)),
        Line("name", (YOUR_NAME, "")),
        Line("text", (_naming(pack),)),
        Line("heading", (f"{_NUMBERS[len(steps)]} steps",)),
        *(Line("step", (f"{n}.  {words}",)) for n, words in enumerate(steps, 1)),
        *([] if pack and not review.open_questions else _about_headings()),
        *(_about_decisions() if review.queue else ()),
        Line("heading", ("What happens if I leave a row empty?",)),
        Line("text", ("Nothing. It simply waits, and comes back in the next workbook.",)),
        Line("heading", ("A worked example",)),
        Line("head", ("What you see", "What you choose")),
        *(Line("example", example) for example in _EXAMPLES),
        *([] if pack or not review.accepted else _sign_off(review)),
        Line("heading", ("How to send it back",)),
        *(Line("text", (words,)) for words in _sending(council)),
    )


def _naming(pack: PackSent | None) -> str:
    if pack and pack.person:
        return (
            f"Leave the yellow cell empty if you are {pack.person}; anybody else types their name."
        )
    return "Type it once, in the yellow cell. In a shared file, use the Reviewer column."


_NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}


def _about_headings() -> tuple[Line, ...]:
    return (
        Line("heading", ("What to answer about a heading",)),
        Line("head", ("You choose", "Where this stands below the heading")),
        *(Line("example", meaning) for meaning in (*MEANINGS, _UNSURE)),
    )


def _about_decisions() -> tuple[Line, ...]:
    return (
        Line("heading", ("What each Decision does",)),
        Line("head", ("You choose", "What it says of the statement")),
        *(Line("example", choice) for choice in _CHOICES),
    )


def _sign_off(review: Review) -> tuple[Line, ...]:
    """Ask for the name of whoever agrees that what is accepted goes live, and say what speaks for it."""
    many = len(review.accepted) > 1
    told = (
        f"{plural(len(review.accepted), 'statement')} on the Skim sheet {'are' if many else 'is'} "
        "accepted, although nobody has decided about each by itself.",
        review.stop,
        review.signed,
        f"Whoever agrees that {'they go' if many else 'it goes'} live types a name here; if not, "
        "leave it empty.",
    )
    return (
        Line("heading", ("Does your team sign off what is accepted for release?",)),
        Line("text", (" ".join(filter(None, told)),)),
        Line("name", (SIGN_OFF, "")),
    )


def pack_title(pack: PackSent, council: Council) -> str:
    """Return what a pack is called: whose it is, how much it asks, and how long it takes."""
    headings = sum(parse_ref(row).is_heading for row in pack.rows)
    others = len(pack.rows) - headings
    counted = ((headings, "heading"), (others, "statement"))
    asks = " and ".join(plural(number, noun) for number, noun in counted if number)
    time = f", about {plural(pack.minutes, 'minute')}" if pack.minutes else ""
    return f"{council.name}: {_WHOSE[pack.kind].format(pack.person)}, {asks}{time}"


_WHOSE = {
    PackKind.SHARE: "{}'s share",
    PackKind.SECOND: "{}'s second look",
    PackKind.MEETING: "for the meeting",
    PackKind.COMMENTS: "what do you think?",
}


def _title(council: Council) -> str:
    return f"{council.name}: review of your Word guidance"


def _pack_purpose(review: Review, pack: PackSent) -> str:
    time = f"It takes about {plural(pack.minutes, 'minute')}, in one go or in several."
    if pack.kind is PackKind.SECOND:
        return (
            f"Somebody else has decided about {plural(review.statements, 'statement')} of your Word "
            "guidance. Please decide about the same, without knowing what they said, so that the "
            f"team can see how well you agree. {time}"
        )
    return (
        "This is your part of the questions about your Word guidance, before it goes into the "
        f"directory: {review.asked}. {time}"
    )


def _purpose(review: Review) -> str:
    if not review.asked:
        return (
            "Nothing in your Word guidance waits for an answer. This workbook lets you look through "
            "the statements that their headings settled, before they go into the directory."
        )
    return (
        "This workbook asks you about statements from your Word guidance before they go into the "
        f"directory: {review.asked}. It takes about {plural(review.minutes, 'minute')}, in one go "
        f"or in several.{_reading(review)}"
    )


def _reading(review: Review) -> str:
    if not review.reading_minutes:
        return ""
    time = plural(review.reading_minutes, "minute")
    return f" Reading what is picked by lot on the Skim sheet takes about {time} more."


def _steps(review: Review) -> tuple[str, ...]:
    return (
        f"{_HEADINGS} {review.lever}" if review.open_questions else _NO_HEADINGS,
        _queue(review),
        _DECIDING,
        (
            "Open the Skim sheet: statements that their headings settled, or that your team's own "
            "answers let the program settle. Choose “All fine” on the heading's row, or “Pull out” "
            f"beside a statement that a person should look at.{_picked(review)}"
        ),
        _SAVING,
    )


def _pack_steps(review: Review) -> tuple[str, ...]:
    """Return the steps that a pack needs: not all have headings, or statements."""
    headings = (f"{_HEADINGS} {review.lever}",) if review.open_questions else ()
    return (*headings, *((_queue(review), _DECIDING) if review.queue else ()), _SAVING)


_DECIDING = (
    "Choose a Decision; a table below says what each does. Only rows with a Decision count, whatever "
    "else was typed. Everybody who takes part may read what stands in a Note, without your name."
)
_CHOICES = (
    (Choice.KEEP, "It is right as it stands in the row now."),
    (Choice.CHANGE, "It is right, now that you mended the wording or a category."),
    (Choice.REJECT, "It does not belong in the directory."),
    (Choice.NOT_SURE, "Somebody else should look. Say why in the Note, if you like."),
    (Choice.MEETING, "You want to talk about it together. It waits for the meeting."),
    (
        Choice.UNFITTING,
        "It is good advice, but no category fits. If you miss one, write “New category:” and its name "
        "into the Note.",
    ),
    (
        "Two statements of one",
        "Put each on a line of its own under Wording (Alt and Enter begin a line), and choose Change.",
    ),
    (
        "One statement of two",
        "Write the whole under Wording of the first and choose Change; choose Reject for the second.",
    ),
)
_SAVING = (
    "Save the file and send it back, finished or not. You may sort, filter and hide whatever "
    "you like; only leave the Ref column as it is. The Categories sheet says what each "
    "category covers."
)


def _picked(review: Review) -> str:
    """Say what stands at the top of the Skim sheet, and why."""
    if not review.by_lot:
        return ""
    return (
        f" At its top {'stands' if len(review.by_lot) == 1 else 'stand'} "
        f"{plural(len(review.by_lot), 'statement')} picked by lot, with an answer for each: they "
        f"show how many of the others may be wrong. {review.stop}"
    )


def _queue(review: Review) -> str:
    if not review.queue:
        return "The Queue sheet is empty this time: no statement waits for an answer of its own."
    if not review.statements:
        return "The Queue sheet can wait this time: all its rows are grey. " + _GREY
    grey = f" {_GREY}" if any(row.headings for row in review.queue) else ""
    voice = f" {_VOICES}" if review.child_voice else ""
    plain = f" {_ADVICE}" if any(row.hints for row in review.queue) else ""
    return (
        "Open the Queue sheet. Read the Wording and “Why it is here”. Mend the wording, or choose "
        f"other categories from the lists, where you need to.{voice}{plain}{grey}"
    )


_VOICES = (
    f"Under “{CHILD_VOICE}” write the same as a child would say it, and under “{WRITTEN_BY}” who wrote "
    "it, such as a class; no child's name."
)
_ADVICE = "The last column, Plain English, gives advice on wording; take it or leave it."
_GREY = "Leave grey rows alone: they only wait for an answer on the Headings sheet."
_NO_HEADINGS = "The Headings sheet needs no answer this time: no statement waits for one."

_HEADINGS = (
    "Open the Headings sheet. For each heading marked “Please answer”, choose in the column "
    "“This means” what stands below it. Do this first: if you send the file back after it, the "
    "next one is much shorter."
)

MEANINGS = (
    (
        SPECIAL_MEANINGS[ADVICE],
        (
            "Things to do, about several things or just as we think: what we think it means is kept. "
            "What that leaves open, other headings say, or we ask you."
        ),
    ),
    (
        SPECIAL_MEANINGS[SIGNS_OF_NEED],
        "What you may notice about a child. None of it goes into the directory.",
    ),
    (
        SPECIAL_MEANINGS[NOT_ADVICE],
        "Reasons, background, contacts and the like. None of it goes into the directory.",
    ),
    (
        SPECIAL_MEANINGS[NOT_A_HEADING],
        "Nothing in particular: these words are no heading at all, and only look like one.",
    ),
    (
        "A category",
        "Things to do, and all of them are about this category. They go into the directory under it.",
    ),
)
"""What may stand below a heading, and what follows from each answer."""

_UNSURE = (
    f"{Choice.NOT_SURE}, or an empty cell",
    "It is asked again, and what you write into the Note is passed on.",
)

_EXAMPLES = (
    (
        (
            "Wording: “Uses a visual timetable for help”.\nWhy it is here: this may describe a sign of "
            "need rather than what to do about it."
        ),
        "Wording: type “Use a visual timetable and point to it at each change”.\nDecision: Change.",
    ),
    (
        (
            "Wording: “Struggles to follow the timetable”.\nThis says what you may notice, not what "
            "to do."
        ),
        (
            "Decision: Reject.\nIf the heading above it lists only such signs, answer “Signs of need” "
            "on the Headings sheet instead, and leave the row empty."
        ),
    ),
    (
        "Wording: “Check that hearing aids are switched on”.\nThe Area and the Need are right.",
        "Decision: Keep.",
    ),
)


def _sending(council: Council) -> tuple[str, ...]:
    return (
        f"Send the file to {council.return_to or 'whoever sent it to you'}. The name of the file does "
        "not matter.",
        (
            "For whoever looks after Fingerpost: put returned files into the folder reports/returned, "
            "then type: fingerpost review apply"
        ),
    )
