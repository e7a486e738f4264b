"""Look for divergences: one kind a file, each a question about the comparison."""
