"""The outputs of the fact sheet, one a file."""
