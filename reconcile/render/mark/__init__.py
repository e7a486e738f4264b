"""The parts of the Markdown page, in the order they are written: head, cards, facts, rest."""
