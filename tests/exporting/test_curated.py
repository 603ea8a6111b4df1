"""The files a directory is loaded from: their columns, their bytes, and how they are put in place."""

import csv
import io
import json
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from fingerpost.curating import append
from fingerpost.decisions import Action
from fingerpost.errors import RulesError, WorkspaceError
from fingerpost.exporting import curated_files, verify, write_curated
from fingerpost.strategies import Link
from fingerpost.suggestions import Evidence, Reason, Suggestion
from fingerpost.taxonomy import Facet, Taxonomy
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.curating.lines import TEXT, answer, log_of
from tests.curating.statements import statement
from tests.exporting.outcomes import TAXONOMY, outcome_of
from tests.support.chance import times

AREA = Facet.AREA


def rows(files, name):
    return list(csv.DictReader(io.StringIO(files[name].decode(), newline="")))


def written(*classified, decisions=()):
    return curated_files(outcome_of(classified, decisions))


def test_the_columns_are_the_contracts():
    headers = {
        name: content.split(b"\n")[0].decode()
        for name, content in written().items()
        if name.endswith(".csv")
    }
    assert headers["strategies.csv"] == (
        "id,status,text,source_text,lead_in,area_of_need,need,universal,teachers_standards,tier,"
        "phase,actor,voice,purpose,confidence,source,heading_path,locator,resources,reviewed_by,"
        "reviewed_on,next_review,owner"
    )
    assert headers["strategy_concepts.csv"] == "strategy_id,facet,concept_id,primary,evidence"
    assert headers["resources.csv"] == (
        "id,url,title,host,strategy_ids,publisher,trusted_because,phase,checked_on,owner"
    )
    assert headers["strategy_resources.csv"] == "strategy_id,resource_id,place"
    assert headers["documents.csv"] == "source,title,edition,sha256"
    assert headers["redirects.csv"] == "id,kind,replaced_by,reason"
    assert headers["taxonomy.csv"].startswith("id,facet,label,")


def test_only_accepted_and_approved_statements_are_written():
    files = written(
        statement("s-1"),
        statement("s-2", reasons=(Reason.NO_LABEL,)),
        statement("s-3", reasons=(Reason.NO_LABEL,)),
        statement("s-4"),
        decisions=log_of(answer("s-3"), answer("s-4", Action.REJECTED)),
    )
    assert [(row["id"], row["status"]) for row in rows(files, "strategies.csv")] == [
        ("s-1", "accepted"),
        ("s-3", "approved"),
    ]
    assert {row["strategy_id"] for row in rows(files, "strategy_concepts.csv")} == {"s-1", "s-3"}


def test_a_reviewers_note_and_a_comment_in_word_are_in_no_file_of_the_directory():
    told = "Keira's mother asked for this."
    one = statement("s-1", reasons=(Reason.NO_LABEL,))
    commented = replace(one, strategy=replace(one.strategy, comments=(told,)))
    files = written(commented, decisions=log_of(answer("s-1", note=told)))
    assert [row["status"] for row in rows(files, "strategies.csv")] == ["approved"]
    assert {name for name, content in files.items() if b"Keira" in content} <= {"decisions.csv"}


def test_a_statement_is_written_with_all_that_is_known_of_it():
    one = statement(
        lead_in="In class:",
        labels=((AREA, ("cognition-and-learning", "semh")), (Facet.STANDARD, ("ts-5",))),
        links=(Link("https://example.org/a", "Guide"), Link("https://example.org/a", "again")),
        tier="universal",
        phases=("ks1", "ks2"),
        actor="teacher",
        voice="imperative",
        purpose="so that I can start",
    )
    (row,) = rows(written(one), "strategies.csv")
    assert row == {
        "id": "s-1",
        "status": "accepted",
        "text": TEXT,
        "source_text": f"• {TEXT}",
        "lead_in": "In class:",
        "area_of_need": "cognition-and-learning|semh",
        "need": "",
        "universal": "",
        "teachers_standards": "ts-5",
        "tier": "universal",
        "phase": "ks1|ks2",
        "actor": "teacher",
        "voice": "imperative",
        "purpose": "so that I can start",
        "confidence": "",
        "source": "areas/one.docx",
        "heading_path": "Classroom > Talk",
        "locator": "body/p[3]",
        "resources": "https://example.org/a",
        "reviewed_by": "",
        "reviewed_on": "",
        "next_review": "",
        "owner": "",
    }


