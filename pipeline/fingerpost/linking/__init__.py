"""The web addresses of a release in, which of them still answer out."""
