"""What is in force, as `reconcile config` prints it: one output a file."""