def test_an_approval_says_who_when_and_when_to_look_again():
    decided = log_of(answer("s-1", by="Ann", at="2024-02-29T23:00:00+00:00", wording="New words."))
    (row,) = rows(written(statement(), decisions=decided), "strategies.csv")
    assert (row["text"], row["source_text"]) == ("New words.", f"• {TEXT}")
    assert (row["reviewed_by"], row["reviewed_on"], row["next_review"]) == (
        "Ann",
        "2024-02-29",
        "2025-02-28",
    )


def test_the_json_says_the_same_with_lists_as_lists():
    files = written(statement(phases=("ks1",)), statement("s-2", labels=()))
    listed = json.loads(files["strategies.json"])
    for record, row in zip(listed, rows(files, "strategies.csv"), strict=True):
        assert list(record) == list(row)
        joined = {
            name: "|".join(value) if isinstance(value, list) else value or ""
            for name, value in record.items()
        }
        assert joined == row
    assert (listed[0]["phase"], listed[1]["area_of_need"]) == (["ks1"], [])
    assert listed[0]["confidence"] is None


def test_every_label_names_what_it_rests_on():
    one = statement(labels=((AREA, ("cognition-and-learning", "semh")),))
    assert rows(written(one), "strategy_concepts.csv") == [
        {
            "strategy_id": "s-1",
            "facet": "area_of_need",
            "concept_id": "cognition-and-learning",
            "primary": "true",
            "evidence": "headings: Talk",
        },
        {
            "strategy_id": "s-1",
            "facet": "area_of_need",
            "concept_id": "semh",
            "primary": "false",
            "evidence": "headings: Talk",
        },
    ]


def test_what_one_matcher_saw_is_told_together_the_strongest_first():
    def vote(matcher, quote, score, **more):
        return Suggestion(AREA, "semh", score, Evidence(matcher, quote, "r"), **more)

    votes = (
        vote("patterns", "calm", 0.4),
        vote("patterns", "worry box", 0.9),
        vote("headings", "Feelings", 0.8, structural=True),
        vote("patterns", "calm", 0.4),
    )
    one = replace(statement(), suggestions=votes)
    (row,) = rows(written(one), "strategy_concepts.csv")
    assert row["evidence"] == "headings: Feelings; patterns: worry box, calm"


def test_a_persons_label_rests_on_the_person_first():
    decided = log_of(answer("s-1", labels={AREA: ("semh",), Facet.NEED: ("cl-memory",)}))
    files = written(statement(), decisions=decided)
    assert [row["evidence"] for row in rows(files, "strategy_concepts.csv")] == [
        "person: Ann; headings: Talk",
        "person: Ann",
    ]


def test_a_link_is_listed_once_with_everything_that_uses_it():
    guide = Link("https://example.org/a|b", "Guide")
    files = written(
        statement("s-1", links=(Link("https://example.org/a|b", "https://example.org/a|b"),)),
        statement("s-2", links=(guide, Link("mailto:Team@Example.org", "Write"))),
        statement("s-3", links=(Link("javascript:alert(1)", "x"), Link("http://[bad", "y"))),
    )
    table = rows(files, "resources.csv")
    assert [
        {name: row[name] for name in ("url", "title", "host", "strategy_ids")} for row in table
    ] == [
        {
            "url": "https://example.org/a%7Cb",
            "title": "Guide",
            "host": "example.org",
            "strategy_ids": "s-1|s-2",
        },
        {
            "url": "mailto:Team@Example.org",
            "title": "Write",
            "host": "example.org",
            "strategy_ids": "s-2",
        },
        {"url": "http://[bad", "title": "y", "host": "", "strategy_ids": "s-3"},
    ]
    assert all(len(row["id"]) == 14 and row["id"].startswith("r-") for row in table)
    assert len({row["id"] for row in table}) == 3


