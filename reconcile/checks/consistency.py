"""A report is at odds with itself.

One report gives two counts for one toll on one source's word, without saying which is the newer;
tells an act as done here and as an attempt there; or carries the scar of an edit, such as two
articles in a row.

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
from reconcile.checks.proof.attempts import Act, contradictory_acts
from reconcile.checks.proof.evidence import evidence
from reconcile.checks.proof.leeway import answers_meet
from reconcile.checks.proof.scars import scars
from reconcile.checks.proof.values import Meeting
from reconcile.facts.sources import same_source
from reconcile.model import Answer, Comparison, Finding, Place, Relation, Span
from reconcile.plugin import Check


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for each two tolls that cannot both hold, each act half done, and each scar."""
    yield from _tolls(comparison)
    for account in comparison.accounts:
        for deed, attempt in contradictory_acts(account):
            yield _half_done(comparison, account.report.id, deed, attempt)
        for sentence in account.sentences:
            if sentence.news:
                for span in scars(sentence.parse.tokens):
                    yield _scar(comparison, Place(account.report.id, sentence.index), span)


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
        if _apart(comparison, a, b) and (a.where.report, a.slot) not in seen:
            seen.add((a.where.report, a.slot))
            yield _toll(comparison, a, b)


def _sources_differ(a: Answer, b: Answer) -> bool:
    """Tell whether two figures rest on two words: then the report is not at odds with itself."""
    if not a.speaker or not b.speaker:
        return a.speaker != b.speaker
    return same_source(a.speaker, b.speaker) == "different"


def _apart(comparison: Comparison, a: Answer, b: Answer) -> bool:
    return answers_meet(comparison, a, b, known_so_far=True) is Meeting.APART


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


def _half_done(comparison: Comparison, report: str, deed: Act, attempt: Act) -> Finding:
    text = comparison.account(report).report.text
    sides = [(Place(report, act.sentence.index), act.span) for act in (deed, attempt)]
    done, tried = (" ".join(span.of(text).split()) for _, span in sides)
    return Finding(
        kind="consistency",
        relation=Relation.VARIANT,
        subject=f"“{done}” or “{tried}”",
        reason=f"{report} tells it as done (“{done}”) and as an attempt (“{tried}”).",
        evidence=tuple(
            evidence(comparison, where, words, words.casefold(), span)
            for (where, span), words in zip(sides, (done, tried), strict=True)
        ),
        slot="attempt",
        grounds=("same report", "same act", "same object"),
        confidence=0.8,
    )


def _scar(comparison: Comparison, where: Place, span: Span) -> Finding:
    words = " ".join(comparison.account(where.report).words(span).split())
    return Finding(
        kind="consistency",
        relation=Relation.VARIANT,
        subject="the scar of an edit",
        reason=f"“{words}” looks like an edit that was left unfinished.",
        evidence=(evidence(comparison, where, words, words.casefold(), span),),
        slot="scar",
    )


CHECK = Check(find=find)
