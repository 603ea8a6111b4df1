"""Headings as councils really write them, and what each must mean."""

import pytest
from fingerpost.meanings import Meanings
from fingerpost.strategies import HeadKind

from tests.support.shipped import shipped_rules

MEANINGS = Meanings(shipped_rules().headings)

# heading | role | concepts | tier | phases (empty: says nothing of it)
HEADINGS = """
Section Two: Communication and Interaction | | communication-and-interaction | |
Section Two: Sensory and/or physical needs | | sensory-and-physical | |
Social, emotional and mental health difficulties | | semh | |
Identified barrier: Difficulties saying what they want to | | ci-expressive communication-and-interaction | |
Identified barrier: Specific learning difficulties | | cl-literacy cognition-and-learning | |
Identified barrier: Hearing needs | | sp-hearing sensory-and-physical | |
General expected practices | strategy | | universal |
Provision and/or strategies | strategy | | |
Expectations of all settings | strategy | universal | universal |
Early Years Guidance | | | | early-years
Physical and sensory environment | | wsu-environment | |
Teaching and learning strategies | strategy | wsu-teaching | |
Transition and transfer | | wsu-transition | |
Staff skills and training | | wsu-workforce | |
Key Stage 2: Cognition and learning | | cognition-and-learning | | ks2
Post 16: Communication and interaction | | communication-and-interaction | | post-16
Skill: Language development | | ci-expressive communication-and-interaction | |
Skill: Visual impairment | | sp-vision sensory-and-physical | |
Getting advice, classroom adjustments | strategy | | universal |
Getting help, SEN support interventions | strategy | | targeted |
Getting more help, personalised interventions | strategy | | specialist |
Partnerships | | wsu-voice | |
SKILL | | | |
WHAT TO DO | strategy | | universal |
What to do first | strategy | | universal |
ASKING FOR HELP | | | targeted |
WHEN MORE HELP IS NEEDED | | | specialist |
Classroom: | | | |
Whole school: | | | |
Universal Level (Whole School / Whole Class) | | | universal |
Skill: Fine and gross motor | | sp-motor sensory-and-physical | |
Skill: Peer Integration / Friendships | | semh-relationships semh | |
Skill: Social and Interpersonal Skills - Relationships | | semh-relationships semh | |
Skill: Social Communication | | ci-social communication-and-interaction | |
Speech, language and communication Key Stage 3 | | communication-and-interaction | | ks3
Social, emotional and mental health Key Stage 4 | | semh | | ks4
Why? | rationale | | |
Why? Evidence base | rationale | | |
How? | strategy | | |
Leadership and culture | | wsu-leadership | |
Relational practice | | wsu-pastoral | |
Attendance and belonging | | wsu-outcomes | |
Staff knowledge, skills and expertise | | wsu-workforce | |
Identification | indicator | | |
Planned provision | strategy | | |
All: inclusive support | strategy | | universal |
Some: personalised support | strategy | | targeted |
Language and communication | | communication-and-interaction | |
This includes: | strategy | | |
Suggested whole-school approaches | strategy | | |
Suggested SEND support strategies in the classroom | strategy | | |
Cognition and learning (C&L) support guidance | | cognition-and-learning | |
Hearing impairment (HI) support guidance | | sp-hearing sensory-and-physical | |
Multi-sensory impairment (MSI) | | sp-msi sensory-and-physical | |
Needs Descriptors | indicator | | |
Model Provision and Strategies | strategy | | |
Flexibility of thought | | ci-autism communication-and-interaction | |
Receptive language | | ci-receptive communication-and-interaction | |
Indicators of possible hearing impairment | indicator | sp-hearing sensory-and-physical | |
What might we notice? | indicator | | |
QFT - Adaptive Teaching | strategy | wsu-teaching | universal |
SEN Support | strategy | | targeted |
General Adaptive Teaching Strategies and Principles | strategy | wsu-teaching | universal |
They may experience | indicator | | |
A pupil's difficulties may include | indicator | | |
Quality First Teaching | strategy | wsu-teaching | universal |
Key principles | principle | | |
Specific Learning Difficulties (SpLD) | | cl-literacy cognition-and-learning | |
The 4 broad areas of need | | | |
Focus area: Leadership | | wsu-leadership | |
Teaching Standard 2 | | ts-2 | |
Headteacher Standard 5; Teaching Standard 2 | | hts-5 ts-2 | |
TS7 | | ts-7 | |
Reasonable adjustments | strategy | | |
Graduated response to supporting SEMH | | semh | |
Targeted | | | targeted |
Access to the curriculum | | wsu-teaching | |
Wave 3 | | | specialist |
Range 2 | | | targeted |
What the law says | duty | | |
Useful contacts | contact | | |
Document control | document-control | | |
Contents | contents-list | | |
For example resources | resource | wsu-resources | |
Useful websites | resource | | |
Communication and interaction: what you may notice at KS2 | indicator | communication-and-interaction | | ks2
Years 5 and 6 | | | | ks2
EYFS and Reception | | | | early-years
Sixth form | | | | post-16
Emotionally based school avoidance (EBSA) | | semh-attendance semh | |
Social communication and interaction | | ci-social communication-and-interaction | |
"""
CASES = [tuple(part.strip() for part in line.split("|")) for line in HEADINGS.strip().splitlines()]

NOT_CATEGORIES = """
Chair's welcome
Voice projection for actors
What happened in spring
A letter to readers
Our learning so far
The next chapter begins
"""


@pytest.mark.parametrize(
    ("heading", "role", "concepts", "tier", "phases"), CASES, ids=[case[0] for case in CASES]
)
def test_a_councils_heading_means(heading, role, concepts, tier, phases):
    found = MEANINGS.of(heading, HeadKind.HEADING)
    assert found is not None
    said = (found.role or "", " ".join(found.concepts), found.tier, " ".join(found.phases))
    assert said == (role, concepts, tier, phases)


def test_councils_headings_are_explained_to_the_last_word():
    unexplained = [h for h, *_ in CASES if not MEANINGS.of(h, HeadKind.HEADING).whole]
    assert len(unexplained) <= 0.05 * len(CASES), unexplained


@pytest.mark.parametrize("heading", NOT_CATEGORIES.strip().splitlines())
def test_a_heading_of_other_things_names_no_category(heading):
    found = MEANINGS.of(heading, HeadKind.HEADING)
    assert found is None or not found.concepts


@pytest.mark.parametrize(
    ("name", "concepts", "phases"),
    [
        ("semh_ks2-v3_final", ("semh",), ("ks2",)),
        ("Hearing Impairment (HI) Guidance v2", ("sp-hearing", "sensory-and-physical"), ()),
        ("EYFS Inclusion Toolkit March 2025", (), ("early-years",)),
        ("graduated-approach", (), ()),
        ("child-voice", (), ()),
        ("Ordinarily available provision KS3 and KS4", (), ("ks3", "ks4")),
    ],
)
def test_a_file_or_folder_name_is_evidence_of_area_and_phase(name, concepts, phases):
    found = MEANINGS.of(name, HeadKind.TITLE)
    said = (found.concepts, found.phases) if found else ((), ())
    assert said == (concepts, phases)
