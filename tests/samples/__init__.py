"""Outline texts in, Word documents and the list of what must be found in them out."""
