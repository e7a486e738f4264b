"""Say who a source is."""

from __future__ import annotations

from reconcile.model import Sentence


class Sources:
    """The sources of one report, in text order."""

    def __init__(self, text: str) -> None:
        self.text = text

    def resolve(self, sentence: Sentence, source: tuple[int, ...]) -> str:
        """Return the key."""
        return " ".join(sentence.parse[i].text.lower() for i in source)
