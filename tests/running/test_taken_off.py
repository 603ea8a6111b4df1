"""What people have taken off since is not shown again with an earlier release, and going back says so."""

from dataclasses import replace

import pytest
from click.testing import CliRunner
from fingerpost.cli import program
from fingerpost.cli.releases import answer_of
from fingerpost.decisions import Action
from fingerpost.loading import released
from fingerpost.naming import part_ids
from fingerpost.publishing import build
from fingerpost.released import Statement
from fingerpost.running.directory.taken_off import TakenOff, Why, fit_to_quote
from fingerpost.running.directory.withholding import told_words
from fingerpost.strategies import Link
from fingerpost.taxonomy import Facet, Taxonomy
from fingerpost.upkeep import resource_id

from tests.curating.lines import (
    TEXT,
    TUESDAY,
    WEDNESDAY,
    answer,
    as_parts,
    detached,
    fact,
    reported,
    undone,
)
from tests.curating.statements import statement
from tests.exporting.outcomes import TAXONOMY, concept
from tests.loading.databases import by_hand
from tests.loading.edited import HOLDS, set_text
from tests.support.audits import answered, typed
from tests.support.released import released as released_of
from tests.support.workbooks import opened

OLD = "Take the pencil away."
NEW = "Offer a pencil grip."
GUIDE = Link("https://example.org/guide", "Guide")
OTHER_WORDS = "Offer a quiet corner."
OTHER = statement("s-2", OTHER_WORDS)
NAMED = "Ask Rosa Quill to sit in front."


def run(folder, *arguments):
    return CliRunner().invoke(program, [*arguments, "--workspace", str(folder)]).output


ANSWERED = answer("s-1", wording=NEW, at=TUESDAY, saw=TUESDAY)


REFUSED = [
    (answer("s-1", Action.REJECTED), "left-out"),
    (answer("s-1", Action.WITHDRAWN), "left-out"),
    (answer("s-1", Action.PULLED_OUT), "left-out"),
    ((*reported("s-1", "harmful", "Hm"), *answer("s-1", Action.REJECTED, saw=TUESDAY)), "reported"),
    (reported("s-1", "names-somebody", "Hm"), "reported"),
]


@pytest.mark.parametrize(("said", "why"), REFUSED)
def test_what_people_have_taken_off_since_is_not_shown_with_an_earlier_release(council, said, why):
    council.loaded(statement("s-1", OLD), OTHER)
    council.say(*said)
    council.loaded(statement("s-1", OLD), OTHER)
    made = council.made(1)

    assert made.taken_off == {why: 1}
    assert [one.id for one in made.site.released.statements] == ["s-2"]
    gone = {one.id: one for one in made.site.released.gone}
    assert (gone["s-1"].text, gone["s-1"].since) == ("", 2)


def test_words_changed_after_a_report_are_not_shown_with_an_earlier_release(council):
    council.loaded(statement("s-1", OLD), OTHER)
    council.say(*reported("s-1", "harmful", "Hm"), *ANSWERED)
    council.loaded(statement("s-1", OLD), OTHER)

    assert council.shown() == {"s-1": NEW, "s-2": OTHER_WORDS}
    compared = council.made(since=1).site.before.statements
    assert {one.id: one.text for one in compared} == {"s-1": "", "s-2": OTHER_WORDS}
    files = dict(build(council.made(1).site))
    assert b"shown no more" in files["statements/s-1.html"]
    assert [path for path, content in files.items() if OLD.encode() in content] == []


@pytest.mark.parametrize("answered", [(), answer("s-1", Action.REJECTED, saw=TUESDAY), ANSWERED])
def test_a_harmful_statement_is_off_the_newest_release_before_the_next_load(
    council, tmp_path, answered
):
    council.loaded(statement("s-1", OLD), OTHER)
    council.loaded(statement("s-1", OLD), statement("s-2", "Offer two corners."))
    council.say(*reported("s-1", "harmful", "Hm"), *answered)

    for made in (council.made(), council.made(1)):
        assert made.taken_off == {"reported": 1}
        assert [one.id for one in made.site.released.statements] == ["s-2"]
    files = dict(build(council.made(since=1).site))
    assert b"shown no more" in files["statements/s-1.html"]
    assert [path for path, content in files.items() if OLD.encode() in content] == []
    told = run(tmp_path, "export", "csv", "--since", "1")
    assert (
        "Not shown: 1 statement, because a reader said that they name somebody or do harm" in told
    )
    assert "Once it is shown again, export everything: leave --since out." in told
    assert run(tmp_path, "audit").count("Not shown: 1 statement") == 1
    written = [path for path in (tmp_path / "export").rglob("*") if path.is_file()]
    assert written
    assert [path for path in written if OLD.encode() in path.read_bytes()] == []


