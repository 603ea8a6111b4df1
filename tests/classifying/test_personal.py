"""Personal data is found by pattern, check digit and unexplained names. All of it is invented."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from fingerpost.classifying.personal import personal_data, personal_words
from fingerpost.rulebook.contacts import contact_key
from fingerpost.strategies import Link

from tests.classifying.rulebooks import NAMES, strategy

STRUCTURED = (
    ("e-mail address", "Send the form to kit.barrow@exampleschool.sch.uk by Friday."),
    ("e-mail address", "Write to send-team@dale.gov.uk for a copy."),
    ("e-mail address", "Tell the lead (k_barrow+send@mail.example.org)."),
    ("e-mail address", "Mail O'Dale.Kit@example.com with questions."),
    ("e-mail address", "Contact: INCLUSION@EXAMPLE.CO.UK"),
    ("e-mail address", "Ask kit @example.com for the pack."),
    ("telephone number", "Ring 0113 496 0123 for advice."),
    ("telephone number", "Ring (0113) 496 0123 for advice."),
    ("telephone number", "Ring 01134960123."),
    ("telephone number", "Call +44 113 496 0123."),
    ("telephone number", "Call +44 (0)113 496 0123."),
    ("telephone number", "Text 07700 900123 to book."),
    ("telephone number", "Text 07700900456."),
    ("telephone number", "Call 020 7946 0018 before noon."),
    ("telephone number", "Call 01422-555-012 now."),
    ("telephone number", "The helpline is 0808 157 0192."),
    ("telephone number", "Call 01422 496.012 in office hours."),
    ("postcode", "Visits take place at 4 Mill Lane, LS1 4AP."),
    ("postcode", "She lives in HX1 1UJ."),
    ("postcode", "Send it to SW1A 2AA."),
    ("postcode", "The unit is at B33 8TH"),
    ("postcode", "The unit is at CR26XH today."),
    ("postcode", "Meet at DN55 1PT."),
    ("postcode", "Meet at EC1A 1BB, second floor."),
    ("NHS number", "NHS number 999 514 5472 is on the plan."),
    ("NHS number", "Plan for 9995277204."),
    ("NHS number", "Plan for 999-405-6085."),
    ("NHS number", "See record 999 656 9071."),
    ("NHS number", "See record 9990293139 first."),
    ("NHS number", "Care plan: 999 758 5844"),
    ("unique pupil number", "The UPN is A945807302157."),
    ("unique pupil number", "UPN B368193036426 has the aid."),
    ("unique pupil number", "Pupil W212997220033 sits in front."),
    ("unique pupil number", "Pupil n224538323640 sits in front."),
    ("unique pupil number", "Z562241549909"),
    ("unique pupil number", "Temporary number H82300001100A."),
    ("unique pupil number", "Temporary number X82300001100B is used."),
    ("unique pupil number", "Use Q82300001100X until the new one comes."),
    ("National Insurance number", "The assistant is AB 12 34 56 C."),
    ("National Insurance number", "Number AB123456C is on file."),
    ("National Insurance number", "Number je 12 34 56 d is on file."),
    ("date of birth", "DOB 12/03/2015, year 5."),
    ("date of birth", "Date of birth: 3 March 2014."),
    ("date of birth", "The boy born on 21st May 2012 needs a ramp."),
    ("date of birth", "D.O.B. 01-09-13"),
    ("one child", "He will be given a timer."),
    ("one child", "Let JT sit at the front."),
    ("one child", "Give J a timer at the start."),
)
NAMED = (
    "Ask Oliver to sit near the front.",
    "Let Keira leave five minutes early.",
    "Zofia uses a radio aid in all lessons.",
    "Share the plan with Mrs Dalby each week.",
    "Miss Thorne checks the hearing aids.",
    "Give Mohammed's mother the home diary.",
    "Dr Ashgrove reviews the care plan.",
    "When Isla is upset, offer the quiet room.",
    "The key adult for Tyrell is in the library.",
    "Seat Aoife away from the window.",
    "Agree a signal with Jayden before assembly.",
    "Use now and next boards with Priyanka.",
    "Mr Blenkinsop leads the group.",
    "Freya needs a writing slope.",
    "Check in with Kacper at break.",
)
HARMLESS = (
    "Use Makaton signs and Widgit symbols beside words.",
    "Follow the advice of the EHCP and the SENCo.",
    "Run a Lego-based group on Fridays.",
    "Growth Mindset and Safe Place for Belongings",
    "Allow 10 to 20 seconds, then 3 more.",
    "Plan for Year 7, KS3 and Post-16.",
    "Mark work with two colours. Will it help? Hope so.",
    "Use font size 14, or 18 for some: see page 1134.",
    "Read Section 5.37 of the Code of Practice 2015.",
    "Keep to 2024-2025 targets.",
    "Leave 1000 2000 3000 as number cards.",
    "Use ‘I Can’ cards and “Stop and Think” prompts.",
    "Record each CYP's views; TAs and EPs share them.",
    "Celebrate Eid, Diwali and Christmas.",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_guidance_is_left_alone(text):
    assert personal_data(strategy(text), NAMES) == ()


def test_a_wrong_check_digit_is_no_nhs_number():
    assert personal_data(strategy("Card 999 514 5473 is spare."), NAMES) == ()


def test_a_wrong_check_letter_is_no_pupil_number():
    assert personal_data(strategy("Card B945807302157 is spare."), NAMES) == ()


@pytest.mark.parametrize(("rule", "text"), STRUCTURED, ids=[text for _, text in STRUCTURED])
def test_structured_personal_data_is_found(rule, text):
    found = personal_data(strategy(text), NAMES)
    assert rule in {evidence.rule for evidence in found}
    assert all(evidence.quote in text for evidence in found)


@pytest.mark.parametrize("text", NAMED)
def test_an_unexplained_name_is_found(text):
    assert {e.rule for e in personal_data(strategy(text), NAMES)} == {"name"}


def test_names_the_council_vouches_for_are_allowed():
    text = "Ask the Thornbeck Centre and Zofia for help."
    assert [
        e.quote
        for e in personal_data(
            strategy(text), replace(NAMES, nobodys=NAMES.nobodys | {"thornbeck"})
        )
    ] == ["Zofia"]


def test_an_address_behind_a_link_is_found():
    item = strategy("Write to us.", links=(Link("mailto:kit.barrow@example.org", "us"),))
    assert [e.quote for e in personal_data(item, NAMES)] == ["kit.barrow@example.org"]


@pytest.mark.parametrize(
    ("href", "quote"),
    [
        ("https://example.org/form?to=kit.barrow%40example.org", "kit.barrow@example.org"),
        ("https://example.org/files/Plan_for_Keira.docx", "Keira"),
        ("https://example.org/files/A945807302157.pdf", "A945807302157"),
    ],
)
def test_what_hides_in_the_target_of_a_link_is_found(href, quote):
    item = strategy("Use the form.", links=(Link(href, "the form"),))
    assert [e.quote for e in personal_data(item, NAMES)] == [quote]


def test_rows_of_digits_in_the_target_of_a_link_mean_nothing():
    item = strategy(
        "Use the form.", links=(Link("https://example.org/9995277204/01134960123", "it"),)
    )
    assert personal_data(item, NAMES) == ()


def test_what_hides_in_a_heading_or_the_name_of_a_file_is_found():
    item = strategy(
        "Use a timer.", "Plan for Keira > UPN A945807302157", context=("Zofia_plan.docx",)
    )
    assert [e.quote for e in personal_data(item, NAMES)] == ["Keira", "A945807302157", "Zofia"]


CONTACTS = ("example.org", "LS1 4AP", "01632 960123")


@pytest.mark.parametrize(
    "text",
    [
        "Write to send.team@example.org for a copy.",
        "Write to send [at] dale.example.org for a copy.",
        "Ring +44 (0)1632 960 123.",
        "Tel: 01632-960123",
        "Post it to ls14ap.",
    ],
)
def test_contacts_of_public_services_that_the_council_vouches_for_are_allowed(text):
    assert personal_data(strategy(text), NAMES) != ()
    known = replace(NAMES, contacts=frozenset(map(contact_key, CONTACTS)))
    assert personal_data(strategy(text), known) == ()


@pytest.mark.parametrize(
    "text", ["Write to kit@example.com.", "Ring 01632 960124.", "Post it to LS1 4AQ."]
)
def test_a_contact_like_an_allowed_one_is_found(text):
    known = replace(NAMES, contacts=frozenset(map(contact_key, CONTACTS)))
    assert len(personal_data(strategy(text), known)) == 1


def test_a_name_in_the_lead_in_is_found():
    item = strategy("sit at the front", lead_in="Let Keira:")
    assert [e.quote for e in personal_data(item, NAMES)] == ["Keira"]


def test_false_alarms_on_the_samples_are_rare():
    folder = Path(__file__).parents[1] / "samples" / "expected"
    rows = [
        row
        for file in sorted(folder.glob("*.csv"))
        for row in csv.DictReader(file.open(encoding="utf-8"))
    ]
    texts = [row["text"] for row in rows if row["role"] == "strategy"]
    alarms = [text for text in texts if personal_data(strategy(text), NAMES)]
    print(f"{len(alarms)} of {len(texts)} strategies of the samples")
    assert len(texts) > 300
    assert len(alarms) <= 0.03 * len(texts), alarms


KNOWN_WORDS = (
    "Let Mohammad leave early with a friend.",
    "Meet Amber at the gate each morning.",
    "Give KYLE time to settle.",
    "Let the Khan family phone at noon.",
    "Pair Ali with Ahmed at lunch.",
    "Ask Aaron which chair helps.",
    "Give J.S. a pass card.",
    "Let Rowan Hill and Jasper Brown eat early.",
    "Ali likes a quiet corner.",
    "Jade needs a quiet corner.",
    "Hugo should use ear defenders.",
    "AB needs a laptop.",
    "Sit beside Taylor at the front.",
    "JACK SMITH NEEDS A QUIET SPACE",
    "Visit the family at 12 Elm Road.",
    "I was adopted when I was three.",
    "My brother hits me.",
)
UNNAMED = (
    "Use Zones of Regulation and Social Stories.",
    "Speak to the Speech and Language Therapist.",
    "Rose petals make a calm smell.",
    "Art materials are within reach.",
    "Hold a review in May and in September.",
    "Ask the Teaching Assistant to pre-teach words.",
    "Tell my mum when I have done well.",
)


@pytest.mark.parametrize("text", KNOWN_WORDS)
def test_a_name_that_a_dictionary_knows_is_still_a_name(text):
    assert personal_data(strategy(text), NAMES)


@pytest.mark.parametrize("text", UNNAMED)
def test_programmes_staff_and_seasons_are_no_names(text):
    assert personal_data(strategy(text), NAMES) == ()


def test_a_plan_named_after_a_pupil_is_about_that_pupil():
    assert personal_data(strategy("Offer a quiet room.", context=("Jack Smith Y4 plan",)), NAMES)
    assert personal_data(strategy("Offer a quiet room.", "SEMH > Support for Amber"), NAMES)
    assert personal_data(strategy("Watch this.", lead_in="What helps Priya:"), NAMES)


def test_names_of_guides_name_nobody():
    quiet = strategy("Offer a quiet room.", "SEMH > Support for All", context=("Autumn guide",))
    assert personal_data(quiet, NAMES) == ()


@pytest.mark.timeout(20)
@pytest.mark.parametrize("sign", ["a", "a.", "1", "Ab-", "(", "a@b."])
def test_words_of_any_length_are_looked_through_before_anybody_tires(sign):
    found = personal_words(f"{sign * 60_000} kit.barrow@exampleschool.sch.uk", NAMES)

    assert "kit.barrow@exampleschool.sch.uk" in {hit.quote for hit in found}
