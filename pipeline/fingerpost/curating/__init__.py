"""The decisions log in, what stands in it and the items it settles out."""

from fingerpost.curating.answered import answered
from fingerpost.curating.arranging import arrange
from fingerpost.curating.comments import looked_through
from fingerpost.curating.fold import fold
from fingerpost.curating.handing_on import handed_on
from fingerpost.curating.identities import (
    as_in_word,
    date_of_inputs,
    identity_decisions,
    known_from_log,
    made_of,
)
from fingerpost.curating.log import (
    append,
    check_log,
    keep_copy,
    read_log,
    unused_date,
    verify_chain,
)
from fingerpost.curating.packs import pack_lines, packs_of, returned_line
from fingerpost.curating.settling import settle
from fingerpost.curating.undoing import undo_file, undo_item, undo_last

__all__ = [
    "answered",
    "append",
    "arrange",
    "as_in_word",
    "check_log",
    "date_of_inputs",
    "fold",
    "handed_on",
    "identity_decisions",
    "keep_copy",
    "known_from_log",
    "looked_through",
    "made_of",
    "pack_lines",
    "packs_of",
    "read_log",
    "returned_line",
    "settle",
    "undo_file",
    "undo_item",
    "undo_last",
    "unused_date",
    "verify_chain",
]
