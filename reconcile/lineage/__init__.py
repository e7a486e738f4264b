"""Whose text a report is: shared copy, origins, and how close one text stands to another."""
