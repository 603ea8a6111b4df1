import random
from dataclasses import replace

from fingerpost.extracting import extract, identify
from fingerpost.naming import natural_id
from fingerpost.strategies import Known
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.chance import times
from tests.support.headings import meanings
from tests.support.outline import document

PLAN = "areas/Hearing guidance 2024.docx"


def read(outline, source=PLAN):
    return extract(document(outline, source=source), meanings())


def first_time(*extractions, known=(), identities=None):
    return identify(tuple(extractions), known, identities or {})


def remember(identified):
    return tuple(
        Known(id=s.id, source=s.source, text=s.text, heading_path=s.heading_path, order=order)
        for extraction in identified.extractions
        for order, s in enumerate(extraction.strategies)
    )


def ids(identified, document=0):
    return {s.text: s.id for s in identified.extractions[document].strategies}


def items(*lines, heading="Strategies"):
    return "\n".join([f"# {heading}", *(f"- {line}" for line in lines)])


def test_an_id_is_twelve_signs_that_are_not_mistaken_for_others():
    name = natural_id("hearing", "face the class")
    assert name == natural_id("hearing", "face the class")
    assert len(name) == 14
    assert name.startswith("s-")
    assert not set(name[2:]) & set("ilouILOU")


def test_ledger_rows_name_the_same_ids():
    identified = first_time(read(items("Face the class.", "Wait.")))
    rows = [row.item for row in identified.extractions[0].ledger if row.item]
    assert rows == list(ids(identified).values())


def test_inserting_a_paragraph_at_the_top_changes_no_id():
    before = first_time(read(items("Face the class.", "Wait.")))
    after = first_time(read("A word before.\n" + items("Start here.", "Face the class.", "Wait.")))
    assert ids(before).items() <= ids(after).items()


def test_the_order_of_files_changes_no_id():
    one, other = read(items("Face the class.")), read(items("Wait."), source="b/Vision.docx")
    there = first_time(one, other)
    back = first_time(other, one)
    assert ids(there, 0) == ids(back, 1)
    assert ids(there, 1) == ids(back, 0)


def test_the_same_words_twice_in_a_document_have_two_ids():
    outline = items("Wait.", heading="Reading") + "\n" + items("Wait.", "Wait.", heading="Hearing")
    identified = first_time(read(outline))
    assert len({s.id for s in identified.extractions[0].strategies}) == 3


def test_a_reworded_statement_keeps_its_id_and_the_log_is_told():
    first = first_time(read(items("Keep displays calm and useful.", "Wait.")))
    second = first_time(
        read(items("Keep displays calm, useful and at eye level.", "Wait.")), known=remember(first)
    )
    old, new = ids(first), ids(second)
    assert (
        new["Keep displays calm, useful and at eye level."] == old["Keep displays calm and useful."]
    )
    assert [lasting for _, lasting in second.same_as] == [old["Keep displays calm and useful."]]
    assert second.vanished == ()


def test_the_log_alone_gives_the_same_ids_without_the_last_results():
    first = first_time(read(items("Keep displays calm and useful.", "Wait.")))
    changed = read(items("Keep displays calm, useful and at eye level.", "Wait."))
    second = first_time(changed, known=remember(first))
    replayed = first_time(changed, identities=dict(second.same_as))
    assert ids(replayed) == ids(second)


def test_a_turn_into_its_opposite_is_still_the_same_item_for_a_person_to_judge_again():
    first = first_time(read(items("Finish sentences for the learner.", "Wait.")))
    second = first_time(
        read(items("Do not finish sentences for the learner.", "Wait.")), known=remember(first)
    )
    assert set(ids(first).values()) == set(ids(second).values())


def test_an_unlike_statement_in_the_same_place_is_a_new_one():
    first = first_time(read(items("Face the class.", "Celebrate small steps in public.", "Wait.")))
    second = first_time(
        read(items("Face the class.", "Turn off the projector fan.", "Wait.")),
        known=remember(first),
    )
    old = ids(first)["Celebrate small steps in public."]
    assert second.vanished == (old,)
    assert old not in ids(second).values()


def test_short_tags_must_be_nearly_equal_to_be_the_same():
    first = first_time(read(items("Visual timetable")))
    second = first_time(read(items("Visual prompts")), known=remember(first))
    assert second.vanished == tuple(ids(first).values())


def test_a_moved_statement_keeps_its_id_within_and_between_documents():
    outline = items("Face the class.", heading="Hearing") + "\n" + items("Wait.", heading="Reading")
    first = first_time(read(outline))
    moved = items("Wait.", heading="Hearing")
    other = read(items("Face the class."), source="b/Vision.docx")
    second = first_time(read(moved), other, known=remember(first))
    assert {**ids(second, 0), **ids(second, 1)} == ids(first)


def test_a_renamed_document_keeps_its_ids():
    first = first_time(read(items("Face the class.", "Wait.")))
    second = first_time(
        read(items("Face the class.", "Wait."), "z/Deaf.docx"), known=remember(first)
    )
    assert ids(second) == ids(first)


