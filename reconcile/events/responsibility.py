"""Read who claimed responsibility, or that nobody did."""

from __future__ import annotations

import re

from reconcile.model import Sentence, Span

_NO_CLAIM = re.compile(
    r"\bno (?:immediate |one |group |other )*(?:claim(?:s|ed)? (?:of )?responsibility|claim of responsibility|"
    r"(?:one|group|organi[sz]ation) (?:has |had |immediately )*claimed)|"
    r"\b(?:not|n't) (?:immediately |yet )?(?:been )?(?:clear|known|claimed)[^.;]{0,20}\bwho (?:carried out|was behind|was responsible|did it|had carried out)|"
    r"\bresponsibility (?:for [^.;]{0,40} )?(?:has|had) not (?:yet )?been claimed",
    re.IGNORECASE,
)
_CLAIMED = re.compile(
    r"\bclaim(?:ed|s|ing)? (?:the )?responsibility\b|\bsaid (?:it|they) (?:was|were|had been) behind\b|\bresponsibility\b[^.;]{0,40}\bclaimed by\b"
    r"|\b(?:was|were|had been) behind the (?:\w+ )?(?:bomb\w*|attacks?|blasts?|explosions?|shooting|killing|kidnapping)\b"
    r"|\bsaid (?:[^.;]{0,40} )?(?:it|they) had (?:placed|planted|carried out|set off|detonated)\b",
    re.IGNORECASE,
)


def responsibility(sentence: Sentence, text: str) -> tuple[Span, str] | None:
    """Return the words that tell of a claim and the claimant's key, "nobody" where none was made.

    `text` is the report's, flat.
    """
    words = sentence.span.of(text)
    for pattern, known in ((_NO_CLAIM, False), (_CLAIMED, True)):
        if match := pattern.search(words):
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            who = _claimant(sentence, span) if known else "nobody"
            return (span, who) if who else None
    return None


def _claimant(sentence: Sentence, span: Span) -> str:
    """Return the key of the name nearest before the words that claim."""
    before = [n for n in sentence.names if n.span.end <= span.start]
    after = [n for n in sentence.names if n.span.start >= span.end]
    return before[-1].key if before else (after[0].key if after else "")
