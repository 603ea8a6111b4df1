"""A folder and a council's name in, a workspace ready for its documents out."""

import json
import re
import shutil
from pathlib import Path

from fingerpost.errors import WorkspaceError
from fingerpost.running.cataloguing.earlier import EARLIER
from fingerpost.running.orchestrated import shipped
from fingerpost.workspace import MARK, Workspace

_IGNORED = """\
/.fingerpost/
/export/
/reports/*
!/reports/returned/
/data/curated/*
!/data/curated/decisions.csv
~$*
"""

_COUNCIL = """\
name: {name}
# Guidance on ordinarily available provision is for everyone unless a heading says otherwise.
assumed_tier: universal
# "structure": accept what the headings of the Word document settle; "nobody": show all to people.
acceptance: structure
# Beyond headings: once enough statements picked by lot are answered, the program accepts others like
# them if it can promise, with this assurance, that no more than this share is wrong. 0: never.
risk: 0.05
assurance: 0.9
# Some accepted statements are picked by lot for people to read, until no more than this share of all
# accepted ones is wrong, with this assurance. at_most 0: none are picked.
audit: {{at_most: 0.05, assurance: 0.95}}
# Tracked changes in Word: "flag" reads them as accepted and asks a person about every statement they
# touch; "accept" does not ask; "reject" reads the words from before the changes.
tracked_changes: flag
# true: the workbook asks for each statement in a child's words too, and who wrote them.
child_voice: false
# Who gets the workbook back, as people read it, such as: the SEND team, send@example.gov.uk
# return_to: …
names:
  - {name}
"""

_LABELS = """\
# {name}'s own words for the categories; until they are given, the shared ones are shown.
labels_are_examples: true
labels: {{}}
"""


def found(folder: Path, council: str) -> Workspace:
    """Make a workspace; a folder that already is one, or holds other things, is left as it is."""
    workspace = Workspace(folder.resolve())
    if (workspace.root / MARK).exists():
        raise WorkspaceError(f"{folder}: this is a workspace already; nothing was changed.")
    if workspace.rules.exists():
        raise WorkspaceError(
            f"{workspace.rules}: a folder of that name is here already. Choose an empty folder."
        )
    name = " ".join(council.split())
    slug = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    if not slug:
        raise WorkspaceError(f"--council {council!r}: give the council's name in letters.")
    for place in (workspace.raw, workspace.curated, workspace.returned):
        place.mkdir(parents=True, exist_ok=True)
    _lay_rules(workspace.rules, slug, name)
    with (workspace.root / ".gitignore").open("a", encoding="utf-8", newline="\n") as ignored:
        ignored.write(_IGNORED)
    return workspace


def _lay_rules(rules: Path, slug: str, name: str) -> None:
    shutil.copytree(shipped("rules"), rules, ignore=shutil.ignore_patterns(EARLIER))
    council = rules / "councils" / slug
    if not council.is_dir():
        council.mkdir()
        title = name if name != name.casefold() else name.title()
        quoted = json.dumps(title, ensure_ascii=False)  # a JSON text is a YAML text
        (council / "council.yaml").write_text(_COUNCIL.format(name=quoted), encoding="utf-8")
        (council / "labels.yaml").write_text(_LABELS.format(name=title), encoding="utf-8")
    mark = rules / "workspace.yaml"
    named = re.sub(
        r"^council: .*$", f"council: {slug}", mark.read_text("utf-8"), flags=re.MULTILINE
    )
    mark.write_text(named, encoding="utf-8", newline="\n")
