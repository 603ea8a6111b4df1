"""What stands in, what people said of headings out, as the stages understand it."""

from fingerpost.decisions import Standing
from fingerpost.meanings import (
    ADVICE,
    NOT_A_HEADING,
    NOT_ADVICE,
    SIGNS_OF_NEED,
    Meaning,
    answered_meaning,
)
from fingerpost.taxonomy import Taxonomy

_NO_CATEGORY = (ADVICE, SIGNS_OF_NEED, NOT_ADVICE, NOT_A_HEADING)


def answered(standing: Standing, taxonomy: Taxonomy) -> dict[str, Meaning]:
    """Return the meaning of each heading that a person answered for, by the heading's key.

    An answer that names a category the rules no longer have is void: the heading is asked again.
    """
    return {
        key: answered_meaning(answer.meaning, answer.reviewer, taxonomy)
        for key, answer in sorted(standing.answers.items())
        if answer.meaning in taxonomy or answer.meaning in _NO_CATEGORY
    }
