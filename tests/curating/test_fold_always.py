"""Whatever people say: any undo leaves the rest, no order of files matters, the log replays."""

from dataclasses import replace
from itertools import permutations

from fingerpost.curating import append, fold, read_log
from fingerpost.decisions import Action
from fingerpost.naming import added_id, digest_of
from fingerpost.taxonomy import Facet
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.curating.lines import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    added,
    answer,
    attached,
    detached,
    fact,
    log_of,
    reported,
    undone,
)
from tests.support.chance import times

AREA = Facet.AREA
SEMH = ("semh",)
LEARNING = ("cognition-and-learning",)
NEW = "Ask one thing at a time."
OURS = digest_of(NEW)
ITEMS = ("s-1", "s-2", added_id(OURS))
LABELS = st.dictionaries(
    st.sampled_from([AREA, Facet.NEED]), st.sampled_from([SEMH, LEARNING]), max_size=2
)
ROW = st.builds(
    dict,
    action=st.sampled_from(
        [Action.APPROVED, Action.REJECTED, Action.WITHDRAWN, Action.NOT_SURE, Action.PARKED]
    ),
    wording=st.none() | st.sampled_from(["A", "B"]),
    labels=LABELS,
    kept=LABELS,
    note=st.sampled_from(["", "n"]),
)
ITEM, LINK = st.sampled_from(ITEMS), st.sampled_from(["r-1", "r-2"])
FACT = st.one_of(
    st.tuples(st.just(fact), LINK, st.sampled_from(["title", "phase"]), st.sampled_from("AB")),
    st.tuples(st.just(fact), ITEM, st.just("owner"), st.sampled_from(["A", "B", ""])),
    st.tuples(st.sampled_from([attached, detached]), ITEM, LINK),
    st.tuples(st.just(reported), ITEM, st.sampled_from(["unclear", "harmful"]), st.just("Hm")),
)
SAID = st.tuples(
    st.dictionaries(ITEM, ROW), st.lists(FACT, max_size=4), st.lists(st.just(NEW), max_size=1)
)
PEOPLE = ["Ann", "Bob", "Cy"]
DAYS = (MONDAY, TUESDAY, WEDNESDAY)
PACKS = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(DAYS), SAID), max_size=4).map(
    lambda packs: sorted(packs, key=lambda pack: pack[1])
)


def lines_of(pack, person, day, said, moment=None):
    """Return all lines of one file, and of one of Ann's in which alone a statement is added."""
    rows, facts, new = said
    how = {"by": person, "pack": pack, "at": day, "given": moment}
    told = [answer(item, digest=digest(item), **row, **how) for item, row in rows.items()]
    told += [kind(*values, **how) for kind, *values in facts]
    told += [added(text, by="Ann", pack=f"new {pack}", at=day, labels={AREA: SEMH}) for text in new]
    return tuple(line for lines in told for line in lines)


def digest(item):
    return OURS if item == ITEMS[-1] else "d1"


@settings(max_examples=times(60))
@given(packs=PACKS, data=st.data())
def test_any_one_undo_leaves_the_rest(packs, data):
    groups = [lines_of(f"{number}.xlsx#{number}", *pack) for number, pack in enumerate(packs)]
    log = log_of(*groups)
    if not groups:
        return
    gone = data.draw(st.integers(0, len(groups) - 1))
    first = sum(map(len, groups[:gone])) + 1
    takes_back = [undone(seq) for seq in range(first, first + len(groups[gone]))]
    assert fold(log_of(log, *takes_back)) == fold(log_of(*groups[:gone], *groups[gone + 1 :]))


@settings(max_examples=times(40), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(packs=PACKS)
def test_replaying_the_log_from_disk_gives_the_same_state(tmp_path, packs):
    path = tmp_path / "decisions.csv"
    path.unlink(missing_ok=True)
    written = []
    for number, pack in enumerate(packs):
        written += append(path, lines_of(f"{number}.xlsx#{number}", *pack))
    assert fold(read_log(path)) == fold(written)


FILES = st.lists(st.tuples(st.sampled_from([*PEOPLE, ""]), st.booleans(), SAID), max_size=4)


def undated(standing):
    """Return all that stands but for the days on which the log took it in."""
    return replace(
        standing,
        verdicts={one: replace(v, decided_on="") for one, v in standing.verdicts.items()},
        reports={
            item: frozenset(replace(one, given_on="", taken_in_on="") for one in said)
            for item, said in standing.reports.items()
        },
    )


@settings(max_examples=times(60))
@given(files=FILES)
def test_neither_the_order_of_files_nor_the_day_they_are_taken_in_matters(files):
    def taken(order, day):
        for place, number in enumerate(order):
            person, timed, said = files[number]
            moment = f"2025-01-0{number + 1}T09:00:00+00:00" if timed else ""
            yield lines_of(f"{number}.xlsx#{number}", person, day(place), said, moment)

    together = [lambda _: MONDAY, lambda place: f"2025-03-0{place + 3}T10:00:00+00:00"]
    orders = permutations(range(len(files)))
    states = [undated(fold(log_of(*taken(o, day)))) for o in orders for day in together]
    assert all(one == states[0] for one in states)


AGREEING = st.sets(ITEM, min_size=1)


@settings(max_examples=times(40))
@given(
    packs=st.lists(
        st.tuples(st.sampled_from(PEOPLE), AGREEING),
        max_size=3,
        unique_by=lambda pack: pack[0],
    )
)
def test_the_order_of_applies_does_not_matter_where_people_agree(packs):
    def applied(order):
        groups = [
            answer(item, by=person, at=day, labels={AREA: SEMH})
            for (person, items), day in zip(order, DAYS, strict=False)
            for item in items
        ]
        verdicts = fold(log_of(*groups)).verdicts
        return {
            item: (v.action, v.reviewer, v.labels, v.wording, v.disagreement)
            for item, v in verdicts.items()
        }

    results = [applied(order) for order in permutations(packs)]
    assert all(result == results[0] for result in results)
