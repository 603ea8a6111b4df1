"""Classifying as a whole: what is refused, what is settled, and that every label has its evidence."""

import pickle

import pytest
from fingerpost.classifying import classify
from fingerpost.meanings import Meaning
from fingerpost.strategies import Head, HeadKind, Role
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Facet
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.classifying.rulebooks import CUES, HEADINGS, cue, heading, meanings, rulebook, strategy
from tests.support.chance import times

SETTLED = "Communication and interaction > Strategies"


def one(text, path="", book=None, known=None, **more):
    return classify([strategy(text, path, **more)], book or rulebook(), known or meanings())[0]


def reasons(text, path="", **more):
    return one(text, path, **more).reasons


def test_nothing_is_accepted_without_a_heading():
    assert Reason.HEADING_NOT_SETTLED in reasons("Simplify language and use key words.")


def test_nothing_is_accepted_below_a_heading_nobody_has_explained():
    path = "Communication and interaction > Strategies > The green pages"
    assert reasons("Simplify language.", path) == (Reason.HEADING_NOT_SETTLED,)


def test_nothing_is_accepted_where_only_the_kind_is_stated():
    assert Reason.HEADING_NOT_SETTLED in reasons("Use key words.", "Strategies")


def test_nothing_is_accepted_where_only_the_area_is_stated():
    path = "Communication and interaction"
    assert reasons("Use key words.", path) == (Reason.HEADING_NOT_SETTLED,)


def test_nothing_is_accepted_where_nobody_states_a_tier():
    book = rulebook(assumed_tier="")
    assert reasons("Use key words.", SETTLED, book=book) == (Reason.HEADING_NOT_SETTLED,)


def test_the_name_of_a_file_settles_nothing():
    found = one("Use key words.", "Strategies", context=("Communication and interaction",))
    assert found.concepts(Facet.AREA) == ("communication-and-interaction",)
    assert found.reasons == (Reason.HEADING_NOT_SETTLED,)


def test_a_doubt_of_the_layout_is_a_reason():
    assert reasons("Use key words.", SETTLED, doubts=("tracked-change",)) == (
        Reason.TRACKED_CHANGE,
    )


def test_what_a_lead_in_turns_round_never_goes_out_alone():
    path = "Hearing > Strategies"

    assert Reason.NOT_WHOLE in reasons("talking loudly", path, lead_in="Avoid:")
    assert Reason.NOT_WHOLE in reasons("interrupt", path, lead_in="Staff should not:")
    for lead_in in ("Unhelpful strategies include:", "Instead of:", "We used to:"):
        assert Reason.NOT_WHOLE in reasons("raise your voice", path, lead_in=lead_in)
    assert Reason.NOT_WHOLE not in reasons("face the class", path, lead_in="Staff will:")
    assert Reason.NOT_WHOLE not in reasons("plan the day", path, lead_in="Photos are used to:")


def test_specialist_provision_always_waits():
    path = "Communication and interaction > Specialist"
    assert reasons("Use key words.", path) == (Reason.SPECIALIST_TIER,)


def test_a_specialist_measure_below_a_universal_heading_waits():
    path = "Communication and interaction > Universal strategies"
    assert reasons("Offer hydrotherapy.", path) == (Reason.SPECIALIST_TIER,)


def test_a_sign_of_need_below_a_strategy_heading_waits():
    assert reasons("Finds it hard to follow key words.", SETTLED) == (Reason.MAY_BE_INDICATOR,)


@pytest.mark.parametrize(
    "text",
    [
        "Sitting at the back does not work.",
        "Use of red pens (avoid)",
        "Public behaviour charts are often unhelpful.",
        "Raised voices don't help.",
    ],
)
def test_a_practice_that_is_warned_against_waits(text):
    assert Reason.MAY_NOT_BE_STRATEGY in reasons(text, SETTLED)


@pytest.mark.parametrize(
    "text",
    ["Ask the learner what does not help.", "If a timer does not work, use a picture cue."],
)
def test_advice_on_what_does_no_good_is_advice(text):
    assert reasons(text, SETTLED) == ()


