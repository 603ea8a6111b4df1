"""Accounts that hold too little, too much or the wrong place in, the fault that is named out."""

from dataclasses import replace
from pathlib import Path

import pytest
from fingerpost.strategies import Kind, LedgerRow

from tests.corpus.balance import CHECKOUT, ON_PURPOSE, differences, ledger_of, strays, weigh
from tests.oracle.parcel import Parcel, notes, p, r, t, table
from tests.oracle.words import read

DELETED = f"<w:del>{r('<w:delText>gone</w:delText>')}</w:del>"
BODY = "".join(
    [
        p(t("Offer a quiet place")),
        p(t("Wait "), DELETED, t("before asking")),
        table(p(t("Need")), p(t("Provision"))),
        p(t("unseen", "<w:vanish/>")),
    ]
)
DATA = Parcel(BODY, (notes(p(t("A note"))),)).zipped()


@pytest.fixture
def ledger() -> tuple[LedgerRow, ...]:
    return ledger_of("small.docx", DATA)


def faults(ledger: tuple[LedgerRow, ...]) -> list[str]:
    return [*differences(ledger, read(DATA)), *strays(ledger, DATA)]


def test_the_account_of_a_small_document_has_no_fault(ledger: tuple[LedgerRow, ...]) -> None:
    assert faults(ledger) == []


def test_a_row_left_out_is_missing_words(ledger: tuple[LedgerRow, ...]) -> None:
    for place in range(len(ledger)):
        assert any("missing" in fault for fault in faults(ledger[:place] + ledger[place + 1 :]))


def test_a_row_told_twice_is_words_too_many(ledger: tuple[LedgerRow, ...]) -> None:
    for row in ledger:
        assert any("too many" in fault for fault in faults((*ledger, row)))


def test_deleted_words_told_as_visible_are_a_fault(ledger: tuple[LedgerRow, ...]) -> None:
    shown = tuple(
        replace(row, kind=Kind.PARAGRAPH) if row.kind is Kind.DELETED else row for row in ledger
    )
    assert faults(shown) == [
        "body deleted: 1 missing: gone",
        "body visible: 1 too many: gone",
    ]


def test_words_of_a_note_told_as_body_are_a_fault(ledger: tuple[LedgerRow, ...]) -> None:
    moved = tuple(
        replace(row, locator="body/p[1]") if row.locator.startswith("footnote") else row
        for row in ledger
    )
    assert "footnote visible: 2 missing: a note" in faults(moved)


@pytest.mark.parametrize("locator", ["body/p[2]", "body/p[9]", "comment[1]/p[1]"])
def test_a_row_in_the_wrong_place_is_a_fault(ledger: tuple[LedgerRow, ...], locator: str) -> None:
    moved = (replace(ledger[0], locator=locator), *ledger[1:])
    assert any(locator in fault for fault in faults(moved))


def test_a_description_of_a_picture_is_not_weighed(ledger: tuple[LedgerRow, ...]) -> None:
    described = replace(ledger[0], kind=Kind.ALT_TEXT, text="A chart")
    assert faults((*ledger, described)) == []


@pytest.mark.parametrize(
    ("data", "outcome", "code"),
    [
        (DATA, "balanced", ""),
        (b"%PDF-1.7", "refused", "not-word"),
        (b"", "refused", "empty-file"),
        (DATA[: len(DATA) // 2], "refused", "corrupt"),
    ],
)
def test_a_file_balances_or_is_refused_by_name(
    tmp_path: Path, data: bytes, outcome: str, code: str
) -> None:
    path = tmp_path / "folder" / "file.docx"
    path.parent.mkdir()
    path.write_bytes(data)
    verdict = weigh(path)
    assert (verdict.name, verdict.outcome, verdict.code) == ("folder/file.docx", outcome, code)


def test_files_refused_on_purpose_are_listed_with_their_code() -> None:
    told = (CHECKOUT / "docs" / "word-layouts.md").read_text(encoding="utf-8")
    section = told.partition("### Files that do not balance")[2].partition("###")[0]
    for name, code in ON_PURPOSE.items():
        assert f"`{name.partition('-')[2]}`" in section
        assert f"`{code}`" in section
