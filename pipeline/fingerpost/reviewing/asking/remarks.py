"""A statement and what people said of it in, sentences for whoever decides about it out."""

from collections.abc import Iterator, Sequence

from fingerpost.decisions import Comment
from fingerpost.strategies import Strategy

SOMEBODY = "Somebody"


def remarks(strategy: Strategy, comments: Sequence[Comment]) -> tuple[str, ...]:
    """Return comments that hang on it in Word, then those of readers, oldest first.

    Where a comment may hold personal details, the sentence says which words: it stays with the
    team, and nothing of it may be copied into the wording.
    """
    return (*_in_word(strategy), *(_of_a_reader(one) for one in comments))


def _in_word(strategy: Strategy) -> Iterator[str]:
    for comment in strategy.comments:
        yield f"A comment in Word: “{_on_one_line(comment)}”"


def _of_a_reader(comment: Comment) -> str:
    who = comment.person or SOMEBODY
    said = f"{who[:1].upper()}{who[1:]} says: “{_on_one_line(comment.text)}”"
    if not comment.personal:
        return said
    quotes = ", ".join(f"“{quote}”" for quote in comment.personal)
    return f"{said} (May hold personal details: {quotes}. Leave them out of the wording.)"


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
