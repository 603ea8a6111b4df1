"""What people said of the same things, and how far they agree."""
