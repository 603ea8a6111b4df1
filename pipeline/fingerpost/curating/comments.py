"""What readers said in, the same with whatever in it may identify somebody out."""

from dataclasses import replace

from fingerpost.curating.settling import Suspects
from fingerpost.decisions import Comment, Standing


def looked_through(standing: Standing, suspects: Suspects) -> Standing:
    """Note in each comment which words may identify a person, as in wordings that people type."""
    comments = {
        item: tuple(_noted(comment, suspects) for comment in said)
        for item, said in standing.comments.items()
    }
    return replace(standing, comments=comments)


def _noted(comment: Comment, suspects: Suspects) -> Comment:
    quotes = (one.quote for line in comment.text.splitlines() for one in suspects(line))
    return replace(comment, personal=tuple(dict.fromkeys(quotes)))
