"""The layouts that are tables, numbered as councils' papers were sorted; each as bytes of Word."""

import re

from tests.support.guards import guards, holds, returns
from tests.support.guidance import guidance
from tests.support.word import bold, bullets, control, docx, lists, p, r, tbl, tc, tr

BULLETS = lists(bullets())
WIDE = '<w:gridSpan w:val="2"/>'
FIRST = '<w:vMerge w:val="restart"/>'
NEXT = "<w:vMerge/>"
TICK = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'


def heading(text, level=1):
    return p(text, outline=level - 1)


def item(text):
    return p(text, num=(1, 0))


def heads(*names):
    return tr(*(tc(p(bold(name))) for name in names))


def page(*blocks, **answers):
    return guidance(docx(*blocks, numbering=BULLETS), **answers)


@guards("fingerpost.extracting.plans._Reader._row_head", returns(None))
@guards("fingerpost.extracting.plans._Reader._row_role", returns("strategy"))
@guards("fingerpost.extracting.grids._heads_rows", returns(False))
def test_layout_1_the_barrier_is_the_context_of_every_bullet_in_its_row():
    header = heads("Identified barrier and/or need", "Provision and/or strategies")
    found = page(
        heading("Cognition and learning"),
        tbl(
            header,
            control(
                tr(
                    tc(p("Working memory"), props=FIRST),
                    tc(item("Give one step at a time."), item("Let learners jot down words.")),
                )
            ),
            tr(tc(p(""), props=NEXT), tc(item("Use a checklist for each task."))),
            header,
            tr(tc(p("Reading fluency")), control(tc(item("Read in pairs three times a week.")))),
        ),
    )
    memory = "Cognition and learning > Working memory > Provision and/or strategies"
    assert found.told == [
        f"{memory}: Give one step at a time.",
        f"{memory}: Let learners jot down words.",
        f"{memory}: Use a checklist for each task.",
        "Cognition and learning > Reading fluency > Provision and/or strategies:"
        " Read in pairs three times a week.",
    ]
    assert found.roles["Working memory"] == "heading"
    assert found.reasons("Use a checklist") == []


@guards("fingerpost.extracting.plans._Reader._is_statement", returns(False))
def test_layout_2_an_expectation_is_a_statement_and_the_head_of_its_strategies():
    found = page(
        heading("What we expect"),
        tbl(
            heads("Expectations of all settings", "Strategies"),
            tr(
                "Settings should make sure that learners know what happens next.",
                tc(item("Show a visual timetable.")),
            ),
        ),
    )
    expected = "Settings should make sure that learners know what happens next."
    assert found.told == [
        f"What we expect > Expectations of all settings: {expected}",
        f"What we expect > {expected} > Strategies: Show a visual timetable.",
    ]


@guards("fingerpost.extracting.grids._is_band", returns(False))
@guards("fingerpost.extracting.grids.texts_of", lambda _: lambda row: (str(id(row)),))
def test_layout_3_a_header_that_stands_again_below_each_band_is_no_statement():
    header = tr("Provision", "Who")
    found = page(
        heading("Universal expectations"),
        tbl(
            tr(tc(p(bold("Assessment")), props=WIDE)),
            header,
            tr(tc(item("Use a short quiz.")), "Teachers"),
            tr(tc(p(bold("Transition")), props=WIDE)),
            header,
            tr(tc(item("Visit the new room twice.")), "Tutors"),
        ),
    )
    assert [path for path in found.told if "quiz" in path or "room" in path] == [
        "Universal expectations > Assessment > Provision: Use a short quiz.",
        "Universal expectations > Transition > Provision: Visit the new room twice.",
    ]
    assert [str(row.role) for row in found.rows("Provision")] == ["heading", "heading"]
    assert "Provision" not in found.texts


@guards("fingerpost.extracting.plans._Reader._header", returns(()))
@guards("fingerpost.classifying.structure._tier", returns(None))
def test_layout_4_each_tier_of_columns_marks_what_stands_in_it():
    found = page(
        heading("Speech, language and communication"),
        tbl(
            tr("SKILL", "WHAT TO DO", "ASKING FOR HELP", "WHEN MORE HELP IS NEEDED"),
            tr(
                "Listening",
                tc(item("Say the name first.")),
                tc(item("Run a small listening group.")),
                tc(item("Follow the plan of the therapist.")),
            ),
        ),
    )
    tiers = {c.strategy.text: c.tier for c in found.classified}
    assert tiers == {
        "Say the name first.": "universal",
        "Run a small listening group.": "targeted",
        "Follow the plan of the therapist.": "specialist",
    }
    assert found.reasons("Say the name") == []
    assert found.reasons("plan of the therapist") == ["specialist-tier"]


