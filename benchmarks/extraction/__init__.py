"""A folder of Word files in; how well and how fast we and our peers read them out."""
