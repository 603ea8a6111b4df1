"""How links are, and what is due for a look, in; CSV files that people open in Excel out."""

from collections.abc import Iterable, Iterator

from fingerpost.linking.currency import Currency
from fingerpost.linking.health import Link
from fingerpost.neutral import neutralise
from fingerpost.tables import JOINER, csv_text

LINKS = (
    "address",
    "title",
    "state",
    "what",
    "to_do",
    "new_address",
    "owner",
    "checked_on",
    "last_good",
    "failing_since",
    "checks_failed",
    "statements",
)
OVERDUE = ("kind", "id", "words", "owner", "last_review", "next_review", "where", "statements")


def links_csv(links: Iterable[Link]) -> bytes:
    """Return reports/links.csv: every web address, the worst first."""
    return _file(LINKS, map(_link_row, links))


def overdue_csv(currency: Currency) -> bytes:
    """Return reports/overdue.csv: statements by owner, then resources that nobody looked at."""
    return _file(OVERDUE, _overdue_rows(currency))


def _file(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    shown = (tuple(map(neutralise, row)) for row in rows)
    return csv_text(header, shown).encode("utf-8-sig")


def _link_row(link: Link) -> tuple[str, ...]:
    known = link.known
    return (
        link.resource.url,
        link.resource.title,
        link.state.words,
        link.told,
        link.to_do,
        known.moved_to if known else "",
        JOINER.join(link.owners),
        known.checked_on if known else "",
        known.last_good if known else "",
        known.failing_since if known else "",
        str(known.failures) if known else "",
        JOINER.join(one.id for one in link.statements),
    )


def _overdue_rows(currency: Currency) -> Iterator[tuple[str, ...]]:
    for due in currency.overdue:
        one = due.statement
        yield (
            "statement",
            one.id,
            one.text,
            one.owner,
            one.reviewed_on,
            one.next_review,
            one.source,
            "1",
        )
    for unchecked in currency.unchecked:
        found = unchecked.resource
        yield (
            "resource",
            found.id,
            found.title or found.url,
            found.owner,
            found.checked_on,
            "",
            found.url,
            str(unchecked.uses),
        )
