"""Documents saved as XML in: flat packages read like zipped ones, those of Word 2003 like today's."""

import pytest

from tests.oracle.package import UnreadableError
from tests.oracle.structure import structure_of
from tests.oracle.words import FATES, Reading, read
from tests.support.flat import annotation, flat, word_2003
from tests.support.word import (
    bullets,
    choice,
    deleted,
    docx,
    field,
    footnote,
    inserted,
    link,
    lists,
    old_box,
    p,
    r,
    style,
)


def words_of(found: Reading, story: str) -> dict[str, int]:
    return dict(found.words("visible", story))


def test_a_flat_package_reads_like_its_zipped_twin() -> None:
    package = docx(
        p("Heading", outline=0),
        p("One", inserted("new"), deleted("old"), num=(1, 1)),
        p(choice(r("new"), r("old"))),
        p(link("rId9", "there")),
        numbering=lists(bullets()),
        footnotes=footnote(2, p("Note")),
        headers=[p("Top")],
        links={"rId9": "https://example.org"},
    )
    assert read(flat(package)) == read(package)
    assert structure_of(read(flat(package))).links == (("https://example.org", "there"),)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_flat_package_may_come_in_another_encoding(encoding: str) -> None:
    name = "UTF-16" if encoding == "utf-16" else "UTF-8"
    text = flat(docx(p("Zo\u00eb"))).decode().replace("UTF-8", name)
    assert read(text.encode(encoding)).words() == {"zo\u00eb": 1}


def test_names_declared_round_a_part_keep_their_meaning() -> None:
    text = flat(docx(p(choice(r("new"), r("old"), requires="q")))).decode()
    today = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    assert read(text.encode()).words() == {"old": 1}
    declared = text.replace("<pkg:package ", f'<pkg:package xmlns:q="{today}" ', 1)
    assert read(declared.encode()).words() == {"new": 1}


def test_a_flat_package_that_is_cut_short_is_named() -> None:
    with pytest.raises(UnreadableError, match="damaged-xml"):
        read(flat(docx(p("Words")))[:-40])
    with pytest.raises(UnreadableError, match="damaged-xml"):
        read(word_2003(p("Words"))[:-40])


def test_stories_inside_the_body_of_word_2003_are_told_apart() -> None:
    found = read(
        word_2003(
            p("one", r(f"<w:footnote>{p('note')}</w:footnote>"), "more"),
            p(r(f"<w:endnote>{p('end')}</w:endnote>"), r(annotation("Comment", p("comment")))),
            p(old_box(p("boxed"))),
            f"<w:sectPr><w:hdr>{p('top')}</w:hdr><w:ftr>{p('foot')}</w:ftr>"
            f"<w:footnotePr><w:footnote>{p('line')}</w:footnote></w:footnotePr></w:sectPr>",
        )
    )
    assert words_of(found, "body") == {"onemore": 1, "boxed": 1}
    for story, word in (
        ("footnote", "note"),
        ("endnote", "end"),
        ("comment", "comment"),
        ("header", "top"),
        ("footer", "foot"),
    ):
        assert words_of(found, story) == {word: 1}


def test_tracked_changes_of_word_2003_have_their_fates() -> None:
    gone = annotation("Deletion", "<w:r><w:delText>old</w:delText></w:r>")
    look = r("plain", annotation("Formatting", "<w:rPr><w:vanish/></w:rPr>"))
    found = read(word_2003(p(annotation("Insertion", r("new ")), gone, look)))
    assert [dict(found.words(fate)) for fate in FATES] == [
        {"new": 1, "plain": 1},
        {"old": 1},
        {},
    ]


def test_a_note_at_deleted_words_is_not_deleted_with_them() -> None:
    note = r(f"<w:footnote>{p('note')}</w:footnote>")
    assert words_of(read(word_2003(p(annotation("Deletion", note)))), "footnote") == {"note": 1}


def test_styles_lists_and_links_of_word_2003_are_understood() -> None:
    named = style("H", "heading 2") + style("S", kind="character", run="<w:vanish/>")
    held = (
        '<w:lists><w:listDef w:listDefId="7"><w:lvl w:ilvl="0"><w:nfc w:val="{}"/>'
        '<w:lvlText w:val="%1"/></w:lvl></w:listDef>'
        '<w:list w:ilfo="3"><w:ilst w:val="7"/></w:list></w:lists>'
    )
    mark = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="3"/><wx:t wx:val="x"/></w:listPr>'
    address = 'w:dest="https://example.org/a" w:bookmark="b"'
    body = (
        p("Head", style="H"),
        p("Wait ", r("unseen", '<w:rStyle w:val="S"/>'), props=mark),
        p(f"<w:hlink {address}>{r('there')}</w:hlink>", field('HYPERLINK "c"', "here")),
    )
    for code, ordered in (("0", True), ("23", False)):
        before = held.format(code) + f"<w:styles>{named}</w:styles>"
        found = structure_of(read(word_2003(*body, before=before)))
        assert [head[:2] for head in found.headings] == [("Head", 2)]
        assert [item[:3] for item in found.list_items] == [("Wait ", 0, ordered)]
        assert found.links == (("https://example.org/a#b", "there"), ("c", "here"))


def test_a_list_of_word_2003_may_point_to_a_numbering_style() -> None:
    held = (
        '<w:lists><w:listDef w:listDefId="1"><w:listStyleLink w:val="Ticks"/></w:listDef>'
        '<w:listDef w:listDefId="2"><w:lvl w:ilvl="0"><w:nfc w:val="0"/><w:lvlText w:val="%1"/>'
        '</w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="1"/></w:list>'
        '<w:list w:ilfo="2"><w:ilst w:val="2"/></w:list></w:lists>'
    )
    ticks = style("Ticks", kind="numbering", para='<w:listPr><w:ilfo w:val="2"/></w:listPr>')
    mark = '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr>'
    data = word_2003(p("Wait", props=mark), before=f"{held}<w:styles>{ticks}</w:styles>")
    assert [item.ordered for item in structure_of(read(data)).list_items] == [True]
