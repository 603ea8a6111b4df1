"""What stands as a bullet below "Strategies" and is a sign of need, a fact, a scrap or harm waits."""

import pytest
from fingerpost.classifying import classify
from fingerpost.classifying.signs import leads_in_signs
from fingerpost.suggestions import Reason

from tests.classifying.rulebooks import strategy
from tests.rules.test_half_promises import book, meanings

SIGNS = """
Self-harm
School refusal
Panic attacks
Sleep problems
Tired in lessons
Pupils with ADHD are constantly on the move
Children with attachment needs push adults away
Learners who are anxious ask the same question again and again
Some pupils mask all day and fall apart at home
Loud noises frighten autistic children
The pupil's mood changes quickly
Their work is untidy
Won't join in at play
Upset by small changes
Quick to anger
Always on the go
Needs constant reassurance
Worries about tests
A pupil who hides under tables
Not joining in with group games
Crying at drop-off
Hiding under the table
Refusing to speak
Hurting others
"""
NOT_ADVICE = """
Children learn best when they feel safe
Background noise makes learning hard
One in six children has a mental health need
Training is available from the SEMH team
The SEMH team meets on Fridays
The council offers a free course
SENDIASS gives free advice to parents
The city autism team
Drop-in every Tuesday 2pm
Ask for the SEMH team on extension 4567
This page was checked by the SEMH team
Photo: a calm corner
Figure 2: A calm corner
Table 3
Insert picture here
TBC
x
As above
30 minutes
[Name] will sit near the front
Use a timer with _____
Give «Pupil» a timer
XX will sit near the front
Exclude pupils who refuse
Insist on eye contact
Remove the pupil’s hearing aids
Ignore self-harm
Make the child apologise in front of the class
Emotion talk 6
Use of rewards (page 9)
Shouting
Public shaming in front of the class
Use sarcasm
Raise your voice at the pupil
Exclusion as a last resort
Physical restraint by trained staff
"""
SPECIALIST = """
1:1 TA throughout the day
One-to-one key worker all day
Weekly therapy from a clinical psychologist
Psychiatrist review
Funded by top-up
Medication given at noon
Part-time timetable
Speech therapy weekly
Physiotherapy programme
Give paracetamol when needed
"""
ADVICE = """
Visual timetable
Key word lists
Worry box
Anger management group
A plan for panic attacks, shared with home
Time-out card
Quiet area in every classroom
Pupils have access to a quiet space
Pupils know who to go to for help
Learners keep a record of targets they have reached
Learner voice in every review
Staying close when a child is distressed
Avoid shouting across the room
Do not use sarcasm
Talk about worries at a set time
Breathing games in Year 6
Ten minutes of reading at 9
Joint plan with the mental health support team
Dyslexia friendly classroom
Strategies for attention difficulties
Lock away sharp tools in the workshop
Remove clutter from tables and walls
"""


CONDITIONS = """
Autism
ADHD and anxiety
Hearing impairment
Attention difficulties
Diagnosed with ADHD
"""


def reasons(text, **more):
    return classify([strategy(text, "SEMH > Strategies", **more)], book(), meanings())[0].reasons


def lines(texts):
    return pytest.mark.parametrize("text", texts.strip().splitlines())


@lines(SIGNS)
def test_a_sign_of_need_below_strategies_waits(text):
    assert Reason.MAY_BE_INDICATOR in reasons(text)


@lines(NOT_ADVICE)
def test_a_fact_a_scrap_or_harm_below_strategies_waits(text):
    assert Reason.MAY_NOT_BE_STRATEGY in reasons(text)


@lines(CONDITIONS)
def test_the_mere_name_of_a_difficulty_below_strategies_waits(text):
    assert Reason.MAY_BE_INDICATOR in reasons(text)


@lines(SPECIALIST)
def test_a_specialist_measure_named_in_words_waits(text):
    assert Reason.SPECIALIST_TIER in reasons(text)


@lines(ADVICE)
def test_tags_and_told_advice_below_strategies_do_not_wait(text):
    assert reasons(text) == ()


@lines("""
Watch for:
Be alert to:
Be aware that a deaf child:
Common difficulties:
It can look like:
Red flags:
Staff report the following:
These pupils:
Such pupils typically:
A deaf pupil usually:
Remember that these pupils:
Be aware of pupils who:
You will see a child who:
""")
def test_what_a_lead_in_of_signs_leads_in_waits_however_it_is_worded(text):
    assert leads_in_signs(text)
    for item in ("copying from neighbours", "hide under tables", "give up early"):
        assert Reason.MAY_BE_INDICATOR in reasons(item, lead_in=text)


@lines("""
Pupils should have:
Pupils will have access to:
Pupils benefit from:
Help pupils to:
Give pupils:
This may include:
Staff can help by:
Learners are taught to:
Children respond well to:
Provide visual supports, such as:
Look for success by:
""")
def test_a_lead_in_of_advice_leads_in_no_signs(text):
    assert not leads_in_signs(text) or "success" in text
