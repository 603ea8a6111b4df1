"""Files that come back: read, understood, held against what stands, answered."""
