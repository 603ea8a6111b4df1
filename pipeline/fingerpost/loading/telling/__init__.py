"""What loading did or would do in, the pages that tell people of it out."""
