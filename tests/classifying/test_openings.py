"""Which answers about headings would settle a statement, and that they would indeed."""

from fingerpost.classifying import classify
from fingerpost.classifying.openings import MOST_MORE
from fingerpost.meanings import ADVICE, Meanings, answered_meaning, heading_key
from fingerpost.strategies import Head, HeadKind
from fingerpost.suggestions import Reason
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.classifying.rulebooks import HEADINGS, meanings, rulebook, strategy, taxonomy

BOOK = rulebook()
TEXT = "Use key words."  # they speak for communication and interaction
AREA = "communication-and-interaction"


def heads(path):
    """Read "A > ~B" as a heading and one that only looks like one."""
    steps = [step for step in path.split(" > ") if step]
    return tuple(
        Head(step.lstrip("~"), HeadKind.HEADING, "", "bold" if step.startswith("~") else "")
        for step in steps
    )


def made(path, text=TEXT, **more):
    above = heads(path)
    doubts = (Reason.INFERRED_HEADING.value,) if any(head.inferred for head in above) else ()
    return strategy(text, **{"heads": above, "doubts": doubts, **more})


def one(path, text=TEXT, known=None, **more):
    return classify([made(path, text, **more)], BOOK, known or meanings())[0]


def opened(path, text=TEXT, **more):
    """Return each set of answers that would settle a statement, as {heading: answer}."""
    ways = one(path, text, **more).openings
    return [{opening.head.text: opening.answer for opening in way} for way in ways]


def answers(way):
    return {heading_key(o.head.text): answered_meaning(o.answer, "Kim", taxonomy()) for o in way}


def test_what_is_settled_is_not_opened():
    assert opened("Communication and interaction > Strategies") == []


def test_a_heading_nobody_has_explained_is_opened_by_calling_it_advice():
    assert {"The green pages": ADVICE} in opened("Communication and interaction > The green pages")


def test_a_heading_nobody_has_explained_is_opened_by_the_area_that_the_words_speak_for():
    assert opened("The green pages") == [{"The green pages": AREA}]


def test_a_title_that_names_the_area_is_opened_by_confirming_it():
    assert {"Communication and interaction": AREA} in opened(
        "Strategies", context=("Communication and interaction",)
    )


def test_an_area_without_a_promise_of_advice_is_opened_by_confirming_the_area():
    assert opened("Communication and interaction") == [{"Communication and interaction": AREA}]


def test_an_explained_heading_without_a_category_is_called_advice_and_given_no_category():
    found = opened("Communication and interaction > Section")
    assert [way["Section"] for way in found if "Section" in way] == [ADVICE]


def test_a_heading_that_promises_advice_already_is_not_asked_about():
    found = opened("Strategies", context=("A fine guide",))
    assert found == [{"A fine guide": AREA}]


def test_every_look_alike_that_no_rule_explains_is_needed():
    found = opened("~Deeper > ~Deepest", context=("A fine guide",))
    assert found
    assert all({"Deeper", "Deepest"} <= set(way) for way in found)


def test_look_alikes_may_be_more_than_the_headings_asked_about_otherwise():
    path = "Communication and interaction > " + " > ".join(f"~Look {n}" for n in range(4))
    assert all(len(way) > MOST_MORE for way in opened(path))
    assert opened(path)


def test_a_look_alike_that_a_rule_explains_whole_is_a_heading_like_others():
    assert opened("~Communication and interaction > Strategies") == []
    assert one("~Communication and interaction > Strategies").reasons == ()


def test_nothing_is_opened_where_another_doubt_remains():
    assert opened("The green pages", "Use key words and ring 0113 496 0000.") == []
    assert opened("The green pages", doubts=("tracked-change",)) == []
    assert opened("The green pages > Specialist") == []
    assert opened("The green pages", "Finds it hard to follow key words.") == []


def test_nothing_is_opened_where_only_the_words_name_a_tier():
    assert opened("The green pages", "Use key words in a small group.") == []


def test_signs_of_need_are_not_opened_by_the_headings_around_them():
    assert opened("The green pages > What you may notice") == []


def test_folders_are_never_asked_about_nor_the_files_name_beside_a_title():
    found = opened("Strategies", context=("Guidance", "Communication", "leaflet 3", "A fine guide"))
    assert found == [{"A fine guide": AREA}]


def test_the_same_words_as_title_and_as_heading_are_one_question_with_one_answer():
    found = one("A fine guide", context=("A fine guide",)).openings
    assert [[(o.head.kind, o.answer) for o in way] for way in found] == [[(HeadKind.HEADING, AREA)]]


def test_what_a_person_has_answered_is_not_asked_again():
    known = meanings(**{"the green pages": answered_meaning("not-advice", "Kim", taxonomy())})
    assert all(
        "The green pages" not in way
        for way in opened("Communication and interaction > The green pages", known=known)
    )


STEPS = (
    "Strategies", "Section", "What you may notice", "Communication and interaction", "Hearing",
    "Standard 7", "Targeted", "The green pages", "~The blue pages", "~Hearing at home", "~Section",
)  # fmt: skip
PATHS = st.lists(st.sampled_from(STEPS), max_size=4).map(" > ".join)
CONTEXTS = st.lists(
    st.sampled_from(("Folder", "SEMH", "A fine guide", "The green pages")), max_size=2, unique=True
)
TEXTS = st.sampled_from(
    (TEXT, "Check the radio aid.", "Think of tomorrow.", "Offer a pencil grip.")
)


@given(PATHS, CONTEXTS, TEXTS)
def test_each_way_settles_the_statement_once_it_is_answered(path, context, text):
    found = one(path, text, context=tuple(context)).openings
    for way in found:
        known = Meanings(HEADINGS, answers(way))
        assert one(path, text, known, context=tuple(context)).reasons == ()


@given(PATHS, CONTEXTS, TEXTS)
def test_never_more_than_a_few_headings_are_asked_about_and_none_in_vain(path, context, text):
    found = one(path, text, context=tuple(context)).openings
    assume(found)
    assert len({len(way) for way in found}) == 1
    for way in found:
        keys = [heading_key(opening.head.text) for opening in way]
        assert len(set(keys)) == len(keys)
        assert sum(not opening.head.inferred for opening in way) <= MOST_MORE
        for left_out in way:
            fewer = answers(opening for opening in way if opening is not left_out)
            known = Meanings(HEADINGS, fewer)
            assert one(path, text, known, context=tuple(context)).reasons


@given(st.lists(PATHS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_neighbours_and_their_order_change_nothing(paths, random):
    alone = {path: one(path).openings for path in paths}
    random.shuffle(paths)
    together = classify([made(path) for path in paths], BOOK, meanings())
    assert [found.openings for found in together] == [alone[path] for path in paths]
