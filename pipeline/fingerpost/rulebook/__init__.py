"""The folder of rules in, everything the stages need to know out, validated and frozen."""

from pathlib import Path

from fingerpost.rulebook.accepted_rules import with_accepted
from fingerpost.rulebook.book import Aim, Council, Glossary, LayWords, Names, Rulebook
from fingerpost.site_profiles import SiteProfile

__all__ = [
    "Aim",
    "Council",
    "Glossary",
    "LayWords",
    "Names",
    "Rulebook",
    "broken_headings",
    "check_rulebook",
    "councils",
    "load_rulebook",
    "profile_names",
    "read_profile",
    "site_file",
    "with_accepted",
]


def load_rulebook(folder: Path, council: str | None = None) -> Rulebook:
    """Load all rules for one council, by default the one `workspace.yaml` names.

    Raises:
        RulesError: with one sentence for each fault: file, line, what is wrong, what to do.
    """
    from fingerpost.rulebook.loading import load

    return load(folder, council)


def councils(folder: Path) -> tuple[str, ...]:
    """Return the councils a folder of rules knows, in alphabetical order."""
    from fingerpost.rulebook.loading import known_councils

    return known_councils(folder)


def profile_names(folder: Path) -> tuple[str, ...]:
    """Return the kinds of site that a folder of rules knows, in alphabetical order."""
    from fingerpost.rulebook.profile_files import profile_names as names

    return names(folder)


def read_profile(folder: Path, name: str) -> SiteProfile:
    """Read how the import of one kind of site wants its tables.

    Raises:
        RulesError: with one sentence for each fault: file, line, what is wrong, what to do.
    """
    from fingerpost.rulebook.profile_files import read_profile as read

    return read(folder, name)


def check_rulebook(rulebook: Rulebook) -> tuple[str, ...]:
    """Return what is wrong with rules that loaded: failed examples, overlaps, gaps; one sentence each.

    Cues are tried on their examples by the classifying stage, which reads cues.
    """
    from fingerpost.rulebook.checking import check

    return check(rulebook)


def broken_headings(rulebook: Rulebook) -> tuple[str, ...]:
    """Return one sentence for each own example that a rule about headings fails."""
    from fingerpost.rulebook.checking import broken_headings as broken

    return broken(rulebook)


def site_file(folder: Path) -> str:
    """Name the file with the council's settings of its site: rules/councils/leeds/site.yaml."""
    from fingerpost.rulebook.loading import site_file as named

    return named(folder)