@pytest.mark.parametrize(("why", "lead_in"), [({"s-1": Why.REPORTED}, "Then:"), ({}, NAMED)])
def test_of_words_that_may_be_told_to_nobody_none_is_told_beside_those_of_now(rules, why, lead_in):
    then = Statement(id="s-1", text=OLD, lead_in=lead_in, child_voice="I am cross.", purpose="Calm")
    now = replace(then, text=NEW, lead_in="", child_voice="", purpose="")
    quoted = fit_to_quote(released_of([then]), released_of([now]), TakenOff(why=why), rules.names)

    assert [told_words(one) for one in quoted.statements] == [("", "", "", "")]
    same = fit_to_quote(released_of([now]), released_of([now]), TakenOff(why=why), rules.names)
    assert [one.text for one in same.statements] == [NEW], "what is shown now may be told"


def test_a_schools_next_audit_tells_no_words_that_were_reported_and_changed(council, tmp_path):
    school, next_year = tmp_path / "school.xlsx", tmp_path / "Next.XLSX"
    universal = {"labels": ((Facet.UNIVERSAL, ("wsu-voice",)),), "tier": "universal"}
    council.loaded(statement("s-1", OLD, **universal), statement("s-2", OTHER_WORDS, **universal))
    run(tmp_path, "audit", "--out", str(school))
    filled = {"s-1": {"Owner": "Aster"}, "s-2": {"Owner": "Aster"}}
    school.write_bytes(answered(school.read_bytes(), filled))
    council.say(*reported("s-1", "harmful", "Hm"), *ANSWERED)
    council.loaded(statement("s-1", OLD, **universal), statement("s-2", "Offer two.", **universal))
    run(tmp_path, "audit", str(school), "--out", str(next_year))

    words = " ".join(map(str, typed(opened(next_year.read_bytes()))))
    assert "The words have changed: (These words are left out" in words
    assert "away" not in words
    assert "The words have changed: Offer" in words
    assert [one.name for one in tmp_path.glob("*.XLSX")] == ["Next.XLSX"], "and no empty one beside"


def test_a_reported_statement_that_somebody_keeps_is_on_the_newest_release(council):
    council.loaded(statement("s-1", TEXT), OTHER)
    council.say(*reported("s-1", "unclear", "Hm"))
    assert council.made().taken_off == {}, "what does no harm waits where it is"
    council.say(*reported("s-1", "harmful", "Hm"), *answer("s-1", at=TUESDAY, saw=TUESDAY))
    assert council.made().taken_off == {}
    council.say(*reported("s-1", "unclear", "Still", at=WEDNESDAY))
    assert council.made().taken_off == {}, "nor does such a report bring a settled one back"


def test_words_that_somebody_kept_knowing_of_a_report_may_be_shown_again(council):
    council.loaded(statement("s-1", TEXT), OTHER)
    council.say(*answer("s-1"), *reported("s-1", "harmful", "Hm"))
    council.loaded(OTHER)
    assert council.made(1).taken_off == {"reported": 1}, "the answer did not know of the report"
    council.say(*answer("s-1", at=TUESDAY, saw=TUESDAY))
    assert council.made(1).taken_off == {}


def test_a_report_of_a_part_keeps_the_whole_it_was_parted_from_off_too(council):
    council.loaded(statement("s-1", f"{OLD} {NEW}"), OTHER)
    council.say(*as_parts(answer("s-1", wording=f"{OLD}\n{NEW}")))
    council.say(*reported(part_ids("s-1", (OLD, NEW))[0], "harmful", "Hm"))
    council.loaded(OTHER)

    assert council.made(1).taken_off == {"reported": 1}


def test_a_report_of_a_piece_keeps_the_whole_that_took_it_in_off_too(council):
    council.loaded(statement("s-1", OLD), OTHER)
    council.say(*answer("s-1", wording=OLD))
    council.say(*fact("s-1", "joined", "s-2 d1", action=Action.JOINED))
    council.say(*reported("s-2", "harmful", "Hm"))

    assert council.made().taken_off == {"reported": 2}


