import string

import pytest
from fingerpost.cells import LONGEST, clean, decode, encode, utf16_length
from fingerpost.neutral import seen
from fingerpost.reviewing.columns import Choice
from fingerpost.reviewing.labels import tidy
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import CORE_FACETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.chance import times
from tests.support.outcomes import AREA, NEED, TAXONOMY, outcome, statement
from tests.support.workbooks import columns, decided, opened, read, saved, sent

ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from("=+-@'\t\"“”’_x;|\u00ad\u200b\u00a0é😀\x07\n\r<>&"),
        st.sampled_from(string.ascii_letters + " 0123"),
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: bool(tidy(clean(text))))
LABELS = {facet: [c.label for c in TAXONOMY.of(facet)] for facet in CORE_FACETS}
FEW = settings(
    max_examples=times(25), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # each example writes and reads a workbook


def waiting(texts):
    return outcome(
        *(
            statement(text, f"Heading {n % 3}", reasons=[list(Reason)[n % 19]], one=f"s-{n:012}")
            for n, text in enumerate(texts)
        )
    )


@FEW
@given(st.lists(ODD, min_size=1, max_size=6))
def test_a_workbook_that_comes_back_unedited_changes_nothing(texts):
    made = waiting(texts)
    found = decided(sent(made), made)
    assert (found.lines, found.set_aside) == ((), ())


@FEW
@given(st.lists(ODD, min_size=1, max_size=6))
def test_keeping_every_row_unedited_changes_no_word_and_no_label(texts):
    made = waiting(texts)
    book = opened(sent(made))
    sheet = book["Queue"]
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, 1).value = "Keep"
    answers = read(saved(book), made).answers
    assert len(answers) == len(texts)
    assert all(a.wording is None and not a.edited for a in answers)


edits = st.fixed_dictionaries(
    {
        "decision": st.sampled_from(list(Choice)),
        "wording": st.one_of(st.none(), ODD.filter(lambda text: not text.startswith(("=", "\t")))),
        "area": st.one_of(st.none(), st.sampled_from(LABELS[AREA])),
        "also need": st.one_of(st.none(), st.sampled_from(LABELS[NEED])),
        "note": st.one_of(st.none(), st.text(string.ascii_letters + " ", max_size=10)),
    }
)


@FEW
@given(st.lists(st.tuples(st.integers(0, 5), edits), max_size=6, unique_by=lambda pair: pair[0]))
def test_random_edits_come_back_exactly(typed):
    made = waiting([f"Advice {n}" for n in range(6)])
    book = opened(sent(made))
    sheet = book["Queue"]
    places = {name.casefold(): n for name, n in columns(sheet).items()}
    expected = {}
    for row, cells in typed:
        for name, value in cells.items():
            if value is not None:
                sheet.cell(row + 2, places[name]).value = clean(value)
        expected[sheet.cell(row + 2, places["ref"]).value] = (cells, made)
    found = read(saved(book), made)
    for answer in found.answers:
        cells, _ = expected.pop(str(answer.ref))
        assert answer.choice is cells["decision"]
        if answer.choice in (Choice.KEEP, Choice.CHANGE):
            assert_as_typed(answer, cells, made.items)
    assert len(expected) == len(found.set_aside)  # Change with nothing changed


def assert_as_typed(answer, cells, items):
    item = next(item for item in items if item.id == answer.ref.id)
    words = cells["wording"]
    if words is None or tidy(seen(clean(words))) == tidy(item.text):  # the items are one line each
        assert answer.wording is None
    else:
        lines = [seen(line) for line in clean(words).split("\n")]
        worded = [ln.removeprefix("- ") for ln in lines if any(map(str.isalnum, ln))]
        one_line = seen(clean(words))
        assert answer.wording == ("\n".join(worded) if len(worded) > 1 else one_line)
    area = TAXONOMY.named(AREA, cells["area"]).id if cells["area"] else "sensory-and-physical"
    assert answer.edited.get(AREA, answer.shown.get(AREA)) == (area,)
    need = (TAXONOMY.named(NEED, cells["also need"]).id,) if cells["also need"] else ()
    assert answer.edited.get(NEED, answer.shown.get(NEED)) == need


@given(st.text(max_size=200))
def test_text_that_excel_would_decode_comes_back_as_it_was(text):
    assert decode(encode(clean(text))) == clean(text)


@given(st.text(min_size=1, max_size=5), st.integers(6_000, 40_000))
def test_no_cell_is_longer_than_excel_allows(piece, times):
    assert utf16_length(clean(piece * times)) <= LONGEST


@pytest.mark.parametrize("text", ["_x0041_", "a_x000D_b", "__x005F_", "_x12_"])
def test_what_looks_coded_stays_as_typed(text):
    made = outcome(statement(text, reasons=[Reason.NO_LABEL]))
    assert decided(sent(made), made).lines == ()
    assert decode(opened(sent(made))["Queue"]["B2"].value) == text
