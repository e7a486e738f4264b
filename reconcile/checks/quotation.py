"""Reports quote the same words differently.

Words are compared inside the part that both quote: a quotation cut short at either end, an
omission marked with dots, an editor's gloss in brackets and another spelling of a name are none.

Agrees::

    herald: “We will rebuild the harbour together,” the mayor of Arden said on Monday.
    courier: The mayor of Arden said: “We will rebuild the harbour together, stone by stone.”

Diverges::

    herald: “We will rebuild the old harbour together,” the mayor of Arden said on Monday.
    courier: The mayor of Arden said on Monday: “We must rebuild the old harbour together.”
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reconcile.checks.proof.evidence import evidence, merged
from reconcile.checks.proof.quotes import Quote, differing, near, quotes
from reconcile.model import Comparison, Finding, Relation
from reconcile.plugin import Check


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield one finding for each quotation that two reports give in different words."""
    yield from merged(_findings(comparison))


def _findings(comparison: Comparison) -> Iterator[Finding]:
    found = [quotes(account) for account in comparison.accounts]
    for mine, yours in combinations(found, 2):
        for a in mine:
            rivals = [(b, differing(a, b)) for b in yours if near(a, b)]
            apart = [(b, only) for b, only in rivals if only is not None]
            if apart and len(apart) == len(rivals):
                b, (only_a, only_b) = apart[0]
                yield _finding(comparison, a, only_a, b, only_b)


def _finding(
    comparison: Comparison, a: Quote, only_a: tuple[int, ...], b: Quote, only_b: tuple[int, ...]
) -> Finding:
    return Finding(
        kind="quotation",
        relation=Relation.CONFLICT,
        subject="the words of a quotation",
        reason=f"Both quote the same words, but {a.where.report} has {_said(a, only_a)} "
        f"where {b.where.report} has {_said(b, only_b)}.",
        evidence=(
            evidence(comparison, a.where, a.text, " ".join(a.keys), *(a.spans[k] for k in only_a)),
            evidence(comparison, b.where, b.text, " ".join(b.keys), *(b.spans[k] for k in only_b)),
        ),
        slot="quotation",
        grounds=("the same run of quoted words",),
        confidence=0.9,
    )


def _said(quote: Quote, only: tuple[int, ...]) -> str:
    return "“" + " … ".join(quote.printed[k] for k in only) + "”" if only else "nothing"


CHECK = Check(find=find)
