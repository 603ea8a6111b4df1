"""Every file of the public corpus in: its words balance, or it is refused by name."""

from pathlib import Path

import pytest

from tests.corpus.balance import CORPUS, corpus_files, weigh

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(60),
    pytest.mark.skipif(not CORPUS.is_dir(), reason="shared/corpus is not beside the checkout"),
]


@pytest.mark.parametrize("path", corpus_files(), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_words_of_a_file_balance_or_it_is_refused_by_name(path: Path) -> None:
    verdict = weigh(path)
    assert verdict.outcome in {"balanced", "refused"}, verdict.detail or verdict.outcome
