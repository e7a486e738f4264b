"""Shared copy and origins: which words are the same agency text, and who was cut from it."""
