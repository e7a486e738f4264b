"""Bytes to Report, one input format a file."""
