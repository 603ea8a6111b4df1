"""A site in, its pages of words out, one file a kind of page."""
