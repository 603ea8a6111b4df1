"""Loads, edits by hand and rollbacks in any order: nothing is lost, and history stays as it was."""

import pytest
from fingerpost.curating import append
from fingerpost.exporting import write_curated
from fingerpost.loading import load, rollback
from fingerpost.loading.as_loaded import layers_at
from fingerpost.loading.contents import held_now
from fingerpost.loading.edits.hand_edits import Kept
from fingerpost.loading.schema import LIVE, RETIRED
from fingerpost.loading.target import reading
from fingerpost.taxonomy import Facet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of
from tests.loading.databases import by_hand
from tests.support.chance import times

ITEMS = ("s-1", "s-2", "s-3")
WORDS = ("One.", "Two.", "Three.")
SEMH = ((Facet.AREA, ("semh",)),)
BOTH = ((Facet.AREA, ("cognition-and-learning", "semh")),)
HOLDS = "to_release IS NULL"

EDITION = st.dictionaries(
    st.sampled_from(ITEMS),
    st.builds(dict, text=st.sampled_from(WORDS), labels=st.sampled_from([(), SEMH, BOTH])),
    min_size=1,
)
BY_HAND = st.one_of(
    st.builds(
        "UPDATE strategies SET text = '{1}' WHERE id = '{0}' AND {2}".format,
        st.sampled_from(ITEMS),
        st.sampled_from((*WORDS, "By hand.")),
        st.sampled_from([HOLDS, "1 = 1"]),
    ),
    st.builds(
        ("UPDATE strategies SET state = '{1}' WHERE id = '{0}' AND " + HOLDS).format,
        st.sampled_from(ITEMS),
        st.sampled_from([LIVE, RETIRED]),
    ),
    st.builds("DELETE FROM strategies WHERE id = '{}'".format, st.sampled_from(ITEMS)),
    st.builds(
        "UPDATE strategies SET to_release = 1 WHERE id = '{}'".format, st.sampled_from(ITEMS)
    ),
    st.builds(
        ("DELETE FROM strategy_concepts WHERE strategy_id = '{}' AND " + HOLDS).format,
        st.sampled_from(ITEMS),
    ),
    st.builds(
        "INSERT INTO strategy_concepts (strategy_id, facet, concept_id, from_release, place,"
        " is_primary, evidence) SELECT '{0}', 'area_of_need', '{1}', 1, 5, true, 'by hand'"
        " WHERE NOT EXISTS (SELECT 1 FROM strategy_concepts WHERE strategy_id = '{0}'"
        " AND concept_id = '{1}' AND (from_release = 1 OR to_release IS NULL))"
        " AND EXISTS (SELECT 1 FROM ids WHERE id = '{0}')".format,
        st.sampled_from(ITEMS),
        st.sampled_from(["semh", "cognition-and-learning"]),
    ),
    st.sampled_from(
        [
            f"UPDATE concepts SET label = 'Ours' WHERE id = 'semh' AND {HOLDS}",
            "DELETE FROM concepts WHERE id = 'cl-memory'",
        ]
    ),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("load"), EDITION),
        st.tuples(st.just("edit"), BY_HAND),
        st.tuples(st.just("edit"), BY_HAND),
        st.tuples(st.just("back"), st.integers(0, 100)),
    ),
    min_size=2,
    max_size=9,
)


class Directory:
    """A directory, what it was loaded with in each release, and what its files say."""

    def __init__(self, folder):
        self.folder = folder
        self.url = f"sqlite:///{folder / 'directory.db'}"
        self.releases = {}
        append(folder / "decisions.csv", ())

    def load(self, edition):
        made = [statement(item, **fields) for item, fields in edition.items()]
        write_curated(outcome_of(made), self.folder)
        report = load(self.folder, self.url)
        self.note(report, None)
        self.check_edition(report, edition)
        again = load(self.folder, self.url)
        assert again.nothing_to_load
        assert [each for each in again.conflicts if each.kept is Kept.IN_FILES] == []

    def edit(self, query):
        by_hand(self.url, query)

    def back(self, number):
        wanted = number % len(self.releases) + 1
        self.note(rollback(self.url, wanted), wanted)

    def note(self, report, back_to):
        number = report.release or report.previous
        self.releases.setdefault(number, self.layers(number).loaded)
        self.check_history()
        self.check_tables()
        self.check_ids()
        self.check_unedited(report, number, back_to)

    def layers(self, number):
        with reading(self.url) as connection:
            return layers_at(connection, number)

    def check_history(self):
        for number, content in self.releases.items():
            assert self.layers(number).loaded == content

    def check_tables(self):
        """What holds now is as it was loaded, by hand or not."""
        with reading(self.url) as connection:
            assert held_now(connection) == self.releases[max(self.releases)]

    def check_ids(self):
        strategies = self.releases[max(self.releases)].tables["strategies"]
        ever = {key for content in self.releases.values() for key in content.tables["strategies"]}
        assert ever == set(strategies)

    def check_edition(self, report, edition):
        edited = {(each.id, each.field): each.value for each in report.edits}
        for (item,), row in self.releases[max(self.releases)].of("strategies").items():
            there = LIVE if item in edition else RETIRED
            assert row["state"] == edited.get((item, "state"), there)
            if item in edition:
                assert row["text"] == edited.get((item, "text"), edition[item]["text"])

    def check_unedited(self, report, number, back_to):
        """What nobody edited is what the files say; what somebody edited is what they put."""
        loaded, wanted = self.releases[number], self.layers(back_to or number).in_files
        edited = {(each.id, each.field): each.value for each in report.edits}
        there = loaded.of("strategies")
        for key, row in wanted.of("strategies").items():
            for field in ("text", "source_text", "owner", "state", "heading_path"):
                assert there[key][field] == edited.get((key[0], field), row[field])
        names = {key[0]: row["label"] for key, row in wanted.of("concepts").items()}
        for key, row in loaded.of("concepts").items():
            assert row["label"] == edited.get((key[0], "label"), names[key[0]])


@pytest.mark.slow
@settings(
    max_examples=times(30),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(first=EDITION, steps=STEPS, last=EDITION)
def test_whatever_is_loaded_edited_and_brought_back_history_and_edits_stay(
    tmp_path_factory, first, steps, last
):
    directory = Directory(tmp_path_factory.mktemp("edited"))
    directory.load(first)
    for what, how in steps:
        getattr(directory, what)(how)
    directory.load(last)
