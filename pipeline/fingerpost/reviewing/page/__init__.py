"""What people are asked as one page for a browser."""
