"""Small packages and locators in, the paragraphs they name out."""

import pytest

from tests.oracle.locate import locate
from tests.oracle.parcel import Parcel, Part, alternates, box, notes, old_box, p, r, t, table

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


def test_a_locator_that_names_nothing_fails() -> None:
    with pytest.raises(IndexError):
        locate(DATA, "body/p[5]")
