"""A sample in, a Word document laid out with python-docx and lxml out."""

from pathlib import Path

from docx.section import Section

from tests.samples.expectations import contents_lines
from tests.samples.notation import Sample
from tests.samples.word_package import Package, new_package
from tests.samples.word_tables import blocks
from tests.samples.word_xml import field, run


def write_word(sample: Sample, target: Path) -> None:
    package = new_package()
    body = package.document.element.body
    end = body.sectPr
    for block in blocks(sample.parts, package, contents_lines(sample)):
        end.addprevious(block)
    _edges(sample, package)
    package.save_notes()
    package.document.save(str(target))


def _edges(sample: Sample, package: Package) -> None:
    section: Section = package.document.sections[0]
    if sample.header:
        section.header.paragraphs[0].text = sample.header
    if sample.footer:
        footer = section.footer.paragraphs[0]
        footer.text = f"{sample.footer} "
        footer._p.extend(field("PAGE", [run("1")]))
