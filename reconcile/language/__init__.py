"""The doors to the models: the parser, the sentence embeddings, the tables of WordNet."""
