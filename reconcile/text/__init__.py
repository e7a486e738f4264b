"""Pure functions on strings: blocks, datelines, credits, sentences; nothing is read from disk."""
