"""A directory that an earlier version made is brought up to date by the next load, content and all."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from fingerpost.errors import TargetError
from fingerpost.loading import changes, load, released, releases, rollback
from fingerpost.loading.migrations import FIRST, NOTED_IN, upgrade
from fingerpost.loading.schema import metadata
from fingerpost.loading.target import writing
from fingerpost.strategies import Link
from sqlalchemy import Connection, create_engine, inspect, text

from tests.curating.lines import answer
from tests.curating.statements import statement
from tests.loading.databases import by_hand, rows

EARLIER = Path(__file__).parent / "earlier"
"""What the first version made, as its own statements in SQL, and the rows of two releases."""

GUIDE = Link("https://example.org/guide", "Guide")
ONE = statement("s-1", links=(GUIDE,))
TWO = statement("s-2", source="areas/two.docx", phases=("ks1",))
THREE = statement("s-3", text="Say it's time for 50% more.")
KEPT = answer("s-1", wording="New words.")


def run(target, name):
    engine = create_engine(target)
    with engine.begin() as connection:
        for each in (EARLIER / name).read_text(encoding="utf-8").split(";\n"):
            if each.strip():
                connection.execute(text(each.replace(":", r"\:")))
    engine.dispose()


@pytest.fixture
def earlier(empty):
    """Give a directory that the first version made, with two releases in it."""
    kind = "postgresql" if empty.startswith("postgresql") else "sqlite"
    run(empty, f"first_{kind}.sql")
    run(empty, "first_rows.sql")
    return empty


@pytest.fixture
def another(empty):
    """Give an empty database beside, of the same kind."""
    if empty.startswith("sqlite"):
        return empty.replace("directory.db", "another.db")
    by_hand(empty, "CREATE SCHEMA another")
    return f"{empty}&options=-csearch_path%3Danother"


def shape(connection: Connection):
    """Return all that a database knows of its tables and views, but for the note of its version."""
    seen = inspect(connection)
    return {
        name: (
            [
                (each["name"], str(each["type"]), each["nullable"])
                for each in seen.get_columns(name)
            ],
            sorted((each["name"], *each["column_names"]) for each in seen.get_indexes(name)),
            sorted(
                (each["name"], *each["constrained_columns"], each["referred_table"])
                for each in seen.get_foreign_keys(name)
            ),
            seen.get_pk_constraint(name),
        )
        for name in (*seen.get_table_names(), *seen.get_view_names())
        if name != NOTED_IN
    }


def shape_of(target):
    engine = create_engine(target)
    with engine.connect() as connection:
        found = shape(connection)
    engine.dispose()
    return found


def test_a_new_directory_has_the_tables_that_the_program_works_with(target):
    with writing(target) as connection:
        context = MigrationContext.configure(
            connection, opts={"version_table": NOTED_IN, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_the_first_step_makes_what_the_first_version_made(earlier, another):
    engine = create_engine(another)
    with engine.begin() as connection:
        upgrade(connection, FIRST)
    engine.dispose()
    tables = {name: seen for name, seen in shape_of(earlier).items() if "current" not in name}
    assert shape_of(another) == tables


def test_a_directory_of_the_first_version_becomes_what_a_new_one_is(earlier, another, curated):
    folder = curated(ONE, TWO, decisions=KEPT)
    load(folder, another, "Jo")
    folder = curated(ONE, THREE)
    load(folder, another)
    report = load(folder, earlier)
    new = {"title", "edition", "sha256"}
    assert {each.field for each in report.changes} <= new, "only what the first version lacked"
    assert shape_of(earlier) == shape_of(another)
    then, now = released(earlier), released(another)
    assert (then.statements, then.categories) == (now.statements, now.categories)
    assert (then.resources, then.documents) == (now.resources, now.documents)
    assert load(folder, earlier).nothing_to_load


def test_releases_of_the_first_version_stay_readable_and_can_be_brought_back(earlier, curated):
    before = releases(earlier), changes(earlier, 1, 2)
    load(curated(ONE, decisions=KEPT), earlier)
    assert (releases(earlier)[:2], changes(earlier, 1, 2)) == before
    by_hand(earlier, "UPDATE strategies SET text = 'By hand.' WHERE id = 's-1'")
    report = rollback(earlier, 1)
    assert [(each.base, each.value) for each in report.edits] == [("New words.", "By hand.")]
    assert {one.id for one in released(earlier).statements} == {"s-1", "s-2"}


def test_reading_a_directory_of_the_first_version_leaves_it_as_it_is(earlier, curated):
    before = shape_of(earlier)
    assert len(releases(earlier)) == 2
    assert len(released(earlier).statements) == 2
    assert load(curated(ONE, decisions=KEPT), earlier, dry_run=True).previous == 2
    assert shape_of(earlier) == before


def test_a_load_that_fails_leaves_the_first_version_as_it_is(earlier, curated):
    by_hand(earlier, "CREATE UNIQUE INDEX one_name ON releases (signed_off_by)")
    before = shape_of(earlier)
    with pytest.raises(TargetError):
        load(curated(ONE, TWO, THREE), earlier)
    assert shape_of(earlier) == before


def test_what_others_built_on_a_view_outlives_the_step(earlier, curated):
    by_hand(earlier, "CREATE VIEW of_theirs AS SELECT id, text FROM current_strategies")
    load(curated(ONE, decisions=KEPT), earlier)
    assert rows(earlier, "SELECT id FROM of_theirs") == [("s-1",)]


def test_directories_may_be_made_at_the_same_time(curated, tmp_path):
    folder = curated(ONE)
    targets = [f"sqlite:///{tmp_path / f'{n}.db'}" for n in range(4)]
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda target: load(folder, target), targets))
    assert [each.release for each in reports] == [1, 1, 1, 1]


def test_a_row_put_in_by_hand_need_not_say_what_came_later(target, curated):
    load(curated(ONE), target)
    by_hand(target, "INSERT INTO documents (source, from_release) VALUES ('typed.docx', 1)")
    assert [each.id for each in load(curated(ONE), target).edits] == ["typed.docx"]
