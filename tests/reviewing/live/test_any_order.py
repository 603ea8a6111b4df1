"""What stands of a directory in use is the same whichever of two people's workbooks came in first."""

from dataclasses import replace

import pytest
from fingerpost.curating import arrange, fold, settle, undo_file
from fingerpost.errors import ReturnRefused
from fingerpost.logbook import chain
from fingerpost.reviewing import Memory, decide, index, open_return, understand
from fingerpost.reviewing.columns import Sheet
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.reviewing.live.directories import BOOKS, GAMES, sent, some
from tests.support.outcomes import TAXONOMY

pytestmark = pytest.mark.slow

MADE = some()
ASKED = open_return("directory.xlsx", sent(MADE))
CLASSIFIED = tuple(item.classified for item in MADE.items)
TITLES = st.sampled_from(["Hearing aids", "", GAMES, BOOKS])
STATEMENT = st.fixed_dictionaries(
    {},
    optional={
        "What to do": st.sampled_from(["", "Change", "Retire"]),
        "Wording": st.sampled_from(["Other words", "Words", "One part\nAnother part"]),
        "Need": st.sampled_from(["Hearing", "Memory and organisation"]),
        "Owner": st.sampled_from(["Ada", "Ben", ""]),
        "Next review": st.sampled_from(["2028-01-05", "1/2/2029"]),
        "Resource 1": TITLES,
        "Resource 2": TITLES,
    },
)
RESOURCE = st.fixed_dictionaries(
    {},
    optional={
        "Title": st.sampled_from(["Hearing aids", "Games"]),
        "Owner": st.sampled_from(["Ada", "Ben"]),
        "Address": st.sampled_from([BOOKS, GAMES, "https://new.example.org"]),
    },
)
ADDED = st.fixed_dictionaries(
    {
        "Statement": st.sampled_from(["Agree a signal", "Share the plan"]),
        "Area": st.sampled_from(["Sensory and physical", "Cognition and learning"]),
    },
    optional={"Owner": st.sampled_from(["Ada", "Ben"]), "Resource": TITLES},
)
TYPED = st.tuples(
    st.dictionaries(st.integers(0, 3), STATEMENT, max_size=3),
    st.dictionaries(st.integers(0, 1), RESOURCE, max_size=2),
    st.lists(ADDED, max_size=1),
)
PEOPLE = st.tuples(st.sampled_from(["Ada", "Ben", ""]), st.sampled_from(["", "1", "2", "3"]))
FILES = st.lists(st.tuples(TYPED, PEOPLE), min_size=2, max_size=3)


def returned(number, drawn):
    """Return one drawn file as it is read: what was sent, with this typed into it."""
    (statements, resources, added), (person, day) = drawn
    rows = list(ASKED.form.rows)
    for sheet, typed in ((Sheet.STATEMENTS, statements), (Sheet.RESOURCES, resources)):
        places = [n for n, row in enumerate(rows) if row.sheet is sheet]
        for place, cells in typed.items():
            row = rows[places[place]]
            rows[places[place]] = replace(row, cells={**row.cells, **cells})
    rows += [addition(cells) for cells in added]
    saved_on = f"2026-03-0{day}T09:00:00+00:00" if day else ""
    form = replace(ASKED.form, rows=tuple(rows), name=person, saved_on=saved_on)
    return replace(ASKED, file=f"{number}.xlsx", pack=f"{number}.xlsx#{number:08d}", form=form)


def addition(cells):
    row = ASKED.form.rows[0]
    names = (*row.cells, "Statement", "What introduces it", "Resource")
    empty = dict.fromkeys(names, "")
    return replace(row, sheet=Sheet.ADD, place="Add, row 2", ref="", cells={**empty, **cells})


def world(log):
    standing = fold(log, TAXONOMY)
    items, replaced = arrange(settle(CLASSIFIED, standing))
    return replace(MADE, items=items, replaced=replaced, standing=standing)


def applied(log, files, day):
    made, memory, lines = world(log), Memory.of(log), []
    known = index(made)
    for file in files:
        try:
            found = understand(file, known, TAXONOMY)
        except ReturnRefused:  # two rows with one address, say; a refused file changes nothing
            continue
        at = f"2026-04-{day:02d}T09:00:00+00:00"
        lines += decide(found, made, known, at, memory).lines
    return (*log, *chain(log, lines))


def stands(log):
    """Return all that stands, but for the dates on which it was taken in."""
    standing = fold(log, TAXONOMY)
    made = world(log)
    verdicts = {item: replace(one, decided_on="") for item, one in standing.verdicts.items()}
    added = {item: (one.text, one.lead_in) for item, one in standing.added.items()}
    links = {item: set(urls) for item, urls in standing.attached.items()}
    return (
        verdicts,
        added,
        standing.resources,
        links,
        {item: set(urls) for item, urls in standing.detached.items()},
        standing.upkeep,
        [(item.id, item.text, item.status, item.reasons) for item in made.items],
    )


@given(FILES, st.randoms(use_true_random=False))
def test_workbooks_come_back_in_any_order_at_once_or_one_by_one(drawn, lot):
    files = [returned(number, one) for number, one in enumerate(drawn)]
    shuffled = list(files)
    lot.shuffle(shuffled)
    one_by_one = ()
    for day, file in enumerate(shuffled, 2):
        one_by_one = applied(one_by_one, [file], day)
    assert stands(one_by_one) == stands(applied((), files, 2))


@given(FILES, st.data())
def test_a_workbook_taken_back_leaves_what_the_others_say(drawn, data):
    files = [returned(number, one) for number, one in enumerate(drawn)]
    gone = data.draw(st.sampled_from(files))
    log = applied((), files, 2)
    assume(any(line.pack == gone.pack for line in log))
    back = undo_file(log, gone.pack, by="Cy", at="2026-05-01T09:00:00+00:00")
    left = [file for file in files if file is not gone]
    assert stands((*log, *chain(log, back))) == stands(applied((), left, 2))


@given(FILES)
def test_workbooks_taken_in_twice_count_once(drawn):
    files = [returned(number, one) for number, one in enumerate(drawn)]
    log = applied((), files, 2)
    assert applied(log, files, 3) == log