@guards("fingerpost.extracting.tables.role_of_words", returns(None))
@guards("fingerpost.extracting.prose.role_of_words", returns(None))
def test_layout_5_a_cross_reference_is_a_note_wherever_it_stands_in_a_table():
    found = page(
        heading("Speech, language and communication"),
        tbl(
            tr("SKILL", "WHAT TO DO"),
            tr(
                tc(p("Listening"), p("Please also see the section on attention.")),
                tc(item("Say the name first."), p("Please see also page 12.")),
            ),
        ),
    )
    assert found.texts == ["Say the name first."]
    assert found.roles["Please also see the section on attention."] == "note"
    assert found.roles["Please see also page 12."] == "note"
    assert found.strategy("Say").heading_path.endswith("Listening > WHAT TO DO")


@guards("fingerpost.extracting.scope.Scope.labelled", lambda _: lambda scope, _step: scope)
def test_layout_6_a_label_in_a_cell_holds_until_the_next_label():
    found = page(
        heading("SEMH"),
        tbl(
            tr("SKILL", "WHAT TO DO"),
            tr(
                "Making friends",
                tc(
                    p("Classroom:"),
                    item("Use a buddy system."),
                    item("Praise kind words."),
                    p("Whole school:"),
                    item("Run a playtime club."),
                    p(bold("Lunchtime:"), " Seat friends together."),
                ),
            ),
            tr("Calming down", tc(item("Offer a quiet corner."))),
        ),
    )
    friends = "SEMH > Making friends > WHAT TO DO"
    assert found.told == [
        f"{friends} > Classroom: Use a buddy system.",
        f"{friends} > Classroom: Praise kind words.",
        f"{friends} > Whole school: Run a playtime club.",
        f"{friends} > Lunchtime: Seat friends together.",
        "SEMH > Calming down > WHAT TO DO: Offer a quiet corner.",
    ]


@guards("fingerpost.extracting.sentences._END", holds(re.compile("never")))
def test_layout_7_the_sentences_of_a_cell_without_bullets_are_statements_of_one_group():
    found = page(
        heading("SEMH"),
        tbl(
            tr("SKILL", "WHAT TO DO"),
            tr("Making friends", "Use a buddy system. Play board games, e.g. snap. Praise effort."),
        ),
    )
    assert found.texts == [
        "Use a buddy system.",
        "Play board games, e.g. snap.",
        "Praise effort.",
    ]
    assert len({strategy.locator for strategy in found.extraction.strategies}) == 1
    assert [strategy.part for strategy in found.extraction.strategies] == [1, 2, 3]


@guards("fingerpost.extracting.plans.survey", lambda old: lambda rows, m: old(rows[:0], m))
def test_layout_12_reasons_beside_actions_are_rationale():
    found = page(
        heading("Cognition and learning"),
        tbl(
            heads("Why? Evidence base", "How?"),
            tr(tc(item("Routines free up memory.")), tc(item("Teach one routine at a time."))),
        ),
        heading("Why this matters", 2),
        p("Research shows that routines save time."),
    )
    assert found.texts == ["Teach one routine at a time."]
    assert found.roles["Routines free up memory."] == "rationale"
    assert found.roles["Research shows that routines save time."] == "rationale"


@guards("fingerpost.extracting.passages.broken_lines", returns(()))
def test_layout_15_paragraphs_and_lines_of_a_cell_are_never_glued():
    found = page(
        heading("Cognition and learning"),
        tbl(
            heads("SKILL", "WHAT TO DO"),
            tr("Number", tc(p("Use counters"), p("Count in twos"))),
            tr("Money", tc(p("• Play shop"), p("• Sort coins\n• Count change"))),
        ),
    )
    assert page(p("Nadia Bell • Tom Frost • Ann Reed")).texts == []
    assert found.texts == [
        "Use counters", "Count in twos", "Play shop", "Sort coins", "Count change",
    ]  # fmt: skip
    assert found.strategy("Count change").heading_path.endswith("Money > WHAT TO DO")


@guards("fingerpost.reading.body.read_table", returns([]))
def test_layout_16_a_table_in_a_cell_or_between_items_is_read_once():
    inner = tbl(tr(tc(item("Offer headphones.")), tc(item("Dim the lights."))))
    found = page(
        heading("Sensory and physical"),
        tbl(
            heads("SKILL", "WHAT TO DO"),
            tr("Noise", tc(item("Warn before bells."), inner, p(""))),
        ),
        heading("Strategies", 2),
        item("Make a kit of calm things."),
        tbl(tr(tc(item("Keep it by the door.")))),
    )
    assert found.texts == [
        "Warn before bells.",
        "Offer headphones.",
        "Dim the lights.",
        "Make a kit of calm things.",
        "Keep it by the door.",
    ]
    places = [strategy.locator for strategy in found.extraction.strategies]
    assert places[1] == "body/tbl[1]/tr[2]/tc[2]/tbl[1]/tr[1]/tc[1]/p[1]"
    assert len(set(places)) == len(places)


