"""Invented incidents, each with the list of what an editor wants and what must stay silent."""
