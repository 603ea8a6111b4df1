from dataclasses import replace

import pytest
from fingerpost.calibration import Calibration, Promise
from fingerpost.decisions import Action, Answer, Skimmed, Verdict
from fingerpost.directory import Status
from fingerpost.meanings import HeadingRule, Meaning, Meanings
from fingerpost.reviewing import triage
from fingerpost.reviewing.asking.doubts import LATER_DOUBTS, NAMES, reach
from fingerpost.reviewing.asking.hints import reading_age
from fingerpost.reviewing.refs import group_ref
from fingerpost.reviewing.review import PICKED_BY_LOT, Standing
from fingerpost.strategies import HeadKind
from fingerpost.suggestions import Reason
from hypothesis import given
from hypothesis import strategies as st

from tests.support.outcomes import AREA, RULES, outcome, statement, vote, way

NOT_SETTLED = (Reason.HEADING_NOT_SETTLED,)
NEUTRAL = HeadingRule(id="neutral", phrases=("whole setting",), meaning=Meaning())


def questions(review):
    return {question.text: question for question in review.headings}


def waiting(*paths, reasons=NOT_SETTLED, area=()):
    return [
        statement(f"Advice {n}", path, reasons=reasons, area=area) for n, path in enumerate(paths)
    ]


def test_a_heading_nobody_understands_is_asked_about_once_however_often_it_is_used():
    review = triage(outcome(*waiting("Mystery", "1. MYSTERY", "Mystery > Strategies")))
    assert [q.text for q in review.headings if q.standing is Standing.OPEN] == ["Mystery"]
    assert questions(review)["Mystery"].waiting == 3


def test_the_question_that_settles_most_comes_first():
    review = triage(outcome(*waiting("Rare", "Common", "Common", "Common")))
    assert [question.text for question in review.headings] == ["Common", "Rare"]


def test_an_answered_heading_is_not_asked_again_and_shows_its_answer():
    answer = Answer(meaning="semh", reviewer="Ann", decided_on="2026-01-01T00:00:00+00:00")
    review = triage(outcome(*waiting("Mystery"), answers={"mystery": answer}))
    question = questions(review)["Mystery"]
    assert question.standing is Standing.ANSWERED
    assert (question.answer, question.answered_by) == ("Social, emotional and mental health", "Ann")


def test_a_heading_that_is_understood_stands_below_the_open_ones():
    items = [*waiting("Mystery"), statement("Face the pupil", "Hearing > Strategies")]
    review = triage(outcome(*items))
    standings = [question.standing for question in review.headings]
    assert standings == [Standing.OPEN, Standing.UNDERSTOOD, Standing.UNDERSTOOD]
    assert questions(review)["Hearing"].thought == "Hearing"


def test_signs_of_need_are_called_that():
    review = triage(outcome(statement("Looks away", "What you may notice")))
    assert questions(review)["What you may notice"].thought == "Signs of need"


def test_two_examples_and_the_documents_are_shown_with_a_question():
    items = [
        statement(f"Advice {n}", "Mystery", reasons=NOT_SETTLED, source=f"{n}.docx") for n in "abc"
    ]
    question = questions(triage(outcome(*items)))["Mystery"]
    assert question.examples == ("Advice a", "Advice b")
    assert question.found_in == ("a.docx", "b.docx", "c.docx")


def test_the_lever_counts_how_few_questions_settle_what_headings_can_settle():
    items = [
        *waiting("Common", "Common", "Rare"),
        statement("Ring Sam", "Common", reasons=[Reason.PERSONAL_DATA]),
        statement("Face the pupil", "Never heard of"),
    ]
    review = triage(outcome(*items))
    assert (
        str(review.lever)
        == "Answering the first 2 questions can settle 3 of the 4 statements that wait."
    )


def test_a_statement_is_settled_only_when_every_look_alike_above_it_is_answered():
    item = statement("Advice", "~Top > ~Deeper", reasons=[Reason.INFERRED_HEADING])
    review = triage(outcome(item))
    assert review.queue[0].headings == ("Top", "Deeper")
    assert review.queue[0].why == (
        "Answer the headings “Top” and “Deeper” on the Headings sheet and leave this row empty."
    )


def test_a_documents_title_is_asked_about_as_such():
    settling = way(("A fine guide", "universal"), kind=HeadKind.TITLE)
    item = statement(
        "Advice",
        "Strategies",
        reasons=NOT_SETTLED,
        area=(),
        context=("A fine guide",),
        openings=[settling],
    )
    review = triage(outcome(item))
    assert review.queue[0].headings == ("A fine guide",)
    assert questions(review)["A fine guide"].place == "title or name of a document"


def test_a_heading_that_only_divides_the_text_is_not_called_advice():
    items = [statement("Sit", "Whole setting"), statement("Stand", "Strategies")]
    found = questions(triage(replace(outcome(*items), meanings=Meanings((*RULES, NEUTRAL)))))
    assert found["Whole setting"].thought == "It only divides the text."
    assert found["Strategies"].thought == "Advice"


