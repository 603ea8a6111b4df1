"""One release in, the files of a website for schools out."""

from fingerpost.publishing.changed.terms import before_term, term_began
from fingerpost.publishing.finding.known_words import KnownWords, known_words
from fingerpost.publishing.frame import Crumb, Files, Page, site_page, spoken_day
from fingerpost.publishing.places import category_path, statement_path
from fingerpost.publishing.site import Site
from fingerpost.publishing.website import build

__all__ = [
    "Crumb",
    "Files",
    "KnownWords",
    "Page",
    "Site",
    "before_term",
    "build",
    "category_path",
    "known_words",
    "site_page",
    "spoken_day",
    "statement_path",
    "term_began",
]
