import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from fingerpost.publishing.audit import write_document

from tests.support.audits import audit, settings, statement

PARTS = (
    statement("s-1", "Greet each child by name.", "wsu-voice", "wsu-teaching", "ts-5"),
    statement("s-2", "a clock in each room", lead_in="We provide:", phases=("ks1",)),
)


def written(*statements, **more):
    return docx.Document(io.BytesIO(write_document(audit(*statements, **more))))


def words(document):
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *(cell.text for cell in cells)])


def headings(document):
    named = (one for one in document.paragraphs if one.style.name.startswith(("Title", "Heading")))
    return [(one.style.name, one.text) for one in named]


def test_focus_areas_are_real_headings_in_the_councils_order():
    assert headings(written(*PARTS)) == [
        ("Title", "Exampleshire: whole-school SEND audit"),
        ("Heading 1", "Child and family voice"),
        ("Heading 1", "Teaching"),
        ("Heading 1", "Rooms"),
    ]


def test_each_focus_area_has_a_table_whose_head_is_repeated_and_whose_rows_are_not_cut():
    _, voice, teaching = written(*PARTS).tables

    for table in (voice, teaching):
        head, *others = table.rows
        assert [cell.text for cell in head.cells] == [
            "Statement",
            "Rating",
            "Evidence",
            "Action",
            "Owner",
            "Review date",
        ]
        assert head._tr.trPr.find(qn("w:tblHeader")) is not None
        assert [row._tr.trPr.find(qn("w:cantSplit")) is not None for row in others] == [True]


def test_nothing_of_a_statement_is_left_out_on_paper():
    _, voice, teaching = written(*PARTS, site=settings(wsu_voice="1. Partnership")).tables

    assert voice.rows[1].cells[0].text == (
        "Greet each child by name.\nTS5: Adapt teaching\nAlso about: Teaching\n"
        "Your heading: 1. Partnership"
    )
    assert teaching.rows[1].cells[0].text == "We provide:\na clock in each room\nPhase: Key Stage 1"
    assert voice.rows[1].cells[1].text.split("\n") == [
        "☐\u00a0Secure",
        "☐\u00a0Growing",
        "☐\u00a0Not yet",
    ]


def test_under_the_headings_that_schools_know_every_statement_stands_again():
    document = written(*PARTS, site=settings(wsu_voice="1. Partnership"))

    listed = [one.text for one in document.paragraphs if one.style.name == "List Bullet"]
    assert headings(document)[-3:] == [
        ("Heading 1", "Under the headings you know"),
        ("Heading 2", "1. Partnership"),
        ("Heading 2", "Under none of these headings"),
    ]
    assert listed == [
        "Greet each child by name. (Child and family voice)",
        "We provide: a clock in each room (Teaching)",
    ]


def test_an_area_without_statements_says_so_and_without_levels_the_cell_is_blank():
    document = written(*PARTS, site=settings(levels=()))

    assert "The directory has no universal statement here." in words(document)
    assert document.tables[1].rows[1].cells[1].text == ""
    assert "has not set levels of rating yet" in words(document)


def test_the_same_audit_gives_the_same_bytes_and_carries_no_moment():
    data = write_document(audit(*PARTS))

    assert data == write_document(audit(*PARTS))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        told = package.read("docProps/core.xml").decode()
        assert {entry.date_time for entry in package.infolist()} == {(2020, 1, 1, 0, 0, 0)}
    assert set(re.findall(r"\d{4}-\d\d-\d\d", told)) == {"2020-01-01"}


def test_hostile_text_is_text():
    hostile = "<w:p/>\x00\x0b{{ 7*7 }} =1+1 \u202e" + "w" * 5000
    document = written(statement("s-1", hostile, "wsu-voice"), council="<b>&\x01")

    assert "<w:p/>{{ 7*7 }} =1+1 " in words(document).replace("\n", "")
    assert document.paragraphs[0].text.startswith("<b>&")


@pytest.mark.slow
def test_libreoffice_opens_it_and_shows_all_of_it(resaved):
    many = [statement(f"s-{n}", f"Number {n} of many is done each day.") for n in range(60)]
    data = write_document(audit(*PARTS, *many))

    text = resaved(data, "audit.docx", "txt:Text (encoded):UTF8").decode("utf-8-sig")
    shown = re.sub(r"\s+", " ", text)
    assert [one.id for one in (*PARTS, *many) if one.text not in shown] == []