@given(st.sampled_from(sorted(LATER_DOUBTS)))
def test_a_doubt_that_no_answer_takes_away_keeps_a_statement_in_the_queue(doubt):
    item = statement("Advice", "Mystery", reasons=[doubt, *NOT_SETTLED])
    assert item.classified.openings
    row = triage(outcome(item)).queue[0]
    assert (row.headings, row.doubt) == ((), NAMES[doubt])


def test_a_statement_with_another_doubt_does_not_wait_for_its_heading():
    reasons = (Reason.PERSONAL_DATA, Reason.HEADING_NOT_SETTLED)
    review = triage(outcome(*waiting("Mystery", reasons=reasons)))
    assert review.queue[0].headings == ()
    assert review.queue[0].why == (
        "This may hold personal details, which must not be published. Word it without; if nobody "
        "can be identified by it, say so in the Note and choose Keep. "
        "Also: its headings do not settle it."
    )


def test_the_most_harmful_comes_first_and_what_waits_for_a_heading_last():
    items = [
        statement("a", "Mystery", reasons=NOT_SETTLED, area=()),
        statement("b", "One", reasons=[Reason.NEAR_DUPLICATE]),
        statement("c", "Two", reasons=[Reason.MAY_BE_INDICATOR]),
    ]
    assert [row.item.text for row in triage(outcome(*items)).queue] == ["c", "b", "a"]


def test_statements_under_one_heading_stay_together():
    paths = ["One", "Two", "One", "Two"]
    items = waiting(*paths, reasons=[Reason.NO_LABEL])
    rows = triage(outcome(*items)).queue
    assert [row.item.text for row in rows] == ["Advice 0", "Advice 2", "Advice 1", "Advice 3"]
    assert [row.group for row in rows] == [0, 0, 1, 1]


def test_a_disagreement_quotes_the_heading_and_the_words():
    votes = [
        vote(AREA, "semh", "Anxiety", structural=True),
        vote(AREA, "sensory-and-physical", "radio aid"),
    ]
    item = statement("Use a radio aid", reasons=[Reason.LABELS_DISAGREE], suggestions=votes)
    assert triage(outcome(item)).queue[0].why == (
        "The heading says Social, emotional and mental health, "
        "the words “radio aid” say Sensory and physical."
    )


def test_a_near_duplicate_shows_the_other_one():
    first = statement("Face the pupil", one="s-first", source="a.docx")
    twin = statement("Face the child", reasons=[Reason.NEAR_DUPLICATE], similar=("s-first",))
    assert triage(outcome(first, twin)).queue[0].why == (
        "It is almost the same as “Face the pupil” in a.docx; keep one of them."
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "Face the child",
            "It is almost the same as “Face the pupil”, which was added in the directory; "
            "keep one of them.",
        ),
        (
            "Face the pupil",
            "Somebody added it to the directory word for word; keep one of them.",
        ),
    ],
)
def test_a_near_duplicate_of_what_somebody_added_says_that_it_was_added(words, said):
    first = statement("Face the pupil", "", one="s-first", source="")
    twin = statement(words, reasons=[Reason.NEAR_DUPLICATE], similar=("s-first",))
    assert triage(outcome(first, twin)).queue[0].why == said


def test_what_may_be_changed_by_what_stands_round_it_is_to_be_looked_at_in_word():
    item = statement("Avoid surprises", reasons=[Reason.NOT_WHOLE])
    assert triage(outcome(item)).queue[0].why == (
        "Words or signs around it, or hidden in it, may change what it says; look at it in Word."
    )


def test_of_specialist_support_it_is_said_when_to_keep_it():
    item = statement("Follow the therapist's plan", reasons=[Reason.SPECIALIST_TIER])
    assert triage(outcome(item)).queue[0].why == (
        "This is specialist support: more than most schools give every day. Keep it only if your "
        "directory covers such support."
    )


def test_what_stands_twice_word_for_word_is_said_to_do_so():
    first = statement("Face the pupil", one="s-first", source="a.docx")
    twin = statement("Face the pupil", reasons=[Reason.NEAR_DUPLICATE], similar=("s-first",))
    assert triage(outcome(first, twin)).queue[0].why == (
        "It stands word for word in a.docx as well; keep one of them."
    )


def test_every_reason_has_words_and_a_sentence_without_a_code():
    for reason in Reason:
        item = statement("Advice", reasons=[reason, Reason.NO_LABEL])
        row = triage(outcome(item)).queue[0]
        assert row.doubt == NAMES[reason]
        assert reason.value not in row.why
        assert row.why


def test_every_reason_can_be_read_at_the_age_of_twelve():
    rows = [triage(outcome(statement("Sit", reasons=[one]))).queue[0] for one in Reason]
    said = [*(row.why for row in rows), reach(11)]
    assert max(map(reading_age, said)) <= 12  # Flesch-Kincaid by textstat


