"""One bad day kills no link; three bad checks over a week do, and somebody is named for it."""

from datetime import date, timedelta

from fingerpost.linking import (
    Outcome,
    Reply,
    State,
    due,
    is_offline,
    links_of,
    memory_text,
    read_memory,
    remember,
)
from hypothesis import given
from hypothesis import strategies as st

from tests.linking.directories import release, resource, statement

FIRST = date(2026, 9, 1)
URL = "https://example.org/a"


def reply(outcome: Outcome, url: str = URL, **fields) -> Reply:
    return Reply(url=url, outcome=outcome, words="told", **fields)


OTHER = reply(Outcome.GOOD, "https://example.org/b")
"""That another host answers says that the network is there."""


def after(*days: tuple[int, Outcome]):
    memory = {}
    for day, outcome in days:
        memory = remember(memory, [reply(outcome), OTHER], FIRST + timedelta(days=day))
    return memory


def state(memory) -> State:
    return links_of(release(resource("a", URL)), memory)[0].state


def test_a_link_is_dead_only_after_three_failed_checks_over_a_week():
    failed = Outcome.FAILED
    assert state(after((0, failed))) is State.FAILING
    assert state(after((0, failed), (1, failed), (2, failed), (6, failed))) is State.FAILING
    assert state(after((0, failed), (7, failed))) is State.FAILING
    assert state(after((0, failed), (3, failed), (7, failed))) is State.DEAD


def test_a_link_that_answers_again_begins_anew():
    failed, good = Outcome.FAILED, Outcome.GOOD
    memory = after((0, failed), (3, failed), (6, good), (7, failed), (9, failed))
    assert state(memory) is State.FAILING
    assert (memory[URL].last_good, memory[URL].failing_since) == ("2026-09-07", "2026-09-08")


def test_checks_on_one_day_count_as_one():
    failed = Outcome.FAILED
    assert state(after((0, failed), (7, failed), (7, failed), (7, failed))) is State.FAILING
    assert state(after((0, Outcome.GOOD), (0, failed))) is State.FAILING


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from([Outcome.GOOD, Outcome.FAILED])), max_size=12
    )
)
def test_no_link_dies_within_a_week_of_its_last_answer(checks):
    ordered = sorted(dict(checks).items())
    good = [day for day, outcome in ordered if outcome is Outcome.GOOD]
    failed = [day for day, outcome in ordered if outcome is Outcome.FAILED]
    since = [day for day in failed if not good or day > good[-1]]
    dead = len(since) >= 3 and since[-1] - since[0] >= 7
    if ordered:
        assert (state(after(*ordered)) is State.DEAD) == dead


def test_a_host_that_refuses_programs_makes_a_link_neither_dead_nor_good():
    unsure, failed = Outcome.UNSURE, Outcome.FAILED
    assert state(after((0, unsure))) is State.UNSURE
    assert after((0, Outcome.GOOD), (5, unsure))[URL].last_good == "2026-09-01"
    assert state(after((0, failed), (3, unsure), (9, unsure))) is State.FAILING


def test_how_a_link_is_has_words_of_its_own():
    assert len({one.words for one in State}) == len(State)


def test_without_a_network_nothing_is_learned():
    silent = [reply(Outcome.UNREACHED), reply(Outcome.UNREACHED, OTHER.url)]
    before = after((0, Outcome.GOOD))
    assert is_offline(silent)
    assert remember(before, silent, FIRST + timedelta(days=3)) == before
    assert not is_offline([*silent, reply(Outcome.FAILED)])
    assert not is_offline([])


def test_an_address_is_asked_for_at_most_once_a_day():
    memory = after((0, Outcome.GOOD))
    assert due([URL, URL, "https://example.org/c"], memory, FIRST) == ("https://example.org/c",)
    assert due([URL], memory, FIRST + timedelta(days=1)) == (URL,)


def test_what_is_kept_is_read_back_as_it_was_and_rubbish_counts_as_nothing():
    memory = after((0, Outcome.FAILED), (3, Outcome.UNSURE))
    assert read_memory(memory_text(memory)) == memory
    for rubbish in ("", "[]", "{}", '{"addresses": {"https://example.org": {}}}', "\x00"):
        assert read_memory(rubbish) == {}


def test_the_worst_link_comes_first_with_who_looks_after_it_and_what_uses_it():
    found = release(
        resource("good", owner="Ann Example"),
        resource("dead"),
        resource("moved"),
        resource("mail", "mailto:someone@example.org"),
        statement("1", "dead", owner="Bo Example"),
        statement("2", "dead", "good", owner="Bo Example"),
    )
    memory = {}
    for day in (0, 4, 8):
        replies = [
            reply(Outcome.FAILED, "https://example.org/dead"),
            reply(Outcome.GOOD, "https://example.org/good"),
            reply(Outcome.GOOD, "https://example.org/moved", moved_to="https://example.org/new"),
        ]
        memory = remember(memory, replies, FIRST + timedelta(days=day))

    dead, moved, good = links_of(found, memory)

    assert (dead.state, dead.owners) == (State.DEAD, ("Bo Example",))
    assert [one.id for one in dead.statements] == ["s-1", "s-2"]
    assert dead.told == "Told; 3 checks failed since 2026-09-01."
    assert (moved.to_do, moved.owners) == (
        "Put the new address: https://example.org/new",
        ("nobody yet",),
    )
    assert (good.state, good.owners) == (State.GOOD, ("Ann Example",))
