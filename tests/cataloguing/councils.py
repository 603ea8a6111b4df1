"""Workspaces of made-up councils with a small document each, and what stands in them."""

from pathlib import Path

from fingerpost.running.cataloguing.founding import found
from fingerpost.running.migrating.questions import look
from fingerpost.workspace import Workspace

from tests.support.word import bullets, docx, lists, p

FIVE = """\
# Fivetown parts communication into two areas of its own; the shared one is not offered.
labels:
  communication-and-interaction: {hidden: true, folds_into: slcn}
  cognition-and-learning: {order: 3}
  semh: {order: 4}
  sensory-and-physical: {order: 5}
  ci-autism: {parent: social-communication}
own:
  - id: slcn
    facet: area_of_need
    label: Speech, language and communication needs (SLCN)
    definition: Talking and understanding talk.
    alternates:
      - words and talk
    maps_to: communication-and-interaction
    order: 1
  - id: social-communication
    facet: area_of_need
    label: Social communication and autism
    definition: Getting on with people, and coping with change.
    alternates:
      - autism team pages
    maps_to: communication-and-interaction
    order: 2
"""

LIST = lists(bullets())


def head(text: str, level: int = 0) -> str:
    return p(text, outline=level)


def item(text: str) -> str:
    return p(text, num=(1, 0))


def council(folder: Path, *blocks: str, labels: str = "") -> Workspace:
    """Make a workspace for Fivetown with one document."""
    workspace = found(folder / "fivetown", "Fivetown")
    if labels:
        path = workspace.rules / "councils" / "fivetown" / "labels.yaml"
        path.write_text(labels, encoding="utf-8", newline="")
    document = docx(*blocks, numbering=LIST, title="Guidance")
    (workspace.raw / "Guidance.docx").write_bytes(document)
    return workspace


def items(workspace: Workspace):
    """The items by their words, as a run would find them; nothing is written."""
    return {item.text: item for item in look(workspace).outcome.items}
