"""Small releases made by hand, for tests of links and of what is due."""

from fingerpost.released import LinkedResource, Release, Released, Statement

RELEASE = Release(
    number=1,
    created_at="2026-09-01T08:00:00+00:00",
    signed_off_by="Sam Example",
    manifest_digest="0" * 64,
    restores=None,
    statements=0,
    added=0,
    changed=0,
    moved=0,
    relabelled=0,
    retired=0,
    revived=0,
)


def resource(name: str, url: str = "", **fields) -> LinkedResource:
    return LinkedResource(id=f"r-{name}", url=url or f"https://example.org/{name}", **fields)


def statement(name: str, *resources: str, **fields) -> Statement:
    named = tuple(f"r-{one}" for one in resources)
    text = fields.pop("text", f"Statement {name}.")
    return Statement(id=f"s-{name}", text=text, resources=named, **fields)


def release(*things: LinkedResource | Statement) -> Released:
    return Released(
        release=RELEASE,
        statements=tuple(one for one in things if isinstance(one, Statement)),
        categories=(),
        resources=tuple(one for one in things if isinstance(one, LinkedResource)),
    )
