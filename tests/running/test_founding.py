"""What a new workspace starts with."""

import pytest
from fingerpost.rulebook import load_rulebook
from fingerpost.running.cataloguing.founding import found


@pytest.mark.parametrize("council", ["calderdale", "Somewhere New"])
def test_a_new_workspace_names_its_council_and_the_encoder_that_is_shipped(council, tmp_path):
    rulebook = load_rulebook(found(tmp_path / "made", council).rules)

    assert rulebook.council.name == council.title()
    assert rulebook.encoder == "minilm-int8"
