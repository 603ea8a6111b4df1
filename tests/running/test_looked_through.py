"""Whatever readers see and nobody looked through is not shown where it may identify a person."""

from dataclasses import replace

import pytest
from fingerpost.loading import typed_by_hand
from fingerpost.running.directory.publishing import Wanted, site_of
from fingerpost.running.directory.withholding import fit_settings
from fingerpost.site_settings import AuditSettings, SiteSettings
from fingerpost.strategies import Link

from tests.curating.statements import statement
from tests.loading.databases import by_hand
from tests.loading.edited import HOLDS, set_text

GUIDE = Link("https://example.org/guide", "Guide")
HEADS = ("Communication and interaction", "General expected practice")
ONE = statement("s-1", "Offer a quiet corner.", links=(GUIDE,), heads=HEADS)


@pytest.fixture
def published(council):
    """Give a function that edits the directory, and returns what is shown of it and left out."""

    def edit(*queries):
        council.loaded(ONE, statement("s-2", "Offer a timer."))
        by_hand(council.url, *queries)
        made = council.made()
        return made.site.released, "\n".join(map(str, made.withheld))

    return edit


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("url", "mailto:rosa.quill@example.org", "Its address may identify"),
        ("url", "tel:07700 900123", "Its address may identify"),
        ("url", "https://example.org/plans/Rosa-Quill.docx", "Its address may identify"),
        ("title", "A plan for Rosa Quill", "Its title may identify"),
        ("publisher", "Ring 07700 900123", "Its publisher may identify"),
        ("trusted_because", "It helped Rosa Quill.", "Why it is trusted may identify"),
        ("owner", "Ring 07700 900123", "Who looks after it may identify"),
    ],
)
def test_what_may_name_somebody_in_a_resource_is_not_shown_and_told(published, column, value, told):
    shown, said = published(f"UPDATE resources SET {column} = '{value}'")

    assert told in said
    assert value not in repr(shown)
    kept = [] if column == "url" else [""]
    assert [getattr(one, column) for one in shown.resources] == kept
    assert [len(one.resources) for one in shown.statements] == [len(kept), 0]


@pytest.mark.parametrize("address", ["javascript:alert(1)", " JaVa\tScript:x", "file:///c:/x.docx"])
def test_a_resource_whose_address_leads_to_no_page_is_shown_nowhere_and_told(published, address):
    shown, said = published(f"UPDATE resources SET url = '{address}'")

    assert f"Its address ({address}) is none of the web or of e-mail" in said
    assert (shown.resources, shown.statements[0].resources) == ((), ())


def test_an_author_may_publish_under_a_name_of_their_own(published):
    shown, said = published("UPDATE resources SET publisher = 'Dr Zebedee Quill'")

    assert ([one.publisher for one in shown.resources], said) == (["Dr Zebedee Quill"], "")


@pytest.mark.parametrize(
    ("column", "value", "shown_instead"),
    [
        ("label", "For Rosa Quill", "Feelings"),
        ("core_label", "For Rosa Quill", "Feelings"),
        ("definition", "Ring 07700 900123.", "About Feelings"),
        ("alternates", "SEMH|For Rosa Quill", ("SEMH", "BESD")),
    ],
)
def test_names_of_categories_typed_by_hand_give_way_to_those_of_the_files(
    published, column, value, shown_instead
):
    shown, said = published(
        f"UPDATE concepts SET {column} = '{value}' WHERE id = 'semh' AND {HOLDS}"
    )

    assert "was changed in the database by hand, and may identify a person" in said
    assert getattr(shown.category["semh"], column) == shown_instead
    assert value not in repr(shown)


def test_an_owner_may_be_named_but_how_to_reach_one_is_not_shown(published):
    shown, said = published(
        f"UPDATE strategies SET owner = 'Zebedee Quill' WHERE id = 's-1' AND {HOLDS}",
        f"UPDATE strategies SET owner = 'Ring 07700 900123' WHERE id = 's-2' AND {HOLDS}",
    )

    assert [one.owner for one in shown.statements] == ["Zebedee Quill", ""]
    assert said.startswith("Left out: s-2. Who looks after it may identify a person")


def test_who_agreed_is_named_but_how_to_reach_them_is_not_shown_and_told_once(council):
    council.loaded(ONE, statement("s-2", "Offer a timer."), statement("s-3", "Offer a mat."))
    by_hand(
        council.url,
        f"UPDATE strategies SET reviewed_by = 'zeb.quill@example.org' WHERE id < 's-3' AND {HOLDS}",
        f"UPDATE strategies SET reviewed_by = 'Zebedee Quill' WHERE id = 's-3' AND {HOLDS}",
    )
    made = council.made()

    assert [one.reviewed_by for one in made.site.released.statements] == ["", "", "Zebedee Quill"]
    (said,) = map(str, made.withheld)
    assert "by more than a name (zeb.quill@example.org), so that is not shown" in said


def test_the_schools_audit_has_no_words_of_the_settings_that_may_name_somebody(rules):
    audit = AuditSettings(
        levels=("In place", "Ask Rosa Quill", "Not yet"), headings={"a": "Ring 07700 900123"}
    )
    settings, said = fit_settings(SiteSettings(title="Ours", audit=audit), rules.names)

    assert settings == SiteSettings(
        title="Ours", audit=AuditSettings(levels=("In place", "Not yet"))
    )
    assert [one.found for one in said] == [("Rosa",), ("07700 900123",)]


def test_publishing_looks_through_the_settings(council, rules):
    council.loaded(ONE)
    audit = AuditSettings(levels=("Ask Rosa Quill",))
    settings = replace(rules, site=SiteSettings(audit=audit))
    made = site_of(council.workspace, settings, Wanted(url=council.url))

    assert made.site.settings.audit.levels == ()
    assert "Change it under 'audit' in the council's site.yaml" in str(made.withheld[0])


def test_corrections_by_hand_are_shown_but_for_those_that_may_name_somebody(published):
    """Headings are written with capitals, and passed the checks of their document."""
    shown, said = published(
        set_text("s-1", "Offer a calm corner."), set_text("s-2", "Ask Rosa Quill to sit in front.")
    )

    assert [one.text for one in shown.statements] == ["Offer a calm corner."]
    assert [(one.id, one.text) for one in shown.gone] == [("wsu-resources", "Kit"), ("s-2", "")]
    assert said.startswith("Left out: s-2. Its words were changed in the database by hand")


def test_an_earlier_release_has_no_edits_since_it_was_loaded(council):
    council.loaded(ONE)
    council.loaded(statement("s-1", "Offer two corners."))
    by_hand(council.url, set_text("s-1", "Offer three corners."))

    assert typed_by_hand(council.url, 1).unsigned == 0
    assert typed_by_hand(council.url).unsigned == 1
