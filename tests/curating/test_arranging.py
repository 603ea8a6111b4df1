"""Parts and wholes that people made, in the place of what they were made of."""

from dataclasses import replace

import pytest
from fingerpost.curating import arrange, fold, made_of, settle
from fingerpost.curating.identities import as_in_word, known_from_log
from fingerpost.curating.slicing import slices_of
from fingerpost.decisions import Action, Decision
from fingerpost.directory import Status
from fingerpost.naming import digest_of, part_ids
from fingerpost.strategies import Join, Known, Link
from fingerpost.suggestions import Reason
from fingerpost.taxonomy import Facet
from hypothesis import given
from hypothesis import strategies as st

from tests.curating.lines import (
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    added,
    answer,
    as_parts,
    log_of,
    reported,
)
from tests.curating.statements import statement

TWO = "Face the class, and offer a copy on paper."
PARTS = ("Face the class.", "Offer a copy on paper.")


def parting(item: str = "s-1", parts=PARTS, **more) -> tuple[Decision, ...]:
    return as_parts(answer(item, wording="\n".join(parts), **more))


def joining(item: str = "s-1", *pieces: str, digest: str = "d2") -> tuple[Decision, ...]:
    first, *others = answer(item, wording="Give time before the next question.")
    named = "|".join(f"{piece} {digest}" for piece in pieces)
    joined = replace(
        others[0],
        last_action_type=Action.JOINED,
        field_name="joined",
        previous_value="",
        replacement_value=named,
    )
    seen = (replace(first, resource_id=piece, source_digest=digest) for piece in pieces)
    return (first, *seen, joined, *others)


def arranged(*classified, log=()):
    return arrange(settle(classified, fold(log_of(*log))))


def two(**fields):
    return statement("s-1", TWO, **fields)


def test_parts_stand_in_the_place_of_the_statement_with_its_labels():
    items, replaced = arranged(
        statement("s-0", digest="d0"),
        two(),
        statement("s-2", digest="d2"),
        log=[parting(labels={Facet.AREA: ("universal",)})],
    )
    assert [item.text for item in items[1:3]] == list(PARTS)
    assert [items[0].id, items[3].id] == ["s-0", "s-2"]
    assert {item.status for item in items[1:3]} == {Status.APPROVED}
    assert {item.concepts(Facet.AREA) for item in items[1:3]} == {("universal",)}
    (gone,) = replaced
    assert (gone.item.id, gone.item.text) == ("s-1", TWO)
    assert gone.by == tuple(item.id for item in items[1:3])


def test_the_id_of_a_part_rests_on_the_statement_and_its_own_words():
    first, _ = arranged(two(), log=[parting()])
    turned, _ = arranged(two(), log=[parting(parts=PARTS[::-1])])
    other, _ = arranged(
        replace(two(), strategy=replace(two().strategy, id="s-9")), log=[parting("s-9")]
    )
    assert {item.id for item in first} == {item.id for item in turned}
    assert not {item.id for item in first} & {item.id for item in other}
    assert all(len(item.id) == len("s-") + 12 for item in first)


@pytest.mark.parametrize(("saw", "live"), [(TUESDAY, True), (MONDAY, False)])
def test_what_was_answered_of_a_part_is_not_asked_of_the_whole(saw, live):
    one = part_ids("s-1", PARTS)[0]
    log = log_of(
        parting(),
        reported(one, "harmful", "Hm", at=TUESDAY),
        answer(one, by="Bob", at=WEDNESDAY, saw=saw),
    )
    assert [item.live for item in settle((two(),), fold(log))] == [live]


def test_equal_parts_have_ids_of_their_own():
    items, _ = arranged(two(), log=[parting(parts=("Face the class.", "Face the class."))])
    assert len({item.id for item in items}) == 2


def test_a_part_has_its_own_links_and_its_own_words_of_word():
    links = (Link("https://a.example", "the class"), Link("https://b.example", "on paper"))
    (one, other), _ = arranged(two(links=links), log=[parting()])
    assert one.classified.strategy.links == links[:1]
    assert other.classified.strategy.links == links[1:]
    joined = one.classified.strategy.source_text + other.classified.strategy.source_text
    assert joined == two().strategy.source_text


def test_new_words_in_word_bring_the_statement_back_whole():
    (item,), replaced = arranged(two(digest="new"), log=[parting()])
    assert (item.id, item.text, item.status) == ("s-1", TWO, Status.REVIEW)
    assert item.reasons[0] is Reason.REWORDED
    assert replaced == ()


def test_a_later_wording_makes_it_one_again():
    (item,), _ = arranged(two(), log=[parting(), answer("s-1", wording="One.", at=TUESDAY)])
    assert (item.id, item.text) == ("s-1", "One.")


def test_where_people_differ_about_parting_it_is_asked_again():
    log = [parting(by="Ann"), answer("s-1", by="Bob", wording="One.")]
    (item,), _ = arranged(two(), log=log)
    assert item.reasons[0] is Reason.REVIEWERS_DISAGREE
    assert "“Face the class.” / “Offer a copy on paper.”" in item.verdict.disagreement


