"""Every sample document of the repository in: not a word of it is lost, added or misplaced."""

from pathlib import Path

import pytest

from tests.corpus.balance import CHECKOUT, weigh

SAMPLES = sorted((CHECKOUT / "data" / "raw").rglob("*.docx"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_words_of_a_sample_balance(path: Path) -> None:
    verdict = weigh(path)
    assert verdict.outcome == "balanced", verdict.detail


def test_there_are_samples_to_weigh() -> None:
    assert len(SAMPLES) >= 15
