"""What other converters were measured to lose, and where a thing came from, by the number in our list.

Of the 48 reports one has no test: 45 asks for page numbers, which Word keeps in no file; it works
them out when it lays the page out.
"""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from fingerpost.documents import Heading
from fingerpost.errors import DocumentRefused
from lxml import etree

from tests.oracle.locate import locate
from tests.support.guards import guards, holds, returns, without
from tests.support.guidance import guidance
from tests.support.word import (
    bold,
    bullets,
    docx,
    field,
    footnote,
    inserted,
    link,
    lists,
    note_mark,
    p,
    r,
    style,
    tbl,
    tc,
    tr,
)

BULLETS = lists(bullets())
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def heading(text, depth=1):
    return p(text, outline=depth - 1)


def item(*content):
    return p(*content, num=(1, 0))


def page(*blocks, **parts):
    return guidance(docx(*blocks, numbering=BULLETS, **parts))


def sure_of_parts(old):
    return lambda package, name: old(package, name) or 1 / 0


def sure_of_targets(_old):
    def links(package, name):
        folder, _, base = name.rpartition("/")
        root = package._tree(f"{folder}/_rels/{base}.rels".lstrip("/"))
        return {node.get("Id"): node.attrib["Target"] for node in root}

    return links


def without_queries(old):
    def link(node, folder):
        one = old(node, folder)
        return replace(one, target=one.target.partition("&")[0])

    return link


def with_comments(_old):
    return lambda **_more: etree.XMLParser(remove_comments=False, resolve_entities=False)


