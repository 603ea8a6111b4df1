"""The tracked changes of a document in, a sentence on what they are and what was done with them out."""

from fingerpost.documents import Revisions, TrackedChanges
from fingerpost.pages import plural

_DONE = {
    TrackedChanges.FLAG: "read as if accepted, and every statement they touch waits for a person",
    TrackedChanges.ACCEPT: "read as if accepted, as the council's settings ask, without a question",
    TrackedChanges.REJECT: "read as if rejected, as the council's settings ask: the words before them",
}


def tracked_changes_told(revisions: Revisions) -> str:
    """Return the sentence, or nothing where no change was tracked."""
    counted = (
        (revisions.insertions, "insertion"),
        (revisions.deletions, "deletion"),
        (revisions.moves, "move"),
    )
    found = [plural(number, noun) for number, noun in counted if number]
    sentences = []
    if found:
        sentences.append(f"Tracked changes: {_listed(found)}, {_DONE[revisions.policy]}.")
    if revisions.looks:
        looks = plural(revisions.looks, "tracked change")
        sentences.append(f"{looks} of formatting only, which change no words.")
    return " ".join(sentences)


def _listed(parts: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
