"""Raw documents, rules and decisions in, one migration's outcome and its files out."""