def repacked(data, change):
    """Return the package with its parts changed by name."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in change(parts).items():
            archive.writestr(name, content)
    return file.getvalue()


@guards(
    "fingerpost.reading.scope.Scope.step", lambda old: lambda scope, kind: old(scope, kind) + "0"
)
def test_peers_44_every_paragraph_has_an_address_that_an_independent_script_finds():
    data = docx(
        heading("Strategies"),
        tbl(tr(tc(p("one"), item("two"), tbl(tr(tc(p("three"))))))),
        inserted(p("four ", bold("five"))),
        p("six", note_mark(1)),
        footnotes=footnote(1, p("seven")),
        headers=[p("eight")],
        numbering=BULLETS,
    )
    rows = guidance(data).extraction.ledger
    assert len(rows) == 8
    assert [" ".join(locate(data, row.locator).split()) for row in rows] == [r.text for r in rows]


@guards("fingerpost.extracting.scope.Scope.under", lambda _: lambda scope, _step: scope)
def test_peers_46_a_table_and_each_of_its_cells_belong_to_the_section_above():
    found = page(
        heading("Hearing"),
        tbl(tr(tc(item("Face the class.")))),
        heading("Vision"),
        heading("Strategies", 2),
        tbl(tr(tc(item("Use a lamp.")))),
    )
    paths = [strategy.heading_path for strategy in found.extraction.strategies]
    assert paths == ["Hearing", "Vision > Strategies"]


@guards("fingerpost.reading.quirks.look_alike_headings._signs", returns(()))
def test_peers_47_a_heading_says_whether_word_calls_it_one_or_how_it_looks():
    found = page(
        heading("Hearing"),
        p(bold("Strategies")),
        item("Face the class."),
        p("Plain words that are long enough to be what the running text looks like."),
    )
    assert [(one.text, one.inferred) for one in found.body if isinstance(one, Heading)] == [
        ("Hearing", ""),
        ("Strategies", "bold, short, followed by a list"),
    ]
    assert found.extraction.strategies[0].doubts == ("inferred-heading",)


@guards(
    "fingerpost.reading.fields.Fields.begin_result",
    lambda _: lambda fields, code: fields.mark(code),
)
def test_measured_results_of_simple_and_complex_fields_are_read():
    simple = f'<w:fldSimple w:instr=" SEQ Figure ">{r("4")}</w:fldSimple>'
    found = page(
        p("Figure ", simple, " of ", field(" DATE ", "1 May"), ", page ", field("PAGE", "7"))
    )
    assert found.lines == ["Figure 4 of 1 May, page 7"]


@guards("fingerpost.reading.markup._parser", with_comments)
def test_measured_comments_and_instructions_inside_the_xml_are_no_text_and_no_hindrance():
    remark = "<!-- made by a machine --><?mso style?>"
    found = page(remark, p(remark, r("Face "), remark, "<w:r><w:t>the<!-- x --> class</w:t></w:r>"))
    assert found.lines == ["Face the class"]


@guards("fingerpost.reading.package.Package.part", sure_of_parts)
def test_measured_missing_parts_cost_no_word():
    def change(parts):
        kinds = ("metadata/thumbnail", "image", "styles", "numbering", "header")
        gone = "".join(
            f'<Relationship Id="gone{n}" Type="{RELATED}{kind}" Target="gone{n}.bin"/>'
            for n, kind in enumerate(kinds)
        )
        ends = "</Relationships>"
        rels = (name for name in parts if name.endswith(".rels"))
        return parts | {name: parts[name].replace(ends, gone + ends) for name in rels}

    picture = '<w:r><w:drawing><a:blip r:embed="gone1"/></w:drawing></w:r>'
    found = guidance(repacked(docx(p("All the words ", picture, "are here.")), change))
    assert found.lines == ["All the words are here."]


@guards("fingerpost.reading.package._link", without_queries)
def test_measured_addresses_keep_every_character():
    address = "https://example.org/a?b=1&c=%20d#part-2"
    found = page(
        heading("Strategies"),
        item("Use ", link("r1", "this chart"), " each day."),
        links={"r1": address},
    )
    (kept,) = found.extraction.strategies[0].links
    assert (kept.href, kept.label) == (address, "this chart")


@guards("fingerpost.reading.fields.address", lambda _: lambda code: code.split(maxsplit=1)[-1])
def test_measured_the_switches_of_a_link_are_no_part_of_its_address():
    code = ' HYPERLINK "https://example.org/a" \\l "part" \\o "A tip" \\t "_blank" '
    bare = " HYPERLINK https://example.org/b "
    found = page(item("Use ", field(code, "one"), " and ", field(bare, "two")))
    assert [span.href for span in found.body[0].spans if span.href] == [
        "https://example.org/a#part",
        "https://example.org/b",
    ]


@guards("fingerpost.reading.inlines.INLINES", without("noBreakHyphen", "softHyphen", "tab"))
def test_measured_hyphens_and_tabs_neither_fuse_nor_split_words():
    found = page(
        heading("Strategies"),
        item(
            "<w:r><w:t>Use non</w:t><w:noBreakHyphen/><w:t>verbal signs</w:t><w:tab/>"
            "<w:t>of en</w:t><w:softHyphen/><w:t>couragement.</w:t></w:r>"
        ),
    )
    assert found.texts == ["Use non-verbal signs of encouragement."]


@guards("fingerpost.reading.signatures._text", returns("words"))
def test_measured_a_file_that_is_no_document_is_refused_and_its_bytes_are_no_text():
    for data, kind in ((b"Plain words in a file", "text"), (b"%PDF-1.7 words", "PDF")):
        with pytest.raises(DocumentRefused) as refused:
            guidance(data)
        assert refused.value.code == "not-word"
        assert kind in refused.value.reason


@guards("fingerpost.reading.inlines.INLINES", without("sym"))
def test_measured_symbols_that_are_letters_are_words_and_others_are_kept():
    def symbol(font, code):
        return f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'

    found = page(item("Caf", symbol("Calibri", "00E9"), " time ", symbol("Wingdings", "F04A")))
    assert found.lines == ["Café time \uf04a"]
    assert found.texts == ["Café time"]


@guards("fingerpost.reading.body.read_table", returns([]))
def test_measured_nested_tables_are_read_once_each():
    deep = tbl(tr(tc(p("innermost"))))
    for number in range(3):
        deep = tbl(tr(tc(p(f"before {number}"), deep, p(f"after {number}"))))
    told = [row.text for row in page(deep).extraction.ledger]
    assert told == [
        "before 2", "before 1", "before 0", "innermost", "after 0", "after 1", "after 2",
    ]  # fmt: skip


@guards("fingerpost.reading.namespaces._FROM_STRICT", holds({}))
def test_measured_strict_files_are_read_like_others():
    blocks = (heading("Strategies"), item("Face ", link("r1", "the class"), "."))
    more = {"links": {"r1": "https://example.org/a"}, "numbering": BULLETS}
    strict, usual = (guidance(docx(*blocks, strict=is_so, **more)) for is_so in (True, False))
    assert strict.told == usual.told == ["Strategies: Face the class."]
    assert strict.extraction.strategies[0].links == usual.extraction.strategies[0].links


@guards("fingerpost.reading.package._MACROS", holds(".rels"))
def test_measured_templates_and_macro_files_are_read_like_others():
    for kind in ("docx", "dotx", "docm", "dotm"):
        found = guidance(docx(p("Words."), kind=kind), f"guide.{kind}")
        assert (found.lines, found.document.warnings) == (["Words."], ())


@guards("fingerpost.reading.body._look_through", returns([]))
def test_measured_a_second_body_is_read_too():
    def change(parts):
        name = "word/document.xml"
        second = f"<w:body>{p('In the second.')}</w:body></w:document>"
        return parts | {name: parts[name].replace("</w:document>", second)}

    found = guidance(repacked(docx(p("In the first.")), change))
    assert found.lines == ["In the first.", "In the second."]


@guards("fingerpost.reading.inlines.INLINES", without("moveFrom", "delText"))
@guards("fingerpost.reading.body.BLOCKS", without("moveFrom"))
def test_measured_moved_text_stands_at_its_new_place_alone():
    old = f"<w:moveFrom w:id='1'>{r('Face the class.')}</w:moveFrom>"
    new = f"<w:moveTo w:id='2'>{r('Face the class.')}</w:moveTo>"
    found = page(
        heading("Strategies"),
        item(old),
        f"<w:moveFrom w:id='3'>{item('Use a lamp.')}</w:moveFrom>",
        item(new),
        f"<w:moveTo w:id='4'>{item('Use a lamp.')}</w:moveTo>",
    )
    assert found.told == [
        "Strategies: Face the class. !tracked-change",
        "Strategies: Use a lamp. !tracked-change",
    ]
    assert [str(row.kind) for row in found.rows("Use a lamp.")] == ["deleted", "list-item"]


@guards("fingerpost.reading.package.Package._read_links", sure_of_targets)
def test_measured_other_prefixes_and_relationships_without_a_target_do_no_harm():
    def change(parts):
        main = parts["word/document.xml"]
        for old in ("w", "r"):
            main = main.replace(f"<{old}:", f"<x{old}:").replace(f"</{old}:", f"</x{old}:")
            main = main.replace(f" {old}:", f" x{old}:").replace(f"xmlns:{old}=", f"xmlns:x{old}=")
        rels = parts["word/_rels/document.xml.rels"]
        return parts | {
            "word/document.xml": main,
            "word/_rels/document.xml.rels": rels.replace(
                "</Relationships>", '<Relationship Id="rIdZ" Type="nothing"/></Relationships>'
            ),
        }

    data = docx(p("Face ", link("r1", "the class"), "."), links={"r1": "https://example.org/a"})
    (line,) = guidance(repacked(data, change)).body
    assert line.text == "Face the class."
    assert [span.href for span in line.spans] == ["", "https://example.org/a", ""]


@guards("fingerpost.reading.inlines.INLINES", without("rt"))
def test_measured_small_letters_above_words_and_equations_are_read_once():
    ruby = (
        f"<w:r><w:ruby><w:rt>{r('above')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"
    )
    fraction = (
        "<m:oMath><m:f><m:num><m:r><m:t>one</m:t></m:r></m:num>"
        "<m:den><m:r><m:t>two</m:t></m:r></m:den></m:f></m:oMath>"
    )
    found = page(p("x", ruby, "y ", fraction))
    assert found.lines[0].split() == ["x", "above", "basey", "one", "two"]


@guards("fingerpost.reading.main_part", lambda _: lambda pack: pack.part("word/document.xml"))
def test_measured_the_main_part_may_have_another_name():
    found = guidance(docx(p("Words."), main="word/document2.xml"))
    assert found.lines == ["Words."]


@guards("fingerpost.reading.stories.read_styles", lambda old: lambda root: old(None))
def test_measured_words_hidden_by_a_style_are_kept_and_not_published():
    found = page(
        heading("Strategies"),
        item("Face the class.", r(" An old note.", '<w:rStyle w:val="Secret"/>')),
        p("Nobody sees this.", style="Unseen", num=(1, 0)),
        styles=style("Secret", kind="character", run="<w:vanish/>")
        + style("Unseen", run="<w:vanish/>"),
    )
    assert found.texts == ["Face the class."]
    assert found.kinds["An old note."] == found.kinds["Nobody sees this."] == "hidden"
