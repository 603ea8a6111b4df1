"""A directory in, the statements whose words somebody changed in the database by hand out."""

from fingerpost.loading.as_loaded import content_at, layers_at
from fingerpost.loading.numbers import chosen
from fingerpost.loading.target import reading

_WORDS = ("text", "lead_in", "purpose", "child_voice", "child_voice_by", "heading_path")


def worded_by_hand(url: str, number: int | None = None) -> frozenset[str]:
    """Return the ids of statements that read otherwise than the loadable files had them.

    No one of the checks that words of documents and answers pass has seen theirs.
    """
    with reading(url) as opened:
        connection, wanted = chosen(opened, url, number)
        held = content_at(connection, wanted).of("strategies")
        in_files = layers_at(connection, wanted).in_files.of("strategies")
    return frozenset(
        key[0]
        for key, row in held.items()
        if key not in in_files or any(row[name] != in_files[key][name] for name in _WORDS)
    )
