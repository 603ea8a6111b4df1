"""A directory moves house with all its releases, or not at all."""

import pytest
from fingerpost.errors import TargetError
from fingerpost.loading import changes, load, released, releases
from fingerpost.loading.moving import move
from fingerpost.loading.target import writing

from tests.curating.statements import statement
from tests.loading.databases import by_hand, rows


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


def test_nothing_is_moved_or_made_where_nothing_was_loaded(tmp_path):
    old, new = (f"sqlite:///{tmp_path / name}.db" for name in ("old", "new"))
    with pytest.raises(TargetError, match="nothing was loaded yet"):
        move(old, new)
    assert list(tmp_path.iterdir()) == []


def test_a_directory_of_which_a_row_is_lost_on_the_way_does_not_move(curated, tmp_path):
    old, new = (f"sqlite:///{tmp_path / name}.db" for name in ("old", "new"))
    directory(curated, old)
    with writing(new):
        pass  # the tables are made, and nothing is in them
    by_hand(
        new,
        "CREATE TRIGGER lose AFTER INSERT ON strategies WHEN new.id = 's-b' "
        "BEGIN DELETE FROM strategies WHERE id = 's-b'; END",
    )

    with pytest.raises(TargetError, match="the table strategies did not arrive as it was"):
        move(old, new)

    assert rows(new, "SELECT * FROM releases") == []


def test_what_a_person_changed_by_hand_moves_too(curated, target, tmp_path):
    old = f"sqlite:///{tmp_path / 'old.db'}"
    directory(curated, old)
    by_hand(old, "UPDATE strategies SET text = 'Mended.' WHERE id = 's-b' AND to_release IS NULL")

    move(old, target)

    assert [one.text for one in released(target).statements if one.id == "s-b"] == ["Mended."]
