"""A template and its values in, one self-contained page that asks nothing of the network out."""

from fingerpost.pages.rendering import plural, render, safe_link
from fingerpost.pages.showing import visible

__all__ = ["plural", "render", "safe_link", "visible"]
