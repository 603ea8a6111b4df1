import pytest
from fingerpost.extracting import extract, identify, mark_duplicates, merge_editions
from fingerpost.extracting.duplicates import comparable
from fingerpost.extracting.families import families, family_of

from tests.support.headings import meanings
from tests.support.outline import document


def read(source, *lines):
    outline = "\n".join(["# Strategies", *(f"- {line}" for line in lines)])
    return extract(document(outline, source=source), meanings())


def identified(*extractions):
    return identify(extractions, (), {}).extractions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/Guidance 2024.docx", "a/Guidance 2025.docx"),
        ("a/Guidance v1.docx", "a/Guidance v2.1 FINAL.docx"),
        ("a/Guidance_draft.docx", "a/Guidance.docx"),
        ("a/Guidance.docx", "a/Guidance (1).docx"),
        ("a/Guidance.docx", "a/Guidance - Copy.docx"),
        ("a/Guidance March 2024.docx", "a/Guidance 01.09.25.docx"),
        ("a/Guidance 2024-25.docx", "a/guidance autumn 2026.docm"),
        ("a/Guidance second.docx", "a/Guidance second 2024-09-01.docx"),
    ],
)
def test_names_that_differ_in_edition_marks_are_one_family(one, other):
    assert family_of(one) == family_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a/Guidance.docx", "b/Guidance.docx"),
        ("a/KS1 guidance.docx", "a/KS2 guidance.docx"),
        ("a/Part 1.docx", "a/Part 2.docx"),
        ("a/Year 7.docx", "a/Year 8.docx"),
        ("a/2024.docx", "a/2025.docx"),
        ("a/What learners may need.docx", "a/What learners need.docx"),
    ],
)
def test_other_names_are_families_of_their_own(one, other):
    assert family_of(one) != family_of(other)


@pytest.mark.parametrize(
    "newest_first",
    [
        ("G 2025.docx", "G 2024.docx", "G.docx"),
        ("G September 2025.docx", "G March 2025.docx", "G 2025.docx"),
        ("G v10.docx", "G v9.docx", "G v1.docx"),
        ("G 2025-02-01.docx", "G 2025-01-09.docx"),
        ("G final.docx", "G.docx", "G draft.docx"),
    ],
)
def test_the_newest_edition_comes_first(newest_first):
    extractions = [read(name) for name in sorted(newest_first)]
    (group,) = families(extractions)
    assert tuple(extractions[i].source for i in group) == newest_first


def test_what_the_newer_edition_says_too_is_superseded_in_the_older():
    older = read(
        "G 2024.docx", "Keep displays calm and useful.", "Wait.", "Sing each morning together."
    )
    newer = read("G 2025.docx", "Keep displays calm, useful and low.", "Wait.")
    old, new = merge_editions(identified(older, newer))
    assert [(s.text, s.doubts) for s in old.strategies] == [
        ("Sing each morning together.", ("older-edition",))
    ]
    assert [s.doubts for s in new.strategies] == [(), ()]
    rows = {row.text: (str(row.role), row.item) for row in old.ledger}
    assert rows["Wait."] == ("superseded", new.strategies[1].id)
    assert rows["Keep displays calm and useful."] == ("superseded", new.strategies[0].id)
    assert rows["Sing each morning together."][0] == "strategy"


def test_no_word_leaves_the_ledger_when_editions_merge():
    older, newer = read("G 2024.docx", "Wait.", "Look."), read("G 2025.docx", "Wait.")
    merged = merge_editions(identified(older, newer))
    assert [row.text for row in merged[0].ledger] == [row.text for row in older.ledger]


def test_nearly_the_same_in_another_document_is_doubted_there_and_names_the_first():
    one = read("a.docx", "Pupils organise their own books each day.")
    other = read("b.docx", "Children organize their own books each day.", "Wait for an answer.")
    first, second = mark_duplicates(identified(one, other))
    assert first.strategies[0].doubts == ()
    assert second.strategies[0].doubts == ("near-duplicate",)
    assert second.strategies[0].similar == (first.strategies[0].id,)
    assert second.strategies[1].doubts == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Do ask the learner to read aloud in class.",
            "Do not ask the learner to read aloud in class.",
        ),
        (
            "Follow the plan of the hearing support team.",
            "Follow the plan of the visual support team.",
        ),
        (
            "Praise the learner before the lesson begins.",
            "Praise the learner after the lesson begins.",
        ),
    ],
)
def test_one_word_that_turns_the_meaning_makes_no_duplicate(one, other):
    _, second = mark_duplicates(identified(read("a.docx", one), read("b.docx", other)))
    assert second.strategies[0].doubts == ()


def test_spelling_and_words_for_people_do_not_tell_statements_apart():
    assert comparable("Pupils recognise signs.") == comparable("Children recognize signs!")
    assert comparable("Ask the SENDCo.") == comparable("Ask the SENCo.")


def test_the_same_words_twice_in_one_document_are_not_each_others_duplicates():
    (only,) = mark_duplicates(
        identified(read("a.docx", "Wait for ten seconds.", "Wait for ten seconds."))
    )
    assert [s.doubts for s in only.strategies] == [(), ()]


def test_of_two_alike_the_one_that_was_known_before_is_not_doubted():
    text = "Give each learner a card for a short break."
    one, other = identified(read("a.docx", text), read("b.docx", text))
    known = {strategy.id for strategy in other.strategies}
    first, second = mark_duplicates((one, other), known)
    assert first.strategies[0].doubts == ("near-duplicate",)
    assert first.strategies[0].similar == tuple(known)
    assert second.strategies[0].doubts == ()
