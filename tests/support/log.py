"""What people said in, the log that holds it out."""

from fingerpost.decisions import Action, Decision, Resource
from fingerpost.logbook import chain

from tests.curating.lines import MONDAY, answer


def log_of(*answers):
    """Chain answers, each a tuple of lines, in the order they came in."""
    log = ()
    for lines in answers:
        log = (*log, *chain(log, lines))
    return log


def comment(item, text, *, by="a parent", at=MONDAY, pack=""):
    """Return the lines of one comment, as the contract between stages fixes them."""
    common = {
        "seq": 0,
        "resource_id": item,
        "resource_type": Resource.STRATEGY,
        "last_action_date": at,
        "updated_by": by,
        "source_digest": "d1",
        "pack": pack or f"{by}.xlsx#00000000",
    }
    return (
        Decision(last_action_type=Action.GIVEN, field_name="given", replacement_value=at, **common),
        Decision(
            last_action_type=Action.COMMENTED,
            field_name="comment",
            replacement_value=text,
            **common,
        ),
    )


__all__ = ["answer", "comment", "log_of"]
