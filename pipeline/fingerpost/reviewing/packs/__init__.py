"""Who gets which part, and what came back of it."""
