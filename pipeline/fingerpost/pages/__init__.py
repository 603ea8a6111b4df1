"""A template and its values in, one self-contained page that asks nothing of the network out."""

from fingerpost.pages.rendering import render, safe_link
from fingerpost.pages.showing import visible

__all__ = ["render", "safe_link", "visible"]
