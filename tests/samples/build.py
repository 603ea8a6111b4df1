"""A folder name in, every sample document laid out there and its expected rows beside the texts out."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pypandoc  # type: ignore[import-untyped]  # it ships no types

from tests.samples.expectations import write_expected
from tests.samples.notation import Sample, read_texts
from tests.samples.office_writer import write_flat_office
from tests.samples.web_writer import write_web_page
from tests.samples.word_writer import write_word

HERE = Path(__file__).parent
TEXTS = HERE / "texts"
EXPECTED = HERE / "expected"
WORD_FILTER = "docx:MS Word 2007 XML"
_OFFICE_SOURCES: dict[str, tuple[str, Callable[[Sample, Path], None], tuple[str, ...]]] = {
    "office": (".fodt", write_flat_office, ()),
    "web": (".html", write_web_page, ("--infilter=HTML (StarWriter)",)),
}


def build(sample: Sample, folder: Path) -> Path:
    """Lay out one sample below the folder; where it was re-saved by pandoc, only pandoc's file is kept."""
    target = folder / sample.folder / f"{sample.stem}.docx"
    target.parent.mkdir(parents=True, exist_ok=True)
    if sample.made_by == "word":
        write_word(sample, target)
    else:
        _write_by_office(sample, target)
    if sample.resaved_by == "pandoc":
        _resave_by_pandoc(target)
    return target


def _write_by_office(sample: Sample, target: Path) -> None:
    suffix, write, options = _OFFICE_SOURCES[sample.made_by]
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / f"{sample.stem}{suffix}"
        write(sample, source)
        profile = f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}"
        command = [soffice(), profile, "--headless", *options, "--convert-to", WORD_FILTER]
        subprocess.run(
            [*command, "--outdir", str(target.parent), str(source)],
            check=True,
            capture_output=True,
            timeout=180,
        )


def soffice() -> str:
    found = which("soffice")
    if not found:
        raise FileNotFoundError(
            "LibreOffice lays out some of the samples: install libreoffice-writer, then build again"
        )
    return found


def _resave_by_pandoc(target: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "before.docx"
        source.write_bytes(target.read_bytes())
        pypandoc.convert_file(str(source), "docx", format="docx", outputfile=str(target))


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description="Lay out the sample documents again.")
    parser.add_argument("folder", type=Path, help="where the documents go, for example data/raw")
    parser.add_argument(
        "--only", default="", help="a word that the names of the wanted documents hold"
    )
    parser.add_argument(
        "--expected", type=Path, default=EXPECTED, help="where the expected rows go"
    )
    options = parser.parse_args(arguments)
    options.expected.mkdir(parents=True, exist_ok=True)
    for sample in (
        sample for sample in read_texts(TEXTS) if options.only.lower() in sample.stem.lower()
    ):
        write_expected(sample, options.expected)
        sys.stdout.write(f"{build(sample, options.folder).name}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
