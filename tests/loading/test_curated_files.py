"""Only files that are as they were written are loaded; any other is refused by name."""

import hashlib

import pytest
from fingerpost.curating import append, pack_lines
from fingerpost.errors import FingerpostError, LogError, WorkspaceError
from fingerpost.exporting import write_curated
from fingerpost.loading import load, releases
from fingerpost.logbook import REMEDY
from fingerpost.packs import PackKind, PackSent

from tests.curating.lines import MONDAY, answer
from tests.curating.statements import statement
from tests.exporting.outcomes import outcome_of


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'directory.db'}"


@pytest.fixture
def folder(curated):
    return curated(statement("s-1"), decisions=answer("s-1", note="fine"))


def refusal(folder, url, kind: type[FingerpostError] = WorkspaceError):
    for dry_run in (True, False):
        with pytest.raises(kind) as refused:
            load(folder, url, dry_run=dry_run)
    assert releases(url) == ()
    return str(refused.value)


def vouch(folder, name, content):
    """Change a file and the list with it, as only a faulty product could."""
    listed = (folder / "MANIFEST.sha256").read_text()
    old, new = (
        hashlib.sha256(each).hexdigest() for each in ((folder / name).read_bytes(), content)
    )
    (folder / name).write_bytes(content)
    (folder / "MANIFEST.sha256").write_text(listed.replace(old, new))


def test_an_edited_file_is_refused(folder, url):
    path = folder / "strategies.csv"
    path.write_text(path.read_text().replace("one instruction", "two instructions"))
    assert refusal(folder, url) == (
        f"{path}: is not as it was written (MANIFEST.sha256 says otherwise). Run: fingerpost migrate"
    )


def test_a_missing_file_is_refused(folder, url):
    (folder / "taxonomy.csv").unlink()
    assert refusal(folder, url) == (
        f"{folder / 'taxonomy.csv'}: is missing. Run: fingerpost migrate"
    )


def test_files_of_an_earlier_version_are_refused(folder, url):
    listed = folder / "MANIFEST.sha256"
    listed.write_text(
        "".join(row for row in listed.read_text().splitlines(True) if "redirects" not in row)
    )
    (folder / "redirects.csv").unlink()
    assert refusal(folder, url) == (
        f"{folder / 'redirects.csv'}: is missing. Run: fingerpost migrate"
    )


def test_files_without_a_column_that_came_later_are_refused(folder, url):
    content = (folder / "strategies.csv").read_bytes().replace(b",owner\n", b",owned_by\n", 1)
    vouch(folder, "strategies.csv", content)
    assert refusal(folder, url) == (
        "The files to be loaded do not fit together ('owner' is missing or wrong). "
        "Run: fingerpost migrate"
    )


def test_a_folder_nothing_was_written_to_is_refused(tmp_path, url):
    assert refusal(tmp_path / "empty", url) == (
        f"{tmp_path / 'empty' / 'MANIFEST.sha256'}: there is no such file, so nothing was written "
        "here yet. Run: fingerpost migrate"
    )


def test_answers_newer_than_the_files_are_not_left_out_in_silence(folder, url):
    append(folder / "decisions.csv", answer("s-2"))
    assert refusal(folder, url, LogError) == (
        "decisions.csv: holds newer answers than the files beside it. "
        "Run: fingerpost migrate, then load again."
    )


def test_a_pack_that_only_went_out_does_not_hold_a_load_back(folder, url):
    pack = PackSent(id="k-1", person="Ann", kind=PackKind.SHARE, sent_on=MONDAY, rows=("s-2",))
    append(folder / "decisions.csv", pack_lines(pack, by="Bob"))
    assert load(folder, url).release == 1


def test_an_edited_line_of_the_log_is_refused_by_its_number(folder, url):
    log = folder / "decisions.csv"
    log.write_text(log.read_text().replace("fine", "splendid"))
    assert refusal(folder, url, LogError) == (
        "decisions.csv: the line with seq 3 (about s-1) was edited after the line with seq 4 "
        f"was written. {REMEDY}"
    )


def test_an_edited_last_line_of_the_log_is_refused(folder, url):
    log = folder / "decisions.csv"
    log.write_text(log.read_text().replace(",status,review,approved,", ",status,review,kept,"))
    assert refusal(folder, url, LogError) == (
        "decisions.csv: was changed by something other than this program. "
        "Put back the newest file from the folder decisions-copies."
    )


@pytest.mark.parametrize(
    ("name", "before", "after", "message"),
    [
        (
            "strategies.csv",
            b"\ns-1,",
            b"\ns-1\ns-1,",
            "strategies.csv line 2: there are 1 cells where 23 belong. Run: fingerpost migrate",
        ),
        (
            "strategies.csv",
            b"\ns-1,",
            b'\n"s-1"x,',
            "strategies.csv: cannot be read as a table (',' expected after '\"'). "
            "Run: fingerpost migrate",
        ),
        (
            "taxonomy.csv",
            b",folds_into",
            b",folds",
            "The files to be loaded do not fit together ('folds_into' is missing or wrong)."
            " Run: fingerpost migrate",
        ),
        (
            "taxonomy.csv",
            b"cl-memory,",
            b"semh,",
            "The files to be loaded do not fit together (a second semh is missing or wrong)."
            " Run: fingerpost migrate",
        ),
    ],
)
def test_files_that_do_not_fit_together_are_refused(folder, url, name, before, after, message):
    content = (folder / name).read_bytes()
    assert before in content
    vouch(folder, name, content.replace(before, after))
    assert refusal(folder, url) == message


def test_a_file_that_cannot_be_opened_is_named(folder, url):
    (folder / "taxonomy.csv").unlink()
    (folder / "taxonomy.csv").mkdir()
    assert refusal(folder, url).startswith(f"{folder / 'taxonomy.csv'}: cannot be read (")


def test_files_written_before_anything_was_decided_are_loaded(tmp_path, url):
    write_curated(outcome_of([statement()]), tmp_path)
    assert load(tmp_path, url).release == 1
