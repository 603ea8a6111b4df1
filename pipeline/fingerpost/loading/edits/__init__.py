"""What people typed into the database by hand in, kept through every load and told, out."""
