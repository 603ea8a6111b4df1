"""A site in, what other programs read of it out: plain text, JSON, linked data, a map of the site."""
