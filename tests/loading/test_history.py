"""Whatever is loaded in whatever order, every release can be read and brought back as it was."""

from fingerpost.curating import append
from fingerpost.exporting import write_curated
from fingerpost.loading import load, releases, rollback
from fingerpost.loading.as_loaded import content_at
from fingerpost.loading.contents import Content
from fingerpost.loading.schema import LIVE
from fingerpost.loading.target import reading
from fingerpost.taxonomy import Facet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.support.chance import times

STATEMENTS = st.builds(
    dict,
    text=st.sampled_from(["One.", "Two."]),
    heads=st.sampled_from([("Talk",), ("Play",)]),
    labels=st.sampled_from(
        [(), ((Facet.AREA, ("semh",)),), ((Facet.AREA, ("cognition-and-learning", "semh")),)]
    ),
)
EDITIONS = st.lists(
    st.dictionaries(st.sampled_from(["s-1", "s-2", "s-3"]), STATEMENTS), min_size=1, max_size=4
)


def live(content: Content):
    """Return what people can find: everything but what was retired."""
    strategies = {key: row for key, row in content.of("strategies").items() if row["state"] == LIVE}
    return {**content.tables, "strategies": strategies}


def read(url, release):
    with reading(url) as connection:
        return live(content_at(connection, release))


@settings(
    max_examples=times(15),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(editions=EDITIONS, data=st.data())
def test_every_release_stays_readable_and_may_be_brought_back(tmp_path_factory, editions, data):
    folder = tmp_path_factory.mktemp("history")
    url = f"sqlite:///{folder / 'directory.db'}"
    append(folder / "decisions.csv", ())
    loaded = []
    for edition in editions:
        made = [statement(item, **fields) for item, fields in edition.items()]
        write_curated(outcome_of(made), folder)
        report = load(folder, url)
        assert report.statements == len(edition)
        if report.release:
            loaded.append(read(url, report.release))
    assert [read(url, number) for number in range(1, len(loaded) + 1)] == loaded
    chosen = data.draw(st.integers(1, len(loaded)))
    report = rollback(url, chosen)
    assert read(url, releases(url)[-1].number) == loaded[chosen - 1]
    assert load(folder, url).statements == len(editions[-1])
