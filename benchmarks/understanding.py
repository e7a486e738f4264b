"""Say in a line or two what the engine understands at a place of a text, for lists of failures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from reconcile.facts.understand import understand
from reconcile.model import Account, Span
from reconcile.read.text import read_text


def shown(text: str, start: int = 0, end: int | None = None) -> str:
    """Return numbers, times, speakers and claims of the sentences between two offsets."""
    account = _account(text)
    asked = Span(max(start, 0), len(text) if end is None else end)
    lines = [
        line
        for s in account.sentences
        if s.span.overlaps(asked)
        for line in _facts(account, s.index)
    ]
    return "\n".join(f"      {line}" for line in lines) or "      nothing"


@lru_cache(maxsize=64)
def _account(text: str) -> Account:
    return understand(read_text(text, "item.txt", "", None))


def _facts(account: Account, index: int) -> Iterator[str]:
    sentence = account.sentences[index]
    numbers = [
        f"{q.low:g}..{q.high:g} {q.unit or q.counted} ({q.kind})" for q in sentence.quantities
    ]
    times = [t.value for t in sentence.times]
    speakers = [a.speaker or "somebody" for a in sentence.attributions]
    for name, told in (("numbers", numbers), ("times", times), ("on the word of", speakers)):
        if told:
            yield f"{name}: {', '.join(told)}"
    for claim in account.claims:
        if claim.sentence == index:
            roles = ", ".join(f"{p.role} {p.key}" for p in claim.participants)
            yield f"{claim.predicate} ({roles}) {claim.stance.factuality}, {claim.event} event"
