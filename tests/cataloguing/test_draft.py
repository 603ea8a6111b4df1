"""A council that starts from scratch gets a draft of its own headings, and cards to sort."""

import re
from dataclasses import replace

import pytest
from fingerpost.cataloguing import cells_of, read_entries, write_table
from fingerpost.cataloguing.cards import card_page
from fingerpost.cataloguing.clusters import cluster
from fingerpost.cataloguing.columns import Row
from fingerpost.cataloguing.drafting import draft, with_draft
from fingerpost.curating import settle
from fingerpost.decisions import Standing
from fingerpost.meanings import Meanings
from fingerpost.taxonomy import Facet, Taxonomy

from tests.curating.statements import statement
from tests.support.shipped import shipped_rules

BOOK = shipped_rules()
MEANINGS = Meanings(BOOK.headings)
AUTISM = ((Facet.AREA, ("communication-and-interaction",)), (Facet.NEED, ("ci-autism",)))
CALM = ((Facet.AREA, ("semh",)), (Facet.NEED, ("semh-regulation",)))
UNDER = (
    ("Knowing what comes next", AUTISM, "Warn of each change.", "Show what comes next on a board."),
    ("3. KNOWING WHAT COMES NEXT", AUTISM, "Show the order of the day on a board."),
    ("What comes next", AUTISM, "Say what comes next and show it."),
    ("Hearing", ((Facet.NEED, ("sp-hearing",)),), "Check the aid.", "Face us.", "Use captions."),
    ("Big feelings", CALM, "Name the feeling.", "Offer a calm corner.", "Breathe together."),
    ("Odds and ends", CALM, "Sharpen pencils."),
)


def items():
    made = [
        statement(
            f"s-{place}-{number}",
            text,
            labels=labels,
            heads=("Guidance", heading, "Strategies"),
            source=f"paper {place % 2}.docx",
        )
        for place, (heading, labels, *texts) in enumerate(UNDER)
        for number, text in enumerate(texts)
    ]
    return settle(made, Standing())


@pytest.fixture(scope="module")
def clustered():
    return cluster(items(), MEANINGS)


@pytest.fixture(scope="module")
def drafted(clustered):
    return draft(clustered.clusters, BOOK.entries, BOOK.taxonomy)


def test_headings_about_the_same_become_one_category_with_the_commonest_as_its_label(drafted):
    by_label = {one.entry.label: one.entry for one in drafted}

    assert by_label["Knowing what comes next"].alternates == ("What comes next",)
    assert by_label["Knowing what comes next"].id == "knowing-what-comes-next"
    assert by_label["Knowing what comes next"].examples == (
        "4 statements under 2 headings in 2 documents",
    )


def test_what_stands_below_says_which_shared_category_it_comes_nearest_to(drafted):
    nearest = {one.entry.label: (one.entry.maps_to, one.entry.parent) for one in drafted}

    assert nearest["Knowing what comes next"] == ("ci-autism", "communication-and-interaction")
    assert nearest["Hearing"] == ("sp-hearing", "sensory-and-physical")
    assert nearest["Big feelings"] == ("semh-regulation", "semh")


def test_a_heading_like_no_other_with_little_below_is_left_and_counted(clustered):
    assert [heading.wordings[0] for heading in clustered.alone] == ["Odds and ends"]


def test_headings_that_only_say_what_kind_of_text_follows_are_no_category(clustered):
    keys = {heading.key for group in clustered.clusters for heading in group.headings}

    assert "strategies" not in keys


def test_the_draft_can_be_imported_as_it_is(drafted):
    rows = [
        Row(f"row {number}", cells_of(entry))
        for number, entry in enumerate(with_draft(BOOK.entries, drafted), 2)
    ]

    assert read_entries(rows, BOOK.entries)[1] == ()


def test_the_draft_holds_counts_and_no_statement(drafted):
    table = write_table("draft.csv", with_draft(BOOK.entries, drafted), "leeds").decode()

    assert "Warn of each change" not in table
    assert "4 statements under 2 headings" in table


def test_a_shared_category_is_shown_as_the_councils_own(drafted):
    hearing = next(e for e in with_draft(BOOK.entries, drafted) if e.id == "sp-hearing")

    assert (hearing.council_hidden, hearing.council_folds_into) == (True, "hearing")


def test_the_order_of_the_documents_does_not_matter(drafted):
    again = cluster(tuple(reversed(items())), MEANINGS)
    told = [(one.entry.id, one.entry.alternates) for one in drafted]

    assert [
        (one.entry.id, one.entry.alternates)
        for one in draft(again.clusters, BOOK.entries, BOOK.taxonomy)
    ] == told


def test_a_draft_needs_no_rule_about_any_heading():
    bare = cluster(items(), Meanings(()))

    assert "Strategies" in [
        one.entry.label for one in draft(bare.clusters, BOOK.entries, BOOK.taxonomy)
    ]


def test_one_heading_alone_is_a_draft_too():
    few = tuple(i for i in items() if i.classified.strategy.heads[1].text == "Hearing")

    assert len(cluster(few, MEANINGS).clusters) == 1
    assert cluster((), MEANINGS).clusters == ()


def test_what_the_council_has_already_is_not_drafted_again(clustered):
    known = replace(
        BOOK.taxonomy["sp-hearing"], id="clyw", label="Hearing", maps_to="sp-hearing", order=0
    )
    taxonomy = Taxonomy((known, *BOOK.taxonomy.concepts))
    labels = [one.entry.label for one in draft(clustered.clusters, BOOK.entries, taxonomy)]

    assert "Hearing" not in labels


def test_the_cards_show_label_other_wordings_count_and_two_examples(drafted, clustered):
    page = card_page("Leeds", drafted, clustered.alone)
    card = next(c for c in page.split("<article") if "<h3>Knowing what comes next</h3>" in c)

    assert "Also: What comes next" in card
    assert "4 statements" in card
    assert card.count("<li>") == 2
    assert page.count('class="card"') == len(drafted)
    assert page.count("card blank") == 8
    assert "Record sheet" in page
    assert "Odds and ends" in page
    assert re.search(r"@page \{ size: A4", page)