def test_what_two_people_differ_in_is_not_shown_with_an_earlier_release(council):
    council.loaded(statement("s-1", OLD), OTHER)
    council.say(*answer("s-1", Action.REJECTED, by="Bo"), *answer("s-1", at=TUESDAY))

    assert council.made(1).taken_off == {}, "shown until it is loaded without"
    council.loaded(statement("s-1", OLD), OTHER)
    assert council.made(1).taken_off == {"left-out": 1}


def test_what_somebody_retired_in_the_database_stays_off_and_what_is_put_back_returns(council):
    council.say(*answer("s-1", wording=OLD))
    council.loaded(statement("s-1", OLD), OTHER)
    council.loaded(statement("s-1", OLD), statement("s-2", "Offer two corners."))
    by_hand(council.url, f"UPDATE strategies SET state = 'retired' WHERE id = 's-1' AND {HOLDS}")
    assert council.made(1).taken_off == {"by-hand": 1}
    council.loaded(statement("s-1", OLD), statement("s-2", "Offer three corners."))
    assert council.made(1).taken_off == {"by-hand": 1}
    by_hand(council.url, f"UPDATE strategies SET state = 'live' WHERE id = 's-1' AND {HOLDS}")
    assert council.made(1).taken_off == {}
    council.say(*answer("s-1", wording=NEW, at=TUESDAY, saw=TUESDAY))
    council.loaded(statement("s-1", OLD), OTHER)
    assert (council.shown()["s-1"], council.made(1).taken_off) == (NEW, {})


def test_a_name_that_was_taken_out_of_the_words_since_is_not_shown_with_them(council):
    council.loaded(statement("s-1", NAMED), OTHER)
    council.loaded(statement("s-1", "Let them sit in front."), OTHER)
    assert council.made(1).taken_off == {"personal": 1}
    council.say(*answer("s-1", wording=NAMED))
    assert council.made(1).taken_off == {}, "somebody stands by these words"


def test_what_went_with_its_document_alone_is_shown_with_an_earlier_release(council):
    council.loaded(statement("s-1", OLD), OTHER)
    council.loaded(OTHER)

    assert (council.shown(1)["s-1"], council.made(1).taken_off) == (OLD, {})


def test_an_answer_that_is_taken_back_takes_nothing_off(council):
    council.loaded(statement("s-1", OLD), OTHER)
    council.say(*answer("s-1", Action.REJECTED))
    council.loaded(statement("s-1", OLD), OTHER)
    council.say(*(line for one in council.log for line in undone(one.seq)))

    assert council.made(1).taken_off == {}


def test_a_directory_knows_what_an_older_folder_has_forgotten(council, tmp_path):
    council.loaded(statement("s-1", OLD), OTHER)
    council.say(*answer("s-1", Action.REJECTED))
    council.loaded(statement("s-1", OLD), OTHER)
    (tmp_path / "data" / "curated" / "decisions.csv").unlink()

    assert council.made(1).taken_off == {"left-out": 1}


def test_of_two_copies_of_a_folder_that_were_worked_on_apart_both_are_heard(council):
    council.loaded(statement("s-1", OLD), OTHER)
    council.say(*answer("s-1", Action.REJECTED))
    council.loaded(statement("s-1", OLD), OTHER)
    council.workspace.log.unlink()
    council.say(*reported("s-2", "harmful", "Hm"))

    assert council.made(1).taken_off == {"reported": 1, "left-out": 1}


def test_a_resource_that_people_took_away_is_not_shown_beside_an_earlier_statement(council):
    both = statement("s-1", NEW, links=(GUIDE,)), statement("s-2", OLD, links=(GUIDE,))
    council.loaded(*both)
    council.say(*detached("s-1", resource_id(GUIDE.href)))
    council.loaded(*both)

    links = {one.id: len(one.resources) for one in council.made(1).site.released.statements}
    assert links == {"s-1": 0, "s-2": 1}
    by_hand(council.url, "DELETE FROM strategy_resources WHERE strategy_id = 's-2'")
    links = {one.id: len(one.resources) for one in council.made(1).site.released.statements}
    assert links == {"s-1": 0, "s-2": 0}, "in the database too"


