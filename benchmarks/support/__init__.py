"""What the benchmarks that compare us with others share."""
