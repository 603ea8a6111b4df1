"""One release in, the files of a website for schools out."""
