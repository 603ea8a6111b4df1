"""The items people can find in, the rows about what they link to out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from fingerpost.decisions import Standing
from fingerpost.directory import Item
from fingerpost.item_records import Addresses, Row, links_of
from fingerpost.upkeep import ResourceFacts, resource_id


@dataclass(frozen=True, slots=True)
class _Known:
    """What Word and people say of addresses: titles by address, people's facts by id."""

    titles: dict[str, str]
    standing: Standing

    def row(self, url: str, users: Iterable[str]) -> Row:
        identifier = resource_id(url)
        facts = self.standing.resources.get(identifier, ResourceFacts(url=url))
        return {
            "id": identifier,
            "url": url,
            "title": facts.title or self.titles.get(url, ""),
            "host": _host(url),
            "strategy_ids": tuple(users),
            "publisher": facts.publisher,
            "trusted_because": facts.trusted_because,
            "phase": facts.phases,
            "checked_on": facts.checked_on,
            "owner": facts.owner,
        }


def resource_rows(items: Iterable[Item], found: Addresses) -> Iterator[Row]:
    """Yield one row an address, in the order they are first used, then those only described."""
    users: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for item in items:
        for url, title in links_of(item):
            titles[url] = titles.get(url) or title
        for url in found.of(item):
            users.setdefault(url, []).append(item.id)
    known = _Known(titles, found.standing)
    described = {facts.url for facts in found.standing.resources.values() if facts.url}
    for url in (*users, *sorted(described - users.keys())):
        yield known.row(url, users.get(url, ()))


def use_rows(items: Iterable[Item], found: Addresses) -> Iterator[Row]:
    """Yield one row a resource of a statement, in the statement's order."""
    for item in items:
        for place, url in enumerate(found.of(item), start=1):
            yield {
                "strategy_id": item.id,
                "resource_id": resource_id(url),
                "place": str(place),
            }


def _host(url: str) -> str:
    """Return the host of a web address or the domain of an e-mail address; "" if it has none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        return parts.path.rpartition("@")[2].casefold()
    return parts.hostname or ""