def test_every_category_is_written_hidden_ones_too():
    table = rows(written(), "taxonomy.csv")
    assert [row["id"] for row in table] == [one.id for one in TAXONOMY.concepts]
    assert (table[0]["label"], table[0]["alternates"]) == ("Feelings", "SEMH|BESD")
    assert (table[2]["parent"], table[4]["hidden"], table[4]["folds_into"]) == (
        "cognition-and-learning",
        "true",
        "wsu-voice",
    )


def test_a_category_that_was_removed_from_the_rules_is_named():
    outcome = outcome_of([statement()], taxonomy=Taxonomy(()))
    with pytest.raises(RulesError) as refused:
        curated_files(outcome)
    assert str(refused.value) == (
        "rules/taxonomy: the category semh, which somebody gave to s-1 "
        f"(“{TEXT}”), is missing. Put it back; a category may be hidden but never removed."
    )


def test_statements_come_by_document_then_as_they_stand_there():
    files = written(
        statement("s-3", source="b.docx"),
        statement("s-2", source="a.docx"),
        statement("s-1", source="a.docx"),
    )
    assert [row["id"] for row in rows(files, "strategies.csv")] == ["s-2", "s-1", "s-3"]


def test_machines_get_plain_utf_8_with_nothing_escaped():
    files = written(statement(text='=1+1, "cafe\u0301"\nnext'))
    content = files["strategies.csv"]
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert '"=1+1, ""café""\nnext"'.encode() in content


@settings(max_examples=times(30))
@given(texts=st.lists(st.text(max_size=30), max_size=4))
def test_the_same_outcome_gives_the_same_bytes_and_every_text_comes_back(texts):
    made = [statement(f"s-{place}", text) for place, text in enumerate(texts)]
    first, second = written(*made), written(*made)
    assert first == second
    expected = [
        unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).replace(
            "\0", ""
        )
        for text in texts
    ]
    assert [row["text"] for row in rows(first, "strategies.csv")] == expected


def test_written_twice_the_folder_is_the_same_and_whole(tmp_path):
    append(tmp_path / "decisions.csv", answer("s-1"))
    outcome = outcome_of([statement()])
    write_curated(outcome, tmp_path)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    write_curated(outcome, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first
    assert sorted(first) == [
        "MANIFEST.sha256",
        "datapackage.json",
        "decisions.csv",
        "documents.csv",
        "redirects.csv",
        "resources.csv",
        "strategies.csv",
        "strategies.json",
        "strategies.schema.json",
        "strategy_concepts.csv",
        "strategy_resources.csv",
        "taxonomy.csv",
        "taxonomy.ttl",
    ]
    assert verify(tmp_path) == ()


def test_a_stop_half_way_is_seen_and_mended_by_the_next_time(tmp_path, monkeypatch):
    write_curated(outcome_of([statement()]), tmp_path)
    changed = outcome_of([statement(text="Other words.")])
    really_move, left = Path.replace, [2]

    def stops(self, target):
        left[0] -= 1
        if not left[0]:
            raise KeyboardInterrupt
        return really_move(self, target)

    monkeypatch.setattr(Path, "replace", stops)
    with pytest.raises(KeyboardInterrupt):
        write_curated(changed, tmp_path)
    monkeypatch.undo()
    assert verify(tmp_path) == (
        (
            "strategies.csv: was changed by something other than this program, or writing it was "
            "interrupted. Run: fingerpost migrate"
        ),
    )
    write_curated(changed, tmp_path)
    assert verify(tmp_path) == ()
    assert not (tmp_path / ".new").exists()


def test_a_file_held_open_in_excel_is_named(tmp_path, monkeypatch):
    write_curated(outcome_of([statement()]), tmp_path)

    def refuse(self, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(WorkspaceError) as refused:
        write_curated(outcome_of([]), tmp_path)
    assert str(refused.value) == (
        f"{tmp_path / 'strategies.csv'}: cannot be written. Close strategies.csv in Excel if it "
        "is open there, check that you may write to its folder, then run again."
    )