def test_text_that_speaks_surely_for_another_area_waits():
    found = reasons(
        "Check the radio aid and the hearing aid.",
        SETTLED,
        book=rulebook(
            cues=(cue("sp-hearing", "radio aid", id="a"), cue("sp-hearing", "hearing aid", id="b"))
        ),
    )
    assert found == (Reason.LABELS_DISAGREE,)


def test_a_need_below_the_heading_of_another_area_waits():
    path = "Cognition and learning > Motor skills > Strategies"
    found = one("Offer a pencil grip.", path)
    assert found.concepts(Facet.AREA)[0] == "cognition-and-learning"
    assert Reason.LABELS_DISAGREE in found.reasons


def test_a_need_below_the_need_of_another_area_waits():
    rules = (*HEADINGS, heading("understanding language", concepts=("ci-receptive",)))
    found = classify(
        [strategy("Use key words.", "Hearing > Understanding language > Strategies")],
        rulebook(headings=rules),
        meanings(rules),
    )[0]
    assert Reason.LABELS_DISAGREE in found.reasons


def test_a_statement_without_an_area_says_so():
    assert Reason.NO_LABEL in reasons("Think of tomorrow.", "Strategies")


def test_reasons_stand_worst_first():
    found = reasons("May struggle; ring 0113 496 0000.", "")
    assert found == (
        Reason.MAY_BE_INDICATOR,
        Reason.PERSONAL_DATA,
        Reason.NO_LABEL,
        Reason.HEADING_NOT_SETTLED,
    )


def test_what_headings_state_wholly_is_accepted():
    found = one("Use key words.", SETTLED)
    assert found.reasons == ()
    assert found.assignments[0].settled


def test_an_answered_heading_settles_what_stands_below():
    answer = Meaning(
        role=Role.STRATEGY,
        concepts=("communication-and-interaction",),
        answered_by="Kim",
        whole=True,
    )
    known = meanings(**{"the green pages": answer})
    found = one("Use key words.", "The green pages", known=known)
    assert found.reasons == ()
    assert found.suggestions[0].evidence.rule == "answered by Kim"


def test_an_answered_title_settles_a_document_without_headings():
    answer = Meaning(role=Role.STRATEGY, concepts=("semh",), answered_by="Kim", whole=True)
    known = meanings(**{"calm classrooms": answer})
    assert one("Use key words.", context=("Calm classrooms",), known=known).reasons == ()


def test_an_answered_heading_below_which_signs_stand_settles_nothing():
    signs = Meaning(role=Role.INDICATOR, answered_by="Kim", whole=True)
    path = "Communication and interaction > The green pages"
    found = one("Use key words.", path, known=meanings(**{"the green pages": signs}))
    assert Reason.HEADING_NOT_SETTLED in found.reasons


def test_a_need_in_a_heading_settles_its_area_whatever_the_file_is_called():
    found = one("Use key words.", "Hearing > Strategies", context=("Sensory and physical",))
    assert found.concepts(Facet.AREA) == ("sensory-and-physical",)
    assert found.reasons == ()


def test_a_whole_school_heading_in_a_document_on_one_area_stays_in_that_area():
    found = one("Ask families.", "Family voice > Strategies", context=("SEMH",))
    assert found.concepts(Facet.AREA) == ("semh",)
    assert found.concepts(Facet.UNIVERSAL) == ("wsu-voice",)
    assert found.reasons == (Reason.HEADING_NOT_SETTLED,)


def test_a_teachers_standard_alone_is_for_all_pupils_but_settles_nothing():
    found = one("Name the feeling.", "Standard 7 > Strategies")
    assert found.concepts(Facet.AREA) == ("universal",)
    assert found.concepts(Facet.STANDARD)[0] == "ts-7"
    assert found.reasons == (Reason.HEADING_NOT_SETTLED,)


def test_words_for_another_tier_than_the_assumed_one_wait():
    assert reasons("Use key words in a small group.", SETTLED) == (Reason.HEADING_NOT_SETTLED,)


