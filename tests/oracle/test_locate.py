"""Small packages and locators in, the paragraphs they name out."""

import io
import zipfile

import pytest

from tests.oracle.locate import locate
from tests.oracle.parcel import Parcel, Part, alternates, box, notes, old_box, p, r, t, table
from tests.support.flat import annotation, flat, word_2003
from tests.support.word import docx, footnote

CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOXES = r(alternates("wps", box(p(t("one")), p(t("two"))), old_box(p(t("old")))))
BODY = "".join(
    [
        p(t("first")),
        CONTROL.format(p(t("second"))),
        table(p(t("a")), p(t("b"))),
        f"<w:customXml>{p(t('third'))}</w:customXml>",
        table(CONTROL.format(p(t("c"))) + table(p(t("inner"))) + p(t("d"))),
        p(t("an"), BOXES, r(old_box(p(t("three")))), t("chor")),
        '<w:sectPr><w:headerReference r:id="h2"/><w:headerReference r:id="h1"/></w:sectPr>',
    ]
)
DATA = Parcel(
    BODY,
    (
        Part("header", "w:hdr", p(t("late")), id="h1"),
        Part("header", "w:hdr", p(t("early")), id="h2"),
        notes(p(t("note")), p(t("other note"))),
    ),
).zipped()


@pytest.mark.parametrize(
    ("locator", "text"),
    [
        ("body/p[1]", "first"),
        ("body/p[2]", "second"),
        ("body/p[3]", "third"),
        ("body/tbl[1]/tr[1]/tc[2]/p[1]", "b"),
        ("body/tbl[2]/tr[1]/tc[1]/p[2]", "d"),
        ("body/tbl[2]/tr[1]/tc[1]/tbl[1]/tr[1]/tc[1]/p[1]", "inner"),
        ("body/p[4]", "anchor"),
        ("body/p[4]/txbx[1]/p[2]", "two"),
        ("body/p[4]/txbx[2]/p[1]", "three"),
        ("header[1]/p[1]", "early"),
        ("header[2]/p[1]", "late"),
        ("footnote[2]/p[1]", "other note"),
    ],
)
def test_a_locator_finds_its_paragraph(locator: str, text: str) -> None:
    assert locate(DATA, locator) == text


def test_a_package_with_backslashes_and_a_flat_one_have_the_same_places() -> None:
    package = docx(p(t("one")), headers=[p(t("top"))], footnotes=footnote(1, p(t("note"))))
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name.replace("/", "\\"): archive.read(name) for name in archive.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    for data in (package, stream.getvalue(), flat(package)):
        places = ("body/p[1]", "header[1]/p[1]", "footnote[1]/p[1]")
        assert [locate(data, place) for place in places] == ["one", "top", "note"]


def test_the_names_of_a_beta_are_not_understood() -> None:
    data = docx(p(r(alternates("wps", box(p(t("new"))), old_box(p(t("old")), p(t("too")))))))
    assert locate(data, "body/p[1]/txbx[1]/p[1]") == "new"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, held in parts.items():
            archive.writestr(name, held.replace(b"word/2010/", b"word/2008/6/28/"))
    assert locate(stream.getvalue(), "body/p[1]/txbx[1]/p[2]") == "too"


def test_what_word_2003_keeps_inside_the_body_is_found_apart() -> None:
    note = r(f"<w:footnote>{p(t('note'))}</w:footnote>")
    comment = annotation("Comment", p(t("comment")))
    line = f"<w:footnotePr><w:footnote>{p(t('line'))}</w:footnote></w:footnotePr>"
    margin = f"<w:sectPr><w:hdr>{p(t('top'))}</w:hdr></w:sectPr>"
    margin = margin.replace("<w:hdr>", f"{line}<w:hdr>")
    data = word_2003(
        f"<w:sectPr>{line}</w:sectPr>", p(t("o"), note, r(comment), t("ne")), p(t("two")), margin
    )
    for place, text in (
        ("body/p[1]", "one"),
        ("body/p[2]", "two"),
        ("footnote[1]/p[1]", "note"),
        ("comment[1]/p[1]", "comment"),
        ("header[1]/p[1]", "top"),
    ):
        assert locate(data, place) == text


def test_a_locator_that_names_nothing_fails() -> None:
    with pytest.raises(IndexError):
        locate(DATA, "body/p[5]")
