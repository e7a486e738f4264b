"""The parts of the terminal page, in the order they are printed: heading, cards, grid, rest."""
