"""The committed samples in, proof that the documents and the lists of what stands in them agree out."""

import csv
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest
import yaml

from tests.samples.expectations import COLUMNS, expected_rows
from tests.samples.notation import read_texts

HERE = Path(__file__).parent
RAW = HERE.parents[1] / "data" / "raw"
AREAS = {
    "communication-and-interaction",
    "cognition-and-learning",
    "semh",
    "sensory-and-physical",
    "universal",
}
UNIVERSAL = {
    f"wsu-{word}"
    for word in [
        "leadership",
        "outcomes",
        "assessment",
        "teaching",
        "environment",
        "resources",
        "pastoral",
        "transition",
        "voice",
        "workforce",
        "multiagency",
    ]
}
NEEDS = {
    *[
        "ci-expressive",
        "ci-receptive",
        "ci-speech",
        "ci-attention",
        "ci-social",
        "ci-autism",
        "ci-aac",
    ],
    *["cl-literacy", "cl-numeracy", "cl-memory", "cl-metacognition", "cl-general", "cl-complex"],
    *[
        "semh-regulation",
        "semh-relationships",
        "semh-anxiety",
        "semh-attention",
        "semh-behaviour",
        "semh-trauma",
        "semh-attendance",
    ],
    *["sp-hearing", "sp-vision", "sp-msi", "sp-physical", "sp-motor", "sp-sensory", "sp-medical"],
}
LABELS = {
    "area_of_need": AREAS,
    "need": NEEDS,
    "universal": UNIVERSAL,
    "teachers_standards": {*(f"ts-{number}" for number in range(1, 9)), "ts-p2"},
    "tier": {"universal", "targeted", "specialist"},
    "phase": {"early-years", "ks1", "ks2", "ks3", "ks4", "post-16"},
}
_DELETED = re.compile(r"<w:(del|moveFrom)[ >].*?</w:\1>", re.DOTALL)
_HIDDEN = re.compile(
    r"<w:r(?: [^>]*)?>(?:(?!</w:r>).)*?<w:vanish\b(?:(?!</w:r>).)*?</w:r>", re.DOTALL
)
_BREAK = re.compile(r"</w:p>|<w:br\b[^>]*>|<w:tab/>")
_CODE = re.compile(r"<w:instrText.*?</w:instrText>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W_]+")

Row = Mapping[str, str]


@cache
def listed() -> Mapping[str, tuple[Row, ...]]:
    return {path.stem: tuple(_rows(path)) for path in sorted((HERE / "expected").glob("*.csv"))}


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def strategies() -> list[tuple[str, Row]]:
    return [
        (stem, row) for stem, rows in listed().items() for row in rows if row["role"] == "strategy"
    ]


@cache
def documents() -> Mapping[str, Path]:
    return {path.stem: path for path in sorted(RAW.rglob("*.docx"))}


@cache
def words_of(stem: str, *, seen_only: bool) -> str:
    with zipfile.ZipFile(documents()[stem]) as package:
        parts = [
            package.read(name).decode()
            for name in package.namelist()
            if re.match(r"word/[^/]+\.xml", name)
        ]
    return " ".join(_words_of_part(part, seen_only=seen_only) for part in parts)


def _words_of_part(part: str, *, seen_only: bool) -> str:
    kept = _HIDDEN.sub("", _DELETED.sub("", part)) if seen_only else part.replace("</w:r>", " ")
    text = _TAG.sub("", _BREAK.sub(" ", _CODE.sub(" ", kept)))
    return f" {words(unescape(text))} "


def words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def test_every_document_has_its_list_and_every_list_its_document() -> None:
    assert set(listed()) == set(documents())
    assert len(documents()) >= 16


def test_there_are_enough_strategies_to_learn_from() -> None:
    assert len({row["text"] for _, row in strategies()}) >= 380


def test_every_list_says_what_its_source_text_says() -> None:
    for sample in read_texts(HERE / "texts"):
        written = [tuple(row[name] for name in COLUMNS) for row in listed()[sample.stem]]
        assert written == [
            tuple(getattr(row, name) for name in COLUMNS) for row in expected_rows(sample)
        ]


