"""What the figures promise, each worked out by hand."""
