"""Statements in, the pages to search and to filter them out, with what their scripts know."""
