import shutil
import subprocess

import pytest


@pytest.fixture(scope="session")
def resaved(tmp_path_factory):
    """Save a workbook, or a Word document as a PDF, with LibreOffice, as a school that has no Excel."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    home = tmp_path_factory.mktemp("office")

    def save(data, name="filled.xlsx", kind="xlsx:Calc MS Excel 2007 XML"):
        folder = tmp_path_factory.mktemp("resaved")
        (folder / name).write_bytes(data)
        done = subprocess.run(
            [
                "soffice",
                "--headless",
                f"-env:UserInstallation={home.as_uri()}",
                "--convert-to",
                kind,
                "--outdir",
                folder / "out",
                folder / name,
            ],
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        made = list((folder / "out").glob("*"))
        assert made, done.stderr
        return made[0].read_bytes()

    return save
