import re
from dataclasses import replace

from fingerpost.decisions import Action, Skimmed, Verdict
from fingerpost.directory import Status, group_digest
from fingerpost.reporting import preview_page
from fingerpost.reporting.preview import doors
from fingerpost.strategies import Link
from fingerpost.suggestions import Reason
from fingerpost.upkeep import ResourceFacts, resource_id

from tests.support.html import assert_sound, parsed, words
from tests.support.outcomes import TAXONOMY, outcome, statement

VERDICT = Verdict(
    action=Action.APPROVED,
    reviewer="Ann",
    decided_on="2026-03-01T09:00:00+00:00",
    text_seen="x",
    digest="0",
)


def some():
    return outcome(
        statement(
            "Face the pupil <now>",
            need=("sp-hearing",),
            universal=("wsu-environment",),
            lead_in="Staff will:",
            links=(Link("https://example.org/", "A guide"), Link("javascript:alert(1)", "Bad")),
        ),
        statement("Agreed words", status=Status.APPROVED, verdict=VERDICT, need=("sp-msi",)),
        statement("Waits", reasons=[Reason.NO_LABEL]),
        statement("Left out", status=Status.REJECTED),
        statement("No area", area=()),
    )


def shown():
    return re.sub(r"\s+", " ", words(preview_page(some())))


def test_the_page_is_sound_and_marked_as_a_draft():
    assert_sound(preview_page(some()))
    assert "DRAFT. This is how the directory would look; no website shows it." in shown()


def test_only_what_would_be_published_is_shown_and_the_rest_is_counted():
    assert "Waits" not in shown()
    assert "Left out" not in shown()
    assert (
        "3 statements so far: 1 agreed by a person , 2 settled by their headings. 1 more waits for a person and is not shown."
        in shown()
    )


def test_each_door_follows_the_councils_order_and_counts_each_statement_once():
    found = doors(some())
    assert [(door.label, door.count) for door in found] == [
        ("Whole school", 1),
        ("Areas of need", 3),
        ("Teachers' Standards", 3),
    ]
    assert [shelf.label for shelf in found[1].shelves] == [
        "Sensory and physical",
        "Not under any area yet",
    ]


def test_a_statement_with_a_need_stands_under_the_need_and_a_hidden_need_under_what_it_folds_into():
    area = doors(some())[1].shelves[0]
    assert area.entries == ()
    assert [(s.label, [e.text for e in s.entries]) for s in area.inner] == [
        ("Hearing", ["Face the pupil <now>", "Agreed words"])
    ]


def test_a_statement_shows_its_words_labels_resources_and_where_it_comes_from():
    card = parsed(preview_page(some())).select_one(".card")
    assert card.select_one(".words").text == "Face the pupil <now>"
    assert [tag.text for tag in card.select(".tags li")] == [
        "Sensory and physical",
        "Hearing",
        "Learning environment",
        "TS5 Adapt teaching",
    ]
    assert [link["href"] for link in card.select("a")] == ["https://example.org/"]
    assert "From areas/Hearing 2025.docx, under “Hearing > Strategies”" in card.text
    assert "Settled by its heading, not yet read." in card.text


def test_who_agreed_is_named_with_the_day():
    assert "Agreed by Ann on 2026-03-01." in shown()


def test_no_id_of_a_category_is_seen():
    ids = {concept.id for concept in TAXONOMY.concepts} - {"semh", "universal"}
    assert not [one for one in ids if one in shown()]


def test_an_empty_directory_says_what_to_do():
    page = preview_page(outcome(statement("Waits", reasons=[Reason.NO_LABEL])))
    assert_sound(page)
    assert "Nothing is settled yet." in words(page)


def test_who_skimmed_a_group_and_found_it_fine_is_named():
    items = (statement("Sit", "One"), statement("Stand", "One"), statement("Walk", "Two"))
    seen = {"One": Skimmed("Ann", group_digest(items[:2]))}
    page = preview_page(outcome(*items, skimmed=seen))
    cards = {card.select_one(".words").text: card.text for card in parsed(page).select(".card")}
    assert "Settled by its heading; Ann found all under it fine." in cards["Sit"]
    assert "Settled by its heading; Ann found all under it fine." in cards["Stand"]
    assert "Settled by its heading, not yet read." in cards["Walk"]


def test_a_group_that_changed_since_it_was_skimmed_says_so():
    items = (statement("Sit", "One"), statement("Stand", "One"))
    seen = {"One": Skimmed("Ann", group_digest(items[:1]))}
    page = words(preview_page(outcome(*items, skimmed=seen)))
    assert "Ann found all under it fine before some changed." in page
    assert "Ann found all under it fine." not in page


def test_where_statements_stand_in_several_categories_the_count_says_so():
    both = statement("Sit", universal=("wsu-environment", "wsu-pastoral"))
    several = words(preview_page(outcome(both)))
    assert "1 statement in 2 categories; a statement may stand in several" in several
    alone = words(preview_page(outcome(statement("Sit"))))
    assert "may stand in several" not in alone


def test_what_there_is_none_of_is_left_out_of_the_counts():
    settled = re.sub(r"\s+", " ", words(preview_page(outcome(statement("Sit")))))
    assert "1 statement so far: 1 settled by its heading." in settled
    assert "0" not in settled.partition("so far")[2].partition("Areas of need")[0]
    assert "wait" not in settled.partition("so far")[2].partition("Areas of need")[0]


def test_sentences_side_by_side_have_a_space_between_them():
    shown = parsed(preview_page(some())).select_one(".next").get_text()
    assert "settled by their headings. 1 more waits" in shown


def test_what_people_put_beside_a_statement_is_shown_and_what_they_took_away_is_not():
    calm, guide = "https://example.org/calm", "https://example.org/"
    item = statement("Face the pupil", one="s-1", links=(Link(guide, "A guide"),))
    made = outcome(item)
    standing = replace(
        made.standing,
        resources={resource_id(calm): ResourceFacts(url=calm, title="Calm corners")},
        attached={"s-1": (resource_id(calm),)},
        detached={"s-1": (resource_id(guide),)},
    )
    soup = parsed(preview_page(replace(made, standing=standing)))
    shown = {link.text: link["href"] for link in soup.select(".card a")}
    assert shown == {"Calm corners": calm}


def test_of_what_stands_in_no_document_the_draft_says_so():
    text = words(preview_page(outcome(statement("Ask once", "", source=""))))
    assert "Added in the directory" in text
    assert "From" not in text
