"""Small documents and what readers might make of them in, the shares they are given out."""

from collections import Counter

import pytest

from benchmarks.extraction.outputs import Levelled, Output
from benchmarks.extraction.scoring import Share, score
from tests.oracle.structure import structure
from tests.support.word import (
    box,
    bullets,
    docx,
    footnote,
    inserted,
    link,
    lists,
    note_mark,
    old_box,
    p,
    r,
    tbl,
    tc,
    tr,
)

ADDRESS = "https://example.org/a?b=1&c=2"
TEXTS = (
    "How to help",
    "Sit near the front of the class",
    "Repeat what was said",
    "Write it down as well for later",
    "Count aloud",
    "In a box",
)
HELD = structure(
    docx(
        p(TEXTS[0], outline=1),
        p("Sit ", inserted("near the front"), " of the class", num=(1, 0)),
        p(TEXTS[2], num=(1, 1)),
        p(link("rId9", "Write it down"), r(" as well for later"), note_mark(2)),
        tbl(tr(tc(p(TEXTS[4], num=(1, 0))))),
        p(box(p(TEXTS[5]))),
        numbering=lists(bullets()),
        footnotes=footnote(2, p("See the guide")),
        headers=[p("Autumn edition")],
        links={"rId9": ADDRESS},
    )
)
ITEMS = (Levelled(TEXTS[1], 0), Levelled(TEXTS[2], 1), Levelled(TEXTS[4], 0))
WHOLE = (*TEXTS, "See the guide", "Autumn edition")
PERFECT = Output(WHOLE, ITEMS, (Levelled(TEXTS[0], 2),), (ADDRESS,))


def said(*texts: str, **more: tuple[object, ...]) -> dict[str, Share]:
    return score(HELD, Output(texts, **more))  # type: ignore[arg-type]


def test_all_there_and_right_is_full_marks() -> None:
    shares = score(HELD, PERFECT)
    errors = {"order errors", "words doubled", "words added"}
    assert {name for name, (hits, of) in shares.items() if hits != of} == errors
    assert {shares[name].hits for name in errors} == {0}


def test_a_failed_conversion_has_none_of_it_and_says_nothing_of_precision() -> None:
    shares = score(HELD, Output())
    assert {hits for hits, _ in shares.values()} == {0}
    for name in ("item level", "item precision", "heading level", "order errors", "words added"):
        assert shares[name].of == 0
    assert shares["list items"] == Share(0, 3)
    assert shares["notes"] == Share(0, 1)


def test_body_words_are_counted_as_often_as_they_stand_there_and_no_margins() -> None:
    twice = structure(docx(p("wait and wait"), headers=[p("edition")]))
    assert score(twice, Output(("wait, and",)))["body words"] == Share(2, 3)
    assert score(twice, Output(("wait and WAIT",)))["documents with every word"] == Share(1, 1)


def test_an_item_is_found_where_the_reader_calls_it_one() -> None:
    shares = said(*WHOLE, items=ITEMS[:1])
    assert shares["list items"] == Share(1, 3)
    assert shares["items in tables"] == Share(0, 1)
    assert shares["item precision"] == Share(1, 1)


def test_what_is_called_an_item_and_is_none_costs_precision() -> None:
    assert said(*WHOLE, items=(*ITEMS, Levelled("In a box", 0)))["item precision"] == Share(3, 4)


def test_a_flattened_list_has_the_items_and_not_the_levels() -> None:
    shares = said(*WHOLE, items=tuple(Levelled(item.text, 0) for item in ITEMS))
    assert (shares["list items"], shares["item level"]) == (Share(3, 3), Share(2, 3))
    assert shares["nested level"] == Share(0, 1)


def test_a_heading_may_have_the_wrong_level() -> None:
    shares = said(*WHOLE, headings=(Levelled("1 How to help", 1), Levelled("Count aloud", 1)))
    assert shares["headings"] == Share(1, 1)
    assert (shares["heading level"], shares["heading precision"]) == (Share(0, 1), Share(1, 2))


@pytest.mark.parametrize(
    ("address", "hits"), [(ADDRESS.replace("&", "%26"), 1), (f"{ADDRESS}/", 1), (ADDRESS[:-4], 0)]
)
def test_an_address_counts_however_it_is_encoded(address: str, hits: int) -> None:
    assert said(*WHOLE, links=(address, "#here"))["links"] == Share(hits, 1)


def test_a_place_in_the_same_file_is_no_address_and_parts_none() -> None:
    inner = f'<w:hyperlink w:anchor="here">{r("b")}</w:hyperlink>'
    data = docx(p(link("rId9", "a"), inner, link("rId9", "c")), links={"rId9": ADDRESS})
    assert score(structure(data), Output(("abc",)))["links"] == Share(0, 1)
    assert score(structure(data), Output(("abc",), links=(ADDRESS, ADDRESS)))["links"] == Share(
        1, 1
    )


def test_a_link_that_goes_on_in_a_next_piece_is_one() -> None:
    pieces = docx(
        p(link("rId9", "a"), link("rId9", "b"), "c", link("rId9", "d")), links={"rId9": ADDRESS}
    )
    assert score(structure(pieces), Output(("abcd",), links=(ADDRESS,)))["links"] == Share(1, 1)


def test_a_paragraph_is_found_only_whole() -> None:
    shares = said("Sit near the front of", "the class", "In some box", "See the guide")
    assert shares["insertions"] == Share(1, 1)
    assert (shares["text boxes"], shares["notes"]) == (Share(0, 1), Share(1, 1))
    assert said("Sit of the class")["insertions"] == Share(0, 1)


def test_a_word_that_only_begins_alike_is_another() -> None:
    assert said("See the guides")["notes"] == Share(0, 1)


def test_a_box_read_twice_is_doubled() -> None:
    assert said(*WHOLE, TEXTS[5])["words doubled"].hits == 2
    assert said(*WHOLE)["words doubled"] == Share(0, sum(len(text.split()) for text in WHOLE))


def test_words_of_nobody_are_added_and_labels_are_not() -> None:
    assert said(*WHOLE, "1. a) Comment by somebody")["words added"].hits == 3


def test_words_beside_the_text_are_held_against_nobody() -> None:
    made = Output((*WHOLE, "A seal"))
    assert score(HELD, made)["words added"].hits == 1
    assert score(HELD, made, Counter({"seal": 1}))["words added"].hits == 0


def test_tables_told_last_are_out_of_order() -> None:
    body = (p("Before it all there is one"), tbl(tr(tc(p("In the cell of the table")))))
    last = "After it all there is another"
    held = structure(docx(*body, p(last), p("And then there is the end")))
    texts = [passage.text for passage in held.passages]
    assert score(held, Output(tuple(texts)))["order errors"] == Share(0, 4)
    moved = Output((texts[0], texts[2], texts[3], texts[1]))
    assert score(held, moved)["order errors"] == Share(1, 4)


def test_what_stands_there_twice_and_is_said_once_has_no_place_in_the_order() -> None:
    again, between = "Say it again and again", "Wait a while in between"
    held = structure(docx(p(again), p(between), p(again)))
    assert score(held, Output((between, again)))["order errors"] == Share(0, 1)


def test_boxes_and_what_is_said_twice_have_no_place_in_the_order() -> None:
    again = "Say it again and again"
    held = structure(docx(p(again), p(old_box(p("Somewhere beside the text it stands"))), p(again)))
    assert score(held, Output(tuple(p.text for p in held.passages)))["order errors"] == Share(0, 0)
