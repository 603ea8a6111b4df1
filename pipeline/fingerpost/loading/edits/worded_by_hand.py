"""A directory in, the statements whose words somebody changed in the database by hand out."""

from fingerpost.loading.as_loaded import content_at, layers_at
from fingerpost.loading.contents import Content
from fingerpost.loading.numbers import chosen
from fingerpost.loading.schema import LIVE
from fingerpost.loading.target import reading

_WORDS = ("text", "lead_in", "purpose", "child_voice", "child_voice_by", "heading_path")


def worded_by_hand(url: str, number: int | None = None) -> frozenset[str]:
    """Return the ids of statements that read otherwise than the loadable files had them.

    No one of the checks that words of documents and answers pass has seen theirs.
    """
    with reading(url) as opened:
        connection, wanted = chosen(opened, url, number)
        held = content_at(connection, wanted)
        return worded_otherwise(held, layers_at(connection, wanted).in_files)


def worded_otherwise(held: Content, in_files: Content) -> frozenset[str]:
    """Return the ids of statements that people can find and that do not read as the files had them."""
    written = in_files.of("strategies")
    return frozenset(
        key[0]
        for key, row in held.of("strategies").items()
        if row["state"] == LIVE
        and (key not in written or any(row[name] != written[key][name] for name in _WORDS))
    )
