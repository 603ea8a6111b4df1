"""Every id that was ever published leads to what can be found, or to when it was retired."""

from dataclasses import replace

from fingerpost.curating import append
from fingerpost.directory import Replaced
from fingerpost.exporting import write_curated
from fingerpost.loading import history_of, load, released, resolve, rollback
from fingerpost.loading.resolving import standing_for
from fingerpost.strategies import Link
from fingerpost.taxonomy import Facet, Taxonomy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.curating.statements import statement
from tests.exporting.outcomes import TAXONOMY, outcome_of
from tests.loading.databases import by_hand, rows
from tests.loading.test_history import EDITIONS
from tests.support.chance import times

IDS = st.sampled_from("abcdefgh")
ROADS = st.dictionaries(IDS, st.lists(IDS, max_size=3).map(tuple))


@given(item=IDS, live=st.sets(IDS), replaced=ROADS)
def test_an_id_leads_only_to_what_is_live_and_always_ends(item, live, replaced):
    found = standing_for(item, live, replaced)

    assert set(found) <= live
    assert len(found) == len(set(found))
    assert (found == (item,)) if item in live else item not in found


@given(live=st.sets(IDS, min_size=1), data=st.data())
def test_what_was_replaced_again_and_again_leads_to_the_last(live, data):
    chain = data.draw(st.permutations("ABCDE"))
    end = data.draw(st.sampled_from(sorted(live)))
    replaced = {one: (after,) for one, after in zip(chain, (*chain[1:], end), strict=True)}

    assert standing_for(chain[0], live, replaced) == (end,)


def test_the_parts_of_a_parted_statement_stand_for_it_in_their_order():
    replaced = {"whole": ("one", "two"), "one": ("first", "second")}

    assert standing_for("whole", {"first", "second", "two"}, replaced) == ("first", "second", "two")


@settings(
    max_examples=times(15),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(editions=EDITIONS, data=st.data())
def test_every_id_ever_published_resolves(tmp_path_factory, editions, data):
    folder = tmp_path_factory.mktemp("ids")
    url = f"sqlite:///{folder / 'directory.db'}"
    append(folder / "decisions.csv", ())
    for edition in editions:
        write_curated(outcome_of([statement(i, **f) for i, f in edition.items()]), folder)
        load(folder, url)
        if data.draw(st.booleans()):
            by_hand(url, "UPDATE strategies SET state = 'retired' WHERE id = 's-1'")
        if data.draw(st.booleans()):
            rollback(url, 1)

    found = released(url)
    live = {one.id for one in found.statements}
    for item, kind in rows(url, "SELECT id, kind FROM ids"):
        told = resolve(found, item)
        assert told is not None
        assert told.text
        assert told.now or told.since
        if kind == "strategy":
            assert told.is_live == (item in live)
    assert resolve(found, "s-never") is None


def test_what_became_of_a_statement_is_told_release_by_release(curated, target):
    guide = Link("https://example.org/guide", "Guide")
    load(curated(statement("s-1"), statement("s-2")), target)
    load(curated(statement("s-1", links=(guide,)), statement("s-2", "Changed.")), target)
    other = ((Facet.AREA, ("cognition-and-learning",)),)
    load(curated(statement("s-1", labels=other, links=(guide,))), target)

    events = history_of(target, "s-1")
    told = [
        (event.release.number, one.kind.value, one.field, one.after)
        for event in events
        for one in event.changes
        if one.kind.value != "sourced"
    ]
    assert told == [
        (1, "added", "", ""),
        (2, "changed", "resources", guide.href),
        (3, "relabelled", "area_of_need", "cognition-and-learning"),
    ]
    last = history_of(target, "s-2")[-1]
    assert (last.release.number, [one.kind.value for one in last.changes]) == (3, ["retired"])
    gone = resolve(released(target), "s-2")
    assert (gone.now, gone.since, gone.text) == ((), 3, "Changed.")


def test_what_was_deleted_by_hand_still_resolves(curated, target):
    load(curated(statement("s-1"), statement("s-2")), target)
    by_hand(
        target,
        "DELETE FROM strategy_concepts WHERE strategy_id = 's-2'",
        "DELETE FROM strategies WHERE id = 's-2'",
    )

    gone = resolve(released(target), "s-2")

    assert (gone.now, gone.since, gone.text) == ((), 1, "Give one instruction at a time.")


def test_a_category_that_was_hidden_since_leads_to_what_people_see_for_it(curated, tmp_path):
    url = f"sqlite:///{tmp_path / 'directory.db'}"
    seen = (replace(one, hidden=False, folds_into="") for one in TAXONOMY.concepts)
    load(curated(statement(), taxonomy=Taxonomy(tuple(seen))), url)
    assert resolve(released(url), "wsu-resources").is_live
    load(curated(statement()), url)

    assert resolve(released(url), "wsu-resources").now == ("wsu-voice",)


def test_what_was_parted_leads_to_its_parts_for_as_long_as_people_can_find_them(tmp_path, target):
    append(tmp_path / "decisions.csv", ())

    def loaded(*items, replaced=()):
        outcome = outcome_of([statement(item) for item in items])
        item = outcome.items[0]
        pairs = tuple(Replaced(item=replace(item, id=old), by=by) for old, by in replaced)
        write_curated(replace(outcome, replaced=pairs), tmp_path)
        load(tmp_path, target)
        return resolve(released(target), "s-was")

    assert loaded("s-was").is_live
    parted = loaded("s-1", "s-2", replaced=[("s-was", ("s-1", "s-2"))])
    assert (parted.now, parted.since) == (("s-1", "s-2"), 2)
    again = loaded("s-2", "s-3", replaced=[("s-was", ("s-3", "s-2")), ("s-1", ("s-3",))])
    assert (again.now, again.since) == (("s-2", "s-3"), 2)
    last = loaded("s-9")
    assert (last.now, last.since, last.is_live) == ((), 2, False)
    assert rollback(target, 1).release == 5
    assert resolve(released(target), "s-was").is_live
