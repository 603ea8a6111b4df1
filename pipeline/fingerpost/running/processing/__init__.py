"""Batches of documents in, what was made of each out, by as many workers as there are."""
