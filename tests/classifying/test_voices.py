"""The voice of a statement is told by its first words and its lead-in."""

import pytest
from fingerpost.classifying.purposes import split_purpose
from fingerpost.classifying.voices import voice_of

VOICES = {
    "imperative": (
        "Keep the talk short, i.e. no longer than a song.",
        "Use visual timetables.",
        "Do not insist on eye contact.",
        "Don't hurry the answer.",
        "Always face the class.",
        "Regularly check hearing aids.",
        "Where possible, seat pupils near the front.",
        "When others speak, have them take turns.",
        "To lower anxiety, warn of change.",
        "Pre-teach new words.",
        "Support pupils to plan their work.",
        "Model the answer aloud before pupils try.",
        "Plan for change.",
        "Plan and share the lesson's steps.",
        "Work with families on targets.",
        "Light the room well.",
        "Record parents' views.",
        "Name the feeling.",
        "Think aloud.",
        "Re-read the text together.",
        "Prioritise rest.",
        "First help pupils to settle.",
        'Say "show me" and wait.',
    ),
    "gerund": (
        "Making sure that everyone can see.",
        "Using a quiet voice.",
        "Not rushing the child.",
        "Training staff in signing.",
        "Giving time to think.",
        "Teaching the class to listen.",
    ),
    "noun-phrase": (
        "Visual timetable",
        "Time out cards",
        "Support from a key adult",
        "Training for staff",
        "Seating plan",
        "Reading pens and overlays",
        "A quiet space that pupils can choose",
        "Growth mindset",
        "Model texts",
        "Group work",
        "Resources which are easy to reach",
        "Quiet area",
        "",
    ),
    "descriptive": (
        "Staff know how to use the hearing aid.",
        "Leaders are visible at the gate.",
        "The school has one symbol system.",
        "The teacher steers the talk.",
        "Pupils may struggle with spelling.",
        "Adults speak calmly.",
        "Families can see the plan.",
    ),
    "modal": (
        "Staff should give time.",
        "Teachers will share the plan.",
        "All adults must wear a microphone.",
        "Pupils need to be able to see the face.",
        "Schools are expected to plan ahead.",
    ),
    "school": ("We watch attendance.", "Our leaders plan training."),
    "child": (
        "Give me time to think.",
        "Show me pictures so that I can follow the story.",
        "I like to sit at the front.",
        "Warn me of changes to help me feel safe.",
    ),
}
LED = (
    ("modal", "Staff will:", "use symbols"),
    ("modal", "Teachers should make sure that they:", "use symbols"),
    ("modal", "All schools are expected to", "share the plan"),
    ("modal", "You can:", "use symbols"),
    ("descriptive", "Pupils may struggle to:", "use symbols"),
    ("descriptive", "Some children can:", "use symbols"),
    ("school", "We:", "use symbols"),
    ("school", "Our staff", "use symbols"),
    ("descriptive", "Good teachers:", "use symbols"),
    ("gerund", "This includes:", "using symbols"),
    ("noun-phrase", "Staff will provide visual supports, such as:", "symbols"),
    ("child", "Staff will:", "show me symbols"),
)


@pytest.mark.parametrize(
    ("voice", "text"), [(voice, text) for voice, texts in VOICES.items() for text in texts]
)
def test_a_statement_speaks_in_its_voice(voice, text):
    assert voice_of(text) == voice


@pytest.mark.parametrize(("voice", "lead_in", "text"), LED)
def test_a_lead_in_lends_its_voice(voice, lead_in, text):
    assert voice_of(text, lead_in) == voice


def test_a_purpose_in_the_childs_words_is_split_off():
    text = "Give me a checklist, so that I can start on my own."
    assert split_purpose(text) == ("Give me a checklist", "so that I can start on my own.")


def test_an_adults_purpose_stays_in_the_statement():
    text = "Give a checklist so that pupils can start."
    assert split_purpose(text) == (text, "")
