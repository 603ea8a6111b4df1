"""A workspace's rules in, the same proved, with what was learned from them, out."""
