"""A report is at odds with itself.

One report gives two counts for one toll without saying which is the newer, or carries the scar of
an edit, such as two articles in a row.

Agrees::

    herald: A bomb killed 12 people in Arden on Monday. The blast left 12 dead, police said.
    courier: A bomb killed 12 people in Arden on Monday.

Diverges::

    herald: A bomb killed 12 people in Arden on Monday. The bomb in Arden killed 14 people.
    courier: A bomb killed 12 people in Arden on Monday.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from reconcile.align.slots import whole
from reconcile.checks.proof.evidence import evidence
from reconcile.checks.proof.values import Meeting, numbers_meet
from reconcile.model import Answer, Comparison, Finding, Place, Relation, Token
from reconcile.plugin import Check


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each pair of tolls of one report that cannot both hold, and each scar."""
    yield from _tolls(comparison)
    for account in comparison.accounts:
        for sentence in account.sentences:
            if sentence.news:
                for first, second in _scars(sentence.parse.tokens):
                    yield _scar(comparison, Place(account.report.id, sentence.index), first, second)


def _tolls(comparison: Comparison) -> Iterator[Finding]:
    seen = set()
    answers = [a for a in whole(comparison.answers) if a.slot.startswith("toll ") and not a.earlier]
    for a, b in combinations(answers, 2):
        same = (a.where.report, a.slot, a.event, a.group) == (
            b.where.report,
            b.slot,
            b.event,
            b.group,
        )
        if not same or a.event != "main" or a.group == "part" or _sources_differ(a, b):
            continue
        if _apart(a, b) and (a.where.report, a.slot) not in seen:
            seen.add((a.where.report, a.slot))
            yield _toll(comparison, a, b)


def _sources_differ(a: Answer, b: Answer) -> bool:
    return bool(a.speaker and b.speaker and a.speaker != b.speaker)


def _apart(a: Answer, b: Answer) -> bool:
    one, two = (a.low, a.high, a.bound), (b.low, b.high, b.bound)
    return numbers_meet(one, two, known_so_far=True) is Meeting.APART


def _toll(comparison: Comparison, a: Answer, b: Answer) -> Finding:
    return Finding(
        kind="consistency",
        relation=Relation.CONFLICT,
        subject=f"people {a.slot.removeprefix('toll ')}",
        reason=f"{a.where.report} has {a.value} in one place and {b.value} in another.",
        evidence=tuple(evidence(comparison, x.where, x.value, x.key, x.span) for x in (a, b)),
        slot=f"{a.slot} {a.group}",
        grounds=("same report", "same slot", "same event"),
    )


def _scars(tokens: tuple[Token, ...]) -> Iterator[tuple[Token, Token]]:
    """Yield articles that stand where one already opened the phrase: "the US the Department"."""
    for k, token in enumerate(tokens[1:], start=1):
        before = tokens[k - 1]
        if token.text.lower() in {"the", "a", "an"}:
            if before.text.lower() in {"the", "a", "an"}:
                yield before, token
            elif (
                k > 1 and before.pos == "PROPN" and tokens[k - 2].text.lower() in {"the", "a", "an"}
            ):
                follows = tokens[k + 1] if k + 1 < len(tokens) else None
                if follows is not None and follows.pos == "PROPN" and before.text.isupper():
                    yield tokens[k - 2], token


def _scar(comparison: Comparison, where: Place, first: Token, second: Token) -> Finding:
    return Finding(
        kind="consistency",
        relation=Relation.VARIANT,
        subject="the scar of an edit",
        reason=f"Two articles open one phrase: “{first.text}” and “{second.text}”.",
        evidence=(evidence(comparison, where, second.text, second.text, first.span, second.span),),
        slot="scar",
    )


CHECK = Check(find=find)
