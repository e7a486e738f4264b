"""Find who gave no comment, where reports asked different people.

That the ministry kept silent and that the embassy kept silent can both hold: it is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.checks.proof.evidence import evidence, merged, reports
from reconcile.facts.aliases import same_key
from reconcile.model import (
    Comparison,
    Evidence,
    Finding,
    Name,
    NameKind,
    Place,
    Relation,
    Seen,
    Sentence,
    Span,
)
from reconcile.text.fold import flat

_SILENT = re.compile(
    r"\b(?:no|offered no|without|neither\b.{0,120}\b(?:offered|gave|made|had)(?: any)?|declined to|refused to"
    r"|would not|did not|have not|has not|not|n['’]t|unavailable for|not available for)"
    r" (?:(?:an |any )?(?:immediate|immediately|official|further|public) )?comment(?:ed)?\b"
    r"|\b(?:respond|reply|replied)\b.{0,40}\brequests? for (?:a )?comment\b",
    re.IGNORECASE,
)
ASKED = frozenset({NameKind.ORGANISATION, NameKind.PERSON})


def silent_parties(comparison: Comparison) -> Iterator[Seen]:
    """Yield a minor finding where linked sentences name different people who gave no comment."""
    found = []
    for row in comparison.rows:
        if not row.slot:
            items = [
                item for cell in row.cells if (item := _silence(comparison, cell.where)) is not None
            ]
            if _nobody_in_common(items):
                found.append(_finding(items))
    yield from merged(found)


def _silence(comparison: Comparison, where: Place) -> Evidence | None:
    """Return who gave no comment in a sentence, None where it is about something else."""
    sentence, account = comparison.sentence(where), comparison.account(where.report)
    match = _SILENT.search(sentence.span.of(flat(account.report.text)))
    names = _asked(sentence) if match else ()
    if match is None or not names:
        return None
    text = account.report.text
    value = " or ".join(dict.fromkeys(_with_article(text, n) for n in names))
    key = "|".join(sorted({n.key for n in names}))
    return evidence(comparison, where, value, key, *(n.span for n in names))


def _asked(sentence: Sentence) -> tuple[Name, ...]:
    """Return the people and bodies named outside quotations and titles of a silent sentence."""
    quoted: tuple[Span, ...] = tuple(q.span for q in sentence.quotations)
    return tuple(
        n for n in sentence.names if n.kind in ASKED and not any(q.covers(n.span) for q in quoted)
    )


def _with_article(text: str, name: Name) -> str:
    """Return a name as printed, with the article before it: "the Pentagon"."""
    before = text[max(0, name.span.start - 4) : name.span.start].lower()
    return f"the {name.text}" if before.split() == ["the"] else name.text


def _nobody_in_common(items: list[Evidence]) -> bool:
    """Tell whether two reports give no name in common."""
    return any(
        a.where.report != b.where.report
        and not any(same_key(x, y) for x in a.key.split("|") for y in b.key.split("|"))
        for k, a in enumerate(items)
        for b in items[k + 1 :]
    )


def _finding(items: list[Evidence]) -> Finding:
    several = len(reports(items)) > 2
    return Finding(
        kind="participant",
        relation=Relation.REFINEMENT,
        subject="who gave no comment",
        reason="; ".join(f"{e.where.report} has no comment from {e.value}" for e in items)
        + (": all can hold." if several else ": both can hold."),
        evidence=tuple(items),
        slot="no comment",
        grounds=("same silence", "same row"),
        minor=True,
    )
