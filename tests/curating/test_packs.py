"""What the log remembers of packs."""

from fingerpost.curating import fold, pack_lines, packs_of, undo_item
from fingerpost.logbook import chain, parse, render
from fingerpost.packs import PackKind, PackSent
from fingerpost.tables import clean
from hypothesis import given
from hypothesis import strategies as st

AT = "2026-03-02T09:00:00+00:00"
names = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="|"), max_size=20
).map(lambda name: clean(name.strip()))


@given(names, st.sampled_from(PackKind), st.integers(0, 2_000), st.integers(0, 300))
def test_a_pack_comes_out_of_the_log_as_it_went_in(person, kind, rows, minutes):
    pack = PackSent(
        id="k-one",
        person=person,
        kind=kind,
        sent_on=AT,
        rows=tuple(f"s-{n}" for n in range(rows)),
        minutes=minutes,
        file="one.xlsx",
    )
    log = chain((), pack_lines(pack, by="office"))
    assert fold(parse(render(log), "decisions.csv")).packs == (pack,)


def test_a_pack_of_a_hundred_thousand_rows_is_read_back():
    """A cell that held them all would be longer than programs read."""
    pack = PackSent(
        id="k-one",
        person="Ann",
        kind=PackKind.COMMENTS,
        sent_on=AT,
        rows=tuple(f"s-{n:012}" for n in range(100_000)),
    )
    log = chain((), pack_lines(pack, by="office"))
    assert max(len(line.replacement_value) for line in log) < 32_767
    assert packs_of(parse(render(log), "decisions.csv")) == (pack,)


def test_a_pack_is_taken_back_whole():
    pack = PackSent(id="k-one", person="Ann", kind=PackKind.SHARE, sent_on=AT, rows=("s-1",))
    log = chain((), pack_lines(pack, by="office"))
    log = (*log, *chain(log, undo_item(log, "k-one", by="office", at="2026-03-03T09:00:00+00:00")))
    assert fold(log).packs == ()
