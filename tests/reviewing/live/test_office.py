"""The workbook of a directory through LibreOffice, as people without Excel open it and save it."""

import shutil
import subprocess
from datetime import date

import pytest
from fingerpost.upkeep import resource_id

from tests.reviewing.live.directories import BOOKS, LOOKS, sent, some, typed
from tests.support.outcomes import outcome, statement
from tests.support.workbooks import decided

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("office")

    def resave(data):
        source = folder / "in" / "any name.xlsx"
        source.parent.mkdir(exist_ok=True)
        source.write_bytes(data)
        home = f"-env:UserInstallation=file://{folder}/home"
        command = [program, home, "--headless", "--convert-to", "xlsx", "--outdir", folder, source]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        return (folder / "any name.xlsx").read_bytes()

    return resave


def test_saved_by_libreoffice_unedited_it_changes_nothing(office):
    made = outcome(
        *(
            statement(text, one=f"s-{n}")
            for n, text in enumerate(("=1+1", "It’s _x0041_", "Long " * 500))
        )
    )
    assert decided(office(sent(made)), made).lines == ()


def test_what_was_typed_survives_libreoffice(office):
    data = typed(
        sent(some()),
        (
            "Statements",
            "Face the pupil",
            {"Owner": "Ada", "Next review": date(2028, 1, 5), "Resource 1": "Hearing aids"},
        ),
        ("Add", "", {"Statement": "Agree a signal", "Area": "Sensory and physical"}),
    )
    found = [
        (line.resource_id, line.field_name, line.replacement_value)
        for line in decided(office(data), some()).lines
        if line.last_action_type in ("described", "attached", "added")
    ]
    assert found[:2] == [(LOOKS, "owner", "Ada"), (LOOKS, "next_review", "2028-01-05")]
    assert (LOOKS, "resource", resource_id(BOOKS)) in found
    assert found[-1][1:] == ("text", "Agree a signal")
