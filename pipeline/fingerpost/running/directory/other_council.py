"""Another council's workspace in, what its loaded directory calls its categories out."""

from pathlib import Path

from fingerpost.errors import WorkspaceError
from fingerpost.publishing.harmless import harmless
from fingerpost.publishing.vocabularies import Vocabulary, vocabulary
from fingerpost.rulebook import Council, load_rulebook
from fingerpost.running.directory.withholding import fit_to_show
from fingerpost.workspace import DIRECTORY, find


def other_words(folder: Path, council: Council) -> Vocabulary:
    """Read the categories of the newest release in another workspace, and nothing else of it.

    They are those that its own site may show; what it may not, publishing that one tells.

    Raises:
        WorkspaceError: if the workspace is the same council's.
    """
    other = find(folder)
    rulebook = load_rulebook(other.rules)
    if rulebook.council.id == council.id:
        raise WorkspaceError(
            f"{folder}: is a workspace of {council.name} too. Name another council's with --beside."
        )
    shown, _ = fit_to_show(other.database(DIRECTORY), None, rulebook.names)
    found = harmless(shown)
    return vocabulary(rulebook.council, found, rulebook.site.address)
