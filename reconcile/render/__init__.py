"""A reconciliation to text: one output a file."""
