"""A folder of three Word files in, the page of counts out."""

import time
from pathlib import Path

import pytest

from tests.corpus.report import main
from tests.oracle.parcel import Parcel, p, t


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "good.docx").write_bytes(Parcel(p(t("Offer a choice"))).zipped())
    (tmp_path / "some" / "bad.docx").write_bytes(b"%PDF-1.7")
    (tmp_path / "manifest.csv").write_text("file,class\nsome/good.docx,docx\nsome/bad.docx,pdf\n")
    return tmp_path


def test_the_report_counts_what_balances_and_what_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder)]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert {"files 2", "balanced 1", "refused not-word 1"} <= set(lines)
    assert {"docx balanced 1", "pdf refused 1"} <= set(lines)


def test_the_report_names_a_file_that_takes_too_long_or_crashes(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.corpus.balance.account_of", lambda _name, _data: time.sleep(60))
    assert main([str(folder), "--only", "good", "--limit", "0.5"]) == 1
    assert "some/good.docx: hang" in capsys.readouterr().out
    monkeypatch.setattr("tests.corpus.balance.account_of", lambda _name, _data: 1 / 0)
    assert main([str(folder), "--only", "good"]) == 1
    assert "some/good.docx: crash ZeroDivisionError" in capsys.readouterr().out
