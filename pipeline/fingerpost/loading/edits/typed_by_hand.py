"""A directory in, what somebody typed into it or took away from it by hand out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from fingerpost.loading.as_loaded import content_at, key_from, layers_at
from fingerpost.loading.contents import Content, Key
from fingerpost.loading.edits.hand_edits import WHOLE_ROW, Ending
from fingerpost.loading.numbers import chosen
from fingerpost.loading.schema import KINDS, LIVE, RETIRED, hand_edits
from fingerpost.loading.target import reading

_WORDS = ("text", "lead_in", "purpose", "child_voice", "child_voice_by", "heading_path")
_NAMES = ("label", "core_label", "definition", "alternates")
_OF_STATEMENTS = ("strategy_concepts", "strategy_resources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What no check of documents and answers has seen.

    `statements` leads from ids of those that read otherwise than the loadable files had them to the
    fields that do; `names` leads from what people typed about a category, its id and the field, to
    what the files say there. `unsigned` counts the statements, categories and resources that were
    changed since the release was loaded, and signed off if it was.
    """

    statements: Mapping[str, tuple[str, ...]]
    names: Mapping[tuple[str, str], str]
    unsigned: int


def typed_by_hand(url: str, number: int | None = None) -> Typed:
    """Compare one release as it is shown with its files, and with what was loaded."""
    with reading(url) as opened:
        connection, wanted = chosen(opened, url, number)
        held, layers = content_at(connection, wanted), layers_at(connection, wanted)
        return Typed(
            statements=worded_otherwise(held, layers.in_files),
            names=dict(_named_otherwise(held, layers.in_files)),
            unsigned=len(set(_differing(layers.loaded, held))),
        )


def worded_otherwise(held: Content, in_files: Content) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of statements that people can find and that do not read as the files had them.

    Each leads to what reads otherwise.
    """
    written = in_files.of("strategies")
    live = ((key, row) for key, row in held.of("strategies").items() if row["state"] == LIVE)
    found = {
        key[0]: tuple(name for name in _WORDS if row[name] != written.get(key, {}).get(name))
        for key, row in live
    }
    return {item: names for item, names in found.items() if names}


def taken_by_hand(url: str) -> frozenset[Key]:
    """Return what somebody ever took away by hand: keys of statements, and of their resources."""
    with reading(url) as opened:
        connection, newest = chosen(opened, url, None)
        loaded, held = layers_at(connection, newest).loaded, content_at(connection, newest)
        links = loaded.tables["strategy_resources"].keys() - held.tables["strategy_resources"]
        statements = _live(loaded) - _live(held)
        return frozenset({*_noted(connection), *statements, *links})


def _named_otherwise(held: Content, in_files: Content) -> Iterator[tuple[tuple[str, str], str]]:
    written = in_files.of("concepts")
    for key, row in held.of("concepts").items():
        files = written.get(key, dict.fromkeys(_NAMES, ""))
        for name in _NAMES:
            if row[name] != files[name]:
                yield (key[0], name), files[name]


def _differing(loaded: Content, held: Content) -> Iterator[str]:
    """Yield the ids of all that is not as it was loaded; a label's is its statement's."""
    for name in (*KINDS, *_OF_STATEMENTS):
        old, now = loaded.tables[name], held.tables[name]
        yield from (key[0] for key in {*old, *now} if old.get(key) != now.get(key))


def _live(content: Content) -> set[Key]:
    return {key for key, row in content.of("strategies").items() if row["state"] == LIVE}


def _noted(connection: Connection) -> Iterator[Key]:
    put_back = (Ending.PUT_BACK, Ending.CHANGED_AGAIN)
    query = select(hand_edits).where(
        hand_edits.c.table_name.in_(("strategies", "strategy_resources")),
        hand_edits.c.ending.not_in(put_back),
    )
    for row in connection.execute(query):
        is_whole = row.field == WHOLE_ROW and row.value is None
        if is_whole or (row.field == "state" and row.value == f'"{RETIRED}"'):
            yield key_from(row.table_name, row.row_key)
