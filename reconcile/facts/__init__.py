"""Sentences to facts and claims: quantities, times, names, quotations, whose word, how certain."""
