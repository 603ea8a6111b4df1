"""The pages about releases and links, in a real browser, opened from disk with the network off."""

from datetime import date, timedelta

import pytest
from fingerpost.linking import (
    Outcome,
    Reply,
    currency_of,
    links_of,
    links_page,
    remember,
    upkeep_page,
)
from fingerpost.loading import (
    Change,
    ChangeKind,
    Conflict,
    HandEdit,
    Kept,
    LoadReport,
    ReleaseTold,
    Subject,
    plan_page,
    release_page,
    sample_of,
)

from tests.linking.directories import release, resource, statement

pytestmark = pytest.mark.slow

LONG = "https://example.org/" + "a-very-long-address-without-an-end" * 6
COMMAND = "fingerpost load --plan reports/plan.json"
MONDAY = date(2026, 9, 7)


def changed() -> LoadReport:
    about = {"subject": Subject.STRATEGY, "id": "s-1", "text": "Show the large clock."}
    met = {**about, "field": "text", "base": "Old.", "by_hand": "Mine.", "in_files": "Theirs."}
    return LoadReport(
        target=LONG,
        release=2,
        previous=1,
        statements=3,
        nothing_to_load=False,
        rows_read=1200,
        changes=(
            Change(
                kind=ChangeKind.CHANGED, **about, field="text", before="Show the clock.", after=LONG
            ),
            Change(kind=ChangeKind.ADDED, **{**about, "id": "s-2"}),
            Change(kind=ChangeKind.RETIRED, **{**about, "id": "s-3"}),
        ),
        edits=(HandEdit(**about, field="owner", base="", value="Sam Example"),),
        conflicts=(Conflict(**met, kept=Kept.BY_HAND),),
    )


def dying():
    found = release(
        resource("a", title="A guide", owner="Ann Example"),
        resource("b"),
        resource("long", LONG),
        statement("1", "a", "long", source_text="• Statement One.", source="areas/one.docx"),
        statement("2", "a", next_review="2026-01-01", owner="Ann Example"),
    )
    memory = {}
    for days in (0, 4, 8):
        replies = (
            Reply(url="https://example.org/a", outcome=Outcome.FAILED, words="is not there"),
            Reply(
                url="https://example.org/b", outcome=Outcome.GOOD, words="answers", moved_to=LONG
            ),
        )
        memory = remember(memory, replies, MONDAY + timedelta(days=days))
    return found, memory


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("reports")
    found, memory = dying()
    told = ReleaseTold(
        report=changed(),
        release=found.release,
        samples=tuple(sample_of(one, found) for one in found.statements),
        before=2,
    )
    pages = {
        "plan.html": plan_page(changed(), 2, "Council", COMMAND),
        "release.html": release_page(told, "Council"),
        "links.html": links_page(links_of(found, memory), "Council", "2026-09-15", "../site/"),
        "upkeep.html": upkeep_page(currency_of(found, MONDAY), "Council"),
    }
    for name, page in pages.items():
        (place / name).write_text(page, encoding="utf-8")
    return place


@pytest.mark.parametrize("name", ["plan.html", "release.html", "links.html", "upkeep.html"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(browser, folder, name):
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    for width in (1280, 320):
        # Axe is put into the page from outside, which the page's own policy would forbid.
        context = browser.new_context(
            offline=True, bypass_csp=True, viewport={"width": width, "height": 800}
        )
        page = context.new_page()
        page.goto((folder / name).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        found = axe.run(page)["violations"]
        assert [(one["id"], [n["html"] for n in one["nodes"]]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        context.close()


@pytest.mark.parametrize("name", ["plan.html", "release.html", "links.html", "upkeep.html"])
def test_a_page_asks_nobody_for_anything_and_its_policy_is_kept(browser, folder, name):
    page = browser.new_page()
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    page.goto((folder / name).as_uri())
    assert asked == [(folder / name).as_uri()]
    assert told == []
    page.close()
