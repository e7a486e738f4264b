"""Pure functions on strings: blocks, sentences, folding."""
