"""A folder name in, five files that look like Word documents and cannot be read as one out."""

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from docx import Document
from msoffcrypto.format.ooxml import OOXMLFile  # type: ignore[import-untyped]  # it ships no types

from tests.samples.build import soffice

WORDS = "Give the learner time to answer."
PASSWORD = "fingerpost"  # the file is a specimen and holds nothing


def write_refusals(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    whole = _document()
    (folder / "password protected.docx").write_bytes(_encrypted(whole))
    (folder / "cut short.docx").write_bytes(whole[: len(whole) * 2 // 3])
    (folder / "empty.docx").write_bytes(b"")
    (folder / "really a pdf.docx").write_bytes(_converted(whole, "pdf"))
    (folder / "old format.doc").write_bytes(_converted(whole, "doc"))


def _document() -> bytes:
    document = Document()
    document.core_properties.author = document.core_properties.comments = ""
    document.add_paragraph(WORDS, style="List Bullet")
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _encrypted(whole: bytes) -> bytes:
    made = BytesIO()
    OOXMLFile(BytesIO(whole)).encrypt(PASSWORD, made)
    return made.getvalue()


def _converted(whole: bytes, kind: str) -> bytes:
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "source.docx"
        source.write_bytes(whole)
        profile = f"-env:UserInstallation={(Path(scratch) / 'profile').as_uri()}"
        command = [soffice(), profile, "--headless", "--convert-to", kind, "--outdir", scratch]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
        return source.with_suffix(f".{kind}").read_bytes()


if __name__ == "__main__":
    write_refusals(Path(sys.argv[1]))
