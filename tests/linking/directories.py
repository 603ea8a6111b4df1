"""Small releases made by hand, for tests of links and of what is due."""

from fingerpost.released import LinkedResource, Released, Statement

from tests.support.released import released


def resource(name: str, url: str = "", **fields) -> LinkedResource:
    return LinkedResource(id=f"r-{name}", url=url or f"https://example.org/{name}", **fields)


def statement(name: str, *resources: str, **fields) -> Statement:
    named = tuple(f"r-{one}" for one in resources)
    text = fields.pop("text", f"Statement {name}.")
    return Statement(id=f"s-{name}", text=text, resources=named, **fields)


def release(*things: LinkedResource | Statement) -> Released:
    return released(
        (one for one in things if isinstance(one, Statement)),
        resources=tuple(one for one in things if isinstance(one, LinkedResource)),
    )
