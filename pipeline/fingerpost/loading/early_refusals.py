"""Curated files, a database and perhaps a plan in; nothing out, unless loading would be refused."""

from pathlib import Path

from fingerpost.loading.contents import newest_release
from fingerpost.loading.curated_files import read_curated
from fingerpost.loading.planning import Plan, check_target, fingerprint
from fingerpost.loading.target import reading, without_password


def refuse_early(curated: Path, url: str, plan: Plan | None = None) -> None:
    """Raise at once what loading would raise once it has begun, as far as looking can tell.

    Loading looks again: somebody may load in between.
    """
    files = read_curated(curated)
    with reading(url) as connection:
        if plan:
            newest = newest_release(connection) if connection else 0
            now = fingerprint(connection)
            check_target(plan, without_password(url), now, files.manifest_digest, newest)
