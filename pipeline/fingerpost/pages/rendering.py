"""A template, its values and a script in, one page with its style inside it out."""

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from fingerpost.neutral import steady
from fingerpost.pages.copies import copy_link
from fingerpost.pages.showing import visible

SHARED = Path(__file__).parent / "templates"
"""Where the base template and the stylesheet of tokens are."""

Names = str | Sequence[str]
"""The name of a file, or the names of several."""

_SCHEMES = frozenset({"http", "https", "mailto"})


def render(
    folder: Path, name: str, *, script: Names = "", sheet: Names = "", **values: object
) -> str:
    """Fill in the template `name` of a folder.

    `script` and `sheet`, stylesheets besides the tokens, name a file, or several in order, of it or
    of the shared ones, to be put in the page.

    What is not marked as markup is escaped. The page's own policy lets a browser load nothing and
    run nothing but what is written in it.
    """
    style = (SHARED / "tokens.css").read_text(encoding="utf-8") + _joined_files(folder, sheet)
    code = _joined_files(folder, script)
    # The page holds the style and the script exactly as they were hashed.
    return (
        _environment(folder)
        .get_template(name)
        .render(style=Markup(style), script=Markup(code), policy=_policy(style, code), **values)  # noqa: S704 - our own files
    )


def _joined_files(folder: Path, names: Names) -> str:
    listed = [names] if isinstance(names, str) else names
    paths = [
        folder / name if (folder / name).exists() else SHARED / name for name in listed if name
    ]
    return "".join(path.read_text(encoding="utf-8") for path in paths)


def safe_link(address: str) -> str:
    """Return an address that may stand in a page, or nothing."""
    try:
        scheme = urlsplit(address.strip()).scheme.casefold()
    except ValueError:
        return ""
    return address.strip() if scheme in _SCHEMES else ""


def plural(number: int, noun: str, nouns: str = "") -> str:
    """Return a count with its noun: "1 statement", "1,204 statements"."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"


def anchor(*parts: str) -> str:
    """Return a name for a place in a page, the same for the same words."""
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()
    return f"at-{digest[:10]}"


@cache
def _environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([folder, SHARED]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        safe_link=safe_link, plural=plural, anchor=anchor, copy_link=copy_link
    )
    return environment


def _shown(value: object) -> object:
    told = isinstance(value, str) and not isinstance(value, Markup)
    return steady(visible(str(value))) if told else value


def _policy(style: str, script: str) -> str:
    allowed = {
        "default-src": ("'none'",),
        "style-src": (_hash(style),),
        "script-src": (_hash(script),) if script else ("'none'",),
        "base-uri": ("'none'",),
        "form-action": ("'none'",),
    }
    return "; ".join(f"{kind} {_joined(sources)}" for kind, sources in allowed.items())


def _joined(sources: Iterable[str]) -> str:
    return " ".join(sources)


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
