"""The pages for everybody who took part, in a real browser, opened from disk with the network off."""

from dataclasses import replace

import pytest
from fingerpost.curating import fold
from fingerpost.decisions import Action
from fingerpost.pages import word_difference
from fingerpost.pages.rendering import render
from fingerpost.reporting import proposals_page, wanted, you_said_page
from fingerpost.suggestions import Reason

from tests.support.log import answer, comment, log_of
from tests.support.outcomes import outcome, statement

pytestmark = pytest.mark.slow

DIFFERENCE = """{% extends "base.html" %}{% from "difference.html" import difference %}
{% block title %}A difference{% endblock %}
{% block main %}<h1>A difference</h1><p>{{ difference(changes) }}</p>{% endblock %}"""


def nobody(_):
    return ()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    log = log_of(
        answer("s-1", Action.UNFITTING, note="New category: moving on"),
        answer("s-2", Action.NOT_SURE, note="Is it ours?"),
        comment("s-2", "Lovely"),
        comment("s-3", "Why?", by=""),
    )
    made = outcome(
        statement("Plan the move early", one="s-1", reasons=[Reason.UNFITTING]),
        statement("Ring home", one="s-2", reasons=[Reason.NOT_SURE]),
        statement("Show the clock", one="s-3"),
    )
    made = replace(made, standing=replace(made.standing, comments=fold(log).comments))
    place = tmp_path_factory.mktemp("reports")
    (place / "template.html").write_text(DIFFERENCE, encoding="utf-8")
    changes = word_difference("Show the small clock", "Show the large clock")
    pages = {
        "proposals.html": proposals_page(made, wanted(made, log, nobody)),
        "you-said.html": you_said_page(made, log, nobody),
        "difference.html": render(
            place, "template.html", changes=changes, here="", council="Leeds"
        ),
    }
    for name, page in pages.items():
        (place / name).write_text(page, encoding="utf-8")
    return place


@pytest.mark.parametrize("name", ["proposals.html", "you-said.html", "difference.html"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(browser, folder, name, width):
    axe = pytest.importorskip("axe_core_python.sync_playwright").Axe()
    # Axe is put into the page from outside, which the page's own policy would forbid.
    context = browser.new_context(
        offline=True, bypass_csp=True, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto((folder / name).as_uri())
    found = axe.run(page)["violations"]
    assert [(one["id"], [n["html"] for n in one["nodes"]]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()
