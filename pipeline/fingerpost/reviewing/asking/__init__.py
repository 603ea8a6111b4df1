"""What to ask, in which order and with which words."""
