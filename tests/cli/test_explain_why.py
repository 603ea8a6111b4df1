"""Why an item has its labels: every vote with its words, and where headings and words disagree."""

from dataclasses import replace
from pathlib import Path

from fingerpost.calibration import Calibration, Promise
from fingerpost.cli.explain import _data, _full, _short, _trust
from fingerpost.directory import Status
from fingerpost.suggestions import Assignment, Evidence, Ranked, Reason, Suggestion
from fingerpost.taxonomy import CORE_FACETS

from tests.support.golden import assert_golden
from tests.support.outcomes import TAXONOMY, statement

GOLDEN = Path(__file__).parent / "golden"
AREA, NEED, UNIVERSAL, STANDARD = CORE_FACETS
LIKE = "like “Let the pupil rest in a calm corner.” (rules/exemplars/semh.csv line 7)"


def vote(facet, concept, score, matcher, quote, rule, **more):
    return Suggestion(facet, concept, score, Evidence(matcher, quote, rule), **more)


def ranked(facet, concepts, *beliefs, **more):
    shown = tuple(Ranked(concept, share) for concept, share in beliefs)
    return Assignment(facet, concepts, ranked=shown, **more)


VOTES = (
    vote(
        AREA, "sensory-and-physical", 0.95, "headings", "Hearing", "need-hearing", structural=True
    ),
    vote(NEED, "sp-hearing", 0.95, "headings", "Hearing", "need-hearing", structural=True),
    vote(AREA, "semh", 0.8, "patterns", "calm corner", "semh-regulation"),
    vote(AREA, "semh", 0.3, "definitions", "calm", "semh", weak=True),
    vote(NEED, "semh-anxiety", 0.71, "learned", "calm … corner", LIKE),
    vote(STANDARD, "ts-5", 0.29, "implications", "Hearing", "sp-hearing → ts-5", weak=True),
)


def item(**more):
    made = statement(
        "Offer a calm corner for listening breaks.",
        need=("sp-hearing",),
        suggestions=VOTES,
        reasons=(Reason.LABELS_DISAGREE,),
        status=Status.REVIEW,
        **more,
    )
    assignments = (
        ranked(
            AREA,
            ("sensory-and-physical",),
            *(("sensory-and-physical", 0.81), ("semh", 0.12), ("", 0.001)),
        ),
        ranked(NEED, ("sp-hearing",), ("sp-hearing", 0.81), ("", 0.09)),
        ranked(STANDARD, ("ts-5",), ("ts-5", 1.0)),
    )
    classified = replace(made.classified, assignments=assignments, strategy_probability=0.974)
    return replace(made, id="s-listening00", classified=classified)


def told(one, promised=None):
    calibration = Calibration(promise=promised)
    return [*_short(one, [], TAXONOMY), *_trust(one, calibration)]


def test_an_explanation_is_the_golden_one():
    text = "\n".join([*told(item()), *_full(item(), [], TAXONOMY)])
    assert_golden(GOLDEN / "explain.txt", f"{text}\n")


def test_a_conflict_of_headings_and_words_is_told_with_both():
    against = [line.strip() for line in told(item()) if "the headings say" in line]
    assert against == [
        "but the headings say Sensory and physical, the words say "
        "Social, emotional and mental health: of “calm corner”",
        "but the headings say Hearing, the words say Anxiety and mood: of “calm … corner”, "
        "like “Let the pupil rest in a calm corner.”",
    ]


def test_words_that_agree_with_the_headings_or_are_faint_are_no_conflict():
    one = item()
    quiet = tuple(v if v.structural else replace(v, score=v.score / 2) for v in VOTES)
    hushed = replace(one, classified=replace(one.classified, suggestions=quiet))
    assert not [line for line in told(hushed) if "the headings say" in line]


def test_programs_are_given_every_vote_the_beliefs_and_the_conflicts():
    data = _data(item(), [])
    assert data["suggestions"] == VOTES
    assert [one.ranked[0].concept for one in data["proposed"]] == [
        "sensory-and-physical",
        "sp-hearing",
        "ts-5",
    ]
    assert [(one.facet, one.vote.concept) for one in data["conflicts"]] == [
        (AREA, "semh"),
        (NEED, "semh-anxiety"),
    ]


def test_a_confidence_is_told_in_words_once_there_is_one():
    one = item()
    known = tuple(replace(a, confidence=0.93) for a in one.classified.assignments)
    sure = replace(one, classified=replace(one.classified, assignments=known))
    assert "  confidence: of 100 labels that it is as sure of, about 93 are right" in told(sure)
    assert "  confidence: too few answers of people yet to say how far these figures hold" in told(
        one
    )


def test_what_the_program_accepted_by_itself_says_on_what_promise():
    accepted = replace(item(), status=Status.ACCEPTED)
    promise = Promise(risk=0.05, assurance=0.9, threshold=0.7, drawn=120, wrong=2)
    lines = told(accepted, promise)
    assert lines[0] == (
        "s-listening00: accepted within the promise, by what is believed of its words"
    )
    assert lines[-1] == (
        "  accepted: its belief 0.7889 reaches 0.7; of 120 answers drawn by lot 2 were wrong, "
        "and no more than 5 % wrong are promised"
    )


def test_a_label_that_nothing_speaks_for_is_a_persons():
    one = replace(item(), labels=((AREA, ("cognition-and-learning",)),))
    assert "  area: Cognition and learning, because a person said so" in told(one)
