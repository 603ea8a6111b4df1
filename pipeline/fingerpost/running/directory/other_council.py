"""Another council's workspace in, what its loaded directory calls its categories out."""

from pathlib import Path

from fingerpost.errors import WorkspaceError
from fingerpost.loading import released
from fingerpost.publishing.harmless import harmless
from fingerpost.publishing.vocabularies import Vocabulary, vocabulary
from fingerpost.rulebook import Council, load_rulebook
from fingerpost.workspace import find

_DATABASE = "sqlite:///data/curated/directory.db"


def other_words(folder: Path, council: Council) -> Vocabulary:
    """Read the categories of the newest release in another workspace, and nothing else of it.

    Raises:
        WorkspaceError: if the workspace is the same council's.
    """
    other = find(folder)
    rulebook = load_rulebook(other.rules)
    if rulebook.council.id == council.id:
        raise WorkspaceError(
            f"{folder}: is a workspace of {council.name} too. Name another council's with --beside."
        )
    found = harmless(released(other.database(_DATABASE)))
    return vocabulary(rulebook.council, found, rulebook.site.address)