def test_the_first_of_many_alike_says_how_many_follow():
    texts = ("Use a visual timer.", "Visual timers are used", "We use visual timers.")
    items = [statement(text, reasons=[Reason.NO_LABEL]) for text in texts]
    rows = triage(outcome(*items)).queue
    assert rows[0].why.endswith(" 2 others are almost the same; they stand below.")
    assert [row.cluster for row in rows] == [rows[0].cluster] * 3
    assert not any("others" in row.why for row in rows[1:])


def test_settled_statements_are_skimmed_by_heading_those_seen_before_last():
    items = [statement("a", "One"), statement("b", "Two"), statement("c", "One")]
    seen = Skimmed("Ann", group_ref("One", (items[0], items[2])).digest)
    review = triage(outcome(*items, skimmed={"One": seen}))
    assert [(g.heading_path, len(g.items), g.skimmed_by, g.changed) for g in review.skim] == [
        ("Two", 1, "", False),
        ("One", 2, "Ann", False),
    ]


def test_a_heading_whose_statements_changed_since_they_were_seen_is_skimmed_among_the_first():
    items = [statement("a", "One"), statement("b", "Two"), statement("c", "One")]
    seen = Skimmed("Ann", group_ref("One", items[:1]).digest)
    review = triage(outcome(*items, skimmed={"One": seen}))
    assert [(g.heading_path, g.skimmed_by, g.changed) for g in review.skim] == [
        ("One", "Ann", True),
        ("Two", "", False),
    ]


def test_minutes_by_reason_add_up_to_the_whole():
    items = [
        *waiting("Mystery", "Mystery"),
        *(statement(f"x {n}", reasons=[Reason.NO_LABEL]) for n in range(5)),
        *(statement(f"y {n}", reasons=[Reason.TRACKED_CHANGE]) for n in range(4)),
    ]
    review = triage(outcome(*items))
    assert review.minutes == 5  # 20 s for one question, 25 s for each of nine statements
    assert sum(doubt.minutes for doubt in review.reasons) == review.minutes
    assert sum(doubt.count for doubt in review.reasons) == 11


@given(st.permutations(range(8)))
def test_what_is_asked_does_not_depend_on_the_order_of_the_items(order):
    items = [
        statement(
            f"Advice {n}",
            f"Heading {n % 3}",
            reasons=[list(Reason)[n * 2]],
            source=f"{n % 2}.docx",
        )
        for n in range(8)
    ]
    shuffled = triage(outcome(*(items[n] for n in order)))
    assert {q.key: (q.waiting, q.standing) for q in shuffled.headings} == {
        q.key: (q.waiting, q.standing) for q in triage(outcome(*items)).headings
    }
    assert {str(row.ref) for row in shuffled.queue} == {
        str(row.ref) for row in triage(outcome(*items)).queue
    }


def test_nothing_waits_where_everything_is_settled():
    review = triage(outcome(statement("Face the pupil")))
    assert review.queue == ()
    assert (review.open_questions, review.minutes) == (0, 0)
    assert statement("x").status is Status.ACCEPTED


def test_a_statement_pulled_out_is_told_as_pulled_out():
    def said(action, note):
        return Verdict(
            action=action,
            reviewer="Ann",
            decided_on="2026-01-01T00:00:00+00:00",
            text_seen="",
            digest="",
            note=note,
        )

    pulled = statement(
        "Sit", reasons=[Reason.NOT_SURE], verdict=said(Action.PULLED_OUT, "Too old.")
    )
    unsure = statement("Stand", reasons=[Reason.NOT_SURE], verdict=said(Action.NOT_SURE, "Ask Jo."))
    rows = triage(outcome(pulled, unsure)).queue
    assert [row.why for row in rows] == [
        "Ann pulled it out: “Too old.”",
        "Ann was not sure about it: “Ask Jo.”",
    ]


def test_what_is_picked_by_lot_is_asked_in_the_order_of_the_lots_and_says_why():
    harmful = statement("Ring Sam", reasons=[Reason.PERSONAL_DATA])
    first, second, other = (
        statement(f"Advice {n}", reasons=[Reason.LOW_CONFIDENCE]) for n in range(3)
    )
    promise = Promise(risk=0.05, assurance=0.9, needed=2, asked=(second.id, first.id))
    made = outcome(harmful, first, second, other, calibration=Calibration(promise=promise))
    rows = triage(made).queue
    assert [row.item.id for row in rows] == [harmful.id, second.id, first.id, other.id]
    assert rows[1].doubt == PICKED_BY_LOT
    assert rows[1].why.startswith(
        "Picked by lot: your answers to these let the program accept others like them."
    )
    assert "Picked by lot" not in rows[3].why


def test_what_waits_for_a_heading_is_not_asked_about_by_lot():
    (item,) = waiting("Mystery")
    promise = Promise(risk=0.05, assurance=0.9, needed=1, asked=(item.id,))
    (row,) = triage(outcome(item, calibration=Calibration(promise=promise))).queue
    assert row.headings == ("Mystery",)
    assert "Picked by lot" not in row.why