def test_an_inferred_heading_is_a_doubt_until_a_person_has_answered_it():
    heads = (Head("Calm corners", HeadKind.HEADING, "body/p[1]", inferred="bold"),)
    item = strategy("Name the feeling.", heads=heads, doubts=("inferred-heading",))
    answer = Meaning(role=Role.STRATEGY, concepts=("semh",), answered_by="Kim", whole=True)
    before = classify([item], rulebook(), meanings())[0]
    after = classify([item], rulebook(), meanings(**{"calm corners": answer}))[0]
    assert Reason.INFERRED_HEADING in before.reasons
    assert after.reasons == ()


def test_the_schools_own_voice_speaks_of_all_pupils():
    found = one("We look at this each term.")
    assert found.concepts(Facet.AREA) == ("universal",)


@pytest.mark.parametrize(
    ("council", "text", "path", "waits"),
    [
        ({"voices": ("imperative",)}, "Visual timetable", SETTLED, True),
        ({"voices": ("imperative",)}, "Use a timetable.", SETTLED, False),
        ({"child_sections": ("strategies",)}, "Use a timetable.", SETTLED, True),
        ({"child_sections": ("strategies",)}, "Show me a timetable.", SETTLED, False),
        ({"child_sections": ("for me",)}, "Show me a timetable.", SETTLED, True),
    ],
)
def test_a_voice_the_council_does_not_publish_there_waits(council, text, path, waits):
    found = one(text, path, book=rulebook(**council))
    assert (Reason.WRONG_VOICE in found.reasons) is waits


def test_a_neutral_heading_changes_nothing():
    assert reasons("Use key words.", f"{SETTLED} > Section") == ()


def test_a_whole_school_heading_settles_the_universal_area():
    found = one("Ask for the views of families.", "Family voice > Strategies")
    assert found.concepts(Facet.AREA) == ("universal",)
    assert found.concepts(Facet.UNIVERSAL) == ("wsu-voice",)
    assert found.reasons == ()


def test_headings_give_tier_phase_and_actor():
    path = "Communication and interaction > Key stage 2 > For leaders > Targeted"
    found = one("Use key words.", path)
    assert (found.tier, found.phases, found.actor) == ("targeted", ("ks2",), "leader")


def test_words_give_fields_where_headings_are_silent():
    found = one("Teachers run a small group in year 6.")
    assert (found.tier, found.phases, found.actor) == ("targeted", ("ks2",), "teacher")


def test_the_nearest_area_wins():
    path = "SEMH > Communication and interaction > Strategies"
    assert one("Use key words.", path).concepts(Facet.AREA) == ("communication-and-interaction",)


def test_longer_words_of_another_concept_shadow_shorter_ones():
    found = one("Teach emotional literacy.")
    assert found.concepts(Facet.NEED) == ("semh-regulation",)
    assert {s.concept for s in found.suggestions} >= {"cl-literacy"}


def test_shadowed_words_count_where_they_also_stand_alone():
    found = one("Teach literacy, spelling and phonics beside emotional literacy.")
    assert "cl-literacy" in found.concepts(Facet.NEED)


def test_a_weak_cue_never_decides_alone():
    assert one("Put up displays.").concepts(Facet.UNIVERSAL) == ()


def test_a_lead_in_is_read_with_its_item():
    found = one("key words", lead_in="Staff simplify language, using:")
    assert found.concepts(Facet.NEED) == ("ci-receptive",)


def test_the_purpose_says_little_about_the_method():
    text = "Show me a radio aid so that I can get better at phonics and spelling."
    found = one(text)
    assert found.concepts(Facet.NEED) == ("sp-hearing",)
    assert found.purpose == "so that I can get better at phonics and spelling."


SENTENCES = (
    "Simplify language and use key words.",
    "Teach emotional literacy in a calm space.",
    "Face the pupil and check the radio aid.",
    "Ask for the views of families.",
    "Pupils may struggle with spelling.",
    "Put up displays with parents and carers.",
    "Nothing here is known.",
)
PATHS = ("", SETTLED, "SEMH > Strategies", "Family voice", "What you may notice", "Hearing > Other")
ITEMS = st.builds(strategy, st.sampled_from(SENTENCES), st.sampled_from(PATHS))


