"""A template and its values in, one self-contained page that asks nothing of the network out."""

from fingerpost.pages.changes import Change, marked, word_difference
from fingerpost.pages.copies import COPIES, copy_link, copy_path, way_back
from fingerpost.pages.looks import Look, looks, looks_title
from fingerpost.pages.rendering import plural, render, safe_link
from fingerpost.pages.showing import visible

__all__ = [
    "COPIES",
    "Change",
    "Look",
    "copy_link",
    "copy_path",
    "looks",
    "looks_title",
    "marked",
    "plural",
    "render",
    "safe_link",
    "visible",
    "way_back",
    "word_difference",
]
