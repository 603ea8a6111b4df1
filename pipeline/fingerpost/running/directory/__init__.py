"""A workspace and its directory in, releases, a website, exports and audits out."""