@pytest.mark.parametrize("column", LABELS)
def test_every_label_is_an_id_of_the_taxonomy_and_every_id_is_used(column: str) -> None:
    used = {label for _, row in strategies() for label in row[column].split("|")} - {"*"}
    assert used == LABELS[column]


def test_only_strategies_carry_labels() -> None:
    others = [row for rows in listed().values() for row in rows if row["role"] != "strategy"]
    assert others
    assert not [row for row in others if any(row[column] for column in LABELS)]


def test_no_two_rows_of_a_document_collide() -> None:
    for stem, rows in listed().items():
        keys = Counter(
            (row["role"], row["text"], row["heading_path"], row["lead_in"]) for row in rows
        )
        assert [key for key, times in keys.items() if times > 1] == [], stem


def test_no_text_is_both_a_strategy_and_something_else_in_one_place() -> None:
    for stem, rows in listed().items():
        roles: dict[tuple[str, str], set[str]] = {}
        for row in rows:
            roles.setdefault((row["text"], row["heading_path"]), set()).add(row["role"])
        mixed = [key for key, found in roles.items() if "strategy" in found and len(found) > 1]
        assert mixed == [], stem


@pytest.mark.parametrize("stem", sorted(path.stem for path in (HERE / "expected").glob("*.csv")))
def test_the_words_of_every_row_stand_in_the_document(stem: str) -> None:
    unseen = {"deleted", "hidden"}
    for row in listed()[stem]:
        text = f" {words(row['text'])} "
        assert text in words_of(stem, seen_only=row["role"] not in unseen), row["text"]


@pytest.mark.parametrize("stem", sorted(path.stem for path in (HERE / "expected").glob("*.csv")))
def test_deleted_and_hidden_words_are_not_to_be_seen(stem: str) -> None:
    for row in listed()[stem]:
        if row["role"] in {"deleted", "hidden"}:
            assert f" {words(row['text'])} " not in words_of(stem, seen_only=True), row["text"]


def test_every_lead_in_of_a_strategy_is_listed_as_one() -> None:
    for stem, rows in listed().items():
        stems = {row["text"] for row in rows if row["role"] == "lead-in"}
        assert {row["lead_in"] for row in rows} - {""} <= stems, stem


def test_the_second_edition_differs_in_about_ten_strategies() -> None:
    first, second = (
        {(row["text"], row["heading_path"]) for row in rows if row["role"] == "strategy"}
        for stem, rows in listed().items()
        if stem.startswith("Whole School Universal Expectations")
    )
    edits = yaml.safe_load((HERE / "texts" / "whole-school-2025.yaml").read_text("utf-8"))
    about = [change for change in edits["changes"] if "- [" not in change.get("was", "")]
    kinds = Counter(change["change"] for change in about)
    assert set(kinds) == {"edited", "moved", "deleted", "added"}
    assert len(second - first) == kinds["edited"] + kinds["moved"] + kinds["added"]
    assert len(first - second) == kinds["edited"] + kinds["moved"] + kinds["deleted"]


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("password protected.docx", b"\xd0\xcf\x11\xe0"),
        ("old format.doc", b"\xd0\xcf\x11\xe0"),
        ("really a pdf.docx", b"%PDF"),
        ("cut short.docx", b"PK\x03\x04"),
        ("empty.docx", b""),
    ],
)
def test_a_file_to_refuse_is_what_its_name_says(name: str, start: bytes) -> None:
    content = (HERE / "refused" / name).read_bytes()
    assert content[:4] == start
    assert not zipfile.is_zipfile(HERE / "refused" / name)


def test_no_document_names_a_person_or_a_machine() -> None:
    for path in documents().values():
        with zipfile.ZipFile(path) as package:
            properties = "".join(
                package.read(n).decode()
                for n in package.namelist()
                if n.startswith("docProps/") and n.endswith(".xml")
            )
        assert not re.search(r"<(dc:creator|cp:lastModifiedBy|Company|Manager)>[^<]", properties), (
            path.name
        )
        assert not re.search(r"file://|/home/|/tmp/|[A-Z]:\\\\", properties), path.name
