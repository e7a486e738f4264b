"""Measure how well and how fast the program does; nothing in `reconcile/` knows these files."""
