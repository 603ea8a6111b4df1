"""Eight shapes of provision tables in; each strategy once below its row and column, no word lost, out."""

from fingerpost.documents import count_letters

from tests.support.guards import guards, returns
from tests.support.guidance import guidance
from tests.support.word import bold, bullets, control, docx, lists, p, tbl, tc, tr

TWO = '<w:gridSpan w:val="2"/>'
THREE = '<w:gridSpan w:val="3"/>'
FIRST = '<w:vMerge w:val="restart"/>'
NEXT = "<w:vMerge/>"


def item(text):
    return p(text, num=(1, 0))


def cell(*texts, props=""):
    return tc(*map(item, texts), props=props)


def heads(*names):
    return tr(*(tc(p(bold(name))) for name in names))


def read(area, *rows):
    found = guidance(docx(p(area, outline=0), tbl(*rows), numbering=lists(bullets())))
    letters = sum(count_letters(row.text) for row in found.extraction.ledger)
    assert letters == found.document.letters
    return found.told


@guards("fingerpost.extracting.grids._headers", returns(()))
def test_needs_beside_strategies():
    assert read(
        "Hearing",
        heads("Need", "Strategies"),
        tr("Deafness", cell("Face the class.", "Use a lamp.")),
        tr("Glue ear", "Seat near the front. Check each day."),
    ) == [
        "Hearing > Deafness > Strategies: Face the class.",
        "Hearing > Deafness > Strategies: Use a lamp.",
        "Hearing > Glue ear > Strategies: Seat near the front.",
        "Hearing > Glue ear > Strategies: Check each day.",
    ]


@guards("fingerpost.extracting.plans.is_blank", returns(False))
def test_a_need_merged_over_several_rows():
    assert read(
        "SEMH",
        heads("Need", "Strategies"),
        tr(tc(p("Worry"), props=FIRST), cell("Name the worry.")),
        tr(tc(p(""), props=NEXT), cell("Draw it.")),
        tr("Anger", cell("Offer a den.")),
    ) == [
        "SEMH > Worry > Strategies: Name the worry.",
        "SEMH > Worry > Strategies: Draw it.",
        "SEMH > Anger > Strategies: Offer a den.",
    ]


@guards("fingerpost.extracting.plans._Reader._header", returns(()))
def test_two_rows_of_heads_of_which_the_upper_spans_columns():
    assert read(
        "SEMH",
        tr(tc(p(bold("Need")), props=FIRST), tc(p(bold("What to do")), props=TWO)),
        tr(tc(p(""), props=NEXT), tc(p(bold("Universal"))), tc(p(bold("Targeted")))),
        tr("Anger", cell("Offer a den."), cell("Run a calm group.")),
    ) == [
        "SEMH > Anger > What to do > Universal: Offer a den.",
        "SEMH > Anger > What to do > Targeted: Run a calm group.",
    ]


@guards("fingerpost.extracting.grids._is_numbering", returns(False))
@guards("fingerpost.extracting.grids.is_brief", returns(False))
def test_a_column_of_numbers_before_the_needs():
    assert read(
        "SEMH",
        heads("No.", "Need", "Strategies"),
        tr("1", "Anger", cell("Offer a den.")),
        tr("2", "Worry", cell("Name the worry.")),
    ) == [
        "SEMH > Anger > Strategies: Offer a den.",
        "SEMH > Worry > Strategies: Name the worry.",
    ]


@guards("fingerpost.extracting.plans._Reader._band", returns(()))
def test_bands_with_the_heads_said_once():
    assert read(
        "Cognition and learning",
        tr(tc(p(bold("Reading")), props=THREE)),
        heads("Barrier", "Strategies", "Resources"),
        tr("Decoding", cell("Read in pairs."), cell("Letter cards")),
        tr(tc(p(bold("Maths")), props=THREE)),
        tr("Number sense", cell("Use counters."), cell("Counters")),
    ) == [
        "Cognition and learning > Reading > Decoding > Strategies: Read in pairs.",
        "Cognition and learning > Maths > Number sense > Strategies: Use counters.",
    ]


@guards("fingerpost.extracting.grids._heads_rows", returns(False))
def test_heads_at_the_left_and_none_at_the_top():
    assert read(
        "Hearing",
        tr(tc(p(bold("What you may notice"))), cell("Does not turn when called.")),
        tr(tc(p(bold("Strategies")), props=FIRST), cell("Face the class.")),
        control(tr(tc(p(""), props=NEXT), control(cell("Use a lamp.")))),
    ) == [
        "Hearing > Strategies: Face the class.",
        "Hearing > Strategies: Use a lamp.",
    ]


@guards("fingerpost.extracting.plans._Reader._above", returns(()))
def test_a_cell_over_two_columns_stands_below_both():
    assert read(
        "Hearing",
        heads("Need", "Universal strategies", "Targeted strategies"),
        tr("Deafness", cell("Face the class.", props=TWO)),
        tr("Glue ear", cell("Seat near the front."), cell("Check aids each day.")),
    ) == [
        "Hearing > Deafness > Universal strategies > Targeted strategies: Face the class.",
        "Hearing > Glue ear > Universal strategies: Seat near the front.",
        "Hearing > Glue ear > Targeted strategies: Check aids each day.",
    ]


@guards("fingerpost.extracting.plans._Reader._is_told", returns(False))
def test_a_column_for_each_need():
    assert read(
        "Strategies",
        heads("Hearing", "Vision"),
        tr(cell("Face the class."), cell("Use large print.")),
        tr(cell("Repeat answers."), cell("Use a lamp.")),
    ) == [
        "Strategies > Hearing: Face the class.",
        "Strategies > Vision: Use large print.",
        "Strategies > Hearing: Repeat answers.",
        "Strategies > Vision: Use a lamp.",
    ]
