"""A new site takes the old one's place whole, and nothing that is not ours is ever touched."""

from pathlib import Path

import pytest
from fingerpost.errors import WorkspaceError
from fingerpost.running.directory.site_folder import MARK, write_site

OLD = [("index.html", b"old"), ("statements/s-1.html", b"one"), ("assets/a.js", b"x")]
NEW = [("index.html", b"new"), ("statements/s-2.html", b"two")]


def held(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARK
    }


def broken():
    yield NEW[0]
    raise RuntimeError("power cut")


def test_the_new_site_is_all_there_is_afterwards(tmp_path):
    site = tmp_path / "site"
    assert write_site(site, OLD) == 3
    assert write_site(site, NEW) == 2

    assert held(site) == dict(NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_breaks_while_it_is_built_leaves_the_old_one_whole(tmp_path):
    site = tmp_path / "site"
    write_site(site, OLD)

    with pytest.raises(RuntimeError):
        write_site(site, broken())

    assert held(site) == dict(OLD)
    write_site(site, NEW)
    assert held(site) == dict(NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_stop_between_two_steps_is_made_good_by_the_next_build(tmp_path):
    site = tmp_path / "site"
    write_site(site, OLD)
    site.rename(tmp_path / ".site.old")
    with pytest.raises(RuntimeError):
        write_site(site, broken())

    assert held(site) == dict(OLD)
    write_site(site, NEW)
    assert held(site) == dict(NEW)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_new_site_that_cannot_take_its_place_leaves_the_old_one_there(tmp_path, monkeypatch):
    site, rename = tmp_path / "site", Path.rename
    write_site(site, OLD)

    def refused(path, to):
        if path.name == ".site.new":
            raise PermissionError(13, "in use")
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(WorkspaceError, match="cannot be written"):
        write_site(site, NEW)

    assert held(site) == dict(OLD)


@pytest.mark.parametrize("begun", [False, True], ids=["a stranger's folder", "our own site"])
def test_a_folder_that_holds_anything_else_is_refused_and_left_as_it_is(tmp_path, begun):
    site = tmp_path / "site"
    if begun:
        write_site(site, OLD)
    site.mkdir(exist_ok=True)
    (site / "thesis.docx").write_bytes(b"years of work")
    before = held(site)

    with pytest.raises(WorkspaceError, match=r"thesis\.docx.*Nothing was changed.*--out"):
        write_site(site, NEW)

    assert held(site) == before


def test_a_list_that_names_files_elsewhere_takes_none_of_them_away(tmp_path):
    precious = tmp_path / "precious.txt"
    precious.write_text("keep")
    site = tmp_path / "site"
    write_site(site, OLD)
    with (site / MARK).open("a") as mark:
        mark.write(f"../precious.txt\n{precious}\n")
    write_site(site, NEW)

    assert precious.read_text() == "keep"
    assert held(site) == dict(NEW)


@pytest.mark.parametrize("listed", ["C:/precious.txt", "..\\precious.txt"])
def test_a_name_that_leads_elsewhere_on_windows_is_none_of_ours(tmp_path, listed):
    site = tmp_path / "site"
    write_site(site, OLD)
    precious = site / listed
    precious.parent.mkdir(exist_ok=True)
    precious.write_text("keep")
    with (site / MARK).open("a") as mark:
        mark.write(f"{listed}\n")

    with pytest.raises(WorkspaceError, match="holds what the program did not write"):
        write_site(site, NEW)
    assert precious.read_text() == "keep"


def test_nothing_behind_a_link_that_somebody_put_into_the_site_is_taken_away(tmp_path):
    precious = [(f"{number}.txt", b"keep") for number in range(20)]
    write_site(tmp_path / "elsewhere", precious)
    site = tmp_path / "site"
    write_site(site, OLD)
    (site / "linked").symlink_to(tmp_path / "elsewhere")
    with (site / MARK).open("a") as mark:
        mark.writelines(
            f"{one}\n" for one in ("linked", *(f"linked/{name}" for name, _ in precious))
        )
    write_site(site, NEW)

    assert held(tmp_path / "elsewhere") == dict(precious)
    assert held(site) == dict(NEW)


def test_what_file_managers_leave_is_in_nobodys_way(tmp_path):
    site = tmp_path / "site"
    write_site(site, OLD)
    (site / "statements" / ".DS_Store").write_bytes(b"")
    write_site(site, NEW)

    assert held(site) == dict(NEW)


def test_a_file_of_that_name_is_refused(tmp_path):
    (tmp_path / "site").write_text("mine")

    with pytest.raises(WorkspaceError, match=r"is a file\. Name a folder"):
        write_site(tmp_path / "site", NEW)
    assert (tmp_path / "site").read_text() == "mine"


def test_a_folder_behind_a_link_is_renewed_and_the_link_stays(tmp_path):
    (tmp_path / "host").mkdir()
    link = tmp_path / "site"
    link.symlink_to(tmp_path / "host" / "www", target_is_directory=True)
    write_site(link, OLD)
    write_site(link, NEW)

    assert link.is_symlink()
    assert held(tmp_path / "host" / "www") == dict(NEW)


def test_a_whole_disk_is_refused(tmp_path):
    with pytest.raises(WorkspaceError, match="is a whole disk"):
        write_site(type(tmp_path)(tmp_path.anchor), NEW)
