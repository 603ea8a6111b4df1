"""A directory as somebody edits it by hand, and what is told of it, in short."""

from tests.curating.statements import statement
from tests.loading.databases import rows

HOLDS = "to_release IS NULL"


def set_text(item, words):
    return f"UPDATE strategies SET text = '{words}' WHERE id = '{item}' AND {HOLDS}"


def texts(target):
    return dict(rows(target, "SELECT id, text FROM current_strategies ORDER BY id"))


def edits(report):
    return [(each.id, each.field, each.base, each.value) for each in report.edits]


def edition(*words, **options):
    """Return statements s-1, s-2 … with these words."""
    return [statement(f"s-{n}", text, **options) for n, text in enumerate(words, start=1)]


def met(found):
    return [
        (each.id, each.field, each.base, each.by_hand, each.in_files, each.kept.value)
        for each in found
    ]
