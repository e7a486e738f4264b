"""Say on which agency's word a report or a single line stands: credits, and "told Reuters"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reconcile.model import Account, BlockKind, Sentence, Span, Wire
from reconcile.text.agencies import PATTERN, agencies_in, agency, may_name_agency, once
from reconcile.text.wires import STAND_IN

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
    own = outlet_of(account)
    found = once(name for block in _credits(account, whole=True) for name in _named(account, block))
    others = tuple(name for name in found if name != own)
    return others or found or ((own,) if own else ())


def part_credits(account: Account) -> tuple[str, ...]:
    """Return the agencies that gave parts of the report: "With inputs from AP and Reuters"."""
    return once(name for block in _credits(account, whole=False) for name in _named(account, block))


def outlet_of(account: Account) -> str:
    """Return the agency that a report is published by, "" where it is none."""
    source = account.report.source
    return agency(source) or next(
        (w.agency for w in account.report.wires if w.agency == source), ""
    )


def _credits(account: Account, whole: bool) -> list[Span]:
    report = account.report
    kinds = {BlockKind.HEADER, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.BYLINE}
    spans = [b.span for b in report.blocks if b.kind in kinds]
    return [s for s in spans if bool(_SHARED_CREDIT.search(s.of(report.text))) is not whole]


def _named(account: Account, span: Span) -> tuple[str, ...]:
    """Return the agencies that a stretch names, those that the desk has added behind the others."""
    report = account.report
    added = (w.agency for w in report.wires if w.span.end and span.covers(w.span))
    return (*agencies_in(span.of(report.text)), *added)


def line_agency(account: Account, sentence: Sentence) -> str:
    """Return the agency on whose word a single sentence stands ("… told Reuters"), "" for none."""
    words = account.words(sentence.span)
    for wire in account.report.wires:
        if wire.span.end and sentence.span.covers(wire.span) and _tells(account, sentence, wire):
            return wire.agency
    if not may_name_agency(words):
        return ""
    m = _LINE.search(" ".join(words.split()))
    names = agencies_in(m[0]) if m else ()
    return names[-1] if names else ""


def _tells(account: Account, sentence: Sentence, wire: Wire) -> bool:
    """Tell whether a sentence stands on the word of an agency that the desk has added.

    It does where it would on that of a known one in its place.
    """
    text, span = account.report.text, sentence.span
    before, after = text[span.start : wire.span.start], text[wire.span.end : span.end]
    words = " ".join(f"{before}{STAND_IN}{after}".split())
    place = len(" ".join(f"{before}{STAND_IN}".split()))
    return any(m.start() < place <= m.end() for m in _LINE.finditer(words))


def votes(accounts: Sequence[Account]) -> dict[str, dict[str, float]]:
    """Return for each report how strongly it credits each agency: 2 for a text, 1 for inputs."""
    out: dict[str, dict[str, float]] = {}
    for account in accounts:
        said = dict.fromkeys(part_credits(account), 1.0)
        said.update(dict.fromkeys(whole_credits(account), 2.0))
        out[account.report.id] = said
    return out
