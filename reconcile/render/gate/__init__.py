"""What `reconcile check` prints: the result of a run of the gate, one output per file."""
