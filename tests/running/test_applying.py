"""A returned file may be named as people know it."""

from pathlib import Path

import pytest
from fingerpost.errors import WorkspaceError
from fingerpost.running.cataloguing.founding import found
from fingerpost.running.reviewing.applying import apply


def test_a_file_that_is_nowhere_is_named_with_the_folder_that_was_looked_into(tmp_path):
    with pytest.raises(WorkspaceError, match=r"adda\.xlsx: there is no such file, .*returned"):
        apply(found(tmp_path / "leeds", "leeds"), (Path("adda.xlsx"),))