def rule_votes(classified, rule):
    return [s for s in classified.suggestions if s.evidence.rule == rule]


@pytest.mark.parametrize(
    "gone", [c for c in CUES if c.target.value == "concept"], ids=lambda c: c.id
)
def test_deleting_a_rule_removes_exactly_its_votes(gone):
    left = rulebook(cues=tuple(c for c in CUES if c is not gone))
    items = [strategy(text) for text in SENTENCES]
    for before, after in zip(
        classify(items, rulebook(), meanings()), classify(items, left, meanings()), strict=True
    ):
        kept = [s for s in before.suggestions if s.evidence.matcher == "patterns"]
        assert [s for s in kept if s.evidence.rule != gone.id] == [
            s for s in after.suggestions if s.evidence.matcher == "patterns"
        ]


def test_deleting_the_only_rule_of_a_label_removes_the_label():
    left = rulebook(cues=tuple(c for c in CUES if c.value != "sp-hearing"))
    text = "Face the pupil."
    assert one(text).concepts(Facet.NEED) == ("sp-hearing",)
    assert one(text, book=left).concepts(Facet.NEED) == ()


@given(st.lists(ITEMS, max_size=8), st.randoms())
@settings(max_examples=times(40), deadline=None)
def test_the_order_of_strategies_does_not_matter(items, random):
    mixed = list(enumerate(items))
    random.shuffle(mixed)
    found = classify([item for _, item in mixed], rulebook(), meanings())
    ordered = sorted(
        zip((place for place, _ in mixed), found, strict=True), key=lambda pair: pair[0]
    )
    assert tuple(c for _, c in ordered) == classify(items, rulebook(), meanings())


@given(ITEMS)
@settings(max_examples=times(60), deadline=None)
def test_every_label_rests_on_words_that_stand_in_the_item_or_its_headings(item):
    found = classify([item], rulebook(), meanings())[0]
    places = (item.text, item.lead_in, item.heading_path, *item.context)
    for assignment in found.assignments:
        for concept in assignment.concepts:
            votes = [s for s in found.suggestions if s.concept == concept]
            assert votes
            assert all(
                v.evidence.quote and any(v.evidence.quote in p for p in places) for v in votes
            )


@given(st.text(max_size=80), st.text(max_size=40), st.lists(st.text(max_size=20), max_size=2))
@settings(max_examples=times(150), deadline=None)
def test_no_text_whatever_stops_the_work(text, lead_in, context):
    item = strategy(text, lead_in=lead_in, context=tuple(context))
    found = classify([item], rulebook(), meanings())[0]
    assert 0.0 <= found.strategy_probability <= 1.0
    assert found.reasons


def test_what_is_classified_can_travel_between_processes():
    found = classify([strategy(text, SETTLED) for text in SENTENCES], rulebook(), meanings())
    assert pickle.loads(pickle.dumps(found)) == found


def test_importing_the_stage_does_not_load_spacy():
    import subprocess
    import sys

    code = "import sys, fingerpost.classifying; sys.exit('spacy' in sys.modules or 'sklearn' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_tier_settles_nothing_past_a_heading_that_nobody_has_explained():
    known = meanings((*HEADINGS, heading("some", tier="targeted")))
    settled = "Communication and interaction > Some"
    assert one("Use key words.", settled, known=known).reasons == ()
    path = "Communication and interaction > Green pages > Some"
    assert one("Use key words.", path, known=known).reasons == (Reason.HEADING_NOT_SETTLED,)


def test_of_a_row_and_a_column_the_tier_for_fewest_counts():
    heads = (
        Head("Communication and interaction", HeadKind.HEADING, ""),
        Head("Specialist", HeadKind.ROW, ""),
        Head("Targeted", HeadKind.COLUMN, ""),
    )
    found = one("Use key words.", heads=heads)
    assert (found.tier, found.reasons) == ("specialist", (Reason.SPECIALIST_TIER,))
