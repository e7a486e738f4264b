"""Sentences and claims to rows: which sentences of different reports tell the same thing."""
