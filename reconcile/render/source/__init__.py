"""The outputs of `reconcile read`: what was read of files, as text or as JSON."""
