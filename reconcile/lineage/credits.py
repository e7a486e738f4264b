"""Say on which agency's word a report or a single line stands: credits, and "told Reuters"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.model import Account, BlockKind, Sentence
from reconcile.text.agencies import PATTERN, agencies_in, agency, may_name_agency, once

# A desk's own work: only part of what follows is the agency's.
_SHARED_CREDIT = re.compile(
    r"with|contribut|compiled|additional|agenc(?:y|ies)\b|source", re.IGNORECASE
)
_LINE = re.compile(
    rf"(?:told|tell|tells|speaking\s+to|(?:interview|statement)\s+(?:with|to)|cited\s+by|quoted\s+by|according\s+to|"
    rf"reported\s+by|(?:informed|spoke\s+to))\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}?{PATTERN}(?![\w-])"
    rf"|{PATTERN}(?:\s+(?:news|agency|news\s+agency))?\s+(?:(?:has|have|had|is|was|also|earlier|later)\s+){{0,2}}"
    rf"(?:report(?:s|ed|ing)?|sa(?:ys|id)|quot(?:es|ed)|cit(?:es|ed)|confirm(?:s|ed)|writes|wrote)\b"
    rf"|{PATTERN}\s+(?:reporter|correspondent|journalist|photographer|team|crew)s?\b"
)


def whole_credits(account: Account) -> tuple[str, ...]:
    """Return the agencies whose text the report says it is: header, dateline, "--Reuters".

    An agency that prints another's story under its own name is an outlet like any other.
    """
    own = agency(account.report.source)
    found = once(name for words in _credits(account, whole=True) for name in agencies_in(words))
    others = tuple(name for name in found if name != own)
    return others or found or ((own,) if own else ())


def part_credits(account: Account) -> tuple[str, ...]:
    """Return the agencies that gave parts of the report: "With inputs from AP and Reuters"."""
    return once(name for words in _credits(account, whole=False) for name in agencies_in(words))


def _credits(account: Account, whole: bool) -> list[str]:
    report = account.report
    kinds = {BlockKind.HEADER, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.BYLINE}
    texts = [b.span.of(report.text) for b in report.blocks if b.kind in kinds]
    return [t for t in texts if bool(_SHARED_CREDIT.search(t)) is not whole]


def line_agency(account: Account, sentence: Sentence) -> str:
    """Return the agency on whose word a single sentence stands ("… told Reuters"), "" for none."""
    words = account.words(sentence.span)
    if not may_name_agency(words):
        return ""
    m = _LINE.search(" ".join(words.split()))
    names = agencies_in(m[0]) if m else ()
    return names[-1] if names else ""


def votes(accounts: Sequence[Account]) -> dict[str, dict[str, float]]:
    """Return for each report how strongly it credits each agency: 2 for a text, 1 for inputs."""
    out: dict[str, dict[str, float]] = {}
    for account in accounts:
        said = dict.fromkeys(part_credits(account), 1.0)
        said.update(dict.fromkeys(whole_credits(account), 2.0))
        out[account.report.id] = said
    return out