def test_going_back_names_what_people_had_taken_off_on_the_command_and_the_page(council, tmp_path):
    council.loaded(statement("s-1", OLD, links=(GUIDE,)), OTHER)
    council.say(*answer("s-1", Action.REJECTED), *detached("s-1", resource_id(GUIDE.href)))
    council.loaded(statement("s-1", OLD, links=(GUIDE,)), OTHER)
    told = answer_of(council.back(1)).lines

    assert told[:3] == (
        "This shows again 1 statement that people had taken off or put on hold since then:",
        f"Feelings: {OLD}",
        "It shows again 1 resource that people had taken away.",
    )
    assert council.shown()["s-1"] == OLD
    page = (tmp_path / "reports" / "release.html").read_text()
    assert "Read this before anybody signs it off" in page
    assert f"Feelings: {OLD}" in page
    for command in ("publish", "audit"):
        signing = f"fingerpost rollback --workspace {tmp_path} 1 --signed-off-by"
        assert signing in run(tmp_path, command), "load would bring the newer words again"
    assert answer_of(council.back(1, "Bo")).lines[:3] == told[:3], "who signs it off is told again"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (OLD, (*reported("s-1", "harmful", "Hm"), *ANSWERED)),
        (NAMED, answer("s-1", wording=NEW)),
    ],
)
def test_going_back_leaves_words_that_do_harm_or_name_somebody_as_they_are(council, text, said):
    council.loaded(statement("s-1", text), OTHER)
    council.say(*said)
    moved = statement("s-1", text, source="b.docx", links=(GUIDE,))
    council.loaded(moved, statement("s-2", "Reworded."))
    told = "\n".join(answer_of(council.back(1)).lines)

    found = released(council.url)
    assert {one.id: one.text for one in found.statements} == {"s-1": NEW, "s-2": OTHER_WORDS}
    assert [one.source for one in found.documents] == ["areas/one.docx", "b.docx"]
    assert [one.url for one in found.resources] == [GUIDE.href]
    assert "1 statement did not come back, because" in told
    assert text not in told


def test_going_back_keeps_what_stands_for_words_that_do_harm(council):
    council.loaded(statement("s-1", TEXT), OTHER)
    council.say(*reported("s-1", "harmful", "Hm"))
    council.say(*as_parts(answer("s-1", wording=f"{OLD}\n{NEW}", at=TUESDAY, saw=TUESDAY)))
    council.loaded(statement("s-1", TEXT), statement("s-2", "Reworded."))
    council.back(1)

    assert sorted(council.shown().values()) == [NEW, OTHER_WORDS, OLD]


def test_what_stays_as_it_is_stays_in_a_category_that_is_newer(council):
    newer = Taxonomy((*TAXONOMY.concepts, concept("hall", Facet.AREA, "Hall")))
    council.loaded(statement("s-1", OLD), OTHER)
    council.say(*reported("s-1", "harmful", "Hm"))
    hall = {Facet.AREA: ("hall",)}
    council.say(*answer("s-1", wording=NEW, labels=hall, at=TUESDAY, saw=TUESDAY))
    council.loaded(statement("s-1", OLD), statement("s-2", "Reworded."), taxonomy=newer)
    council.back(1)

    labels = {one.text: one.labels for one in council.made().site.released.statements}
    assert labels[NEW] == hall


def test_going_back_brings_no_statement_back_that_may_identify_a_person(council):
    council.loaded(statement("s-1", NAMED), OTHER)
    council.say(*answer("s-1", Action.REJECTED))
    council.loaded(statement("s-1", NAMED), statement("s-2", "Reworded."))
    told = "\n".join(answer_of(council.back(1)).lines)

    assert council.shown() == {"s-2": OTHER_WORDS}
    assert "1 statement did not come back, because their words of then may identify" in told
    assert "Rosa" not in told


def test_a_release_tells_everywhere_what_was_changed_by_hand_since_it_was_signed_off(council):
    council.loaded(statement("s-1", OLD), OTHER)
    assert council.made().site.released.changed_by_hand == 0
    by_hand(
        council.url,
        set_text("s-1", NEW),
        f"UPDATE concepts SET definition = 'Ours.' WHERE id = 'semh' AND {HOLDS}",
    )
    files = dict(build(council.made().site))

    said = "Since then 2 entries were changed by hand; nobody has signed that off."
    assert b'"changed_by_hand": 2' in files["release.json"]
    for path in ("about.html", "index.html", "statements/s-1.html", "index.txt"):
        assert said in files[path].decode(), path
    council.loaded(statement("s-1", OLD), OTHER, by="Bo")
    assert council.made().site.released.changed_by_hand == 0
    assert released(council.url).release.signed_off_by == "Bo"
