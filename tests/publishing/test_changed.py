"""What changed between two releases is told by kind of label, word by word, and told the same again."""

import csv
import io
import json
from dataclasses import replace

from fingerpost.released import Gone, LinkedResource

from tests.publishing.sites import (
    CATEGORIES,
    STATEMENTS,
    changed,
    files,
    labels,
    main,
    page,
    released,
    said,
    site_of,
    statement,
)

CORNER, TIMER, BREATH = STATEMENTS


def since(now, before=STATEMENTS, *, more=(), **site):
    earlier = released(*before, number=1, created_at="2026-06-01T00:00:00+00:00")
    return site_of(
        released(*now, **dict(more)), before=earlier, since="since 1 September 2026", **site
    )


def rows(site):
    text = files(site)["changed.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_reworded_statement_is_told_word_by_word():
    site = since((changed(CORNER, text="Offer a calm corner."), TIMER, BREATH))
    card = page(site, "changed.html").select_one("main .card")

    assert [said(one) for one in card.find_all(["del", "ins"])] == [
        "[taken out: quiet ]",
        "[added: calm ]",
    ]
    told = "Offer a [taken out: quiet] [added: calm] corner."
    assert rows(site)[0]["What differs"] == told
    assert f"What differs: {told}" in files(site)["changed.txt"].decode()
    assert json.loads(files(site)["changed.json"])["changes"][0]["What differs"] == told


def test_changes_stand_under_their_kind_of_label_and_category_in_the_councils_order():
    new = statement("s-new", "Label every drawer.", "wsu-tools")
    site = since((changed(CORNER, text="Offer a calm corner."), TIMER, BREATH, new))
    found = page(site, "changed.html")

    assert [said(one) for one in found.select("main h2")] == ["Whole school", "Areas of need"]
    assert [said(one) for one in found.select("main h3")] == ["Tools", "Worry"]


def test_each_changed_statement_is_told_once_and_counted_in_every_category_it_touches():
    site = since((changed(CORNER, labels=labels("wsu-tools", "semh", "semh-anger")), TIMER, BREATH))
    found = page(site, "changed.html")

    assert len(found.select("main .card")) == 1
    assert "counts in both" not in said(found)
    assert "Now also in: Anger , Tools" in main(site, "changed.html")
    assert "No longer in: Worry , Calm places , TS1: Expect much" in main(site, "changed.html")
    assert len(found.select("main tbody tr")) == 6


def test_what_readers_cannot_see_is_no_change():
    site = since(
        (
            changed(CORNER, reviewed_by="Cy Example", locator="body/p[9]", confidence=0.5),
            TIMER,
            BREATH,
        )
    )

    assert "Nothing changed since 1 September 2026." in main(site, "changed.html")
    assert rows(site) == []


def test_a_changed_tier_and_other_resources_are_told():
    link = LinkedResource(id="r-1", url="https://calm.example/")
    site = since(
        (changed(CORNER, tier="specialist", resources=("r-1",)), TIMER, BREATH),
        more={"resources": (link,)},
    )

    assert rows(site)[0]["What happened"] == "Meant for others than before; Other resources"
    assert "Before: For every child. Now: Specialist" in main(site, "changed.html")
    assert "A statement that changed in two ways counts in both." in main(site, "changed.html")
    assert "New resource: https://calm.example/" in main(site, "changed.html")
    assert "https://calm.example/" in rows(site)[0]["New resources"]


def test_of_a_resource_that_is_gone_only_the_number_is_told():
    link = LinkedResource(id="r-1", url="https://calm.example/", title="A film about calm")
    earlier = replace(released(changed(CORNER, resources=("r-1",)), number=1), resources=(link,))
    site = site_of(released(CORNER), before=earlier)

    assert "1 resource is no longer given here." in main(site, "changed.html")
    assert "A film about calm" not in main(site, "changed.html")


def test_what_is_shown_no_more_is_told_without_its_words():
    site = since((TIMER, BREATH))

    assert rows(site)[0]["What happened"] == "No longer shown"
    assert [path for path, content in files(site).items() if b"quiet corner" in content] == []


def test_what_was_replaced_leads_to_what_stands_for_it():
    lost = Gone(id="s-corner", kind="strategy", text="", replaced_by=("s-timer",), since=2)
    site = since((TIMER, BREATH), more={"gone": (lost,)})

    assert "Replaced Instead: Offer a quiet timer on every table." in main(site, "changed.html")


def test_a_renamed_category_is_told():
    calm = replace(CATEGORIES[0], label="Peaceful places")
    site = since(STATEMENTS, more={"categories": (calm, *CATEGORIES[1:])})

    assert "Calm places is now Peaceful places" in main(site, "changed.html")


def test_words_that_may_not_be_quoted_are_not_told_as_taken_out():
    site = since(STATEMENTS, before=(changed(CORNER, text=""), TIMER, BREATH))

    text = main(site, "changed.html")
    assert "Reworded Offer a quiet corner." in text
    assert "taken out" not in text


def test_many_changes_are_fifty_a_page_and_all_in_the_table():
    many = [statement(f"s-{n:03}", f"Do thing number {n}.", "wsu-calm") for n in range(110)]
    site = since((*STATEMENTS, *many))
    cards = [
        len(page(site, path).select("main .card"))
        for path in ("changed.html", "changed-2.html", "changed-3.html")
    ]

    assert cards == [50, 50, 10]
    assert len(rows(site)) == 110


def test_the_same_two_releases_are_told_the_same_in_any_order_of_their_statements():
    now = (changed(CORNER, text="Offer a calm corner."), TIMER)
    again = tuple(reversed(now))

    assert files(since(now))["changed.csv"] == files(since(again))["changed.csv"]


def test_without_an_earlier_release_the_page_says_that_there_is_nothing_to_compare():
    built = files(site_of())

    assert b"There is nothing to compare with" in built["changed.html"]
    assert "changed.csv" not in built
