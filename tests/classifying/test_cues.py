"""Cues match by lemma, are quoted as written, and are held to their own examples."""

import pytest
from fingerpost.classifying import check_cues, classify
from fingerpost.cues import Target
from fingerpost.words import fold, lemma

from tests.classifying.rulebooks import cue, meanings, rulebook, strategy


def quotes(phrase, text, **more):
    book = rulebook(cues=(cue("sp-hearing", phrase, id="rule", **more),))
    found = classify([strategy(text)], book, meanings())[0]
    return {s.evidence.quote for s in found.suggestions if s.evidence.rule == "rule"}


@pytest.mark.parametrize(
    ("phrase", "text", "quote"),
    [
        ("hearing aid", "Check hearing aids daily.", "hearing aids"),
        ("lip read", "Let pupils lip-read.", "lip-read"),
        ("lip-read", "Let pupils lip read.", "lip read"),
        ("face the pupil", "Face the learner.", "Face the learner"),
        ("face the pupil", "Face the child’s desk.", "Face the child"),
        ("radio aid", "RADIO AID", "RADIO AID"),
        ("organise", "Organizing a bag", "Organizing"),
        ("pupils' views", "Record pupils’ views.", "pupils’ views"),
        ("labelled", "Label drawers.", "Label"),
        ("now and next", "Use a now/next or now-and-next board.", "now-and-next"),
    ],
)
def test_a_phrase_is_found_in_its_forms_and_quoted_as_written(phrase, text, quote):
    assert quotes(phrase, text) == {quote}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [("hearing aid", "Hearing tests aid us."), ("radio", "radiology"), ("aid", "Aide the class.")],
)
def test_a_phrase_is_not_found_in_other_words(phrase, text):
    assert quotes(phrase, text) == set()


def test_a_token_pattern_names_lemmas_as_phrases_do():
    pattern = ({"LOWER": "face"}, {"OP": "?"}, {"LEMMA": {"IN": ["child", "class"]}})
    book = rulebook(cues=(cue("sp-hearing", id="rule", patterns=(pattern,)),))
    found = classify([strategy("Face the learners.")], book, meanings())[0]
    assert "Face the learners" in {s.evidence.quote for s in found.suggestions}


def test_folding_keeps_every_character_in_its_place():
    text = "Self-regulation/calm – ‘quiet’ pupils’ space’s end"
    assert len(fold(text)) == len(text)


def test_people_have_one_lemma():
    assert {lemma(word) for word in ("pupils", "children", "learner", "cyp")} == {"pupil"}


def test_a_cue_that_fails_its_examples_is_named_with_file_and_line():
    bad = cue(
        "sp-hearing", "radio aid", id="hearing-kit",
        matches=("Check the batteries.",), rejects=("Wear the radio aid.",),
        file="rules/cues/needs.yaml", line=7,
    )  # fmt: skip
    assert check_cues(rulebook(cues=(bad,))) == (
        (
            "rules/cues/needs.yaml line 7: the cue 'hearing-kit' should match “Check the batteries.”"
            " and does not; add a phrase that stands in it, or change the example."
        ),
        (
            "rules/cues/needs.yaml line 7: the cue 'hearing-kit' should not match “Wear the radio aid.”"
            " but does; make its phrases longer, or change the example."
        ),
    )


@pytest.mark.parametrize(
    ("token", "complaint"),
    [
        ({"LEMA": "aid"}, "token 2, LEMA: Extra inputs are not permitted"),
        ({"LEMMA": {"INN": ["aid"]}}, "token 2, LEMMA: Extra inputs are not permitted"),
        ({"LOWER": {"REGEX": "("}}, "missing ), unterminated subpattern at position 0"),
        ({"LENGTH": "five"}, "token 2, LENGTH: Input should be a valid dictionary"),
    ],
)
def test_a_token_pattern_that_spacy_does_not_know_is_named_with_file_and_line(token, complaint):
    pattern = ({"LEMMA": "hear"}, token)
    bad = cue("sp-hearing", id="kit", patterns=(pattern,), file="rules/cues/needs.yaml", line=7)
    (told,) = check_cues(rulebook(cues=(bad,)))
    assert told.startswith(
        f"rules/cues/needs.yaml line 7: a token pattern of the cue 'kit' is wrong ({complaint}"
    )
    assert told.endswith("write it as a phrase.")


def test_a_cue_that_holds_to_its_examples_is_not_named():
    good = cue(
        "indicator",
        "may struggle",
        target=Target.GATE,
        matches=("May struggle.",),
        rejects=("May.",),
    )
    assert check_cues(rulebook(cues=(good,))) == ()


def test_a_cue_for_the_beginning_finds_that_of_an_item_below_a_lead_in():
    pattern = ({"LEMMA": "avoid", "IS_SENT_START": True},)
    book = rulebook(cues=(cue("sp-hearing", id="rule", patterns=(pattern,)),))
    items = [
        strategy("avoids loud rooms", lead_in="You may see a pupil who:"),
        strategy("rooms a pupil avoids", lead_in="You may see:"),
    ]
    first, second = classify(items, book, meanings())
    assert "avoids" in {s.evidence.quote for s in first.suggestions}
    assert not second.suggestions