@guards("fingerpost.extracting.plans._Reader._header", returns(()))
@guards("fingerpost.extracting.plans._Reader._doubts", returns(()))
def test_layout_17_a_wide_matrix_keeps_its_columns_apart():
    names = ("Descriptor", "Assessment", "Teaching strategies", "Interventions", "Resources")
    found = page(
        heading("Sensory and physical"),
        tbl(
            tr(*names),
            tr(
                "Holds books close to the face.",
                tc(item("Check with the school nurse.")),
                "Use large print.",
                "Teach touch typing in a small group.",
                "Magnifier",
            ),
        ),
    )
    assert found.roles["Holds books close to the face."] == "indicator"
    assert found.roles["Magnifier"] == "resource"
    assert found.told == [
        "Sensory and physical > Assessment: Check with the school nurse. !may-be-indicator",
        "Sensory and physical > Teaching strategies: Use large print.",
        "Sensory and physical > Interventions: Teach touch typing in a small group.",
    ]


@guards("fingerpost.extracting.grids._names_ratings", returns(False))
@guards("fingerpost.extracting.passages.is_rating", returns(False))
def test_layout_20_boxes_to_tick_and_ratings_are_no_statements():
    empty, ticked = (control(r(g), props=TICK.format(n)) for n, g in enumerate("☐☒"))
    found = page(
        heading("Universal expectations"),
        tbl(
            tr("Expectations of all settings", "Met", "Partially met", "Not met", "RAG"),
            tr(
                "Settings should review plans each term.",
                tc(p(empty)),
                tc(p(ticked)),
                tc(p(empty)),
                "Red / Amber / Green",
            ),
        ),
        heading("Strategies", 2),
        p("☐ Keep displays calm."),
        p("☒ Put pictures on signs."),
        tbl(
            tr("Strategies", "Date met"),
            tr(
                tc(item("Keep the corridors quiet.")),
                tc(p(control(r("Choose an item."), props="<w:showingPlcHdr/>"))),
            ),
        ),
    )
    assert found.texts == [
        "Settings should review plans each term.",
        "Keep displays calm.",
        "Put pictures on signs.",
        "Keep the corridors quiet.",
    ]
    assert found.roles["Red / Amber / Green"] == "empty-of-meaning"
    assert found.roles["Choose an item."] == "boilerplate"


@guards("fingerpost.extracting.flow.join_tables", lambda _: lambda blocks, _meanings: blocks)
@guards("fingerpost.extracting.continued.record_role", returns("contact"))
def test_a_table_that_was_split_in_two_keeps_its_heads_and_others_do_not_lend_theirs():
    first = tbl(
        heads("What you may notice", "Strategies"),
        tr(tc(item("Cries at noise.")), tc(item("Warn before bells."))),
    )
    second = tbl(tr(tc(item("Hides.")), tc(item("Offer a den."))))
    found = page(
        heading("SEMH"),
        first,
        second,
        p("A paragraph between."),
        tbl(tr(tc(item("Clap twice.")), tc(item("Ring a bell.")))),
    )
    assert found.roles["Hides."] == "indicator"
    assert found.told == [
        "SEMH > Strategies: Warn before bells.",
        "SEMH > Strategies: Offer a den.",
        "SEMH: Clap twice. !may-not-be-strategy",
        "SEMH: Ring a bell. !may-not-be-strategy",
    ]


@guards("fingerpost.extracting.lines._unglued", lambda _: lambda line, **_listed: [line])
@guards("fingerpost.extracting.passages.are_counted", returns(False))
def test_layout_15_items_glued_in_one_line_by_their_marks_or_numbers_are_told_apart():
    found = page(
        heading("Cognition and learning"),
        tbl(
            heads("SKILL", "WHAT TO DO"),
            tr("Number", "• Use counters • Count in twos • Play shop"),
            tr("Money", "1. Sort coins 2. Count change\n3. Write prices"),
            tr("Time", "Use the clock in year 2. Ask for the hour."),
        ),
    )
    assert found.texts == [
        "Use counters", "Count in twos", "Play shop", "Sort coins", "Count change",
        "Write prices", "Use the clock in year 2.", "Ask for the hour.",
    ]  # fmt: skip
