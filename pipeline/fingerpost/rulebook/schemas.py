"""The forms of the rules files in, JSON Schemas by which editors help people fill them in out.

`python -m fingerpost.rulebook.schemas rules/schema` writes them anew after a form has changed.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from fingerpost.rulebook.forms import FORMS, Form
from fingerpost.rulebook.profile_forms import ProfileForm

_FORMS: dict[str, type[Form]] = {**FORMS, "profile": ProfileForm}


def schemas() -> Mapping[str, str]:
    """Return the text of each schema file by its name."""
    return {
        f"{name}.json": json.dumps(form.model_json_schema(), indent=2, ensure_ascii=False) + "\n"
        for name, form in _FORMS.items()
    }


def write_schemas(folder: Path) -> None:
    """Write all schema files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write_schemas(Path(sys.argv[1]))
