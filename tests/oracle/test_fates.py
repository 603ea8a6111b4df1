"""Small packages in, one for each rule of which words a reader would see."""

import pytest

from tests.oracle.inspection import lost, reading, seen
from tests.oracle.parcel import Part, box, code, field_mark, p, r, style, styles, t, table


def test_deleted_words_are_kept_apart() -> None:
    deleted = f"<w:del>{r('<w:delText>gone</w:delText>')}</w:del>"
    body = p(t("stays "), deleted, f"<w:ins>{t('new')}</w:ins>")
    assert (seen(body), lost(body, "deleted")) == (["new", "stays"], ["gone"])


def test_words_close_up_round_a_deletion() -> None:
    deleted = f"<w:del>{r('<w:delText>X</w:delText><w:br/>')}</w:del>"
    assert seen(p(t("co"), deleted, t("op"))) == ["coop"]


def test_two_deletions_with_words_between_do_not_touch() -> None:
    first, second = (f"<w:del>{r(f'<w:delText>{x}</w:delText>')}</w:del>" for x in ("ab", "cd"))
    assert lost(p(first, t("x"), second), "deleted") == ["ab", "cd"]
    assert lost(p(first, second), "deleted") == ["abcd"]


def test_a_move_is_read_at_its_new_place() -> None:
    body = p(f"<w:moveFrom>{t('moved')}</w:moveFrom>") + p(f"<w:moveTo>{t('moved')}</w:moveTo>")
    assert (seen(body), lost(body, "deleted")) == (["moved"], ["moved"])


def test_a_deleted_row_or_cell_is_deleted_with_all_it_holds() -> None:
    row = table(p(t("row")), properties="<w:del/>") + table(p(t("next")))
    assert (seen(row), lost(row, "deleted")) == (["next"], ["row"])
    cell = table(f"<w:tcPr><w:cellDel/></w:tcPr>{p(t('cell'))}", p(t("next")))
    assert (seen(cell), lost(cell, "deleted")) == (["next"], ["cell"])


def test_a_deleted_paragraph_mark_deletes_no_words() -> None:
    assert seen(p(t("kept"), properties="<w:rPr><w:del/></w:rPr>") + p(t("too"))) == ["kept", "too"]


def test_the_code_of_a_deleted_field_is_no_word() -> None:
    field = (field_mark("begin"), code("PAGE"), field_mark("separate"), t("7"), field_mark("end"))
    assert lost(p(f"<w:del>{''.join(field)}</w:del>"), "deleted") == ["7"]


def hidden_by(properties: str, paragraph: str, *parts: Part) -> bool:
    body = p(t("word", properties), properties=paragraph)
    found = reading(body, *parts)
    assert found.words("visible") + found.words("hidden") == {"word": 1}
    return bool(found.words("hidden"))


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("<w:vanish/>", True),
        ('<w:vanish w:val="true"/>', True),
        ('<w:vanish w:val="0"/>', False),
        ("<w:webHidden/>", False),
        ("<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>", False),
    ],
)
def test_a_run_can_be_hidden_directly(properties: str, *, expected: bool) -> None:
    assert hidden_by(properties, "") is expected


def test_a_hidden_paragraph_mark_hides_no_words() -> None:
    assert not hidden_by("", "<w:rPr><w:vanish/></w:rPr>")


HIDING = styles(
    style("Quiet", "<w:rPr><w:vanish/></w:rPr>"),
    style("Quieter", "", based_on="Quiet"),
    style("Loud", '<w:rPr><w:vanish w:val="0"/></w:rPr>', based_on="Quiet"),
    style("Whisper", "<w:rPr><w:vanish/></w:rPr>", kind="character"),
    style("Round", "", based_on="About") + style("About", "", based_on="Round"),
)


@pytest.mark.parametrize(
    ("run", "paragraph", "expected"),
    [
        ("", "Quiet", True),
        ("", "Quieter", True),
        ("", "Loud", False),
        ("", "Round", False),
        ("", "Unknown", False),
        ("Whisper", "", True),
        ("Whisper", "Quiet", False),
        ("Quiet", "", False),
    ],
)
def test_a_style_hides_through_its_chain(run: str, paragraph: str, *, expected: bool) -> None:
    pairs = (f'<w:rStyle w:val="{run}"/>', f'<w:pStyle w:val="{paragraph}"/>')
    assert hidden_by(*pairs, HIDING) is expected


def test_a_direct_setting_overrules_the_styles() -> None:
    assert not hidden_by('<w:vanish w:val="off"/>', '<w:pStyle w:val="Quiet"/>', HIDING)


def test_the_default_style_and_the_document_defaults_can_hide() -> None:
    default = style("N", "<w:rPr><w:vanish/></w:rPr>").replace("w:type", 'w:default="1" w:type')
    assert hidden_by("", "", styles(default))
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    )
    assert hidden_by("", "", styles(defaults))


def test_a_text_box_in_a_hidden_run_is_hidden() -> None:
    assert lost(p(r(box(p(t("boxed"))), "<w:vanish/>")), "hidden") == ["boxed"]


def test_what_is_deleted_and_hidden_is_deleted() -> None:
    body = p(f"<w:del>{t('gone', '<w:vanish/>')}</w:del>")
    assert (lost(body, "deleted"), lost(body, "hidden")) == (["gone"], [])
