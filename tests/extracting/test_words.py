import pytest
from fingerpost.documents import count_letters
from fingerpost.extracting.advice import describes_practice, instructs, is_about_the_text
from fingerpost.extracting.marks import has_mark, without_mark
from fingerpost.extracting.stems import is_label, is_open, is_unfinished, role_of_stem
from fingerpost.extracting.wording import normalised, one_line, publishable
from fingerpost.naming import digest_of
from fingerpost.strategies import Role
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text",
    [
        "Provide a quiet place.",
        "Making sure that everyone can see.",
        "Don't finish sentences for the learner.",
        "Staff should greet each learner.",
        "All class teachers will share the plan.",
        "Tests should be read aloud.",
        "Regularly check hearing aids.",
    ],
)
def test_instructions_are_known(text):
    assert instructs(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reading is a joy.",
        "Hearing loss can come and go.",
        "Some learners find it hard to wait.",
        "No diagnosis is needed.",
        "Use the table below to plan.",
        "During lessons noise may rise.",
        "It describes what is available.",
    ],
)
def test_statements_of_fact_are_no_instructions(text):
    assert not instructs(text)


def test_practice_told_as_if_done_is_not_talk_about_the_guide():
    assert describes_practice("We greet learners by name.")
    assert not describes_practice("We wrote this guide together.")
    assert is_about_the_text("The strategies below come from schools.")


@pytest.mark.parametrize("text", ["Classroom:", "Whole school:", "Seating and position:"])
def test_names_with_a_colon_are_labels(text):
    assert is_label(text)
    assert is_open(text)


@pytest.mark.parametrize(
    "text",
    [
        "Staff will:",
        "This includes:",
        "Support learners by:",
        "Help learners to:",
        "Look. Teachers:",
    ],
)
def test_sentences_begun_are_no_labels(text):
    assert not is_label(text)
    assert is_open(text)


def test_a_line_without_a_stop_can_be_unfinished():
    assert is_unfinished("This is done by")
    assert not is_unfinished("This is done by all.")
    assert not is_unfinished("Growth mindset")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Learners may:", Role.INDICATOR),
        ("A child with hearing loss might:", Role.INDICATOR),
        ("You may notice that the learner:", Role.INDICATOR),
        ("Signs to look for are:", Role.INDICATOR),
        ("Difficulties may include:", Role.INDICATOR),
        ("Staff can help by:", Role.STRATEGY),
        ("Strategies that help include:", Role.STRATEGY),
        ("In every lesson, our teachers:", None),
        ("Before writing, give the learner:", None),
    ],
)
def test_what_introduces_signs_is_told_from_what_introduces_help(text, role):
    assert role_of_stem(text) is role


@pytest.mark.parametrize(
    "mark", ["•", "·", "→", "➢", "§", "▪", "✓", "☐", "\uf0b7", "\uf0d8", "-", "–", "*", "o"]
)
def test_marks_are_stripped_once_or_twice(mark):
    assert without_mark(f"{mark}\tUse it.") == "Use it."
    assert without_mark(f"• {mark} Use it.") == "Use it."
    assert has_mark(f"{mark} Use it.")


@pytest.mark.parametrize("text", ["-5 is less than 0", "only use it", "3 minutes of calm", "a) b"])
def test_what_is_no_mark_stays(text):
    assert without_mark(text) == text


@pytest.mark.parametrize("mark", ["1.", "12)", "(a)", "iv.", "B."])
def test_typed_numbers_go_where_the_mark_is_known_to_be_typed(mark):
    assert without_mark(f"{mark} Use it.", typed=True) == "Use it."
    assert without_mark(f"{mark} Use it.") == f"{mark} Use it."


@given(st.text(max_size=60))
def test_one_line_loses_no_letter(text):
    assert count_letters(one_line(text)) == count_letters(text)


@given(st.text(max_size=60))
def test_cleaning_twice_is_cleaning_once(text):
    assert publishable(publishable(text)) == publishable(text)
    assert normalised(normalised(text)) == normalised(text)


def test_the_digest_changes_with_what_introduces_a_statement():
    assert digest_of("raise your voice", "Staff should never:") != digest_of(
        "raise your voice", "Staff will:"
    )
    assert digest_of("raise your voice") == digest_of("raise your voice", "")
