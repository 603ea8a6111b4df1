"""A workspace in, its rules founded, drafted or changed, and every change undone, out."""