def test_duplicates_do_not_swap_when_one_is_edited():
    outline = (
        items("Wait ten seconds.", heading="Reading")
        + "\n"
        + items("Wait ten seconds.", heading="Hearing")
    )
    first = first_time(read(outline))
    reading, hearing = (s.id for s in first.extractions[0].strategies)
    edited = outline.replace("Wait ten seconds.", "Wait twelve seconds.", 1)
    second = first_time(read(edited), known=remember(first))
    assert [s.id for s in second.extractions[0].strategies] == [reading, hearing]
    alone = first_time(read(items("Wait ten seconds.", heading="Hearing")), known=remember(second))
    assert [s.id for s in alone.extractions[0].strategies] == [hearing]
    assert alone.vanished == (reading,)


def test_what_comes_back_is_revived_under_its_old_id():
    first = first_time(read(items("Face the class.", "Wait.")))
    gone = first_time(read(items("Wait.")), known=remember(first))
    (old,) = gone.vanished
    back = first_time(read(items("Face the class.", "Wait.")), known=remember(gone))
    assert ids(back) == ids(first)
    assert back.revived == (old,)


def test_two_editions_share_their_ids():
    older = read(
        items("Keep displays calm and useful.", "Wait."), "areas/Hearing guidance 2024.docx"
    )
    newer = read(
        items("Keep displays calm, useful and low.", "Wait."), "areas/Hearing guidance 2025.docx"
    )
    identified = first_time(older, newer)
    assert list(ids(identified, 0).values()) == list(ids(identified, 1).values())


def test_a_new_edition_beside_the_old_takes_over_its_ids():
    older = read(
        items("Keep displays calm and useful.", "Wait."), "areas/Hearing guidance 2024.docx"
    )
    newer = read(
        items("Wait.", "Keep displays calm, useful and low."), "areas/Hearing guidance 2025.docx"
    )
    first = first_time(older)
    both = first_time(older, newer, known=remember(first))
    assert ids(both, 0) == ids(first)
    assert set(ids(both, 1).values()) == set(ids(first).values())
    assert both.vanished == ()
    newer_alone = first_time(newer, identities=dict(both.same_as))
    assert ids(newer_alone) == ids(both, 1)


WORDS = st.lists(
    st.sampled_from(
        [
            "use",
            "wait",
            "show",
            "tell",
            "give",
            "time",
            "pictures",
            "words",
            "signs",
            "calm",
            "room",
            "door",
            "light",
        ]
    ),
    min_size=1,
    max_size=7,
).map(" ".join)


@settings(deadline=None, max_examples=times(60))
@given(
    st.lists(WORDS, max_size=12), st.lists(WORDS, max_size=12), st.randoms(use_true_random=False)
)
def test_no_id_is_given_twice_and_running_again_changes_nothing(before, after, chance):
    first = first_time(read(items(*before)))
    second = first_time(read(items(*after)), known=remember(first))
    for identified in (first, second):
        given_ids = [s.id for s in identified.extractions[0].strategies]
        assert len(given_ids) == len(set(given_ids))
    shuffled = list(remember(first))
    chance.shuffle(shuffled)
    again = first_time(read(items(*after)), known=tuple(shuffled))
    assert again == second
    settled = first_time(
        read(items(*after)), known=remember(second), identities=dict(second.same_as)
    )
    assert ids(settled) == ids(second)


def test_ten_edits_between_two_editions_are_told_apart():
    verbs = [
        "Greet",
        "Seat",
        "Show",
        "Teach",
        "Offer",
        "Plan",
        "Share",
        "Record",
        "Display",
        "Rehearse",
        "Label",
        "Model",
    ]
    things = ["timetables", "feelings", "instructions", "equipment", "routines", "stories"]
    chance = random.Random(7)
    lines = [
        f"{verb} the {thing} with {chance.choice(['symbols', 'photographs', 'gestures'])} every {day}."
        for verb, thing, day in zip(
            verbs, things * 2, ["morning", "lesson", "week"] * 4, strict=True
        )
    ]
    first = first_time(read(items(*lines)))
    old = ids(first)
    edited = [
        lines[0].replace("the", "all the"),
        lines[1].replace("every", "at the start of every"),
        lines[2].rstrip(".") + " and check that they are understood.",
        "Notice who is missing at the gate.",
        lines[5],
        lines[4],
        *lines[7:11],
        "Ring home with good news.",
        lines[3],
    ]
    second = first_time(read(items(*edited)), known=remember(first))
    new = ids(second)
    assert [new[edited[i]] for i in range(3)] == [old[lines[i]] for i in range(3)]
    assert all(new[line] == old[line] for line in edited if line in old)
    assert new["Notice who is missing at the gate."] not in old.values()
    assert new["Ring home with good news."] not in old.values()
    assert set(second.vanished) == {old[lines[6]], old[lines[11]]}


def test_items_known_only_from_the_log_keep_their_ids():
    first = first_time(read(items("Face the class.")))
    known = tuple(replace(one, order=-1) for one in remember(first))
    assert ids(first_time(read(items("Face the class.")), known=known)) == ids(first)
