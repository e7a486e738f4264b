"""The parts of `reconcile report`: which folders hold incidents, their pages, what is known of each."""
