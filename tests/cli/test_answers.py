"""What commands print can be copied, and what the operating system says is put in plain words."""

import pytest
from fingerpost.cli import main


def test_a_folder_with_a_space_in_its_name_is_hinted_at_as_it_must_be_typed(tmp_path, capsys):
    folder = tmp_path / "my council"
    with pytest.raises(SystemExit):
        main(["init", str(folder), "--council", "North Exton"])

    told = capsys.readouterr().out
    assert f"Its own words for the categories: {folder / 'rules/councils/north-exton'}\n" in told
    assert f"fingerpost migrate --workspace '{folder}'" in told


def test_a_place_that_cannot_be_written_to_is_named_with_what_to_do(tmp_path, capsys):
    (tmp_path / "file").touch()
    with pytest.raises(SystemExit) as ended:
        main(["init", str(tmp_path / "file" / "leeds")])

    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert str(tmp_path / "file" / "leeds") in told
    assert "Errno" not in told
    assert "Not a directory" not in told