def pieces(**second):
    first = statement("s-1", "Give time before the")
    whole = Join(("• Give time before the\n", "• next question."), ("body/p[3]",), "", "")
    return (
        replace(first, strategy=replace(first.strategy, join=whole)),
        statement("s-2", "next question.", **{"digest": "d2", **second}),
    )


def test_a_whole_takes_in_its_pieces():
    (item,), (gone,) = arranged(*pieces(), log=[joining("s-1", "s-2")])
    assert (item.id, item.text) == ("s-1", "Give time before the next question.")
    assert item.classified.strategy.source_text == "• Give time before the\n• next question."
    assert (gone.item.id, gone.by) == ("s-2", ("s-1",))


@pytest.mark.parametrize(
    ("found", "log", "doubt"),
    [
        (pieces(digest="new"), (), Reason.REWORDED),
        (pieces()[:1], (), Reason.REWORDED),
        (pieces(), (answer("s-2", digest="d2", by="Bob"),), Reason.REVIEWERS_DISAGREE),
    ],
    ids=["reworded", "gone", "approved by itself"],
)
def test_a_whole_is_asked_about_again_where_a_piece_is_not_as_it_was(found, log, doubt):
    items, replaced = arranged(*found, log=[joining("s-1", "s-2"), *log])
    assert items[0].status is Status.REVIEW
    assert items[0].reasons[0] is doubt
    assert items[0].text == "Give time before the"
    assert len(items) == len(found)
    assert replaced == ()


@pytest.mark.parametrize("action", [Action.PARKED, Action.PULLED_OUT, Action.UNFITTING])
def test_a_whole_does_not_publish_a_piece_that_somebody_holds_back(action):
    held_back = answer("s-2", action, digest="d2", by="Bob")
    items, replaced = arranged(*pieces(), log=[joining("s-1", "s-2"), held_back])
    assert [item.status for item in items] == [Status.REVIEW, Status.REVIEW]
    assert items[0].reasons[0] is Reason.REVIEWERS_DISAGREE
    assert replaced == ()


def test_a_piece_that_was_rejected_beside_its_whole_is_not_asked_about():
    rejected = answer("s-2", Action.REJECTED, digest="d2")
    items, _ = arranged(*pieces(), log=[joining("s-1", "s-2"), rejected])
    assert [item.id for item in items] == ["s-1"]


def test_parts_and_wholes_are_not_taken_for_statements_of_word():
    log = log_of(parting(), joining("s-3", "s-4"))
    parts = [one for one, whole in made_of(log).items() if whole == "s-1"]
    known = [
        *(Known(id=part, source="a.docx", text="A part", order=0) for part in parts),
        Known(id="s-3", source="a.docx", text="Give time before the next question.", order=2),
        Known(id="s-5", source="a.docx", text="Other", order=3),
    ]
    from_log = {one.id: one for one in known_from_log(log)}
    assert len(parts) == 2
    assert as_in_word(known, log) == (from_log["s-3"], known[-1])


@pytest.mark.parametrize(
    ("source", "parts", "slices"),
    [
        (TWO, PARTS, ("Face the class, and ", "offer a copy on paper.")),
        ("A b.\tC d.", ("A b.", "C d."), ("A b.\t", "C d.")),
        (
            "Use (two) cards; “stop” them.",
            ("Use two cards", "Stop them"),
            ("Use (two) cards; ", "“stop” them."),
        ),
        ("Face the class.", ("Face the class.", "Wait."), None),
    ],
)
def test_parts_take_their_own_words_of_word_or_all_of_them(source, parts, slices):
    expected = slices or tuple(source for _ in parts)
    assert slices_of(source, parts) == expected


@given(st.lists(st.text("ab c.“”(;\n", min_size=1), min_size=1, max_size=5))
def test_slices_give_the_statement_back(parts):
    source = " ".join(parts)
    found = slices_of(source, parts)
    assert "".join(found) == source or set(found) == {source}


def test_an_added_statement_that_was_parted_is_its_parts_and_stands_in_no_document():
    lines = added(TWO)
    item = lines[0].resource_id
    parted = answer(item, at=TUESDAY, saw=MONDAY, digest=digest_of(TWO), wording="\n".join(PARTS))
    classified = statement(
        item, TWO, digest=digest_of(TWO), labels=(), heads=(), source="", locator="", typed=""
    )
    items, replaced = arrange(settle((classified,), fold(log_of(lines, parted))))
    assert [one.text for one in items] == list(PARTS)
    assert {one.status for one in items} == {Status.APPROVED}
    assert all(one.classified.strategy.was_added for one in items)
    assert [one.classified.strategy.source_text for one in items] == ["", ""]
    (whole,) = replaced
    assert (whole.item.id, whole.by) == (item, tuple(one.id for one in items))


def test_an_added_statement_that_nobody_parted_stays_one():
    lines = added(TWO)
    classified = statement(
        lines[0].resource_id,
        TWO,
        digest=digest_of(TWO),
        labels=(),
        heads=(),
        source="",
        locator="",
        typed="",
    )
    items, replaced = arrange(settle((classified,), fold(log_of(lines))))
    assert ([one.text for one in items], replaced) == ([TWO], ())
