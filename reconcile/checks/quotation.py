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
from reconcile.model import Comparison, Finding, Relation, Seen
from reconcile.plugin import Check


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each quotation that reports give in different words."""
    found = [quotes(account) for account in comparison.accounts]
    groups: list[dict[Quote, tuple[int, ...]]] = []
    for mine, yours in combinations(found, 2):
        for a, only_a, b, only_b in _apart(mine, yours):
            home = next((g for g in groups if a in g or b in g), None)
            if home is None:
                home = {}
                groups.append(home)
            home.setdefault(a, only_a)
            home.setdefault(b, only_b)
    yield from merged(_finding(comparison, group) for group in groups)


def _apart(
    mine: list[Quote], yours: list[Quote]
) -> Iterator[tuple[Quote, tuple[int, ...], Quote, tuple[int, ...]]]:
    """Yield pairs of quotations of the same words that differ, where no other pair agrees."""
    for a in mine:
        rivals = [(b, differing(a, b)) for b in yours if near(a, b)]
        apart = [(b, only) for b, only in rivals if only is not None]
        if apart and len(apart) == len(rivals):
            b, (only_a, only_b) = apart[0]
            yield a, only_a, b, only_b


def _finding(comparison: Comparison, group: dict[Quote, tuple[int, ...]]) -> Finding:
    return Finding(
        kind="quotation",
        relation=Relation.CONFLICT,
        subject="the words of a quotation",
        reason="The same words are quoted differently: "
        + "; ".join(f"{q.where.report} has {_said(q, only)}" for q, only in group.items())
        + ".",
        evidence=tuple(
            evidence(comparison, q.where, q.text, " ".join(q.keys), *(q.spans[k] for k in only))
            for q, only in group.items()
        ),
        slot="quotation",
        grounds=("the same run of quoted words",),
        confidence=0.9,
    )


def _said(quote: Quote, only: tuple[int, ...]) -> str:
    return "“" + " … ".join(quote.printed[k] for k in only) + "”" if only else "no such words"


CHECK = Check(find=find)
