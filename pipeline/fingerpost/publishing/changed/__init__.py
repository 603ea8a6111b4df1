"""Two releases in, the page of what changed between them out."""
