"""What a site of thousands of statements costs to build, to open and to search."""
