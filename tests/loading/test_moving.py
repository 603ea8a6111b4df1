"""A directory moves house with all its releases, or not at all."""

import pytest
from fingerpost.errors import TargetError
from fingerpost.loading import changes, load, released, releases
from fingerpost.loading.moving import move
from sqlalchemy import create_engine, text

from tests.curating.statements import statement


def directory(curated, url: str) -> None:
    load(curated(statement("s-a", "Give time to answer.")), url, "Ada Example")
    load(curated(statement("s-a", "Give ten seconds."), statement("s-b", "Name first.")), url)


def test_a_directory_arrives_with_every_release_and_the_old_one_stays(curated, target, tmp_path):
    old = f"sqlite:///{tmp_path / 'old.db'}"
    directory(curated, old)

    moved = move(old, target)

    assert moved.releases == 2
    assert releases(target) == releases(old)
    assert [released(target, n) for n in (1, 2)] == [released(old, n) for n in (1, 2)]
    assert changes(target) == changes(old)


def test_loading_goes_on_where_a_directory_moved_to(curated, target, tmp_path):
    old = f"sqlite:///{tmp_path / 'old.db'}"
    directory(curated, old)
    move(old, target)

    assert load(curated(statement("s-b", "Name first.")), target).release == 3


def test_a_directory_moves_only_into_an_empty_database(curated, target, tmp_path):
    old = f"sqlite:///{tmp_path / 'old.db'}"
    directory(curated, old)
    directory(curated, target)
    before = releases(target)

    with pytest.raises(TargetError, match="holds a directory already"):
        move(old, target)

    assert releases(target) == before


def test_nothing_is_moved_where_nothing_was_loaded(target, tmp_path):
    with pytest.raises(TargetError, match="nothing was loaded there"):
        move(f"sqlite:///{tmp_path / 'none.db'}", target)


def test_what_a_person_changed_by_hand_moves_too(curated, target, tmp_path):
    old = f"sqlite:///{tmp_path / 'old.db'}"
    directory(curated, old)
    engine = create_engine(old)
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE strategies SET text = 'Mended.' WHERE id = 's-b' AND to_release IS NULL")
        )
    engine.dispose()

    move(old, target)

    assert [one.text for one in released(target).statements if one.id == "s-b"] == ["Mended."]
